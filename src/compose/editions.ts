/** Everything the pages need of every story, read, checked, drawn and composed. */
import { dirname } from 'node:path'
import { drawGround, type Ground } from '../cartography/ground.ts'
import { isDrawn } from '../cartography/lines.ts'
import { formatProblem } from '../content/problems.ts'
import { type ReadStory, readStories } from '../content/read.ts'
import { worldWidthOf } from '../story/projection.ts'
import type { Copy, Story } from '../story/story.ts'
import { GRID } from '../story/viewport.ts'
import { type Colours, coloursOf } from '../styles/colours.ts'
import { composeStory } from './compose.ts'
import { filesOf, type Media, makeMedia } from './media.ts'

export interface Edition {
  story: Story
  copy: Copy
  /** The ground of its map as SVG markup */
  basemap: string
  colours: Colours
  /** Rules of the SVGs in its text */
  svgRules: string
  /** Files that the page asks for, by name in the folder of media */
  media: string[]
  /** True for the story's first language */
  main: boolean
}

/** What an author has to mend, in one readable message. */
export class StoryError extends Error {
  override name = 'StoryError'
}

const grounds = new Map<string, Ground>()

/**
 * The stories of `root` in every language; with `wanted`, of all that were read and checked only that one is composed,
 * the first where there is none of that name. Throws a StoryError that lists all problems when there are any.
 */
export async function loadEditions(root: string, wanted?: string): Promise<Edition[]> {
  const { stories, problems } = await readStories(root)
  for (const warning of problems.filter((problem) => problem.severity === 'warning'))
    console.warn(formatProblem(warning))
  const errors = problems.filter((problem) => problem.severity === 'error')
  if (errors.length)
    throw new StoryError(`The stories have ${errors.length} errors:\n${errors.map(formatProblem).join('\n')}`)
  const one = stories.find(({ file }) => file.slug === wanted) ?? stories[0]
  const editions: Edition[] = []
  for (const read of wanted === undefined ? stories : one ? [one] : []) editions.push(...(await editionsOf(read)))
  return editions
}

/** Where an edition stands, from the root of the site. */
export function pathOf({ story, main }: Edition): string {
  return main ? `${story.slug}/` : `${story.slug}/${story.language}/`
}

const composed = new Map<string, { key: string; editions: Edition[] }>()

/** Composing takes seconds: the development server asks for every page, and gets what has not changed as it was. */
async function editionsOf(read: ReadStory): Promise<Edition[]> {
  const media = await mediaOf(read)
  const key = JSON.stringify([read.file, read.paths, read.svgs, read.languages, [...media.shown], [...media.portraits]])
  const known = composed.get(read.file.slug)
  if (known?.key === key) return known.editions
  const ground = groundOf(read)
  const basemap = markup(ground)
  const svgRules = [...new Set(Object.values(read.svgs).map(({ rules }) => rules))].join('')
  const editions = read.file.languages.map((language, i) => ({
    ...composeStory(read, language, ground, media),
    basemap,
    colours: coloursOf(read.file.theme),
    svgRules,
    media: filesOf(media),
    main: i === 0,
  }))
  composed.set(read.file.slug, { key, editions })
  return editions
}

/** What the words of all languages show, and the portraits. */
async function mediaOf({ at, file, languages, svgs }: ReadStory): Promise<Media> {
  const blocks = Object.values(languages).flatMap(({ steps, closing }) => [
    ...Object.values(steps).flatMap(({ body }) => body),
    ...(closing?.body ?? []),
  ])
  const faces = Object.values(file.people).flatMap(({ portrait }) => portrait?.file ?? [])
  return makeMedia(dirname(at.file), blocks, { faces, svgs }).catch((error) => {
    throw new StoryError(`A picture, film or sound cannot be shown: ${error instanceof Error ? error.message : error}`)
  })
}

/** Drawing takes seconds and depends on little; the development server draws again only when that has changed. */
function groundOf(read: ReadStory): Ground {
  const { languages, view, places, focus, context, legs, steps } = read.file
  const ways = legs.filter(isDrawn).map(({ from, to, via, line }) => [from, to, via, line])
  const key = JSON.stringify([languages, view, places, focus, context, ways, read.paths, steps.map(({ view }) => view)])
  const ground = grounds.get(key) ?? drawGround(read)
  grounds.set(key, ground)
  return ground
}

/** Where the map reaches beyond the whole world, the world comes again on either side. */
function markup({ basemap, extent, projection }: Ground): string {
  const layers = ['land', 'focus', 'lakes', 'rivers', 'borders'] as const
  const turns = extent.width > worldWidthOf(projection) ? [-1, 1] : []
  return [
    ...layers.map((layer) => `<path id="_ground-${layer}" transform="scale(${GRID})" d="${basemap[layer]}"></path>`),
    ...turns.flatMap((turn) =>
      layers.map((layer) => `<use href="#_ground-${layer}" x="${Math.round(turn * projection.world)}"></use>`),
    ),
  ].join('')
}
