/**
 * The finished story in one language, as the build makes it from a story folder. `Story` is sent to the page's script as
 * JSON; `Copy` is sent as HTML. Dates are worded, passages parsed and positions computed: views do not format, sort or
 * validate.
 */

import type { Language } from '../language/language.ts'
import type { Point, Projection, Rect } from './projection.ts'
import type { Block, Inline, Medium } from './prose.ts'

/** How certain a leg is: it happened, was announced, or is reported by a single source. */
export type Status = 'happened' | 'announced' | 'reported'

/** An exact number or a range; a range of twice the same number means “about”. */
export type Amount = number | [from: number, to: number]

export interface Story {
  slug: string
  /** BCP 47 */
  language: string
  /** Languages of the story, each named in itself; the first is the main one */
  languages: { code: string; name: string }[]
  /** Words of the page's script in that language */
  words: Language
  headline: string
  phases: Phase[]
  /** Names of the lanes, in order */
  lanes?: string[] | undefined
  steps: Step[]
  people: Person[]
  /** Undefined in a story without dates */
  axis?: Axis | undefined
  /** Durations drawn as bars over the axis */
  spans: Span[]
  route: Route
}

/** The copy of a story: all static text. */
export interface Copy {
  kicker: string
  dek: string
  byline: string
  /** True for a story that is not published yet; only development shows it */
  draft: boolean
  /** True if the map takes less room than usual */
  smallMap: boolean
  /** True if the sources stand for the story as a whole */
  sourcedAsWhole: boolean
  /** False while no editor has read this translation */
  reviewed: boolean
  /** When the story was published, and last changed */
  published: MomentLabel
  updated: MomentLabel
  /** Note on all dates: the calendar, if it is not Gregorian, and the time zone; a sentence or two */
  clock?: string | undefined
  /** Reading time, whole minutes */
  minutes: number
  /** One for each step, in order */
  passages: Passage[]
  closing?: { heading: string; body: Block[] } | undefined
  /** Events after the story's end, newest last; `complete`: how far they have been checked, in words */
  updates?: { heading: string; items: Update[]; complete: string } | undefined
  /** The route in words: a note on the lines, the legs, losses and gains, and who is where */
  route: { note?: string | undefined; legs: LegInWords[]; changes: Change[]; stays: Stay[] }
  people: PersonInWords[]
  unknown?: { heading: string; items: Question[] } | undefined
  figures: Figure[]
  sources: Source[]
  /** Where the story happens, degrees, for structured data */
  locations: { name: string; lat: number; lon: number }[]
}

/** The passage of a step. */
export interface Passage {
  /** Id of the step */
  id: string
  /** Name of its lane */
  lane?: string | undefined
  /** Place in the dateline: 'North' or 'North → South'; undefined if unknown */
  where?: string | undefined
  /** Undefined for a step without a date */
  date?: DateLabel | undefined
  heading: string
  body: Block[]
  /** Index in `body` of the picture or film that covers the map at this step */
  lead?: number | undefined
}

export interface LegInWords {
  id: string
  /** Amount, '114 people', and its short form beside a line; undefined if unknown */
  amount?: string | undefined
  mark?: string | undefined
  /** True if the line is the actual route */
  track?: boolean | undefined
  from: string
  to: string
  date?: DateLabel | undefined
  status: Status
  sources: number[]
}

/** Losses or gains at a place or during a leg: 'North → South'. */
export interface Change {
  kind: 'lost' | 'joined'
  amount?: string | undefined
  place: string
  date?: string | undefined
  sources: number[]
}

/** People who stay at a place at the end of the story; `by`: date of the count, in words. */
export interface Stay {
  place: string
  /** Amount, '89 people', and its short form on the map */
  amount?: string | undefined
  mark?: string | undefined
  where: string
  by?: string | undefined
  sources: number[]
}

/**
 * A date in words. `iso` is EDTF, which a date in words only lacks; `time` is a valid `datetime` of HTML, which intervals
 * lack; `short` fits under a bead.
 */
export interface DateLabel {
  iso?: string | undefined
  time?: string | undefined
  label: string
  short: string
}

/** A moment, worded as a day. `iso` is a complete ISO time with its zone, or only a day. */
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

/** A person with a card that the text can open. */
export interface Person {
  id: string
  /** Ids of the legs that they travelled */
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
  /** The legs they travelled, in one sentence */
  itinerary?: { text: string; sources: number[] } | undefined
  /** Files are relative to the story's folder */
  portrait?: Pick<Medium, 'src' | 'alt' | 'credit' | 'width' | 'height' | 'sources'> | undefined
}

/** An entry of what is not known. Paragraphs refer to its id. */
export interface Question {
  id?: string
  text: Inline[]
}

/** Windows in which a text fits on the wide timeline: all of 900 pixels and more, or of 1280 and more. */
export type Windows = 'all' | 'wide'

/** A named range of steps, from `first` to `last`, counted from 0. */
export interface Phase {
  label: string
  first: number
  last: number
  /** Lines over its beads on the wide timeline, fractions of its length; in these windows its name fits at the first */
  lines?: [from: number, to: number][] | undefined
  named?: Windows | undefined
}

/** What lasted: a bar at true scale. `from` and `to` are positions on the axis, 0 to 1. */
export interface Span {
  id: string
  from: number
  to: number
  /** A word or two beside the bar */
  name: string
  /** Its length in words, if it fits on the bar */
  length?: string | undefined
  /** The whole in words, for lists: name, dates and length */
  text: string
}

export interface Step {
  id: string
  /** Counted from 0 */
  index: number
  /** Name of its lane, if any */
  lane?: string | undefined
  /** In words; the passage has the machine-readable form */
  date?: string | undefined
  /** What stands under its bead: the short date, or its number in a story without dates */
  short: string
  /** Id of the place that the map marks as active, if any */
  place?: string | undefined
  /** Ids of all places, if there are several */
  places?: string[] | undefined
  /** Set if it is shown on the section */
  section?: true | undefined
  heading: string
  /** Its date is approximate or unconfirmed, or none of its legs has happened yet */
  uncertain?: true | undefined
  /** Position on the true-scale axis, 0 to 1, undefined without a date; `until`: its end, if it lasts */
  at?: number | undefined
  until?: number | undefined
  /** On the wide timeline: how many beads are under its own, and in which windows its short date fits beside it */
  level?: number | undefined
  dated?: Windows | undefined
}

/** A number of a figure, for drawing and as text. */
export interface FigureValue {
  value: number
  text: string
  label: string
  sources: number[]
}

/** A chart: parts of a whole as marks, two numbers side by side, or one number per step. */
export type Figure = { id: string; title: string; sources: number[] } & (
  | {
      kind: 'part'
      values: FigureValue[]
      /** Amount that a mark stands for, also in words; `marks`: number of marks of each value, at least one if it is not 0 */
      unit: number
      oneMark: string
      marks: number[]
    }
  | { kind: 'pair'; values: FigureValue[] }
  | {
      kind: 'series'
      label?: string | undefined
      values: { value: number; text: string; step: string; date: Pick<DateLabel, 'label' | 'short'> }[]
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

/** The true-scale axis; all positions are fractions of its length, 0 to 1. */
export interface Axis {
  ticks: number[]
  labels: AxisLabel[]
  /** Breaks, from and to; each part between them has its own scale */
  breaks?: [from: number, to: number][]
  /** Background spans */
  eras?: AxisEra[]
  /** What came after the story's end */
  since?: number[]
  /** Levels of beads on the wide timeline; undefined if not even a lens makes room for them all */
  levels?: number
  /** Crowded steps, on the wide timeline at a larger scale of their own */
  lens?: Lens
}

/** A part of the axis, `from` to `to`, at a larger scale. All other positions are fractions of the lens, 0 to 1. */
export interface Lens extends Pick<Axis, 'ticks' | 'labels'> {
  from: number
  to: number
  /** Dates that it shows, if there is room for them */
  title?: string | undefined
  /** Index of the first step in it, the positions of its steps, and the ends of those that last */
  first: number
  at: number[]
  until: (number | null)[]
}

export interface AxisLabel {
  at: number
  text: string
  /** SVG text-anchor, if it is not `middle` */
  anchor?: 'start' | 'end'
  /** Set if it is shown only on narrow or only on wide screens */
  on?: 'narrow' | 'wide'
}

export interface AxisEra {
  from: number
  to: number
  label: string
  /** Start and end in words */
  dates: string
  /** Set if the label fits only on wide screens, or on none; assistive technology gets it anyway */
  on?: 'wide' | 'none'
}

/** A serialised name: kind, text, x, y; then, if needed, the id it names, 1 for light ground, and the angle. See `labels.ts`. */
export type WrittenName = [
  kind: number,
  text: string,
  x: number,
  y: number,
  of?: string,
  light?: number,
  angle?: number,
]

/** Position of a name beside its point: dx, dy, anchor; then the leader line of a note. */
export type WrittenSpot = [dx: number, dy: number, anchor: number, ...leader: number[]]

/** The route and the map under it. All positions are in map units. */
/** A story without places has a route without any, and no map. */
export interface Route {
  projection: Projection
  /** Extent of the basemap */
  extent: Rect
  /** View of the whole route, and one view for each step */
  whole: View
  views: View[]
  /** Tables of names and spots for the labels of views; see `labels.ts` */
  names: WrittenName[]
  spots: WrittenSpot[]
  /** Labels of a map that the reader has moved: index in `names`, index in `spots`, scale in ten-thousandths, and so on */
  free: number[]
  places: Place[]
  legs: Leg[]
  /** Ids of the legs whose people or ships are drawn one by one; see `crowd.ts` */
  crowd?: string[] | undefined
  /** The vertical section, if the story has one */
  section?: Section | undefined
  /** The page is right to left, so the corners of the map are swapped */
  mirrored?: boolean | undefined
  /** What the map shows, for those who do not see it: at the whole route, and at each step */
  alt: string
  alts: string[]
  /** What the lines show: a sentence, and a few words for the legend */
  note?: string | undefined
  legend?: string | undefined
  /** Sentences on what the width of lines shows, and, if `note` does not say it, on whether lines are actual routes */
  scale?: string | undefined
  ways?: string | undefined
  /** Raster tiles between ground and route, if the publisher has set them: URL template and attribution */
  tiles?: { url: string; attribution: string } | undefined
}

/** A vertical section in map units, drawn to scale. */
export interface Section {
  /** Set if the story opens on it */
  opens?: true | undefined
  whole: View
  extent: Rect
  /** Depths and heights: position from the top, map units, and text */
  scale: { y: number; text: string }[]
  /** What of it is drawn to scale, in a few words */
  legend: string
}

export interface Place extends Point {
  id: string
  name: string
  /** Radius of uncertainty in map units, 0 if unknown. Drawn as a soft area */
  roughly?: number | undefined
  /** Only its latitude is known: drawn as a soft band along it */
  along?: true | undefined
  /** The point stands for a country or region: drawn as an open ring */
  symbolic?: boolean | undefined
  /** Too far away for the map: named at its edge */
  beyond?: boolean | undefined
  /** Set if it is on the section: the side on which those who are there stand in a row */
  section?: 'left' | 'right' | undefined
  /** Index of the first step here; undefined for a place that only legs touch */
  step?: number | undefined
}

/** A movement from one place to another. */
export interface Leg {
  id: string
  from: string
  to: string
  /** Undefined if unknown or not counted */
  amount?: Amount | undefined
  /** Number who arrive, if some are lost or join on the way */
  arrive?: number | undefined
  status: Status
  /** Index of the step from which the leg has its status */
  step: number
  /** Index of the earlier step from which it is shown as announced */
  announced?: number | undefined
  /** The line; one that crosses the edge of a world map has a copy for each side */
  lines: Line[]
  /** Width of the line, pixels */
  width: number
  /** Set if it is on the section */
  section?: true | undefined
  /** They go one at a time */
  singly?: true | undefined
  /** Set on a section where it does not move the first of the units that are counted there */
  others?: true | undefined
  /** Set if it ends at a place without a mark, known only roughly: the line ends at its middle */
  open?: true | undefined
  /** Ids of places that are marked with the leg though its line does not touch them */
  marks?: string[] | undefined
}

/**
 * A line in map units: a start, then pieces, each from the end of the previous one. A piece of two numbers is a straight
 * line to that point; one of four is a quadratic Bézier curve: control point, then end.
 */
export type Line = [start: [x: number, y: number], ...pieces: Piece[]]

export type Piece = [x: number, y: number] | [bendX: number, bendY: number, x: number, y: number]

/**
 * A 4:3 section of the map and its labels. It is shown as large as its box allows, so names are placed for several
 * viewport widths: `labels[i]` is for `VIEWPORT_WIDTHS[i]`, and alternates indexes in `Route.names` and `Route.spots`.
 */
export interface View extends Rect {
  /** Empty in a long story, where names depend on zoom, as on a map that the reader has moved */
  labels: number[][]
}

export interface Name extends Point {
  kind: 'place' | 'country' | 'sea' | 'town' | 'people' | 'stay' | 'note' | 'beyond'
  /** A note of two lines contains a line break */
  text: string
  /** True on a country drawn lighter, so that the halo matches the ground */
  light?: boolean | undefined
  /** Id of the place or leg that it names */
  of?: string | undefined
  /** Direction of a place beyond the map, degrees clockwise from the right of the screen */
  angle?: number | undefined
}

/** Position of a name beside its point, pixels. */
export interface Spot {
  dx: number
  dy: number
  /** SVG text-anchor */
  anchor: 'start' | 'middle' | 'end'
  /** Start and end of a note's leader line */
  leader?: [x1: number, y1: number, x2: number, y2: number] | undefined
}

/** A placed name. */
export interface Label extends Name, Spot {
  /** Minimum scale at which it is shown, pixels per map unit; only on a map that the reader has moved */
  from?: number | undefined
}

/** Links from a page to the rest of the site, relative to that page. */
export interface SiteLinks {
  root: string
  /** Other stories to read */
  others: { address: string; headline: string; language: string }[]
  /** The list of all stories, if there is more than one */
  all: string | undefined
}
