/** The pages in development: made on each request, with the modules and style sheets that Vite serves. */
import { existsSync } from 'node:fs'
import { join, sep } from 'node:path'
import type { ReactNode } from 'react'
import sirv from 'sirv'
import { build, type EnvironmentModuleNode, type ViteDevServer } from 'vite'
import { loadEditions } from '../compose/editions.ts'
import { mediumAt } from '../compose/media.ts'
import { formatFrom, StoryError } from '../content/problems.ts'
import { slugsIn } from '../content/read.ts'
import { type PageFonts, pageFontsOf } from '../fonts/typefaces.ts'
import { mediaFolder, openProject, type Project, type Site } from '../project/project.ts'
import type { Assets } from './assets.ts'
import { type DocumentProps, renderDocument } from './Document.tsx'
import { demoPage } from './demoPage.tsx'
import { explainerPage } from './explainerPage.tsx'
import { engineHash } from './hash.ts'
import { withProblems } from './Problems.tsx'
import { textOf } from './pageText.ts'
import { type PlainPage, plainDocument } from './plainPage.tsx'
import { PLAIN_PAGES, plainPages } from './plainPages.ts'
import { readRecords } from './records.ts'
import { checkMainStory } from './storyList.tsx'
import { SHEETS } from './styles.ts'
import { manifestOf } from './webApp.tsx'

/** Address of the fonts, which are in memory */
const FONTS = '/__fonts/'
const SERVER = '/src/server.tsx'

/** Serves the pages of a project, and reloads them when a story or a setting changes. */
export function servePages(server: ViteDevServer, project: Project) {
  const { engine, root, stories } = project
  const config = join(root, project.config)
  const version = engineHash(engine)
  let settings = project.site
  const media = mediaFolder(project)
  const warned = new Set<string>()
  /** By path */
  const lastGood = new Map<string, DocumentProps>()
  /** By name */
  const fontFiles = new Map<string, Buffer>()
  const serveMedium = sirv(media, { dev: true })
  server.watcher.add([stories, config])
  server.watcher.on('all', async function reload(_, file) {
    if (file !== config && !file.startsWith(stories + sep)) return
    if (file === config)
      await openProject(root).then(
        ({ site }) => {
          settings = site
        },
        (error) => console.error(error instanceof StoryError ? error.message : error),
      )
    server.ws.send({ type: 'full-reload' })
  })

  server.middlewares.use(async function servePage(request, response, next) {
    const [path = ''] = request.url?.split('?') ?? []
    const medium = mediumAt(path)
    // Modules of blocks/media have such addresses too.
    if (medium && existsSync(join(media, medium))) {
      request.url = `/${medium}`
      return serveMedium(request, response, next)
    }
    const font = path.startsWith(FONTS) && fontFiles.get(path.slice(FONTS.length))
    if (font) return void response.setHeader('Content-Type', 'font/woff2').end(font)
    if (path === '/manifest.json')
      return void response.setHeader('Content-Type', 'application/manifest+json').end(manifestOf(settings))
    if (path === '/embed.js')
      return void response.setHeader('Content-Type', 'text/javascript').end(await loader(engine))
    // The browser stays on the page while the editor opens.
    if (path === '/__open-in-editor') response.statusCode = 204
    if (!/^(\/[a-z0-9-]+)*\/?$/i.test(path)) return next()
    try {
      const slugs = await slugsIn(stories)
      const site = { ...settings, main: settings.main ?? slugs[0] ?? '' }
      const page = await pageOrProblems(path, site)
      if (!page) response.statusCode = 404
      const html = renderDocument(page ?? (await plainPage(notFound(path, slugs), site)))
      response
        .setHeader('Content-Type', 'text/html; charset=utf-8')
        .end(await server.transformIndexHtml(request.url ?? '/', html))
    } catch (error) {
      next(error)
    }
  })

  /** The page at `path`, or while its story has errors the last one that had none, under a list of them. */
  async function pageOrProblems(path: string, site: Site): Promise<DocumentProps | undefined> {
    try {
      const page = await pageAt(path, site)
      if (page) lastGood.set(path, page)
      return page
    } catch (error) {
      if (!(error instanceof StoryError)) throw error
      const ofSite = { file: config, line: 1, severity: 'error' as const, message: error.message }
      const problems = error.problems.length ? error.problems : [ofSite]
      return withProblems(lastGood.get(path) ?? (await plainPage(BROKEN_STORY, site)), problems, root)
    }
  }

  async function plainPage(plain: PlainPage, site: Site): Promise<DocumentProps> {
    const { page, fonts } = await plainDocument(plain, site, await devAssets(server))
    keepFonts(fonts)
    return page
  }

  /** Says that there is no such page, and lists the stories. */
  function notFound(path: string, slugs: string[]): PlainPage {
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

  async function pageAt(path: string, site: Site): Promise<DocumentProps | undefined> {
    const [slug = '', ...rest] = path.split('/').filter(Boolean)
    if (slug === 'demo') return demoPage(site.main, site, true)
    const { renderExplainer, renderEmbed } = await server.ssrLoadModule(SERVER)
    const assets = await devAssets(server)
    if (PLAIN_PAGES.includes(`${slug}/`)) {
      const options = { stories, engine: version, drafts: true, from: root }
      const records = await readRecords(await slugsIn(stories), options).catch(() => [])
      const all = records.flatMap(({ editions }) => editions)
      const plain = plainPages(all, site)[`${slug}/`]
      return plain && plainPage(plain, site)
    }
    if (!slug) await checkMainStory({ ...project, site: settings })
    const wanted = slug || site.main
    const editions = await loadEditions(stories, { wanted, drafts: true, tiles: site.tiles, media, from: root })
    const warnings = editions.flatMap(({ warnings }) => warnings)
    for (const line of warnings.map(formatFrom(root))) {
      if (!warned.has(line)) console.warn(line)
      warned.add(line)
    }
    const edition = editions.find(({ story }) => story.language === rest[0]) ?? editions[0]
    if (!edition) return
    const fonts = await pageFontsOf(textOf(edition, []), false)
    keepFonts(fonts)
    const embed = rest.at(-1) === 'embed'
    const place = { up: '/', home: `/${edition.story.slug}/`, full: '../' }
    const parts = { site, server: { renderExplainer, renderEmbed }, assets }
    const page = explainerPage(edition, fonts, { view: embed ? 'embed' : 'page', ...place }, parts)
    return embed ? page : withProblems(page, warnings, root)
  }

  function keepFonts({ files }: PageFonts) {
    for (const { name, bytes } of files) fontFiles.set(name, bytes)
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

const BROKEN_STORY = plainPageOf('This story cannot be shown yet', null)

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
    scripts: { page: 'src/client.tsx', live: 'src/blocks/live.ts', embed: 'src/embedded.ts' },
    modules: [],
    worker: '',
    dev: { fonts: FONTS },
  }
}

/** Addresses of the style sheets that `module` and its imports import, in their order. */
function sheetsUnder(module: EnvironmentModuleNode | undefined, seen = new Set<EnvironmentModuleNode>()): string[] {
  if (!module || seen.has(module)) return []
  seen.add(module)
  if (module.url.endsWith('.css')) return [module.url]
  return [...module.importedModules].flatMap((imported) => sheetsUnder(imported, seen))
}

/** The loader as a classic script, as hosts get it. */
async function loader(engine: string): Promise<string> {
  const input = join(engine, 'src/embed/loader/loader.ts')
  const built = await build({
    configFile: false,
    envDir: false,
    root: engine,
    logLevel: 'warn',
    build: { write: false, rolldownOptions: { input, output: { format: 'iife' } } },
  })
  return 'output' in built && built.output[0].type === 'chunk' ? built.output[0].code : ''
}
