/** The Vite plugin that turns stories into pages: complete HTML at build, and the same on each request in development. */
import { rm } from 'node:fs/promises'
import { join, relative, resolve } from 'node:path'
import type { Plugin } from 'vite'
import { openCache } from '../cache.ts'
import { StoryError } from '../compose/editions.ts'
import type { Site } from '../site.ts'
import { publicAddress } from './address.ts'
import { buildSite } from './buildSite.ts'
import { environments } from './environments.ts'
import { NONCE } from './headers.ts'
import { replaceFolder } from './replaceFolder.ts'
import { servePages } from './servePages.tsx'
import { servePreview } from './servePreview.ts'

const FOLDER = 'node_modules/.datelines'
/** Where a build is assembled before it replaces the last one */
const BUILD = `${FOLDER}/build`
/** Drawings, fonts and pictures of earlier builds */
const CACHE = `${FOLDER}/cache`
/** The renderers of the last build */
const SERVER = `${FOLDER}/server`

interface Options {
  site: Site
  /** Folder of the stories, from the root of the project */
  stories: string
}

/** One page for each story and language, and the main story at the root. */
export function storyPages({ site, stories }: Options): Plugin {
  let outDir = 'dist'
  return {
    name: 'datelines:pages',

    async config(config, { command, isPreview }) {
      outDir = resolve(config.build?.outDir ?? outDir)
      if (isPreview) return
      openCache(CACHE)
      // Vite's client adds scripts and styles to the page.
      if (command !== 'build') return { html: { cspNonce: NONCE } }
      await rm(BUILD, { recursive: true, force: true })
      const built = { site: join(BUILD, 'site'), server: join(BUILD, 'server') }
      return {
        environments: environments(built.site, built.server),
        builder: {
          async buildApp(builder) {
            try {
              await buildSite(builder, built, { ...site, url: publicAddress(site.url) }, stories)
              await replaceFolder(built.server, SERVER)
              await replaceFolder(built.site, outDir)
            } catch (error) {
              if (!(error instanceof StoryError)) throw error
              console.error(`\n${error.message}\nNothing was built; ${relative('.', outDir)} is as it was.`)
              await rm(BUILD, { recursive: true, force: true })
              process.exit(1) // Otherwise Vite builds the remaining environments.
            }
            await rm(BUILD, { recursive: true, force: true })
          },
        },
      }
    },

    configurePreviewServer: (server) => servePreview(server, site),

    configureServer: (server) => servePages(server, site, stories),
  }
}
