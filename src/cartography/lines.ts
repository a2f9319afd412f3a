/** Lines of the legs: drawn by the author, or bent around countries and places, with a warning where that fails. */

import simplify from 'simplify-js'
import { middleOf } from '../content/quantity.ts'
import type { StoryFile } from '../content/schema/story.ts'
import { wayOnSection } from '../content/stage.ts'
import { arcBetween, BEND, pointAt, speedAt, worldCopiesOf } from '../story/line.ts'
import type { Amount, Line, Piece, Place } from '../story/map.ts'
import { type LonLat, type Point, project, worldWidthOf } from '../story/projection.ts'
import { GRID } from '../story/viewport.ts'
import { unrolled } from './fit.ts'
import type { Ground } from './ground.ts'
import { coordinatesOf, isDrawn } from './itinerary.ts'
import { contains } from './polygons.ts'
import { onGround } from './section.ts'

type LegFile = StoryFile['legs'][number]

/** Bends to try, as fractions of a line's length; the first without conflicts is used. */
const BENDS = [BEND, 0.2, 0.26, 0.32, 0.38, 0.44, 0.5, 0.56]

/**
 * Minimum distance of a line from places not its own, as a fraction of the route's width: about 12 pixels on a phone.
 */
const CLEARANCE = 0.031
/** Half the width of the widest line, as a fraction of the route's width. */
const HALF_BAND = 0.0175
/** Minimum fraction of a line that must be in a country to count as crossing it, so that a clipped corner does not. */
const CROSSED = 0.03

/**
 * The line of `leg`, in two copies if it crosses the edge of a world map: as the author has drawn it (`path`: its track,
 * [lon, lat]), or bent away from the countries to avoid and from places not its own. On a section, a line from point to
 * point.
 */
export function drawLine(
  leg: LegFile,
  file: StoryFile,
  path: LonLat[] | undefined,
  { from, to, places }: { from: Place; to: Place; places: Place[] },
  ground: Ground,
): Line[] {
  const { projection, section } = ground
  const way = section && wayOnSection(leg, file)
  if (way) return [polylineThrough(way.map((point) => onGround(section, point)))]
  const track = coordinatesOf(leg, file, path)
  const world = worldWidthOf(projection)
  if (!isDrawn(leg)) return worldCopiesOf(bentLine(leg, from, to, places, ground), world)
  const points = unrolled(track, projection.lon0).map((point) => project(projection, point))
  const line = leg.path === undefined && leg.line === 'arc' ? splineThrough(points) : polylineThrough(points)
  return worldCopiesOf(line, world)
}

function bentLine(leg: LegFile, from: Place, to: Place, places: Place[], ground: Ground): Line {
  const preferred = leg.bend === 'left' ? 1 : -1
  const avoided = ground.gazetteer.countries.filter(({ code }) => leg.avoid.includes(code))
  const clearance = ground.route.width * CLEARANCE
  const others = avoidablePlaces(from, to, places, clearance)
  const world = worldWidthOf(ground.projection)
  const candidates = [preferred, -preferred].flatMap((side) =>
    BENDS.map((bend) => {
      const line = arcBetween(from, to, world, bend * side)
      const inAvoided = sampleBand(line, ground.route.width * HALF_BAND).filter((point) =>
        avoided.some(({ rings }) => contains(rings, point)),
      ).length
      const passedPlaces = others.filter((place) => passesNear(worldCopiesOf(line, world), place, clearance)).length
      return { line, faults: inAvoided + passedPlaces * 20 }
    }),
  )
  return candidates.reduce((best, next) => (next.faults < best.faults ? next : best)).line
}

/** Maximum size of a line in the page data, bytes: a recorded track has more points than can be seen. */
const MOST_BYTES = 5 * 1024

/**
 * A polyline through `points`, simplified (Douglas and Peucker, 1973) until no invisible points remain and it is within
 * `MOST_BYTES`.
 */
function polylineThrough(points: Point[]): Line {
  const rounded = points.map(({ x, y }): Point => ({ x: Math.round(x), y: Math.round(y) }))
  for (let tolerance = GRID / 2; ; tolerance *= 1.5) {
    const [start = { x: 0, y: 0 }, ...rest] = simplify(rounded, tolerance, true)
    const line: Line = [[start.x, start.y], ...rest.map(({ x, y }): [number, number] => [x, y])]
    if (JSON.stringify(line).length <= MOST_BYTES || rest.length < 2) return line
  }
}

/** A Catmull–Rom spline through all points, each of its cubic curves as two quadratic ones. */
function splineThrough(points: Point[]): Line {
  const tangents = points.map((point, i) => {
    const [before, after] = [points[i - 1] ?? point, points[i + 1] ?? point]
    const length = Math.hypot(after.x - before.x, after.y - before.y) || 1
    return { x: (after.x - before.x) / length, y: (after.y - before.y) / length }
  })
  const [start = { x: 0, y: 0 }] = points
  const line: Line = [[Math.round(start.x), Math.round(start.y)]]
  points.slice(1).forEach((to, i) => {
    const [from = to, startTangent = to, endTangent = to] = [points[i], tangents[i], tangents[i + 1]]
    const reach = Math.hypot(to.x - from.x, to.y - from.y) / 4
    const first = { x: from.x + startTangent.x * reach, y: from.y + startTangent.y * reach }
    const second = { x: to.x - endTangent.x * reach, y: to.y - endTangent.y * reach }
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

/** Messages about a line that suggests something no source says. A line drawn by the author is taken as meant. */
export function misleadingClaims(
  leg: LegFile,
  lines: Line[],
  { from, to, places, words }: { from: Place; to: Place; places: Place[]; words: string },
  ground: Ground,
  countryName: (code: string) => string,
): string[] {
  if (isDrawn(leg) || from.section || ground.unnamed) return []
  const clearance = ground.route.width * CLEARANCE
  const passed = avoidablePlaces(from, to, places, clearance)
    .filter((place) => passesNear(lines, place, clearance))
    .map(({ id }) => `its line passes the place “${id}”, which is not on its way`)
  const points = lines.flatMap((line) => Array.from({ length: 101 }, (_, i) => pointAt(line, i / 100)))
  const crossed = ground.gazetteer.countries
    .filter(({ code, rings }) => {
      const named = words.includes(countryName(code)) || contains(rings, from) || contains(rings, to)
      const inside = named ? 0 : points.filter((point) => contains(rings, point)).length
      return leg.avoid.includes(code) ? inside > 0 : inside > points.length * CROSSED
    })
    .map(({ code }) => `${countryName(code)} (${code})`)
  const over = crossed.length ? [`its line passes over ${crossed.join(', ')}, which its words do not name`] : []
  return [...passed, ...over]
}

/** The places a line must not touch: not its ends, and not wide areas, which can be crossed without a stop. */
function avoidablePlaces(from: Place, to: Place, places: Place[], clearance: number): Place[] {
  return places.filter(
    ({ id, beyond, section, roughly = 0 }) =>
      id !== from.id && id !== to.id && !beyond && !section && roughly < 2 * clearance,
  )
}

function passesNear(lines: Line[], place: Place, clearance: number): boolean {
  return lines.some((line) =>
    Array.from({ length: 81 }, (_, i) => pointAt(line, i / 80)).some(
      ({ x, y }) => Math.hypot(x - place.x, y - place.y) < clearance,
    ),
  )
}

/** Samples a line and both edges of its band, which is `2 * half` map units wide. */
function sampleBand(line: Line, half: number): Point[] {
  return Array.from({ length: 61 }, (_, i) => i / 60).flatMap((t) => {
    const [{ x, y }, speed] = [pointAt(line, t), speedAt(line, t)]
    const length = Math.hypot(speed.x, speed.y) || 1
    const [nx, ny] = [(-speed.y / length) * half, (speed.x / length) * half]
    return [
      { x, y },
      { x: x + nx, y: y + ny },
      { x: x - nx, y: y - ny },
    ]
  })
}

/** Width of the widest and narrowest line, and of a line without a count, pixels. */
const WIDEST = 16
const NARROWEST = 1.5
const UNCOUNTED = 3

/**
 * Width of a line in pixels, proportional to its count (as in Minard, 1869, with so many men to a millimetre), so that
 * bands side by side add up. `most`: largest count of the unit in the story. Narrow lines have a minimum width, so counts
 * below about a tenth of the largest look the same; the number is shown beside them.
 */
export function lineWidth(amount: Amount | undefined, most: number): number {
  if (amount === undefined) return UNCOUNTED
  return Math.round(Math.max((middleOf(amount) / most) * WIDEST, NARROWEST) * 10) / 10
}
