/** The finished files of a story: its pages in all languages, fonts, posters and what lies beside them. */
import { join } from 'node:path/posix'
import type { Edition } from '../compose/editions.ts'
import { pathOf } from '../compose/record.ts'
import { pageFontsOf } from '../fonts/typefaces.ts'
import { compressed } from './compress.ts'
import { renderDocument } from './Document.tsx'
import { explainerPage, offlineFiles, type Place, type SiteParts } from './explainerPage.tsx'
import { oembedOf } from './oembed.ts'
import { textOf } from './pageText.ts'
import { drawPoster } from './poster.ts'
import type { OtherStories } from './storyList.tsx'
import { offlineList } from './webApp.tsx'

/** The files of a story by path from the root of the site, without its media. `others`: the links of each edition. */
export async function storyFiles(
  editions: Edition[],
  others: OtherStories[],
  parts: SiteParts,
): Promise<Record<string, Buffer>> {
  const files = {}
  for (const [i, edition] of editions.entries()) Object.assign(files, await editionFiles(edition, others[i], parts))
  return compressed(files)
}

async function editionFiles(edition: Edition, others: OtherStories | undefined, parts: SiteParts) {
  const { story, main } = edition
  const { site } = parts
  const files: Record<string, Buffer | string> = {}
  const fonts = await pageFontsOf(textOf(edition, others?.others.map(({ headline }) => headline) ?? []))
  for (const { name, bytes } of fonts.files) files[`assets/${name}`] = bytes
  const put = (path: string, place: Place) => {
    const html = renderDocument(explainerPage(edition, fonts, place, parts))
    files[join(path, 'index.html')] = html
    if (place.view === 'page' && site.offline)
      files[join(path, 'offline.json')] = offlineList(html, offlineFiles(edition, fonts, place, parts))
  }
  const path = pathOf(edition)
  const place = { up: main ? '../' : '../../', home: main ? './' : '../' }
  const putEmbed = (folder: string, full: string) =>
    put(join(path, folder), { view: 'embed', up: full + place.up, home: full + place.home, full })
  put(path, { view: 'page', ...place, others })
  if (main && story.slug === site.main) put('', { view: 'page', up: './', home: `./${story.slug}/`, others })
  putEmbed('embed', '../')
  // The loader names the language of every embed, also the first one.
  if (main) putEmbed(`${story.language}/embed`, '../../')
  files[join(path, 'oembed.json')] = oembedOf(story, path, site)
  files[join(path, 'poster.png')] = await drawPoster(edition, site.name)
  return files
}
