/** The records of the stories in a folder, kept in the cache by the content of each story's folder. */
import { join, relative } from 'node:path'
import { cachedAsync } from '../cache.ts'
import { type EditionRecord, recordsOf } from '../compose/record.ts'
import { throwErrors } from '../content/problems.ts'
import { readStory } from '../content/read.ts'
import { hashOf, readUnchanged } from './hash.ts'

/** A story, by what it is made from. */
export interface StoryRecord {
  slug: string
  /** Hash of its folder */
  hash: string
  draft: boolean
  /** Its first language first */
  editions: EditionRecord[]
}

interface Options {
  stories: string
  /** Hash of the engine */
  engine: string
  drafts: boolean
  /** Folder from which messages name files */
  from: string
}

/** The records of the stories `slugs`. Throws a StoryError that lists all their errors. */
export async function readRecords(slugs: string[], { stories, engine, drafts, from }: Options): Promise<StoryRecord[]> {
  const read: StoryRecord[] = []
  const problems = []
  for (const slug of slugs) {
    const folder = join(stories, slug)
    const hash = hashOf(folder)
    const record = await cachedAsync('record', [engine, slug, hash], () =>
      readUnchanged(folder, hash, () => readRecord(folder)),
    )
    if (record.draft && !drafts) continue
    problems.push(...record.problems.map((problem) => ({ ...problem, file: join(folder, problem.file) })))
    read.push({ slug, hash, ...record })
  }
  throwErrors(problems, from)
  return read
}

async function readRecord(folder: string) {
  const { story, draft = false, problems } = await readStory(folder)
  return {
    draft,
    editions: story ? recordsOf(story) : [],
    // A cache is shared, so it names no folder of this machine.
    problems: problems.map((problem) => ({ ...problem, file: relative(folder, problem.file) })),
  }
}
