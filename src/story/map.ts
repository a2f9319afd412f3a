/** The route of a finished story and the map under it. All positions are in map units. */

import type { Point, Projection, Rect } from './projection.ts'

/** How certain a leg is: it happened, was announced, or is reported by a single source. */
export type Status = 'happened' | 'announced' | 'reported'

/** An exact number or a range; a range of twice the same number means “about”. */
export type Amount = number | [from: number, to: number]

/** The route and the map under it. A story without places has no map. */
export interface Route {
  projection: Projection
  /** Extent of the basemap */
  extent: Rect
  /** View of the whole route, and one view for each step */
  whole: View
  views: View[]
  /** The labels of all views; see `labels.ts` */
  labels: Label[]
  /** Labels of a map that the reader has moved */
  free: Label[]
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
 * viewport widths: `labels[i]` is for `VIEWPORT_WIDTHS[i]`, a list of indexes in `Route.labels`.
 */
export interface View extends Rect {
  /** Empty in a long story, where names depend on zoom, as on a map that the reader has moved */
  labels: number[][]
}

/** A placed name. */
export interface Label extends Point {
  kind: 'place' | 'country' | 'sea' | 'town' | 'people' | 'stay' | 'note' | 'beyond'
  /** A note of two lines contains a line break */
  text: string
  /** True on a country drawn lighter, so that the halo matches the ground */
  light?: boolean | undefined
  /** Id of the place or leg that it names */
  of?: string | undefined
  /** Direction of a place beyond the map, degrees clockwise from the right of the screen */
  angle?: number | undefined
  /** Position beside its point, pixels */
  dx: number
  dy: number
  /** SVG text-anchor */
  anchor: 'start' | 'middle' | 'end'
  /** Start and end of a note's leader line */
  leader?: [x1: number, y1: number, x2: number, y2: number] | undefined
  /** Minimum scale at which it is shown, pixels per map unit; only on a map that the reader has moved */
  from?: number | undefined
}
