/** The Vite plugin that turns stories into pages: complete HTML at build, the same on every request while developing. */
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Plugin, ViteBuilder } from 'vite'
import { site } from '../site.ts'
import { headOf, json } from './head.ts'
import { drawPoster } from './poster.ts'
import { type Edition, loadEditions, StoryError } from './stories.ts'

type Render = typeof import('../server.tsx').renderExplainer

const STORIES = 'src/stories'
/** Here the site is put together; only a finished one takes the place of the last. */
const WORKSHOP = 'node_modules/.datelines'
const SITE = `${WORKSHOP}/site`
const SERVER = `${WORKSHOP}/server`

/** One page for each story and language, and the main story at the root. */
export function storyPages(): Plugin {
  let outDir = 'dist'
  return {
    name: 'datelines:pages',

    config(config, { command, isPreview }) {
      outDir = config.build?.outDir ?? outDir
      if (command !== 'build' || isPreview) return
      return {
        environments: {
          client: { build: { outDir: SITE, emptyOutDir: true } },
          ssr: { build: { outDir: SERVER, emptyOutDir: true, ssr: true, rollupOptions: { input: 'src/server.tsx' } } },
        },
        builder: {
          async buildApp(builder) {
            try {
              await buildSite(builder, outDir)
            } catch (error) {
              if (!(error instanceof StoryError)) throw error
              console.error(`\n${error.message}\nNothing was built; ${outDir} is as it was.`)
              process.exit(1)
            }
          },
        },
      }
    },

    configureServer(server) {
      server.watcher.on('all', (_, file) => {
        if (resolve(file).startsWith(resolve(STORIES))) server.ws.send({ type: 'full-reload' })
      })
      server.middlewares.use(function servePages(request, _, next) {
        if (request.url && /^\/[a-z0-9-]*\/?(\?.*)?$/.test(request.url)) request.url = '/index.html'
        next()
      })
    },

    transformIndexHtml: {
      order: 'pre',
      async handler(shell, { server, originalUrl = '/' }) {
        if (!server) return shell
        const editions = await loadEditions(STORIES)
        const slug = originalUrl.split(/[/?#]/)[1] || site.main
        const edition = editions.find(({ story }) => story.slug === slug) ?? editions[0]
        if (!edition) throw new StoryError(`There is no story in ${STORIES}.`)
        const { renderExplainer } = await server.ssrLoadModule('/src/server.tsx')
        return fill(shell, edition, renderExplainer, '/')
      },
    },
  }
}

async function buildSite(builder: ViteBuilder, outDir: string) {
  const editions = await loadEditions(STORIES)
  const { client, ssr } = builder.environments
  if (!client || !ssr) throw new Error('pages: Vite gave no client or no server environment')
  await builder.build(client)
  await builder.build(ssr)
  const server: { renderExplainer: Render } = await import(pathToFileURL(resolve(SERVER, 'server.js')).href)
  const shell = await readFile(join(SITE, 'index.html'), 'utf8')
  for (const edition of editions) {
    const { slug, language } = edition.story
    const path = edition.main ? `${slug}/` : `${slug}/${language}/`
    await write(
      join(SITE, path, 'index.html'),
      fill(shell, edition, server.renderExplainer, edition.main ? '../' : '../../'),
    )
    await writeFile(join(SITE, path, 'poster.png'), await drawPoster(edition.story, edition.basemap, site.name))
    if (edition.main && slug === site.main)
      await write(join(SITE, 'index.html'), fill(shell, edition, server.renderExplainer, './'))
  }
  await rm(outDir, { recursive: true, force: true })
  await rename(SITE, outDir)
}

/** The page of an edition; `up` leads from it to the root of the site. */
function fill(shell: string, { story, basemap, main }: Edition, render: Render, up: string): string {
  const path = main ? `${story.slug}/` : `${story.slug}/${story.language}/`
  const page = {
    '<html lang="en">': `<html lang="${story.language}">`,
    '<!--head-->': headOf({ story, site, path, up }),
    '<!--explainer-->': render(story, basemap),
    '<!--story-->': json(story),
  }
  const filled = Object.entries(page).reduce((html, [slot, content]) => html.replace(slot, () => content), shell)
  return filled.replaceAll('"./assets/', `"${up}assets/`)
}

async function write(file: string, content: string) {
  await mkdir(dirname(file), { recursive: true })
  await writeFile(file, content)
}
