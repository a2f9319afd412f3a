/** From places and head-counts to lines: where a leg bends, how wide it is, what a view must show. */
import { type LonLat, nearestTurn, type Point, type Projection, project, type Rect } from './projection.ts'
import type { Arc, Leg, Route, Step } from './story.ts'

/** Width to height of every view. One ratio for all keeps a map that is drawn by HTML alone exact at any size. */
export const FRAME_RATIO = 4 / 3

/** How many map units wide the whole route is drawn. */
const FRAME_WIDTH = 4000

/** Part of a frame's width and height kept free on each side, for names and line ends. */
const MARGIN = 0.13

/** A step's view is never closer than this part of the whole route, so that a reader keeps the bearings. */
const CLOSEST = 0.5

/** A story within one city is drawn as near as this many degrees of longitude; a lone place gets its surroundings. */
const SMALLEST_SPAN = 0.25
const LONELY_SPAN = 3

/** Widest and narrowest line, pixels. */
const WIDEST = 16
const NARROWEST = 1.5

/** How far a line bends aside, as a part of its length: enough to tell it from a border, too little for a road. */
export const BEND = 0.14

/**
 * The projection in which `places` lie together: its middle meridian is opposite the widest gap between them, so a
 * Pacific story is not torn at the antimeridian. `world` makes the whole route 4,000 units wide.
 */
export function fitProjection(places: LonLat[]): Projection {
  const lon0 = middleMeridian(places.map(([lon]) => lon))
  const unit = { lon0, world: 1, y0: 0 }
  const frame = wholeFrame(unit, places)
  const world = FRAME_WIDTH / frame.width
  return { lon0, world, y0: (frame.y + frame.height / 2) * world }
}

/** The frame of the whole route: all of `places` with their margin. */
export function wholeFrame(projection: Projection, places: LonLat[]): Rect {
  const points = places.map(([lon, lat]) => project(projection, [nearestTurn(lon, projection.lon0), lat]))
  const lone = points.every(({ x, y }) => x === points[0]?.x && y === points[0]?.y)
  return frameOf(points, ((lone ? LONELY_SPAN : SMALLEST_SPAN) / 360) * projection.world)
}

/** The meridian in the middle of the shortest stretch that holds all of `lons`, degrees. */
export function middleMeridian(lons: number[]): number {
  const sorted = [...new Set(lons)].sort((a, b) => a - b)
  let [start, span] = [sorted[0] ?? 0, 360]
  sorted.forEach((lon, i) => {
    const before = i > 0 ? (sorted[i - 1] ?? lon) : (sorted.at(-1) ?? lon) - 360
    const rest = 360 - (lon - before)
    if (rest < span) [start, span] = [lon, rest]
  })
  return nearestTurn(start + span / 2, 0)
}

/** Of the height the points leave free, the part above them: the lower edge is the first to be covered or cut. */
const ABOVE = 0.4

/** The smallest 4:3 rectangle around `points` with its margin, never narrower than `least`. */
export function frameOf(points: Point[], least: number): Rect {
  const xs = points.map((point) => point.x)
  const ys = points.map((point) => point.y)
  const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)]
  const room = 1 - 2 * MARGIN
  const width = Math.max((right - left) / room, ((bottom - top) / room) * FRAME_RATIO, least)
  const height = width / FRAME_RATIO
  return { x: (left + right - width) / 2, y: top - (height - (bottom - top)) * ABOVE, width, height }
}

/** The view of a step: around `points`, not closer than half the `whole` route and not outside it. */
export function stepFrame(points: Point[], whole: Rect): Rect {
  const frame = frameOf(points, whole.width * CLOSEST)
  if (frame.width >= whole.width) return whole
  const keep = (low: number, value: number, high: number) => Math.min(Math.max(value, low), high)
  return {
    ...frame,
    x: keep(whole.x, frame.x, whole.x + whole.width - frame.width),
    y: keep(whole.y, frame.y, whole.y + whole.height - frame.height),
  }
}

/** `rect` grown on every side by these parts of its width and height. */
export function grow(rect: Rect, byWidth: number, byHeight: number): Rect {
  return {
    x: rect.x - rect.width * byWidth,
    y: rect.y - rect.height * byHeight,
    width: rect.width * (1 + 2 * byWidth),
    height: rect.height * (1 + 2 * byHeight),
  }
}

/**
 * The schematic line of a leg. It goes the short way round: when that crosses the edge of a map of the whole world,
 * the line is drawn twice, leaving on one side and arriving on the other. `world`: map units around the equator;
 * `bend`: how far it bends aside, as a part of its length, to the left of who travels, below 0 to the right.
 */
export function arcsOf(from: Point, to: Point, world: number, bend = BEND): Arc[] {
  const turns = Math.round((to.x - from.x) / world)
  const arc = bent(from, { x: to.x - turns * world, y: to.y }, bend)
  return turns === 0 ? [arc] : [arc, shifted(arc, turns * world)]
}

function bent(from: Point, to: Point, by: number): Arc {
  const [dx, dy] = [to.x - from.x, to.y - from.y]
  const round = Math.round
  // To the left of who travels, unless told otherwise: the way there and the way back do not hide each other.
  const bend = { x: round((from.x + to.x) / 2 + dy * by), y: round((from.y + to.y) / 2 - dx * by) }
  // The points alone: what comes in may be whole places, and an arc is served to every reader.
  return { from: { x: from.x, y: from.y }, to, bend }
}

function shifted({ from, bend, to }: Arc, x: number): Arc {
  return { from: { ...from, x: from.x + x }, bend: { ...bend, x: bend.x + x }, to: { ...to, x: to.x + x } }
}

/** The point at `t` (0 to 1) of an arc. */
export function pointAt({ from, bend, to }: Arc, t: number): Point {
  const along = (a: number, b: number, c: number) => (1 - t) ** 2 * a + 2 * (1 - t) * t * b + t ** 2 * c
  return { x: along(from.x, bend.x, to.x), y: along(from.y, bend.y, to.y) }
}

/** How fast a point moves along an arc at `t`: the derivative there, map units. */
export function speedAt({ from, bend, to }: Arc, t: number): Point {
  const along = (a: number, b: number, c: number) => 2 * ((1 - t) * (b - a) + t * (c - b))
  return { x: along(from.x, bend.x, to.x), y: along(from.y, bend.y, to.y) }
}

/** The first part of an arc, up to `t`, as SVG path data (de Casteljau: the cut curve is the same curve). */
export function pathTo(arc: Arc, t: number): string {
  const { from, bend } = arc
  const near = { x: from.x + (bend.x - from.x) * t, y: from.y + (bend.y - from.y) * t }
  const tip = pointAt(arc, t)
  const round = (value: number) => Math.round(value * 10) / 10
  return `M${round(from.x)} ${round(from.y)}Q${round(near.x)} ${round(near.y)} ${round(tip.x)} ${round(tip.y)}`
}

/**
 * The width of a line in pixels, proportional to the people on it (Minard, 1869: one millimetre, so many men): the eye
 * adds up bands side by side only when twice the people make twice the band. `most` is the largest count of the story.
 * The narrowest line stays visible, so counts below a tenth of the largest look alike; the number stands beside them.
 */
export function lineWidth(people: number, most: number): number {
  return Math.round(Math.max((people / most) * WIDEST, NARROWEST) * 10) / 10
}

/** How many legs a map shows at once: older ones make way for newer, or a long story ends in a tangle. */
const LEGS_AT_ONCE = 12

/** The legs a step may show, the one after it included, since it grows there; without a step, those of the whole route. */
export function legsAt(legs: Leg[], step: number | undefined): Leg[] {
  const begun =
    step === undefined ? legs : legs.filter((leg) => Math.min(leg.step, leg.announced ?? leg.step) <= step + 1)
  return begun.slice(-LEGS_AT_ONCE)
}

/** Whether a step happens at a place, alone or among others. */
export function isAt(step: Step | undefined, place: string): boolean {
  return step?.place === place || Boolean(step?.places?.includes(place))
}

/**
 * Ids of the places that are marked at a step: its own, and those its legs bring along. So a dot of one year never lies
 * beside a line of another. Without a step, those of the whole route.
 */
export function marksAt({ legs, places }: Pick<Route, 'legs' | 'places'>, step: Step | undefined): string[] {
  if (!step && legs.length === 0) return places.map(({ id }) => id)
  const brought = legsAt(legs, step?.index).flatMap(({ from, to, marks = [] }) => [from, to, ...marks])
  return [...new Set([...(step?.places ?? (step?.place === undefined ? [] : [step.place])), ...brought])]
}
