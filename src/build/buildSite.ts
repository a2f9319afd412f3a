/** Builds the site: scripts and styles by Vite, and from the stories all pages and files around them. */
import { copyFile, mkdir, readdir, rm, writeFile } from 'node:fs/promises'
import { dirname, join, relative } from 'node:path'
import { pathToFileURL } from 'node:url'
import { createBuilder } from 'vite'
import { type Edition, loadEditions, pathOf } from '../compose/editions.ts'
import { formatFrom, StoryError } from '../content/problems.ts'
import { pageFontsOf } from '../fonts/typefaces.ts'
import { mediaFolder, type Project, type Site } from '../project/project.ts'
import { assetsIn } from './assets.ts'
import { compress } from './compress.ts'
import { type DocumentProps, renderDocument } from './Document.tsx'
import { demoPage } from './demoPage.tsx'
import { buildAll, environments } from './environments.ts'
import { explainerPage, offlineFiles, type Place, type SiteParts } from './explainerPage.tsx'
import { feedFiles } from './feeds.ts'
import { serverFiles } from './headers.ts'
import { THIRD_PARTY } from './licences.ts'
import { oembedOf } from './oembed.ts'
import { textOf } from './pageText.ts'
import { plainDocument } from './plainPage.tsx'
import { plainPages } from './plainPages.ts'
import { drawPoster } from './poster.ts'
import { replaceFolder } from './replaceFolder.ts'
import { checkMainStory, siteLinksOf } from './storyList.tsx'
import { viteConfig } from './vite.ts'
import { drawIcon, manifestOf, offlineList, UNREGISTER } from './webApp.tsx'

/** Builds the site of a project. It replaces the last one when it is complete; otherwise that stays as it was. */
export async function buildSite(project: Project) {
  await checkOut(project)
  const folder = join(project.cache, 'build')
  const built = { site: join(folder, 'site'), server: join(folder, 'server') }
  await rm(folder, { recursive: true, force: true })
  try {
    await writeSite(project, built)
    await replaceFolder(built.server, join(project.cache, 'server'))
    await replaceFolder(built.site, project.out)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** Throws a StoryError if the site would replace files that no build has made. */
async function checkOut({ root, out }: Project) {
  const files = await readdir(out).catch((): string[] => [])
  if (files.length > 0 && !files.includes('embed.js'))
    throw new StoryError(
      `${relative(root, out) || out} has files that no build has made: name another folder, or empty it.`,
    )
}

/** Writes the site and its server into the folders `built`. */
async function writeSite(project: Project, built: { site: string; server: string }) {
  const { engine, root, stories, site: settings } = project
  const media = mediaFolder(project)
  const editions = await loadEditions(stories, { tiles: settings.tiles, media, from: root })
  for (const problem of editions.flatMap(({ warnings }) => warnings)) console.warn(formatFrom(root)(problem))
  await checkMainStory(project)
  const main = settings.main ?? editions[0]?.story.slug
  if (main === undefined) throw new StoryError('All stories are drafts: take “draft: true” out of the one to publish.')
  if (!editions.some(({ story }) => story.slug === main))
    throw new StoryError(`${project.config}: main: the story “${main}” is a draft`)
  const site: Site = { ...settings, main }
  const builder = await createBuilder({
    ...viteConfig(project),
    logLevel: 'warn',
    environments: environments(engine, built),
  })
  const assets = assetsIn(await buildAll(builder))
  const server: SiteParts['server'] = await import(pathToFileURL(join(built.server, 'server.mjs')).href)
  const write = (path: string, content: string | Buffer) => writeAt(join(built.site, path), content)
  const writePage = (path: string, page: DocumentProps) => write(join(path, 'index.html'), renderDocument(page))

  for (const edition of editions)
    await writeEdition(edition, { site, editions, server, assets }, { folder: built.site, media })
  for (const [path, plain] of Object.entries(plainPages(editions, site))) {
    const { page, fonts } = await plainDocument(plain, site, assets)
    for (const { name, bytes } of fonts.files) await write(`assets/${name}`, bytes)
    await writePage(path, page)
  }
  await writePage('demo', demoPage(site.main, site))
  const { url } = site
  const files = {
    ...(url && feedFiles(editions, { ...site, url })),
    ...serverFiles(site, hashedMedia(editions)),
    'sw.js': site.offline ? assets.worker : UNREGISTER,
    'manifest.json': manifestOf(site),
    'icon.png': await drawIcon(engine),
  }
  for (const [path, content] of Object.entries(files)) await write(path, content)
  await copyFile(join(engine, THIRD_PARTY), join(built.site, THIRD_PARTY))
  await compress(built.site)
  if (!url)
    console.log(
      'No url is set: left out are canonical and hreflang, the poster in link previews and in oEmbed, og:url, the feeds, sitemap.xml and robots.txt; oEmbed’s addresses are relative.',
    )
  else if (!site.contact) console.log('No contact is set: the accessibility page names nobody to write to.')
}

/** Writes the pages of an edition and the files beside them into `folder`. `media`: where its media have been prepared. */
async function writeEdition(
  edition: Edition,
  parts: SiteParts,
  { folder, media: prepared }: { folder: string; media: string },
) {
  const { story, main, media } = edition
  const { site, editions } = parts
  const write = (path: string, content: string | Buffer) => writeAt(join(folder, path), content)
  const others = siteLinksOf(edition, editions, './').others.map(({ headline }) => headline)
  const fonts = await pageFontsOf(textOf(edition, others))
  for (const { name, bytes } of fonts.files) await write(`assets/${name}`, bytes)
  const put = async (path: string, place: Place) => {
    const html = renderDocument(explainerPage(edition, fonts, place, parts))
    await write(join(path, 'index.html'), html)
    if (place.view === 'page' && site.offline)
      await write(join(path, 'offline.json'), offlineList(html, offlineFiles(edition, fonts, place, parts)))
  }
  const path = pathOf(edition)
  const place = { up: main ? '../' : '../../', home: main ? './' : '../' }
  const putEmbed = (folder: string, full: string) =>
    put(join(path, folder), { view: 'embed', up: full + place.up, home: full + place.home, full })
  await put(path, { view: 'page', ...place })
  if (main && story.slug === site.main) await put('', { view: 'page', up: './', home: `./${story.slug}/` })
  await putEmbed('embed', '../')
  // The loader names the language of every embed, also the first one.
  if (main) await putEmbed(`${story.language}/embed`, '../../')
  if (main && media.length > 0) await mkdir(join(folder, path, 'media'), { recursive: true })
  for (const file of main ? media : []) await copyFile(join(prepared, file), join(folder, path, 'media', file))
  await write(join(path, 'oembed.json'), oembedOf(story, path, site))
  await write(join(path, 'poster.png'), await drawPoster(edition, site.name))
}

/** Folders of media in which every name has a hash. Portraits keep the author's names. */
function hashedMedia(editions: Edition[]): string[] {
  const hashed = ({ main, media, copy }: Edition) =>
    main && media.length > 0 && copy.people.every((one) => !one.portrait)
  return editions.filter(hashed).map((edition) => `${pathOf(edition)}media/`)
}

async function writeAt(file: string, content: string | Buffer) {
  await mkdir(dirname(file), { recursive: true })
  await writeFile(file, content)
}
