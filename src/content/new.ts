import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join, relative, sep } from 'node:path'
import { StoryError } from './problems.ts'
import { RESERVED_SLUGS } from './rules/index.ts'

/**
 * Writes a blank story, with instructions in its comments, into the folder `stories` and returns its own. Never overwrites; throws a StoryError that says what
 * to do. `schema`: path of the JSON Schema that editors use.
 */
export async function newStory(
  { engine, stories }: { engine: string; stories: string },
  slug: string | undefined,
  { now, schema }: { now: Date; schema: string },
): Promise<string> {
  if (!slug)
    throw new StoryError('write the name of the story, as it shall stand in its address: datelines new my-story')
  const meant = slugOf(slug)
  if (slug !== meant)
    throw new StoryError(
      `“${slug}” is no name for an address: small letters, digits and hyphens${meant && `, like ${meant}`}`,
    )
  if (RESERVED_SLUGS.includes(slug)) throw new StoryError(`the site has a folder “${slug}” itself: choose another name`)
  const folder = join(stories, slug)
  await mkdir(stories, { recursive: true })
  try {
    await mkdir(folder)
  } catch {
    throw new StoryError(`${folder} cannot be made: it is there already, or the disk refuses; nothing was changed`)
  }
  const values = {
    slug,
    now: now.toISOString().replace(/\.\d+/, ''),
    schema: relative(folder, schema).replaceAll(sep, '/'),
  }
  for (const name of ['story.yaml', 'en.md']) {
    const blank = await readFile(join(engine, 'src/content/blank', name), 'utf8')
    const text = Object.entries(values).reduce((text, [key, value]) => text.replace(`{${key}}`, () => value), blank)
    await writeFile(join(folder, name), text, { flag: 'wx' })
  }
  return folder
}

/** Suggests a slug: “Łódź, 2024” → 'lodz-2024'; empty if no character fits an address. */
export function slugOf(text: string): string {
  const latin = text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replaceAll('ł', 'l')
  return latin.match(/[a-z0-9]+/g)?.join('-') ?? ''
}
