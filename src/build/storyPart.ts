/**
 * A story from its folder to its finished files, kept in the cache in two parts: its editions, which take long to draw, and
 * the files, which change also with the settings and with the other stories that its pages link to.
 */
import { join } from 'node:path'
import { cachedLazy, markUsed } from '../cache.ts'
import { loadEditions } from '../compose/editions.ts'
import { formatFrom } from '../content/problems.ts'
import { mediaFolder, type Project, type Site } from '../project/project.ts'
import { readUnchanged } from './hash.ts'
import type { StoryRecord } from './records.ts'
import type { Scripts } from './scripts.ts'
import { storyFiles } from './storyFiles.ts'
import type { OtherStories } from './storyList.tsx'
import type { Part } from './updateFolder.ts'

/** What all stories of a build share */
interface Shared {
  project: Project
  site: Site
  scripts: Scripts
  /** Hash of the engine */
  engine: string
}

/** A story as a part of the site, and a way to render it into the cache if it is not `ready` there. */
export function storyPart(
  { slug, hash }: StoryRecord,
  others: OtherStories[],
  { project, site, scripts, engine }: Shared,
): Part & { ready: boolean; render: () => Promise<unknown> } {
  const { stories, root } = project
  const media = mediaFolder(project)
  const load = () => loadEditions(stories, { wanted: slug, tiles: site.tiles, media, from: root })

  const editions = cachedLazy('editions', [engine, slug, hash, site.tiles], async () => {
    const editions = await readUnchanged(join(stories, slug), hash, load)
    for (const problem of editions.flatMap(({ warnings }) => warnings)) console.warn(formatFrom(root)(problem))
    // They name files of this machine, and have been said.
    return editions.map((edition) => ({ ...edition, warnings: [] }))
  })
  const settings = { ...site, main: slug === site.main }
  const pages = cachedLazy('pages', [engine, slug, hash, settings, others], async () => {
    const made = await editions.get()
    const server = await scripts.loadServer()
    return {
      files: await storyFiles(made, others, { site, assets: scripts.assets, server }),
      media: made.flatMap((edition) => (edition.main ? edition.media : [])),
    }
  })
  return {
    id: pages.id,
    ready: pages.ready,
    render: pages.get,
    files: async () => {
      const { files, media: names } = await pages.get()
      const paths = names.map((name) => [`${slug}/media/${name}`, join(media, name)] as const)
      // Media have a cache of their own, from which they may be gone.
      if (!paths.every(([, file]) => markUsed(file))) await load()
      return { ...files, ...Object.fromEntries(paths) }
    },
  }
}
