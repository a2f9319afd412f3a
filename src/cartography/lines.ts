/** The line of each leg: as it was drawn, or bent so that it touches nothing it should not, with a warning where it still does. */

import type { StoryFile } from '../content/schema.ts'
import { arcBetween, BEND, pointAt, speedAt, worldCopiesOf } from '../story/line.ts'
import { type LonLat, type Point, project, worldWidthOf } from '../story/projection.ts'
import { unrolled } from '../story/route.ts'
import type { Line, Piece, Place } from '../story/story.ts'
import { GRID } from '../story/viewport.ts'
import type { Ground } from './ground.ts'
import { isDrawn } from './itinerary.ts'
import { contains } from './names/candidates.ts'

type LegFile = StoryFile['legs'][number]

/** How far a line may bend, as parts of its length; the first that is free is taken. */
const BENDS = [BEND, 0.2, 0.26, 0.32, 0.38, 0.44, 0.5, 0.56]

/** How near a line may come to a place that is not its end, in parts of the route's width: about 12 pixels on a phone. */
const CLEAR = 0.031
/** Half the widest band likewise: what a line covers beside itself. */
const BESIDE = 0.0175
/** A line passes a country when at least this part of it does; a clipped corner is no way through. */
const PASSED = 0.03

/**
 * The line of `leg` between its two ends, once for each side of the map it is on: as its author has drawn it, or bent away
 * from the countries it must avoid and from places not its own.
 */
export function drawLine(leg: LegFile, way: LonLat[], from: Place, to: Place, places: Place[], ground: Ground): Line[] {
  const { projection } = ground
  const world = worldWidthOf(projection)
  if (!isDrawn(leg)) return worldCopiesOf(bentLine(leg, from, to, places, ground), world)
  const points = unrolled(way, projection.lon0).map((point) => project(projection, point))
  const line = leg.path === undefined && leg.line === 'arc' ? smooth(points) : straight(points)
  return worldCopiesOf(line, world)
}

function bentLine(leg: LegFile, from: Place, to: Place, places: Place[], ground: Ground): Line {
  const side = leg.bend === 'left' ? 1 : -1
  const avoided = ground.gazetteer.countries.filter(({ code }) => leg.avoid.includes(code))
  const clear = ground.route.width * CLEAR
  const others = othersThan(from, to, places, clear)
  const world = worldWidthOf(ground.projection)
  const tried = [side, -side].flatMap((hand) =>
    BENDS.map((bend) => {
      const line = arcBetween(from, to, world, bend * hand)
      const touched = along(line, ground.route.width * BESIDE).filter((at) =>
        avoided.some(({ rings }) => contains(rings, at)),
      ).length
      const near = others.filter((place) => comesNear(worldCopiesOf(line, world), place, clear)).length
      return { line, faults: touched + near * 20 }
    }),
  )
  return tried.reduce((best, next) => (next.faults < best.faults ? next : best)).line
}

/** Bytes of a line in the data of a page: a recorded way has more points than anybody can see. */
const MOST_BYTES = 5 * 1024

/** Straight from point to point, without points nobody can see, and without more than a page can carry. */
function straight(points: Point[]): Line {
  const whole = points.map(({ x, y }): Point => ({ x: Math.round(x), y: Math.round(y) }))
  for (let tolerance = GRID / 2; ; tolerance *= 1.5) {
    const [start = { x: 0, y: 0 }, ...rest] = thinned(whole, tolerance)
    const line: Line = [[start.x, start.y], ...rest.map(({ x, y }): [number, number] => [x, y])]
    if (JSON.stringify(line).length <= MOST_BYTES || rest.length < 2) return line
  }
}

/**
 * `points` without those that lie within `tolerance` of the line without them (Douglas and Peucker, 1973). With a list of
 * what is left to do instead of calls: a recorded way has a hundred thousand points.
 */
function thinned(points: Point[], tolerance: number): Point[] {
  const kept = new Set([0, points.length - 1])
  const todo: [first: number, last: number][] = [[0, points.length - 1]]
  for (let span = todo.pop(); span; span = todo.pop()) {
    const [first, last] = span
    const [a, b] = [points[first], points[last]]
    let [farthest, most] = [-1, tolerance]
    for (let i = first + 1; a && b && i < last; i += 1) {
      const far = farFrom(points[i] ?? a, a, b)
      if (far > most) [farthest, most] = [i, far]
    }
    if (farthest < 0) continue
    kept.add(farthest)
    todo.push([first, farthest], [farthest, last])
  }
  return points.filter((_, i) => kept.has(i))
}

/** How far `p` is from the stretch between `a` and `b`. */
function farFrom(p: Point, a: Point, b: Point): number {
  const [dx, dy] = [b.x - a.x, b.y - a.y]
  const t = Math.max(0, Math.min(1, ((p.x - a.x) * dx + (p.y - a.y) * dy) / (dx * dx + dy * dy || 1)))
  return Math.hypot(p.x - a.x - t * dx, p.y - a.y - t * dy)
}

/** One smooth line through all points: Catmull and Rom’s, each of its curves as two that bend once. */
function smooth(points: Point[]): Line {
  const ways = points.map((point, i) => {
    const [before, after] = [points[i - 1] ?? point, points[i + 1] ?? point]
    const length = Math.hypot(after.x - before.x, after.y - before.y) || 1
    return { x: (after.x - before.x) / length, y: (after.y - before.y) / length }
  })
  const [start = { x: 0, y: 0 }] = points
  const line: Line = [[Math.round(start.x), Math.round(start.y)]]
  points.slice(1).forEach((to, i) => {
    const [from = to, leaves = to, comes = to] = [points[i], ways[i], ways[i + 1]]
    const reach = Math.hypot(to.x - from.x, to.y - from.y) / 4
    const first = { x: from.x + leaves.x * reach, y: from.y + leaves.y * reach }
    const second = { x: to.x - comes.x * reach, y: to.y - comes.y * reach }
    const curve = (bend: Point, end: Point): Piece => [
      Math.round(bend.x),
      Math.round(bend.y),
      Math.round(end.x),
      Math.round(end.y),
    ]
    line.push(curve(first, { x: (first.x + second.x) / 2, y: (first.y + second.y) / 2 }), curve(second, to))
  })
  return line
}

/** What a reader might take a line to say though no source does, as messages for the author; what they drew, they meant. */
export function misleadingClaims(
  leg: LegFile,
  lines: Line[],
  { from, to, places, words }: { from: Place; to: Place; places: Place[]; words: string },
  ground: Ground,
  countryName: (code: string) => string,
): string[] {
  if (isDrawn(leg)) return []
  const clear = ground.route.width * CLEAR
  const passed = othersThan(from, to, places, clear)
    .filter((place) => comesNear(lines, place, clear))
    .map(({ id }) => `its line passes the place “${id}”, which is not on its way`)
  const points = lines.flatMap((line) => Array.from({ length: 101 }, (_, i) => pointAt(line, i / 100)))
  const crossed = ground.gazetteer.countries
    .filter(({ code, rings }) => {
      const named = words.includes(countryName(code)) || contains(rings, from) || contains(rings, to)
      const on = named ? 0 : points.filter((at) => contains(rings, at)).length
      return leg.avoid.includes(code) ? on > 0 : on > points.length * PASSED
    })
    .map(({ code }) => `${countryName(code)} (${code})`)
  const over = crossed.length ? [`its line passes over ${crossed.join(', ')}, which its words do not name`] : []
  return [...passed, ...over]
}

/** The places a line may be taken to touch; a wide area is crossed without being a stop. */
function othersThan(from: Place, to: Place, places: Place[], clear: number): Place[] {
  return places.filter(
    ({ id, beyond, roughly = 0 }) => id !== from.id && id !== to.id && !beyond && roughly < 2 * clear,
  )
}

function comesNear(lines: Line[], place: Place, clear: number): boolean {
  return lines.some((line) =>
    Array.from({ length: 81 }, (_, i) => pointAt(line, i / 80)).some(
      ({ x, y }) => Math.hypot(x - place.x, y - place.y) < clear,
    ),
  )
}

/** Points of a line and of both edges of its band, so far `beside` it. */
function along(line: Line, beside: number): Point[] {
  return Array.from({ length: 61 }, (_, i) => i / 60).flatMap((t) => {
    const [{ x, y }, speed] = [pointAt(line, t), speedAt(line, t)]
    const length = Math.hypot(speed.x, speed.y) || 1
    const [nx, ny] = [(-speed.y / length) * beside, (speed.x / length) * beside]
    return [
      { x, y },
      { x: x + nx, y: y + ny },
      { x: x - nx, y: y - ny },
    ]
  })
}
