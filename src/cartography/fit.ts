/** Fits the projection and the first view to the places of a story. */

import {
  type LonLat,
  nearestLongitude,
  type Point,
  type Projection,
  project,
  type Rect,
  worldWidthOf,
} from '../story/projection.ts'
import { VIEWPORT_RATIO } from '../story/viewport.ts'

/** Width of the view of the whole route, map units. */
export const ROUTE_WIDTH = 4000

/** Margin on each side of a view for names and line ends, as a fraction of its width and height. */
const MARGIN = 0.13

/** Minimum width of a view, degrees of longitude: of a story within one city, and of a story with a single place. */
const SMALLEST_SPAN = 0.25
const LONELY_SPAN = 3

/**
 * Chooses the projection for `places` and the `ways` between them. Its central meridian is opposite the widest gap between
 * places, so that a Pacific story is not cut at the antimeridian; a story near a pole gets the polar projection. `world`
 * is chosen to make the first view 4,000 units wide. `opening`: the first view, if it is not the whole route.
 * `travellers`: how many go each way.
 */
export function fitProjection(
  places: LonLat[],
  ways: LonLat[][] = [],
  opening: (route: Rect, projection: Projection) => Rect = (route) => route,
  travellers: number[] = [],
): Projection {
  const unit = { ...meridianOf(places, ways, travellers), world: 1, y0: 0 }
  const view = opening(wholeRouteView(unit, places, ways), unit)
  const world = ROUTE_WIDTH / view.width
  return { ...unit, world, y0: (view.y + view.height / 2) * world }
}

function meridianOf(places: LonLat[], ways: LonLat[][], travellers: number[]): Pick<Projection, 'lon0' | 'pole'> {
  const lon0 = middleMeridian(places.map(([lon]) => lon))
  const pole = poleOf([...places, ...ways.flat()])
  if (pole) return { lon0, pole }
  const near = places.map(([lon]) => nearestLongitude(lon, lon0))
  const passed = ways.flatMap((way) => unrolled(way, lon0).map(([lon]) => lon))
  const [west, east] = [Math.min(...near, ...passed), Math.max(...near, ...passed)]
  if (east - west >= 360) return { lon0: leastCrossed(places, ways, travellers) }
  if (west >= Math.min(...near) && east <= Math.max(...near)) return { lon0 }
  return { lon0: (west + east) / 2 }
}

/** Degrees between the meridians at which a map of a route around the world may be cut, and from a cut to a place. */
const [CUT_STEP, CUT_ROOM] = [5, 25]

/**
 * The meridian opposite to the one where a route around the world is cut: there the fewest cross, and the nearest place is
 * farthest.
 */
function leastCrossed(places: LonLat[], ways: LonLat[][], travellers: number[]): number {
  const cuts = Array.from({ length: 360 / CUT_STEP }, (_, i) => i * CUT_STEP - 180)
  const crossed = (cut: number) =>
    ways.reduce((sum, way, i) => {
      const turns = way.map(([lon]) => Math.floor((lon - cut) / 360))
      return turns.every((turn) => turn === turns[0]) ? sum : sum + (travellers[i] ?? 1)
    }, 0)
  const room = (cut: number) => Math.min(...places.map(([lon]) => Math.abs(nearestLongitude(lon, cut) - cut)))
  const roomy = cuts.filter((cut) => room(cut) >= CUT_ROOM)
  const best = (roomy.length ? roomy : cuts).reduce((best, cut) => {
    const fewer = crossed(cut) - crossed(best)
    return fewer < 0 || (fewer === 0 && room(cut) > room(best)) ? cut : best
  })
  return nearestLongitude(best + 180, 0)
}

/** Degrees from a pole: a story is polar if it comes nearer than POLAR and stays within FURTHEST. */
const [POLAR, FURTHEST] = [8, 110]
/** Degrees: so is a story within CIRCLE of a pole that spans more than ALL_AROUND of longitude. */
const [CIRCLE, ALL_AROUND] = [35, 150]

/** The pole of a polar story, undefined for most. Mercator distorts strongly near the poles and does not reach them. */
function poleOf(points: LonLat[]): Projection['pole'] {
  if (points.length === 0) return
  const [south, north] = [Math.min(...points.map(([, lat]) => lat)), Math.max(...points.map(([, lat]) => lat))]
  const lons = points.map(([lon]) => lon)
  const middle = middleMeridian(lons)
  const around = 2 * Math.max(...lons.map((lon) => Math.abs(nearestLongitude(lon, middle) - middle))) > ALL_AROUND
  const isPolar = (nearest: number, farthest: number) =>
    (nearest < POLAR && farthest < FURTHEST) || (farthest < CIRCLE && around && points.length > 1)
  // Over a small area Mercator is accurate even there.
  const wide = north - south > 1 || around || north > MOST_MERCATOR || south < -MOST_MERCATOR
  if (!wide) return
  if (isPolar(90 - north, 90 - south)) return 'north'
  return isPolar(90 + south, 90 + north) ? 'south' : undefined
}

/** Latitude beyond which Mercator is too distorted, degrees north and south. */
export const MOST_MERCATOR = 84

/** Shifts a track by whole turns so that it begins near `lon0`; its longitudes may continue beyond 180. */
export function unrolled(way: LonLat[], lon0: number): LonLat[] {
  const first = way[0]?.[0] ?? 0
  const turn = nearestLongitude(first, lon0) - first
  return way.map(([lon, lat]): LonLat => [lon + turn, lat])
}

/** The view of the whole route: `places` and `ways` with a margin, or the whole world. */
export function wholeRouteView(projection: Projection, places: LonLat[], ways: LonLat[][] = []): Rect {
  const { lon0, world } = projection
  const points = [
    ...places.map(([lon, lat]) => project(projection, [nearestLongitude(lon, lon0), lat])),
    ...ways.flatMap((way) => unrolled(way, lon0).map((point) => project(projection, point))),
  ]
  // A story without places shows the world.
  if (points.length === 0) return worldView(projection, points)
  const lone = points.every(({ x, y }) => x === points[0]?.x && y === points[0]?.y)
  const view = viewAround(points, ((lone ? LONELY_SPAN : SMALLEST_SPAN) / 360) * world)
  return view.width > worldWidthOf(projection) ? worldView(projection, points) : view
}

/** Southern limit of a world view, as a fraction of the world's height from the equator: about 68° S, then only ice. */
const ICE = 0.26
/** Northern limit: about 84° N, then only sea. */
const NORTH = -0.475

/** The view of a story as wide as the world: the world once, with as little Antarctica as possible. */
function worldView({ world, y0 }: Projection, points: Point[]): Rect {
  const ys = points.map(({ y }) => y)
  const [top, bottom] = [Math.min(...ys, -y0), Math.max(...ys, -y0)]
  const width = Math.max(world, Math.min(((bottom - top) / (1 - MARGIN)) * VIEWPORT_RATIO, world * VIEWPORT_RATIO))
  const height = width / VIEWPORT_RATIO
  const end = Math.max(bottom + height * (MARGIN / 2), ICE * world - y0)
  return { x: -width / 2, y: Math.max(end - height, NORTH * world - y0), width, height }
}

/** The middle of the shortest range of longitudes that contains all of `lons`, degrees. */
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

/** Fraction of the free height that is above the points: less than half, since the lower edge is more often covered. */
const ABOVE = 0.4

/** The smallest 4:3 view of `points` with a margin, at least `least` map units wide. */
export function viewAround(points: Point[], least: number): Rect {
  const xs = points.map((point) => point.x)
  const ys = points.map((point) => point.y)
  const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)]
  const room = 1 - 2 * MARGIN
  const width = Math.max((right - left) / room, ((bottom - top) / room) * VIEWPORT_RATIO, least)
  const height = width / VIEWPORT_RATIO
  return { x: (left + right - width) / 2, y: top - (height - (bottom - top)) * ABOVE, width, height }
}
