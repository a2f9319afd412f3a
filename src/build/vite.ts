/** Vite's settings for a project. Its root is the engine, whose modules it builds; stories are read by our own code. */
import { join } from 'node:path'
import react from '@vitejs/plugin-react'
import genericNames from 'generic-names'
import type { InlineConfig } from 'vite'
import type { Project } from '../project/project.ts'
import { LEAFLET, leafletWithoutHtml } from './leaflet.ts'

/** The settings of builds, development and preview. */
export function viteConfig({ engine, cache, out }: Project): InlineConfig {
  return {
    configFile: false,
    envDir: false,
    root: engine,
    base: './',
    appType: 'mpa',
    cacheDir: join(cache, 'vite'),
    plugins: [react(), leafletWithoutHtml()],
    resolve: { alias: [LEAFLET] },
    css: {
      // Class names are most of what a page of small elements says: six letters instead of file, name and hash. Vite
      // itself would name them after the working folder.
      modules: { generateScopedName: genericNames('c[hash:base64:5]', { context: engine }) },
    },
    build: {
      outDir: out,
      assetsInlineLimit: 0,
      // A later script needs no others beside it, and the page itself fetches the map's.
      modulePreload: false,
      // How long plugins take is of no use to a newsroom.
      rolldownOptions: { checks: { pluginTimings: false } },
    },
    // The service worker: its scope is the whole site.
    worker: { rolldownOptions: { output: { entryFileNames: 'sw.js' } } },
  }
}
