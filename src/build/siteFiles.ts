/** The files of a site that belong to no story: list, statement, demonstration, feeds, headers and what browsers ask for. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { EditionRecord } from '../compose/record.ts'
import type { Site } from '../project/project.ts'
import type { Assets } from './assets.ts'
import { compressed } from './compress.ts'
import { renderDocument } from './Document.tsx'
import { demoPage } from './demoPage.tsx'
import { feedFiles } from './feeds.ts'
import { serverFiles } from './headers.ts'
import { THIRD_PARTY } from './licences.ts'
import { plainDocument } from './plainPage.tsx'
import { plainPages } from './plainPages.ts'
import { drawIcon, manifestOf, UNREGISTER } from './webApp.tsx'

/** Those files by path from the root of the site. `engine`: our folder. */
export async function siteFiles(
  records: EditionRecord[],
  site: Site,
  assets: Assets,
  engine: string,
): Promise<Record<string, Buffer>> {
  const pages: Record<string, Buffer | string> = {}
  for (const [path, plain] of Object.entries(plainPages(records, site))) {
    const { page, fonts } = await plainDocument(plain, site, assets)
    for (const { name, bytes } of fonts.files) pages[`assets/${name}`] = bytes
    pages[`${path}index.html`] = renderDocument(page)
  }
  const { url } = site
  const hashed = records.flatMap(({ main, media, path }) => (main && media ? `${path}media/` : []))
  return compressed({
    ...pages,
    'demo/index.html': renderDocument(demoPage(site.main, site)),
    ...(url && feedFiles(records, { ...site, url })),
    ...serverFiles(site, hashed),
    'sw.js': site.offline ? assets.worker : UNREGISTER,
    'manifest.json': manifestOf(site),
    'icon.png': await drawIcon(engine),
    'icon.svg': await readFile(join(engine, 'public/icon.svg')),
    [THIRD_PARTY]: await readFile(join(engine, THIRD_PARTY)),
  })
}
