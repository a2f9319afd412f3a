/** `npm run new -- <slug>`: creates a blank story that passes the check, with instructions in its comments. */
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { argv } from 'node:process'
import { fileURLToPath } from 'node:url'
import { RESERVED_SLUGS } from './rules/index.ts'

const BLANK = 'src/content/blank'
const STORIES = 'src/stories'

/** Writes a blank story into `root` and returns its folder. Never overwrites; throws an error that says what to do. */
export async function newStory(root: string, slug: string | undefined, now: Date): Promise<string> {
  if (!slug) throw new Error('write the name of the story, as it shall stand in its address: npm run new -- my-story')
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(slug)) {
    const meant = slugOf(slug)
    throw new Error(
      `“${slug}” is no name for an address: small letters, digits and hyphens${meant ? `, like ${meant}` : ''}`,
    )
  }
  if (RESERVED_SLUGS.includes(slug)) throw new Error(`the site has a folder “${slug}” itself: choose another name`)
  const folder = join(root, slug)
  await mkdir(root, { recursive: true })
  try {
    await mkdir(folder)
  } catch {
    throw new Error(`${folder} cannot be made: it is there already, or the disk refuses; nothing was changed`)
  }
  for (const name of ['story.yaml', 'en.md']) {
    const blank = await readFile(join(BLANK, name), 'utf8')
    await writeFile(join(folder, name), blank.replace('{slug}', slug).replace('{now}', momentOf(now)), { flag: 'wx' })
  }
  return folder
}

/** Suggests a slug: “Łódź, 2024” → 'lodz-2024'; empty if no character fits an address. */
export function slugOf(text: string): string {
  const latin = text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replaceAll('ł', 'l')
  return latin.match(/[a-z0-9]+/g)?.join('-') ?? ''
}

/** ISO time without milliseconds: 2026-11-24T09:00:00Z */
function momentOf(now: Date): string {
  return now.toISOString().replace(/\.\d+/, '')
}

if (argv[1] === fileURLToPath(import.meta.url)) {
  try {
    const folder = await newStory(STORIES, argv[2], new Date())
    console.log(
      `${folder} is a story, though a blank one: fill in story.yaml and en.md, npm run dev shows it at /${argv[2]}/`,
    )
  } catch (error) {
    console.error(error instanceof Error ? error.message : error)
    process.exit(1)
  }
}
