/** Everything the pages need of every story, read, checked, drawn and composed. */
import { dirname } from 'node:path'
import { drawGround, type Ground } from '../cartography/ground.ts'
import { isDrawn } from '../cartography/itinerary.ts'
import { formatProblem, type Problem } from '../content/problems.ts'
import { type ReadStory, readStories } from '../content/read.ts'
import { directionOf } from '../language/index.ts'
import { worldWidthOf } from '../story/projection.ts'
import type { Copy, Route, Story } from '../story/story.ts'
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
  /** Warnings for the author, each once for all editions of a story: those of the check and those that drawing found */
  warnings: Problem[]
}

/** What an author has to mend, in one readable message. */
export class StoryError extends Error {
  override name = 'StoryError'
}

const grounds = new Map<string, Ground>()

/**
 * The stories of `root` in every language. `wanted`: slug of the only story to compose; the first story where no story has
 * that slug. `tiles`: raster tiles that the publisher has set. Throws a StoryError that lists all problems, if there are any.
 */
export async function loadEditions(
  root: string,
  { wanted, tiles }: { wanted?: string; tiles?: Route['tiles'] } = {},
): Promise<Edition[]> {
  const { stories, problems } = await readStories(root)
  const errors = problems.filter(({ severity }) => severity === 'error')
  if (errors.length)
    throw new StoryError(`The stories have ${errors.length} errors:\n${errors.map(formatProblem).join('\n')}`)
  const one = stories.find(({ file }) => file.slug === wanted) ?? stories[0]
  const editions: Edition[] = []
  for (const read of wanted === undefined ? stories : one ? [one] : []) {
    const folder = dirname(read.at.file)
    const found = problems.filter(({ file }) => dirname(file) === folder)
    const [main, ...others] = await editionsOf(read, tiles)
    if (main) editions.push({ ...main, warnings: [...found, ...main.warnings] }, ...others)
  }
  return editions
}

/** Where an edition stands, from the root of the site. */
export function pathOf({ story, main }: Edition): string {
  return main ? `${story.slug}/` : `${story.slug}/${story.language}/`
}

const composed = new Map<string, { key: string; editions: Edition[] }>()

/** Composing takes seconds and the development server asks for every page, so what has not changed is kept. */
async function editionsOf(read: ReadStory, tiles: Route['tiles']): Promise<Edition[]> {
  const { file, paths, svgs, languages } = read
  const media = await mediaOf(read)
  const key = JSON.stringify([file, paths, svgs, languages, tiles, [...media.shown], [...media.portraits]])
  const known = composed.get(file.slug)
  if (known?.key === key) return known.editions
  const ground = groundOf(read)
  const basemap = markup(ground)
  const svgRules = [...new Set(Object.values(svgs).map(({ rules }) => rules))].join('')
  const seen = new Set<string>()
  const isNew = (problem: Problem) => {
    const line = formatProblem(problem)
    return !seen.has(line) && seen.add(line)
  }
  const editions = file.languages.map((language, i): Edition => {
    const { story, copy, warnings } = composeStory(read, language, ground, { media, tiles })
    return {
      story,
      copy,
      basemap,
      colours: coloursOf(file.theme),
      svgRules,
      media: filesOf(media),
      main: i === 0,
      warnings: [...(i === 0 ? ground.warnings : []), ...warnings].filter(isNew),
    }
  })
  composed.set(file.slug, { key, editions })
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
  const mirrored = [...new Set(languages.map((language) => directionOf(language) === 'rtl'))]
  const ground = grounds.get(key) ?? drawGround(read, mirrored)
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
