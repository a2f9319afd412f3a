import { join } from 'node:path'
import { headOf, json, structuredDataOf } from '../../src/build/head.ts'
import { oembedOf } from '../../src/build/oembed.ts'
import { posterOf } from '../../src/build/poster.ts'
import { loadEditions } from '../../src/compose/editions.ts'
import { renderEmbed, renderExplainer } from '../../src/server.tsx'

/** Everything the press prints of the story in `folder`, in its first language; throws what the build would throw. */
export async function printStory(folder: string) {
  const [edition] = await loadEditions(join(folder, '..'))
  if (!edition) throw new Error(`no story in ${folder}`)
  const { story, copy, basemap, warnings } = edition
  const site = { name: 'Datelines', url: 'https://example.org/' }
  const path = `${story.slug}/`
  const head = (view: 'page' | 'embed') => headOf({ story, copy, site, path, up: '../', view })
  return {
    story,
    copy,
    warnings,
    page: head('page') + renderExplainer(story, copy, basemap, './'),
    embed: head('embed') + renderEmbed(story, copy, basemap, { home: '../', full: '../' }),
    data: json(story),
    structured: structuredDataOf({ story, copy, site, path }),
    oembed: oembedOf(story, path, site),
    poster: posterOf(edition, site.name),
  }
}
