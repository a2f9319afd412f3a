import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Assets } from '../../src/build/assets.ts'
import { renderDocument } from '../../src/build/Document.tsx'
import { explainerPage } from '../../src/build/explainerPage.tsx'
import { structuredDataOf } from '../../src/build/head.tsx'
import { oembedOf } from '../../src/build/oembed.ts'
import { posterOf } from '../../src/build/poster.ts'
import { loadEditions } from '../../src/compose/editions.ts'
import * as server from '../../src/server.tsx'

const site = {
  name: 'Datelines',
  main: 'islands',
  url: 'https://example.org/',
  contact: undefined,
  offline: true,
  framedBy: undefined,
  tiles: undefined,
}
/** Folder of prepared media */
export const MEDIA = join(tmpdir(), 'datelines-media')
const NO_FONTS = { rules: () => '', files: [] }
const ASSETS: Assets = {
  styleOf: () => ({ rules: '' }),
  plainStyle: { rules: '' },
  scripts: { page: 'page.js', live: 'live.js', embed: 'embed.js', gestures: 'gestures.js' },
  modules: [],
  worker: '',
}

/** Everything the build makes of the story in `folder`, in its first language; throws what the build would throw. */
export async function printStory(folder: string) {
  const editions = await loadEditions(join(folder, '..'), { drafts: true, media: MEDIA })
  const [edition] = editions
  if (!edition) throw new Error(`no story in ${folder}`)
  const { story, copy, warnings } = edition
  const path = `${story.slug}/`
  const parts = { site, editions: [edition], server, assets: ASSETS }
  const page = renderDocument(explainerPage(edition, NO_FONTS, { view: 'page', up: '../', home: './' }, parts))
  const place = { view: 'embed' as const, up: '../../', home: '../', full: '../' }
  return {
    story,
    copy,
    warnings,
    page,
    embed: renderDocument(explainerPage(edition, NO_FONTS, place, parts)),
    data: JSON.stringify(story),
    structured: JSON.stringify(structuredDataOf({ story, copy, site, path })),
    oembed: oembedOf(story, path, site),
    poster: posterOf(edition, site.name),
  }
}
