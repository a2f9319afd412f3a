/** What the rest of the site needs of an edition: the list of stories, feeds, sitemap, and links from other stories. */
import type { ReadStory } from '../content/read.ts'
import { languageOf } from '../language/index.ts'
import type { Copy } from '../story/copy.ts'
import type { Story } from '../story/story.ts'
import { composeStory } from './compose.ts'
import { blocksOf, portraitsOf } from './media.ts'

/** A few lines of an edition, made without its map. */
export interface EditionRecord {
  slug: string
  /** From the root of the site: 'islands/', 'islands/pl/' */
  path: string
  language: string
  languages: Story['languages']
  /** True for the story's first language */
  main: boolean
  headline: string
  kicker: string
  dek: string
  published: Copy['published']
  updated: Copy['updated']
  /** The years that the story spans and the number of its steps: '2020–2025 · 17 steps' */
  extent: string
  /** The names of its people and places */
  names: string[]
  /** Whether it has a map or a section */
  map: boolean
  /** Whether it has files in media/, whose names have a hash */
  media: boolean
}

/** The records of a story, its first language first. */
export function recordsOf(read: ReadStory): EditionRecord[] {
  const { file, svgs } = read
  const media = blocksOf(read).flatMap((block) => ('media' in block ? block.media : []))
  // Drawings stand in the page.
  const hasFiles = media.some(({ src }) => !svgs[src]) || portraitsOf(read).length > 0
  const map = Object.keys({ ...file.places, ...file.section?.places }).length > 0
  return file.languages.map((language, i): EditionRecord => {
    const { story, copy } = composeStory(read, language, undefined)
    const { kicker, dek, published, updated, people, locations } = copy
    return {
      slug: file.slug,
      path: pathOf({ story, main: i === 0 }),
      language,
      languages: story.languages,
      main: i === 0,
      headline: story.headline,
      kicker,
      dek,
      published,
      updated,
      extent: extentOf(story, copy),
      names: [...people, ...locations].map(({ name }) => name),
      map,
      media: hasFiles,
    }
  })
}

/** Path of an edition from the root of the site. */
export function pathOf({ story, main }: { story: Pick<Story, 'slug' | 'language'>; main: boolean }): string {
  return main ? `${story.slug}/` : `${story.slug}/${story.language}/`
}

function extentOf({ language, steps }: Story, { passages }: Copy): string {
  const years = passages.flatMap(({ date }) => date?.iso?.match(/^-?\d{4,}/) ?? []).map(Number)
  const [from, to] = [Math.min(...years), Math.max(...years)]
  const span = years.length === 0 || from < 0 ? [] : [from === to ? `${from}` : `${from}–${to}`]
  return [...span, languageOf(language).steps(steps.length)].join(' · ')
}
