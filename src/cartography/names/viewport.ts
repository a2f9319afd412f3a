/** A view at one width of its viewport: what is drawn there, what is taken, and what a label would cover. */

import RBush, { type BBox } from 'rbush'
import { crowdRadius, dotSpacing, rowLength, rowSpacing } from '../../story/crowd.ts'
import { pointAt } from '../../story/line.ts'
import type { Label, Leg, Line, Place } from '../../story/map.ts'
import { isInside, type Point, type Rect } from '../../story/projection.ts'
import { PASSAGE_WIDTH } from '../../story/section.ts'
import { AREA_RADIUS, arrowhead, headOf, MARK_RADIUS } from '../../story/viewport.ts'
import { boxOf, covered, squareAround } from './boxes.ts'
import type { Candidate } from './candidates.ts'
import { cornersOf, type Layout } from './corners.ts'

/** What is drawn in a view. */
export interface Drawing {
  /** Marked places */
  places: Place[]
  /** Legs that may be drawn */
  legs: Leg[]
  /** Number of dots drawn around each place, by its id, and of all dots */
  crowd?: { at: Record<string, number>; members: number } | undefined
}

/** The map around it. `outlines`: edges and passages of a section, which names should not cross. */
export type Surroundings = Layout & { outlines?: Point[][] | undefined }

/** A label without a position. */
export type Name = Pick<Label, 'kind' | 'text' | 'of'>

/** A view at one width, without labels. Lengths are pixels. */
export interface Empty {
  view: Rect
  width: number
  drawn: RBush<BBox>
  marks: RBush<BBox>
  controls: BBox[]
}

/** How much worse it is to cover the mark of a place than a line: that place seems to have no mark. */
const MARK_COST = 10

/** Measures what a view shows, which takes longer than placing labels on it. */
export function emptyViewport(view: Rect, width: number, drawing: Drawing, surroundings: Surroundings): Empty {
  const { places, legs } = drawing
  const scale = width / view.width
  const square = (at: Point, radius: number) => squareAround(inPixels(at, view, scale), radius)
  const drawn = new RBush<BBox>().load([
    ...places.map((place) =>
      place.section
        ? rowsBox(place, inPixels(place, view, scale), rowsAt(place, drawing, width))
        : square(place, reachOf(place, drawing, width)),
    ),
    ...legs.flatMap((leg) =>
      leg.lines.flatMap((line) => [
        ...sampleLine(line).map((at) => square(at, leg.width / 2)),
        square(headOf(line, leg.width, scale, 1, leg.open).middle, arrowhead(leg.width).half),
      ]),
    ),
    ...(surroundings.outlines ?? []).flatMap((outline) =>
      samplesIn(view, outline, 4 / scale).map((at) => square(at, PASSAGE_WIDTH / 2)),
    ),
  ])
  const marks = new RBush<BBox>().load(places.map((place) => square(place, MARK_RADIUS)))
  return { view, width, drawn, marks, controls: cornersOf(view, width, places, surroundings) }
}

/** A view at one width, with the room that labels take. */
export class Viewport {
  /** Boxes that no label may cover: controls and placed labels */
  private readonly taken: RBush<BBox>

  constructor(
    private readonly empty: Empty,
    labels: Label[] = [],
  ) {
    this.taken = new RBush<BBox>().load(empty.controls)
    for (const label of labels) this.block(label)
  }

  /**
   * Area of lines and marks that a label covers, square pixels, marks counting more. Infinite where it crosses the edge or
   * covers a control or another label, which would be unreadable.
   */
  cost(label: Label): number {
    const { view, width, drawn, marks } = this.empty
    const boxes = this.boxesOf(label)
    const [{ minX, minY, maxX, maxY }] = boxes
    const isOutside = minX < 0 || minY < 0 || maxX > width || maxY > (view.height * width) / view.width
    if (isOutside || boxes.some((box) => covered(box, this.taken) > 0)) return Number.POSITIVE_INFINITY
    return boxes.reduce((sum, box) => sum + covered(box, drawn) + MARK_COST * covered(box, marks), 0)
  }

  block(label: Label) {
    for (const box of this.boxesOf(label)) this.taken.insert(box)
  }

  /** The box of a label, and those of its leader line, which starts at the edge of the mark or line it points to. */
  private boxesOf(label: Label): [BBox, ...BBox[]] {
    const { view, width } = this.empty
    const { x, y } = inPixels(label, view, width / view.width)
    const box = boxOf(label, x, y)
    const [x1, y1, x2, y2] = label.leader ?? []
    if (x1 === undefined || y1 === undefined || x2 === undefined || y2 === undefined) return [box]
    return [box, ...fractions(8).map((t) => squareAround({ x: x + x1 + (x2 - x1) * t, y: y + y1 + (y2 - y1) * t }, 1))]
  }
}

/** The first free candidate in all `viewports`, else the one that covers least. */
export function choose(
  name: Name,
  candidates: Candidate[],
  viewports: Viewport[],
): { best?: Label | undefined; cost: number } {
  let [best, least]: [Label | undefined, number] = [undefined, Number.POSITIVE_INFINITY]
  for (const candidate of candidates) {
    const label = { ...name, ...candidate }
    let cost = 0
    for (const viewport of viewports) if (cost < least) cost += viewport.cost(label)
    if (cost < least) [best, least] = [label, cost]
    if (least === 0) break
  }
  return { best, cost: least }
}

/** Radius of a place's mark, with the crowd around it, on a viewport of this width, pixels. */
export function reachOf({ id, roughly }: Place, { crowd }: Drawing, width: number): number {
  const mark = roughly === undefined ? MARK_RADIUS : AREA_RADIUS
  if (!crowd) return mark
  return Math.max(mark, Math.round(crowdRadius(crowd.at[id] ?? 0, dotSpacing(width, crowd.members))))
}

/** Length of the rows of dots beside a place on a section, likewise. */
export function rowsAt({ id }: Place, { crowd }: Drawing, width: number): number {
  return rowLength(crowd?.at[id] ?? 0, rowSpacing(width))
}

/** The mark of a place on a section, the dots beside it, and their number. */
function rowsBox({ section }: Place, { x, y }: Point, length: number): BBox {
  const half = MARK_RADIUS
  const far = Math.max(half, length && length + 30)
  const [left, right] = section === 'left' ? [far, half] : [half, far]
  return { minX: x - left, minY: y - half, maxX: x + right, maxY: y + half }
}

function inPixels({ x, y }: Point, view: Rect, scale: number): Point {
  return { x: (x - view.x) * scale, y: (y - view.y) * scale }
}

/** Points along an outline inside `view`, not more than `distance` map units from one another. */
function samplesIn(view: Rect, outline: Point[], distance: number): Point[] {
  return outline.slice(1).flatMap((to, i) => {
    const from = outline[i] ?? to
    const count = Math.ceil(Math.hypot(to.x - from.x, to.y - from.y) / distance)
    return fractions(count)
      .map((t) => ({ x: from.x + (to.x - from.x) * t, y: from.y + (to.y - from.y) * t }))
      .filter((point) => isInside(point, view))
  })
}

/** Samples a line at more than `least` points, according to its number of pieces. */
export function sampleLine(line: Line, least = 60): Point[] {
  return fractions(Math.max(least, 6 * line.length)).map((t) => pointAt(line, t))
}

/** `count` + 1 evenly spaced numbers from 0 to 1. */
function fractions(count: number): number[] {
  return Array.from({ length: count + 1 }, (_, i) => i / count)
}
