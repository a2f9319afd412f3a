/**
 * The finished story: what the build makes of a story folder in one language. `Story` is what a reader's page works
 * with, and goes along with it as data; `Copy` is what is only read, and goes as HTML. Dates are worded, passages
 * parsed, positions computed; a view that formats, sorts or validates is in the wrong place.
 */

import type { Language } from '../language/language.ts'
import type { Point, Projection, Rect } from './projection.ts'
import type { Block, Inline, Medium } from './prose.ts'

/** How sure the world is of a leg: it took place, somebody said it would, or a single voice says it did. */
export type Status = 'happened' | 'announced' | 'reported'

/** How many: so many, from so many to so many, or, where both are the same number, about so many. */
export type Amount = number | [from: number, to: number]

export interface Story {
  slug: string
  /** BCP 47 */
  language: string
  /** Every language of the story, named in itself; the first is the main one */
  languages: { code: string; name: string }[]
  /** What the page's script says, in that language */
  words: Language
  headline: string
  phases: Phase[]
  /** Names of what goes on side by side, in their order */
  lanes?: string[] | undefined
  steps: Step[]
  people: Person[]
  axis: Axis
  route: Route
}

/** The copy of a story: everything that is read and does not move. */
export interface Copy {
  kicker: string
  dek: string
  byline: string
  /** False while no editor has read this translation */
  reviewed: boolean
  /** When the story was published, and last changed */
  published: MomentLabel
  updated: MomentLabel
  /** What is to be known of all dates: another calendar than ours, and whose clock; a sentence or two */
  clock?: string | undefined
  /** Reading time, whole minutes */
  minutes: number
  /** One for each step, in their order */
  passages: Passage[]
  closing?: { heading: string; body: Block[] } | undefined
  /** What came after the story's end, the newest last; `complete`: the day up to which it was looked for, in words */
  updates?: { heading: string; items: Update[]; complete: string } | undefined
  /** The route in words: what the lines stand for, who went where, who was lost or joined, and who is where */
  route: { note?: string | undefined; legs: LegInWords[]; changes: Change[]; stays: Stay[] }
  people: PersonInWords[]
  unknown?: { heading: string; items: Inline[][] } | undefined
  figures: Figure[]
  sources: Source[]
  /** Where the story happens, degrees, for machines */
  locations: { name: string; lat: number; lon: number }[]
}

/** The passage of a step. */
export interface Passage {
  /** Id of the step */
  id: string
  /** Name of its lane */
  lane?: string | undefined
  /** Where, as the dateline says it: 'North' or 'North → South'; undefined where nothing is known */
  where?: string | undefined
  date: DateLabel
  heading: string
  body: Block[]
}

export interface LegInWords {
  id: string
  /** How many of what, '114 people', and the same as a line is marked with it; undefined where it is not known */
  amount?: string | undefined
  mark?: string | undefined
  /** The line is the way that was taken */
  track?: boolean | undefined
  from: string
  to: string
  date: DateLabel
  status: Status
  sources: number[]
}

/** Those who were fewer or more after a place, or at the end of a leg: 'North → South'. */
export interface Change {
  kind: 'lost' | 'joined'
  amount?: string | undefined
  place: string
  date?: string | undefined
  sources: number[]
}

/** Where a road ends, as far as the story tells; `by`: the day on which that was so, in words. */
export interface Stay {
  place: string
  /** How many of what, '89 people', and the same as the map has it */
  amount?: string | undefined
  mark?: string | undefined
  where: string
  by?: string | undefined
  sources: number[]
}

/**
 * A date in words. `iso` is EDTF, for machines; `time` is what HTML takes as a date, which no interval is; `short` fits
 * under a bead.
 */
export interface DateLabel {
  iso: string
  time?: string | undefined
  label: string
  short: string
}

/** A moment in words, as a day. `iso` is a complete ISO time with its zone, or a day where no more is known. */
export interface MomentLabel {
  iso: string
  label: string
}

export interface Update {
  id: string
  date: DateLabel
  text: Inline[]
  sources: number[]
}

/** A person whose card the text can open. */
export interface Person {
  id: string
  /** Ids of the legs they travelled */
  way: string[]
}

export interface PersonInWords {
  id: string
  name: string
  /** Other spellings */
  also?: string | undefined
  who: string
  sources: number[]
  became?: { text: string; date: DateLabel; sources: number[] } | undefined
  /** Its files are relative to the folder of the story */
  portrait?: Pick<Medium, 'src' | 'alt' | 'credit' | 'width' | 'height' | 'sources'> | undefined
}

/** A run of steps under one name: the steps from `first` to `last`, counted from 0. */
export interface Phase {
  label: string
  first: number
  last: number
}

export interface Step {
  id: string
  /** Counted from 0 */
  index: number
  /** Name of its lane, where it has one */
  lane?: string | undefined
  /** In words; what machines read of it stands with the passage */
  date: Pick<DateLabel, 'label' | 'short'>
  /** Id of the place the map marks as the active one; undefined where the step has none */
  place?: string | undefined
  /** All of them, where there are several */
  places?: string[] | undefined
  heading: string
  /** Place on the true-scale axis, 0 to 1 */
  at: number
}

/** A number of a figure: as it is drawn, and as it is written. */
export interface FigureValue {
  value: number
  text: string
  label: string
  sources: number[]
}

/** What is drawn of numbers: parts of a whole as marks, two numbers side by side, or one number a step. */
export type Figure = { id: string; title: string; sources: number[] } & (
  | {
      kind: 'part'
      values: FigureValue[]
      /** What a mark stands for: so many, and the same in words; `marks` of each value, at least one where it is not 0 */
      unit: number
      oneMark: string
      marks: number[]
    }
  | { kind: 'pair'; values: FigureValue[] }
  | {
      kind: 'series'
      label?: string | undefined
      values: { value: number; text: string; step: string; date: DateLabel }[]
    }
)

export interface Source {
  publisher: string
  title: string
  /** In words, and as EDTF */
  date?: string
  iso?: string
  url?: string
}

/** The true-scale axis; all positions are parts of its length, 0 to 1. */
export interface Axis {
  ticks: number[]
  labels: AxisLabel[]
  /** Where it is broken, from and to; each part between has a scale of its own */
  breaks?: [from: number, to: number][]
  /** Background spans */
  eras?: AxisEra[]
}

export interface AxisLabel {
  at: number
  text: string
  /** SVG text-anchor, where it is not the middle */
  anchor?: 'start' | 'end'
  /** Shown on narrow screens only, or on wide ones */
  on?: 'narrow' | 'wide'
}

export interface AxisEra {
  from: number
  to: number
  label: string
  /** From when to when, in words */
  dates: string
  /** Its label has room on wide screens only, or on none; it is said all the same */
  on?: 'wide' | 'none'
}

/** A name and its point, see `labels.ts`: kind, text, x, y; then, where needed, the id of what it names, 1 for light ground, and the angle. */
export type WrittenName = [
  kind: number,
  text: string,
  x: number,
  y: number,
  of?: string,
  light?: number,
  angle?: number,
]

/** Where a name stands beside its point: dx, dy, anchor; then the leader line of a note. */
export type WrittenSpot = [dx: number, dy: number, anchor: number, ...leader: number[]]

/** The route and the map under it. All positions in map units. */
export interface Route {
  projection: Projection
  /** How far the basemap reaches */
  extent: Rect
  /** What the map shows: the whole route, and one view for each step */
  whole: View
  views: View[]
  /** What the views write, and where it stands; see `labels.ts` */
  names: WrittenName[]
  spots: WrittenSpot[]
  /** For a map the reader has moved: place in `names`, place in `spots`, scale in ten-thousandths, and so on */
  free: number[]
  places: Place[]
  legs: Leg[]
  /** The page is written from right to left: what stands in the corners of the map stands in the other ones */
  mirrored?: boolean | undefined
  /** What the lines stand for: a sentence, and a few words for the legend */
  note?: string | undefined
  legend?: string | undefined
  /** What the width of the lines stands for, in a sentence; and whether they are the way that was taken, where `note` does not say */
  scale?: string | undefined
  ways?: string | undefined
  /** Raster tiles between ground and route, when the publisher has set them: a URL template and whose they are */
  tiles?: { url: string; attribution: string } | undefined
}

export interface Place extends Point {
  id: string
  name: string
  /** Known only roughly: within this many map units, 0 where even that is not known. Drawn as a soft area */
  roughly?: number | undefined
  /** The point stands for a country or region: drawn as an open ring */
  symbolic?: boolean | undefined
  /** Too far for the map: named at its edge */
  beyond?: boolean | undefined
  /** The first step that happens here; undefined for a place that only a leg touches */
  step?: number | undefined
}

/** What moves from one place to another. */
export interface Leg {
  id: string
  from: string
  to: string
  /** Undefined where it is not known, or nothing is counted */
  amount?: Amount | undefined
  /** How many of them arrive, where some are lost or join on the way */
  arrive?: number | undefined
  status: Status
  /** Index of the step from which the leg has its status */
  step: number
  /** Index of the earlier step from which it is shown as announced */
  announced?: number | undefined
  /** Its line; one that leaves the map on one side and returns on the other is there once for each side */
  lines: Line[]
  /** Width of the line, pixels */
  width: number
  /** Ids of places that are marked with it though its line does not touch them */
  marks?: string[] | undefined
}

/**
 * A line in map units: where it begins, then its pieces, each from the end of the one before it. A piece of two numbers is
 * straight and has its end, one of four is a quadratic Bézier curve and has the point it bends to before it.
 */
export type Line = [start: [x: number, y: number], ...pieces: Piece[]]

export type Piece = [x: number, y: number] | [bendX: number, bendY: number, x: number, y: number]

/**
 * A frame of 4:3 and the names that fit on it. The frame is shown as large as its box allows,
 * so the names are placed once for each of a few widths of the frame on the screen: `labels[i]` belongs to the i-th of
 * `VIEWPORT_WIDTHS`, and is a place in `Route.names`, one in `Route.spots`, and so on.
 */
export interface View extends Rect {
  /** Empty in a long story: its names come by zoom, as on a map in the reader's hands */
  labels: number[][]
}

export interface Name extends Point {
  kind: 'place' | 'country' | 'sea' | 'town' | 'people' | 'stay' | 'note' | 'beyond'
  /** A note has a line break where it has two lines */
  text: string
  /** True on a country drawn lighter: the halo is as light as the ground */
  light?: boolean | undefined
  /** The place or leg it names */
  of?: string | undefined
  /** Of a place beyond the map: where it lies, degrees clockwise from the east of the screen */
  angle?: number | undefined
}

/** Where a name stands beside its point, pixels. */
export interface Spot {
  dx: number
  dy: number
  /** SVG text-anchor: s(tart), m(iddle), e(nd) */
  anchor: 'start' | 'middle' | 'end'
  /** Of a note: where its leader line begins and ends */
  leader?: [x1: number, y1: number, x2: number, y2: number] | undefined
}

/** A name where it stands. */
export interface Label extends Name, Spot {
  /** Shown from this scale on, pixels a map unit; only on a map the reader has moved */
  from?: number | undefined
}

/** The ways from a page to the rest of the site, as addresses from that page. */
export interface SiteLinks {
  root: string
  /** Other stories to read */
  others: { address: string; headline: string; language: string }[]
  /** The list of all stories, if there is more than one */
  all: string | undefined
}
