/** Builds the site: scripts and styles by Vite, and from the stories all pages and files around them. */
import { createHash } from 'node:crypto'
import { readdir } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { cachedLazy } from '../cache.ts'
import { noStory, StoryError } from '../content/problems.ts'
import { slugsIn } from '../content/read.ts'
import type { Project, Site } from '../project/project.ts'
import { collectGarbage } from './collectGarbage.ts'
import { engineHash } from './hash.ts'
import { readRecords, type StoryRecord } from './records.ts'
import { buildScripts } from './scripts.ts'
import { siteFiles } from './siteFiles.ts'
import { checkMainStory, linksBetween } from './storyList.tsx'
import { storyPart } from './storyPart.ts'
import { type Part, updateFolder } from './updateFolder.ts'

interface Options {
  /** Slug of the only story of the site, which may be a draft */
  only?: string | undefined
  /** Builds a part of the site: that of the machine `part`, from 1, of `of` machines */
  shard?: { part: number; of: number } | undefined
}

/**
 * Builds the site of a project; returns the number of its stories, and of those that were rendered. All is rendered into the
 * cache before the built site is touched, so where that fails it stays as it was.
 */
export async function buildSite(
  project: Project,
  { only, shard }: Options = {},
): Promise<{ stories: number; rendered: number }> {
  const { root, stories, out, cache, engine } = project
  await checkOut(project)
  const slugs = only === undefined ? await slugsIn(stories) : [await storyNamed(only, stories)]
  const version = engineHash(engine)
  const records = await readRecords(slugs, { stories, engine: version, drafts: only !== undefined, from: root })
  const site: Site = { ...project.site, main: only ?? (await mainOf(project, records)) }
  const scripts = await buildScripts(project, version)
  const editions = records.flatMap(({ editions }) => editions)
  const othersOf = linksBetween(editions)

  const own = records.filter(({ slug }) => !shard || machineOf(slug, shard.of) === shard.part)
  const parts: Part[] = [scripts.part]
  let rendered = 0
  for (const record of own) {
    const story = storyPart(record, record.editions.map(othersOf), { project, site, scripts, engine: version })
    if (!story.ready) {
      console.log(`Rendering ${record.slug}`)
      await story.render()
      collectGarbage()
      rendered += 1
    }
    parts.push(story)
  }
  const rest = cachedLazy('site', [version, site, editions], () => siteFiles(editions, site, scripts.assets, engine))
  parts.push({ id: rest.id, files: rest.get })
  await updateFolder(out, parts, join(cache, `site-${hash(relative(root, out))}.json`))
  warnAboutMissingSettings(site)
  return { stories: own.length, rendered }
}

/** Throws a StoryError if the site would replace files that no build has made. */
async function checkOut({ root, out }: Project) {
  const files = await readdir(out).catch((): string[] => [])
  if (files.length > 0 && !files.includes('embed.js'))
    throw new StoryError(
      `${relative(root, out) || out} has files that no build has made: name another folder, or empty it.`,
    )
}

async function storyNamed(slug: string, stories: string): Promise<string> {
  const slugs = await slugsIn(stories)
  if (slugs.includes(slug)) return slug
  throw new StoryError(`--only: ${noStory(slug, slugs)}`)
}

/** Slug of the story at the root of the site. */
async function mainOf(project: Project, records: StoryRecord[]): Promise<string> {
  await checkMainStory(project)
  const main = project.site.main ?? records[0]?.slug
  if (main === undefined) throw new StoryError('All stories are drafts: take “draft: true” out of the one to publish.')
  if (records.some(({ slug }) => slug === main)) return main
  throw new StoryError(`${project.config}: main: the story “${main}” is a draft`)
}

/** Which of `count` machines renders a story, from 1. It stays the same when other stories come or go. */
function machineOf(slug: string, count: number): number {
  return (Number.parseInt(hash(slug), 16) % count) + 1
}

function hash(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 8)
}

function warnAboutMissingSettings({ url, contact }: Site) {
  if (!url)
    console.log(
      'No url is set: left out are canonical and hreflang, the poster in link previews and in oEmbed, og:url, the feeds, sitemap.xml and robots.txt; oEmbed’s addresses are relative.',
    )
  else if (!contact) console.log('No contact is set: the accessibility page names nobody to write to.')
}
