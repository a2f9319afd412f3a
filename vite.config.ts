import react from '@vitejs/plugin-react'
import { defineConfig } from 'vitest/config'
import { leafletWithoutHtml } from './src/build/leaflet.ts'
import { storyPages } from './src/build/pages.ts'
import { site } from './src/site.ts'

export default defineConfig({
  base: './',
  appType: 'mpa',
  plugins: [react(), storyPages({ site, stories: 'src/stories' }), leafletWithoutHtml()],
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: 'shared',
          include: ['tests/unit/**/*.test.ts'],
          exclude: ['**/*.mocked.test.ts'],
          // One import of our code for all files, and no ground drawn twice: these would take most of the time.
          isolate: false,
          setupFiles: 'tests/unit/open-cache.ts',
        },
      },
      {
        extends: true,
        test: {
          name: 'isolated',
          include: ['tests/unit/**/*.mocked.test.ts', 'tests/component/**/*.test.tsx'],
          environment: 'jsdom',
        },
      },
    ],
    // Drawing makes millions of small objects: with Node's default half of the time goes into collecting them.
    execArgv: ['--max-semi-space-size=64'],
    // Every core: by default Vitest leaves one of them free, which is half of a small machine.
    maxWorkers: '100%',
    unstubGlobals: true,
    // Drawing a region of the world takes seconds on a busy machine; no test waits for time.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    css: { modules: { classNameStrategy: 'non-scoped' } },
  },
  // The ES module build; the package's main file is UMD and would need a helper chunk of its own.
  resolve: { alias: [{ find: /^leaflet$/, replacement: 'leaflet/dist/leaflet-src.esm.js' }] },
  // While developing: found one by one, each would bring a React of its own and a reload.
  optimizeDeps: {
    entries: ['src/client.tsx', 'src/embedded.tsx'],
    include: ['react', 'react/jsx-dev-runtime', 'react-dom/client', 'react-leaflet'],
    // Goes through our plugin, so that the page's policy lets it run.
    exclude: ['leaflet'],
  },
  // Class names are most of what a page of small elements says: six letters instead of file, name and hash.
  css: { modules: { generateScopedName: 'c[hash:base64:5]' } },
  build: {
    assetsInlineLimit: 0,
    // A later script needs no others beside it, and the page itself preloads the map's.
    modulePreload: false,
  },
  // The service worker: its scope is the whole site.
  worker: { rolldownOptions: { output: { entryFileNames: 'sw.js' } } },
})
