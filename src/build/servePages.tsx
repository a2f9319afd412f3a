/** The pages in development: made on each request, with the modules and style sheets that Vite serves. */
import { mkdir, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import type { ReactNode } from 'react'
import { build, type EnvironmentModuleNode, type ViteDevServer } from 'vite'
import { loadEditions, StoryError } from '../compose/editions.ts'
import { mediumAt } from '../compose/media.ts'
import { formatProblem, type Problem } from '../content/problems.ts'
import { slugsIn } from '../content/read.ts'
import { type PageFonts, pageFontsOf } from '../fonts/typefaces.ts'
import type { Site } from '../site.ts'
import type { Assets } from './assets.ts'
import { type DocumentProps, renderDocument } from './Document.tsx'
import { demoPage } from './demoPage.tsx'
import { explainerPage } from './explainerPage.tsx'
import { withProblems } from './Problems.tsx'
import { textOf } from './pageText.ts'
import { type PlainPage, plainDocument } from './plainPage.tsx'
import { PLAIN_PAGES, plainPages } from './plainPages.ts'
import { checkMainStory } from './storyList.tsx'
import { SHEETS } from './styles.ts'
import { manifestOf } from './webApp.tsx'

const FONTS = 'node_modules/.datelines/fonts'
const SERVER = '/src/server.tsx'

/** Serves the pages of the stories in the folder `stories`, and reloads them when a story changes. */
export function servePages(server: ViteDevServer, site: Site, stories: string) {
  const warned = new Set<string>()
  /** By path */
  const lastGood = new Map<string, DocumentProps>()
  server.watcher.on('all', (_, file) => {
    if (resolve(file).startsWith(resolve(stories))) server.ws.send({ type: 'full-reload' })
  })

  server.middlewares.use(async function servePage(request, response, next) {
    const [path = ''] = request.url?.split('?') ?? []
    const medium = mediumAt(path)
    if (medium) request.url = `/${medium}`
    if (path === '/manifest.json') return void response.end(manifestOf(site))
    if (path === '/embed.js') {
      response.setHeader('Content-Type', 'text/javascript').end(await loader())
      return
    }
    // The browser stays on the page while the editor opens.
    if (path === '/__open-in-editor') response.statusCode = 204
    if (medium || !/^(\/[a-z0-9-]+)*\/?$/i.test(path)) return next()
    try {
      const page = await pageOrProblems(path)
      if (!page) response.statusCode = 404
      const html = renderDocument(page ?? (await plainPage(await notFound(path))))
      response
        .setHeader('Content-Type', 'text/html; charset=utf-8')
        .end(await server.transformIndexHtml(request.url ?? '/', html))
    } catch (error) {
      next(error)
    }
  })

  /** The page at `path`, or while its story has errors the last one that had none, under a list of them. */
  async function pageOrProblems(path: string): Promise<DocumentProps | undefined> {
    try {
      const page = await pageAt(path)
      if (page) lastGood.set(path, page)
      return page
    } catch (error) {
      if (!(error instanceof StoryError)) throw error
      const problems = error.problems.length ? error.problems : [asProblem(error)]
      return withProblems(lastGood.get(path) ?? (await plainPage(brokenStory())), problems)
    }
  }

  async function plainPage(plain: PlainPage): Promise<DocumentProps> {
    const { page, fonts } = await plainDocument(plain, site, await devAssets(server))
    await writeFonts(fonts)
    return page
  }

  /** Says that there is no such page, and lists the stories. */
  async function notFound(path: string): Promise<PlainPage> {
    const slugs = await slugsIn(stories)
    return plainPageOf(
      `There is no page ${path}`,
      <ul>
        {slugs.map((slug) => (
          <li key={slug}>
            <a href={`/${slug}/`}>{slug}</a>
          </li>
        ))}
      </ul>,
      slugs,
    )
  }

  async function pageAt(path: string): Promise<DocumentProps | undefined> {
    const [slug = '', ...rest] = path.split('/').filter(Boolean)
    if (slug === 'demo') return demoPage(site.main, site, true)
    const { renderExplainer, renderEmbed } = await server.ssrLoadModule(SERVER)
    const assets = await devAssets(server)
    if (PLAIN_PAGES.includes(`${slug}/`)) {
      const plain = plainPages(await loadEditions(stories, { drafts: true }).catch(() => []), site)[`${slug}/`]
      return plain && plainPage(plain)
    }
    if (!slug) await checkMainStory(stories, site.main)
    const editions = await loadEditions(stories, { wanted: slug || site.main, drafts: true, tiles: site.tiles })
    const warnings = editions.flatMap(({ warnings }) => warnings)
    for (const line of warnings.map(formatProblem)) {
      if (!warned.has(line)) console.warn(line)
      warned.add(line)
    }
    const edition = editions.find(({ story }) => story.language === rest[0]) ?? editions[0]
    if (!edition) return
    const fonts = await pageFontsOf(textOf(edition, []))
    await writeFonts(fonts)
    const embed = rest.at(-1) === 'embed'
    const place = { up: '/', home: `/${edition.story.slug}/`, full: '../' }
    const parts = { site, editions, server: { renderExplainer, renderEmbed }, assets }
    const page = explainerPage(edition, fonts, { view: embed ? 'embed' : 'page', ...place }, parts)
    return embed ? page : withProblems(page, warnings)
  }
}

/** A plain page in English for authors. `words`: what `body` says. */
function plainPageOf(title: string, body: ReactNode, words: string[] = []): PlainPage {
  return {
    title,
    description: title,
    language: 'en',
    text: [title, ...words],
    body: (
      <main>
        <h1>{title}</h1>
        {body}
      </main>
    ),
  }
}

function brokenStory(): PlainPage {
  return plainPageOf('This story cannot be shown yet', null)
}

/** An error of the whole site, such as a story at the root that is not there. */
function asProblem({ message }: StoryError): Problem {
  return { file: 'src/site.ts', line: 1, severity: 'error', message }
}

/** The modules that Vite serves, and the style sheets that the server imports. */
async function devAssets({ environments: { ssr } }: ViteDevServer): Promise<Assets> {
  const imported = await sheetsUnder(await ssr.moduleGraph.getModuleByUrl(SERVER))
  const shown = (sheets: (keyof typeof SHEETS)[]) =>
    imported.filter((url) =>
      Object.entries(SHEETS).every(([name, test]) => !test.test(url) || sheets.some((wanted) => wanted === name)),
    )
  return {
    styleOf: (sheets) => ({ rules: '', sheets: shown(sheets) }),
    plainStyle: { rules: '', sheets: ['/src/build/plain.css'] },
    scripts: { page: 'src/client.tsx', live: 'src/blocks/live.ts', embed: 'src/embedded.tsx' },
    modules: [],
    worker: '',
    dev: { fonts: `/${FONTS}/` },
  }
}

/** Addresses of the style sheets that `module` and its imports import, in their order. */
function sheetsUnder(module: EnvironmentModuleNode | undefined, seen = new Set<EnvironmentModuleNode>()): string[] {
  if (!module || seen.has(module)) return []
  seen.add(module)
  if (module.url.endsWith('.css')) return [module.url]
  return [...module.importedModules].flatMap((imported) => sheetsUnder(imported, seen))
}

async function writeFonts({ files }: PageFonts) {
  await mkdir(FONTS, { recursive: true })
  for (const { name, bytes } of files) await writeFile(join(FONTS, name), bytes)
}

/** The loader as a classic script, as hosts get it. */
async function loader(): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'warn',
    build: { write: false, rolldownOptions: { input: 'src/embed/loader/loader.ts', output: { format: 'iife' } } },
  })
  return 'output' in built && built.output[0].type === 'chunk' ? built.output[0].code : ''
}
