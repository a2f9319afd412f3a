/** The Vite plugin that turns stories into pages: complete HTML at build, and the same on each request in development. */
import { copyFile, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { dirname, join, relative, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Plugin, ViteBuilder } from 'vite'
import { openCache } from '../cache.ts'
import { type Edition, loadEditions, pathOf, StoryError } from '../compose/editions.ts'
import { MEDIA, mediumAt } from '../compose/media.ts'
import { formatProblem } from '../content/problems.ts'
import { type PageFonts, pageFontsOf } from '../fonts/typefaces.ts'
import { directionOf } from '../language/index.ts'
import type { Site } from '../site.ts'
import { publicAddress } from './address.ts'
import { compress } from './compress.ts'
import { buildEmbedScripts, buildLive, embedEnvironments } from './embedScripts.ts'
import { feedFiles } from './feeds.ts'
import { headOf, json, structuredDataOf } from './head.ts'
import { serverFiles, withPolicy } from './headers.ts'
import { THIRD_PARTY } from './licences.ts'
import { withLive } from './liveBlocks.ts'
import { buildLoader, demoPage, oembedOf } from './oembed.ts'
import { renderPlainPage } from './plainPage.ts'
import { PLAIN_PAGES, plainPages } from './plainPages.ts'
import { drawPoster } from './poster.ts'
import { replaceFolder } from './replaceFolder.ts'
import { servePreview } from './servePreview.ts'
import { checkMainStory, siteLinksOf } from './storyList.tsx'
import { colourRules, laterFile, takeSheet } from './styles.ts'
import { buildWorker, drawIcon, manifestOf, offlineList } from './webApp.ts'

type Server = typeof import('../server.tsx')

const FOLDER = 'node_modules/.datelines'
/** Where a build is assembled before it replaces the last one */
const BUILD = `${FOLDER}/build`
/** Drawings, fonts and pictures of earlier builds */
const CACHE = `${FOLDER}/cache`
/** The renderers of the last build */
const SERVER = `${FOLDER}/server`
/** Fonts in development; a build puts them beside the other assets. */
const FONTS = `${FOLDER}/fonts`

interface Options {
  site: Site
  /** Folder of the stories, from the root of the project */
  stories: string
}

/** One page for each story and language, and the main story at the root. */
export function storyPages({ site, stories }: Options): Plugin {
  let outDir = 'dist'
  const warned = new Set<string>()
  return {
    name: 'datelines:pages',

    async config(config, { command, isPreview }) {
      outDir = resolve(config.build?.outDir ?? outDir)
      if (isPreview) return
      openCache(CACHE)
      if (command !== 'build') return
      await rm(BUILD, { recursive: true, force: true })
      const built = { site: join(BUILD, 'site'), server: join(BUILD, 'server') }
      return {
        environments: {
          client: { build: { outDir: built.site } },
          ssr: { build: { outDir: built.server, ssr: true, rollupOptions: { input: 'src/server.tsx' } } },
          ...embedEnvironments(built.site),
        },
        builder: {
          async buildApp(builder) {
            try {
              await buildSite(builder, built, { site: { ...site, url: publicAddress(site.url) }, stories })
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

    configureServer(server) {
      server.watcher.on('all', (_, file) => {
        if (resolve(file).startsWith(resolve(stories))) server.ws.send({ type: 'full-reload' })
      })
      server.middlewares.use(async function servePages(request, response, next) {
        const [path = ''] = request.url?.split('?') ?? []
        if (path === '/manifest.json') return void response.end(manifestOf(site))
        if (PLAIN_PAGES.includes(path.slice(1))) {
          const page = plainPages(await loadEditions(stories).catch(() => []), site)[path.slice(1)]
          const printed = page && (await renderPlainPage(page, '../', `/${FONTS}/`))
          await writeFiles(FONTS, printed?.files ?? [])
          response.setHeader('Content-Type', 'text/html; charset=utf-8').end(printed?.html)
          return
        }
        const medium = mediumAt(path)
        if (medium) request.url = `/${medium}`
        else if (/^(\/[a-z0-9-]+)*\/?$/i.test(path)) request.url = '/index.html'
        next()
      })
    },

    transformIndexHtml: {
      order: 'pre',
      async handler(shell, { server, originalUrl = '/' }) {
        if (!server) return shell
        const [slug, ...rest] = originalUrl.split(/[?#]/)[0]?.split('/').filter(Boolean) ?? []
        const editions = await loadEditions(stories, { wanted: slug ?? site.main, tiles: site.tiles })
        printWarnings(editions, warned)
        const edition = editions.find(({ story }) => story.language === rest[0]) ?? editions[0]
        if (!slug || !edition) await checkMainStory(stories, site.main)
        if (!edition) return shell
        const renderers = (await server.ssrLoadModule('/src/server.tsx')) as Server
        const type = await pageFontsOf(
          contentsOf(edition, editions, renderers),
          json(edition.story.words),
          `/${FONTS}/`,
        )
        await writeFiles(FONTS, type.files)
        const embed = rest.at(-1) === 'embed'
        return fill(embed ? shell.replace('client.tsx', 'embedded.tsx') : shell, edition, editions, renderers, {
          view: embed ? 'embed' : 'page',
          ...(embed && { full: '../' }),
          up: '/',
          home: `/${edition.story.slug}/`,
          type,
          sheet: type.laterRules, // Vite injects the style sheets, and again when one changes.
          later: '',
          map: '',
          live: { tag: '<script type="module" src="/src/article/liveBlocks.ts"></script>', sheet: '' },
          site,
        })
      },
    },
  }
}

/** Prints the warnings for authors; in development, only those not printed before. */
function printWarnings(editions: Edition[], printed = new Set<string>()) {
  for (const line of editions.flatMap(({ warnings }) => warnings.map(formatProblem))) {
    if (!printed.has(line)) console.warn(line)
    printed.add(line)
  }
}

async function buildSite(builder: ViteBuilder, built: { site: string; server: string }, { site, stories }: Options) {
  const editions = await loadEditions(stories, { tiles: site.tiles })
  printWarnings(editions)
  await checkMainStory(stories, site.main)
  const { client, ssr } = builder.environments
  if (!client || !ssr) throw new Error('pages: Vite gave no client or no server environment')
  await builder.build(client)
  await builder.build(ssr)
  const server: Server = await import(pathToFileURL(resolve(built.server, 'server.js')).href)
  const { shell, sheet } = await takeSheet(built.site, await readFile(join(built.site, 'index.html'), 'utf8'))
  const scripts = (await readdir(join(built.site, 'assets')))
    .filter((name) => name.endsWith('.js'))
    .map((name) => `assets/${name}`)
  const map = scripts.find((name) => /\/map-[^/]*$/.test(name))
  if (!map) throw new Error('pages: Vite has made no script of the map')
  const frame = await buildEmbedScripts(builder, built.site, shell)
  const { script, sheet: liveSheet } = await buildLive(builder, built.site)
  // For tests, which put a film in a page: none of our stories needs to have one.
  await write(join(built.server, 'live.css'), liveSheet)
  const live = { tag: `<script defer src="./${script}"></script>`, sheet: liveSheet }
  for (const edition of editions) {
    const { story, main } = edition
    const type = await pageFontsOf(contentsOf(edition, editions, server), json(story.words))
    await writeFiles(join(built.site, 'assets'), type.files)
    const put = async (page: string, places: Omit<Places, 'type' | 'sheet' | 'later' | 'map' | 'live' | 'site'>) => {
      const made = places.view === 'embed' ? frame : { shell, sheet }
      const later = laterFile(made.sheet, type)
      await writeFiles(join(built.site, 'assets'), [later])
      const style = { type, sheet: made.sheet.first, later: later.name }
      const html = fill(made.shell, edition, editions, server, { ...places, ...style, map, live, site })
      if (places.view === 'embed' || !site.offline) return write(join(built.site, page), withPolicy(html, site))
      const kept = withPolicy(html.replace(' data-root=', ' data-offline data-root='), site, { keeps: true })
      await write(join(built.site, page), kept)
      const needed = kept.includes(script) ? [...scripts, script] : scripts
      const assets = [later, ...type.files].map(({ name }) => `assets/${name}`)
      const files = [...needed, ...assets, 'icon.svg', 'manifest.json']
      await write(join(built.site, dirname(page), 'offline.json'), offlineList(kept, files, places.up))
    }
    const path = pathOf(edition)
    const up = main ? '../' : '../../'
    const home = main ? './' : '../'
    await put(join(path, 'index.html'), { view: 'page', up, home })
    if (main && story.slug === site.main) await put('index.html', { view: 'page', up: './', home: `./${story.slug}/` })
    await put(join(path, 'embed/index.html'), { view: 'embed', up, home, full: '../' })
    // The loader names the language of every embed, also the first one.
    if (main) await put(join(path, story.language, 'embed/index.html'), { view: 'embed', up, home, full: '../../' })
    for (const file of main ? edition.media : []) {
      await mkdir(join(built.site, path, 'media'), { recursive: true })
      await copyFile(join(MEDIA, file), join(built.site, path, 'media', file))
    }
    await write(join(built.site, path, 'oembed.json'), oembedOf(story, path, site))
    await writeFile(join(built.site, path, 'poster.png'), await drawPoster(edition, site.name))
  }
  for (const [path, page] of Object.entries(plainPages(editions, site))) {
    const { html, files } = await renderPlainPage(page, '../', '../assets/')
    await writeFiles(join(built.site, 'assets'), files)
    await write(join(built.site, path, 'index.html'), withPolicy(html, site))
  }
  const { url } = site
  for (const [file, text] of Object.entries(url ? feedFiles(editions, { ...site, url }) : {}))
    await write(join(built.site, file), text)
  await buildLoader(built.site)
  await buildWorker(built.site, site.offline)
  await write(join(built.site, 'manifest.json'), manifestOf(site))
  await writeFile(join(built.site, 'icon.png'), await drawIcon())
  await write(join(built.site, 'demo/index.html'), withPolicy(await demoPage(site.main), site))
  for (const [file, text] of Object.entries(serverFiles(site, hashedMedia(editions))))
    await write(join(built.site, file), text)
  await copyFile(THIRD_PARTY, join(built.site, THIRD_PARTY))
  await compress(built.site)
  if (!site.url)
    console.log(
      'DATELINES_URL is not set: left out are canonical and hreflang, the poster in link previews and in oEmbed, og:url, the feeds, sitemap.xml and robots.txt; oEmbed’s addresses are relative.',
    )
}

/** What differs between the pages of an edition */
interface Places {
  view: 'page' | 'embed'
  /** From the full explainer to the root of the site */
  up: string
  /** From a full page to the folder of its story */
  home: string
  /** From an embed to its full explainer */
  full?: string
  type: PageFonts
  /** The inline style, and the name of the deferred style sheet; '' where there is none */
  sheet: string
  later: string
  /** The script of the map, from the root of the site; '' where it is not preloaded */
  map: string
  /** Script and style of live blocks */
  live: { tag: string; sheet: string }
  site: Site
}

/** Fills the HTML shell with a page of an edition. */
function fill(shell: string, edition: Edition, editions: Edition[], server: Server, places: Places): string {
  const { view, full = '', type, sheet, later, map, site } = places
  const [up, home] = [`${full}${places.up}`, `${full}${places.home}`]
  const { story, copy, basemap, colours, svgRules } = edition
  const page = {
    '<html lang="en">': `<html lang="${story.language}" dir="${directionOf(story.language)}"${lanesOf(story)}>`,
    '<!--head-->': headOf({ story, copy, site, path: pathOf(edition), up, view }),
    '<!--style-->': `<style>${sheet}${colourRules(colours)}${svgRules}${type.rules}</style>`,
    '<!--soon-->': map && view === 'page' ? `<link rel="modulepreload" crossorigin href="./${map}">` : '',
    'id="_explainer"': `id="_explainer" ${view === 'embed' ? `data-full="${full}"` : `data-root="${up}"`}`,
    '<!--explainer-->':
      view === 'embed'
        ? server.renderEmbed(story, copy, basemap, { home, full })
        : server.renderExplainer(story, copy, basemap, home, siteLinksOf(edition, editions, up)),
    '<!--later style-->': later && `<link rel="stylesheet" href="./assets/${later}">`,
    '<!--data-->': view === 'embed' ? '' : structuredDataOf({ story, copy, site, path: pathOf(edition) }),
    '<!--story-->': json(story),
  }
  const filled = Object.entries(page).reduce((html, [slot, content]) => html.replace(slot, () => content), shell)
  return withLive(filled, places.live)
    .replaceAll('"./assets/', `"${up}assets/`)
    .replaceAll('"./icon.svg', `"${up}icon.svg`)
}

/** Attribute for the style sheet, which reserves room for lanes. */
function lanesOf({ lanes }: Edition['story']): string {
  return lanes ? ` data-lanes="${lanes.length}"` : ''
}

/** Folders of media in which every name has a hash. Portraits keep the author's names. */
function hashedMedia(editions: Edition[]): string[] {
  const hashed = ({ main, media, copy }: Edition) =>
    main && media.length > 0 && copy.people.every((one) => !one.portrait)
  return editions.filter(hashed).map((edition) => `${pathOf(edition)}media/`)
}

/** The contents of an edition's pages, as HTML. */
function contentsOf(edition: Edition, editions: Edition[], server: Server): string[] {
  const { story, copy, basemap } = edition
  return [
    server.renderExplainer(story, copy, basemap, './', siteLinksOf(edition, editions, '../')),
    server.renderEmbed(story, copy, basemap, { home: './', full: '../' }),
  ]
}

async function writeFiles(folder: string, files: { name: string; bytes: Buffer }[]) {
  await mkdir(folder, { recursive: true })
  for (const { name, bytes } of files) await writeFile(join(folder, name), bytes)
}

async function write(file: string, content: string) {
  await mkdir(dirname(file), { recursive: true })
  await writeFile(file, content)
}
