/**
 * The finished story: what the build makes of a story folder in one language, and all a view ever sees. Dates are
 * worded, passages parsed, positions computed; a view that formats, sorts or validates is in the wrong place.
 */

import type { Point, Projection, Rect } from './projection.ts'
import type { Block, Inline } from './prose.ts'
import type { Status } from './schema.ts'

export interface Story {
  slug: string
  /** BCP 47 */
  language: string
  /** Every language of the story, named in itself; the first is the main one */
  languages: { code: string; name: string }[]
  kicker: string
  headline: string
  dek: string
  byline: string
  /** Day of the story */
  published: DateLabel
  /** Reading time, whole minutes */
  minutes: number
  phases: Phase[]
  steps: Step[]
  closing?: { heading: string; body: Block[] }
  unknown?: { heading: string; items: Inline[][] }
  figures?: Figures
  sources: Source[]
  axis: Axis
  route: Route
}

/** A date in words. `iso` is EDTF, for machines; `short` fits under a bead. */
export interface DateLabel {
  iso: string
  label: string
  short: string
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
  date: DateLabel
  /** Where, as the dateline says it: 'Minsk' or 'Minsk → Chernihiv' */
  where: string
  /** Id of the place the map marks as the active one */
  place: string
  heading: string
  body: Block[]
  /** Place on the true-scale axis, 0 to 1 */
  at: number
}

export interface Figures {
  title: string
  released: { people: number; label: string; sources: number[] }
  /** `more`: the true number is above this one */
  remaining?: { people: number; more: boolean; label: string; sources: number[] }
}

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
  labels: { at: number; text: string }[]
}

/** The route and the map under it. All positions in map units. */
export interface Route {
  projection: Projection
  /** How far the basemap reaches */
  extent: Rect
  /** What the map shows: the whole route, and one view for each step */
  whole: View
  views: View[]
  /** Every name with the scale from which it is shown, for a map the reader has moved */
  names: Label[]
  places: Place[]
  legs: Leg[]
  /** Where roads end, as far as the story tells */
  stays: { place: string; people: number; where: string }[]
  /** What the lines stand for */
  note?: string
  /** Raster tiles between ground and route, when the publisher has set them: a URL template and whose they are */
  tiles?: { url: string; attribution: string } | undefined
}

export interface Place extends Point {
  id: string
  name: string
  /** [lon, lat], degrees */
  lon: number
  lat: number
  approximate: boolean
  /** The first step that happens here; undefined for a place that only a leg touches */
  step?: number
}

/** People who move from one place to another. */
export interface Leg {
  id: string
  from: string
  to: string
  people: number
  status: Status
  /** Index of the step from which the leg has its status */
  step: number
  /** Index of the earlier step from which it is shown as announced */
  announced?: number
  /** The line; a leg that leaves the map on one side and returns on the other has two */
  arcs: Arc[]
  /** Width of the line, pixels */
  width: number
  /** For the route in words */
  words: { from: string; to: string; date: DateLabel; sources: number[] }
}

/** A quadratic Bézier curve. */
export interface Arc {
  from: Point
  bend: Point
  to: Point
}

/**
 * A frame of 4:3 and the names that fit on it. The frame is shown as large as its box allows, so the names are placed
 * once for each of a few widths of the frame on the screen: `labels[i]` belongs to the i-th of `FRAME_WIDTHS`.
 */
export interface View extends Rect {
  labels: Label[][]
}

export interface Label extends Point {
  kind: 'place' | 'country' | 'sea' | 'town' | 'people' | 'stay'
  text: string
  /** Offset from the point, pixels */
  dx: number
  dy: number
  /** SVG text-anchor: s(tart), m(iddle), e(nd) */
  anchor: 'start' | 'middle' | 'end'
  /** True on a country drawn lighter: the halo is as light as the ground */
  light?: boolean | undefined
  /** The place or leg it names */
  of?: string | undefined
  /** Shown from this scale on, pixels a map unit; only in `Route.names` */
  from?: number
}
