import { dirname } from 'node:path'
import { drawGround, type Ground } from '../cartography/ground.ts'
import { sectionMarkup } from '../cartography/section.ts'
import { formatProblem, type Problem, StoryError, throwErrors } from '../content/problems.ts'
import { type ReadStory, readStories } from '../content/read.ts'
import { directionOf } from '../language/index.ts'
import type { Copy } from '../story/copy.ts'
import type { Route } from '../story/map.ts'
import { worldWidthOf } from '../story/projection.ts'
import type { Story } from '../story/story.ts'
import { GRID } from '../story/viewport.ts'
import { type Colours, coloursOf } from '../styles/colours.ts'
import { composeStory } from './compose.ts'
import { blocksOf, filesOf, type Media, portraitsOf, prepareMedia } from './media.ts'

export interface Edition {
  story: Story
  copy: Copy
  /** The basemap as SVG markup, empty in a story without places */
  basemap: string
  colours: Colours
  /** CSS rules of the SVGs in its text */
  svgRules: string
  /** Media files of the page, by name in the folder of prepared media */
  media: string[]
  /** True for the story's first language */
  main: boolean
  /** Warnings for the author, from the check and from drawing; the main edition has those of all languages */
  warnings: Problem[]
}

interface ComposeOptions {
  /** Raster tiles that the publisher has configured */
  tiles?: Route['tiles']
  /** Folder for the prepared media; without it, a story may have none */
  media?: string
}

interface LoadOptions extends ComposeOptions {
  /** Slug of the only story to read; whatever is wrong with the others is no matter */
  wanted?: string
  /** Whether stories that are not published yet are among them */
  drafts?: boolean
  /** Folder from which messages name files */
  from?: string
}

/** Reads, checks, draws and composes the stories in the folder `root`. Throws a StoryError that lists all errors. */
export async function loadEditions(
  root: string,
  { wanted, drafts = false, from, ...options }: LoadOptions = {},
): Promise<Edition[]> {
  const { stories, problems } = await readStories(root, { drafts: drafts || wanted !== undefined, wanted })
  throwErrors(problems, from)
  const editions: Edition[] = []
  for (const read of stories) {
    const folder = dirname(read.at.file)
    const found = problems.filter(({ file }) => dirname(file) === folder)
    const {
      editions: [main, ...others],
      warnings,
    } = await composeEditions(read, options)
    if (main) editions.push({ ...main, warnings: [...found, ...warnings] }, ...others)
  }
  return editions
}

/** Draws and composes a story in all its languages, and gives the warnings of doing so. */
export async function composeEditions(read: ReadStory, { tiles, media: folder }: ComposeOptions) {
  const { file, svgs } = read
  const media = await mediaOf(read, folder)
  const mirrored = [...new Set(file.languages.map((language) => directionOf(language) === 'rtl'))]
  const hasMap = Object.keys(file.places).length > 0 || file.section !== undefined
  const ground = hasMap ? drawGround(read, mirrored) : undefined
  const section = file.section && ground?.section ? sectionMarkup(file.section, ground.section) : ''
  const basemap = ground ? basemapMarkup(ground) + section : ''
  const svgRules = [...new Set(Object.values(svgs).map(({ rules }) => rules))].join('')
  const warnings = [...(ground?.warnings ?? [])]
  const editions = file.languages.map((language, i): Edition => {
    const { story, copy, warnings: found } = composeStory(read, language, ground, { media, tiles })
    warnings.push(...found)
    return {
      story,
      copy,
      basemap,
      colours: coloursOf(file.theme),
      svgRules,
      media: filesOf(media),
      main: i === 0,
      warnings: [],
    }
  })
  // Several languages may have the same warning.
  const each = new Map(warnings.map((warning) => [formatProblem(warning), warning]))
  return { editions, warnings: [...each.values()] }
}

/** The media in the words of all languages, and the portraits. */
async function mediaOf(read: ReadStory, into: string | undefined): Promise<Media> {
  const { at, svgs } = read
  return prepareMedia(dirname(at.file), blocksOf(read), { portraits: portraitsOf(read), svgs, into }).catch((error) => {
    const message = `A picture, film or sound cannot be shown: ${error instanceof Error ? error.message : error}`
    throw new StoryError(message, [{ file: at.file, line: 1, severity: 'error', message }])
  })
}

/** SVG markup of the basemap; a map wider than the world repeats it on both sides. */
function basemapMarkup({ basemap, extent, projection }: Ground): string {
  const layers = ['land', 'focus', 'lakes', 'rivers', 'borders'] as const
  const copies = extent.width > worldWidthOf(projection) ? [-1, 1] : []
  return [
    ...layers.map((layer) => `<path id="_ground-${layer}" transform="scale(${GRID})" d="${basemap[layer]}"></path>`),
    ...copies.flatMap((side) =>
      layers.map((layer) => `<use href="#_ground-${layer}" x="${Math.round(side * projection.world)}"></use>`),
    ),
  ].join('')
}
