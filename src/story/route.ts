/** From places and head-counts to views: how the earth is laid flat for a story, what a view must show, and how wide a line is. */
import {
  type LonLat,
  nearestLongitude,
  type Point,
  type Projection,
  project,
  type Rect,
  worldWidthOf,
} from './projection.ts'
import type { Amount, Leg, Route, Step } from './story.ts'

/** Width to height of every view. One ratio for all keeps a map that is drawn by HTML alone exact at any size. */
export const VIEWPORT_RATIO = 4 / 3

/** How many map units wide the whole route is drawn. */
const FRAME_WIDTH = 4000

/** Part of a frame's width and height kept free on each side, for names and line ends. */
const MARGIN = 0.13

/** A step's view is never closer than this part of the whole route, so that a reader keeps the bearings. */
const CLOSEST = 0.5

/** A story within one city is drawn as near as this many degrees of longitude; a lone place gets its surroundings. */
const SMALLEST_SPAN = 0.25
const LONELY_SPAN = 3

/** Widest and narrowest line, and one on which nothing is counted, pixels. */
const WIDEST = 16
const NARROWEST = 1.5
const UNCOUNTED = 3

/**
 * The projection in which `places` and the `ways` between them lie together: its middle meridian is opposite the widest
 * gap between the places, so a Pacific story is not torn at the antimeridian. A story near a pole is seen from above it.
 * `world` makes the first view 4,000 units wide; `opening`: what that is, where it is not just the route.
 */
export function fitProjection(
  places: LonLat[],
  ways: LonLat[][] = [],
  opening: (route: Rect, projection: Projection) => Rect = (route) => route,
): Projection {
  const unit = { ...meridianOf(places, ways), world: 1, y0: 0 }
  const frame = opening(wholeFrame(unit, places, ways), unit)
  const world = FRAME_WIDTH / frame.width
  return { ...unit, world, y0: (frame.y + frame.height / 2) * world }
}

function meridianOf(places: LonLat[], ways: LonLat[][]): Pick<Projection, 'lon0' | 'pole'> {
  const lon0 = middleMeridian(places.map(([lon]) => lon))
  const pole = poleOf([...places, ...ways.flat()])
  if (pole) return { lon0, pole }
  const near = places.map(([lon]) => nearestLongitude(lon, lon0))
  const passed = ways.flatMap((way) => unrolled(way, lon0).map(([lon]) => lon))
  const [west, east] = [Math.min(...near, ...passed), Math.max(...near, ...passed)]
  // What goes round the world is cut where the places leave most room.
  if (east - west >= 360 || (west >= Math.min(...near) && east <= Math.max(...near))) return { lon0 }
  return { lon0: (west + east) / 2 }
}

/** Degrees: a story that comes nearer to a pole than this is seen from above it, if none of it is further than that. */
const [POLAR, FURTHEST] = [8, 110]
/** Degrees: so is one that lies within this circle all around it. */
const [CIRCLE, ALL_AROUND] = [35, 150]

/** The pole a story is best seen from above; undefined for most. Mercator has no poles, and swells before them. */
function poleOf(points: LonLat[]): Projection['pole'] {
  if (points.length === 0) return
  const [south, north] = [Math.min(...points.map(([, lat]) => lat)), Math.max(...points.map(([, lat]) => lat))]
  const lons = points.map(([lon]) => lon)
  const middle = middleMeridian(lons)
  const around = 2 * Math.max(...lons.map((lon) => Math.abs(nearestLongitude(lon, middle) - middle))) > ALL_AROUND
  const from = (least: number, most: number) =>
    (least < POLAR && most < FURTHEST) || (most < CIRCLE && around && points.length > 1)
  // Within one valley Mercator is true even there.
  const wide = north - south > 1 || around || north > MOST_MERCATOR || south < -MOST_MERCATOR
  if (!wide) return
  if (from(90 - north, 90 - south)) return 'north'
  return from(90 + south, 90 + north) ? 'south' : undefined
}

/** Degrees north and south: nearer to a pole Mercator shows nothing as it is. */
export const MOST_MERCATOR = 84

/** The points of `way` with its first one named as near to `lon0` as it can be, so that it runs on over any edge. */
export function unrolled(way: LonLat[], lon0: number): LonLat[] {
  const first = way[0]?.[0] ?? 0
  const turn = nearestLongitude(first, lon0) - first
  return way.map(([lon, lat]): LonLat => [lon + turn, lat])
}

/** The frame of the whole route: all of `places` and `ways` with their margin, or the whole world where they need it. */
export function wholeFrame(projection: Projection, places: LonLat[], ways: LonLat[][] = []): Rect {
  const { lon0, world } = projection
  const points = [
    ...places.map(([lon, lat]) => project(projection, [nearestLongitude(lon, lon0), lat])),
    ...ways.flatMap((way) => unrolled(way, lon0).map((point) => project(projection, point))),
  ]
  // A story that is nowhere has the world.
  if (points.length === 0) return worldFrame(projection, points)
  const lone = points.every(({ x, y }) => x === points[0]?.x && y === points[0]?.y)
  const frame = frameOf(points, ((lone ? LONELY_SPAN : SMALLEST_SPAN) / 360) * world)
  return frame.width > worldWidthOf(projection) ? worldFrame(projection, points) : frame
}

/** South of this, in parts of the world's height from the equator, there is only ice: about 68 degrees. */
const ICE = 0.26
/** And north of this only sea: about 84 degrees. */
const NORTH = -0.475

/** The frame of a story as wide as the world: all of it once, with no more ice below than it needs. */
function worldFrame({ world, y0 }: Projection, points: Point[]): Rect {
  const ys = points.map(({ y }) => y)
  const [top, bottom] = [Math.min(...ys, -y0), Math.max(...ys, -y0)]
  const width = Math.max(world, Math.min(((bottom - top) / (1 - MARGIN)) * VIEWPORT_RATIO, world * VIEWPORT_RATIO))
  const height = width / VIEWPORT_RATIO
  const end = Math.max(bottom + height * (MARGIN / 2), ICE * world - y0)
  return { x: -width / 2, y: Math.max(end - height, NORTH * world - y0), width, height }
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
  return nearestLongitude(start + span / 2, 0)
}

/** Of the height the points leave free, the part above them: the lower edge is the first to be covered or cut. */
const ABOVE = 0.4

/** The smallest 4:3 rectangle around `points` with its margin, never narrower than `least`. */
export function frameOf(points: Point[], least: number): Rect {
  const xs = points.map((point) => point.x)
  const ys = points.map((point) => point.y)
  const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)]
  const room = 1 - 2 * MARGIN
  const width = Math.max((right - left) / room, ((bottom - top) / room) * VIEWPORT_RATIO, least)
  const height = width / VIEWPORT_RATIO
  return { x: (left + right - width) / 2, y: top - (height - (bottom - top)) * ABOVE, width, height }
}

/** The view of a step: around `points`, not closer than half the whole `route` and not outside it. */
export function stepFrame(points: Point[], route: Rect): Rect {
  const frame = frameOf(points, route.width * CLOSEST)
  if (frame.width >= route.width) return route
  const keep = (low: number, value: number, high: number) => Math.min(Math.max(value, low), high)
  return {
    ...frame,
    x: keep(route.x, frame.x, route.x + route.width - frame.width),
    y: keep(route.y, frame.y, route.y + route.height - frame.height),
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
 * The width of a line in pixels, proportional to what is on it (Minard, 1869: one millimetre, so many men): the eye adds
 * up bands side by side only when twice the people make twice the band. `most` is the largest count of its unit in the
 * story. The narrowest line stays visible, so counts below a tenth of the largest look alike; the number stands beside
 * them. A line on which nothing is counted has a width of its own.
 */
export function lineWidth(amount: Amount | undefined, most: number): number {
  if (amount === undefined) return UNCOUNTED
  return Math.round(Math.max((middleOf(amount) / most) * WIDEST, NARROWEST) * 10) / 10
}

/** The number an amount is drawn with. */
export function middleOf(amount: Amount): number {
  return typeof amount === 'number' ? amount : (amount[0] + amount[1]) / 2
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
