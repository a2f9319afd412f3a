import type { LonLat } from '../../story/projection.ts'
import { distanceBetween, inWords } from '../distance.ts'
import type { Report } from '../problems.ts'
import type { StoryFile } from '../schema.ts'
import type { Way } from '../tracks.ts'

type Leg = StoryFile['legs'][number]
type Place = StoryFile['places'][string]

/** An end of a way may lie so far from the place of its leg, as a part of the leg's length. */
const END_TOLERANCE = 1 / 5

/** A gap between two parts of a way is told from this part of its length on. */
const JUMP_TOLERANCE = 1 / 20

/** A way is of another leg when it keeps so far from both places: kilometres, and lengths of the leg. */
const ELSEWHERE = { km: 500, legs: 2 }

/**
 * The points of the way in the file of `leg`, from its first place to its second: turned where the file has them the other
 * way round. Warns of what its author may not have meant; undefined, and reported, where it cannot be the way of this leg.
 */
export function fitPath(way: Way, leg: Leg, places: StoryFile['places'], line: number, report: Report) {
  const file = `the path ${leg.path}`
  const [from, to] = [places[leg.from], places[leg.to]]
  const [first, last] = [way.points[0], way.points.at(-1)]
  if (!from || !to || !first || !last) return way.points // is reported as an unknown place
  const [start, end] = [positionOf(from), positionOf(to)]
  const length =
    distanceBetween(start, end) || way.points.reduce((most, point) => Math.max(most, distanceBetween(first, point)), 0)
  const nearest = (turn: (point: LonLat) => LonLat) =>
    way.points
      .map(turn)
      .reduce((least, point) => Math.min(least, distanceBetween(point, start), distanceBetween(point, end)), 1e6)
  const away = nearest((point) => point)
  if (away > Math.max(ELSEWHERE.km, length * ELSEWHERE.legs)) {
    const swapped = nearest(([lon, lat]) => [lat, lon]) < away / 20
    report(
      line,
      `${file} lies ${inWords(away)} from “${leg.from}” and “${leg.to}”: it begins at ${inDegrees(first)}`,
      swapped ? 'it has latitude first: longitude comes first, also in GeoJSON' : 'is it the file of another leg?',
    )
    return
  }
  const straight = distanceBetween(first, start) + distanceBetween(last, end)
  const turned = distanceBetween(last, start) + distanceBetween(first, end)
  const points = turned < straight ? way.points.toReversed() : way.points
  const warn = (message: string, hint: string) => report(line, message, hint, 'warning')
  const far = (what: string, point: LonLat | undefined, id: string, place: Place) => {
    const km = point ? distanceBetween(point, positionOf(place)) - radiusOf(place) : 0
    return km > length * END_TOLERANCE ? [`${what} ${inWords(km)} from “${id}”`] : []
  }
  if (way.leftOutZero) warn(`${file} has a point at 0, 0, which is left out`, 'delete it in the file')
  const jump = `the longest jump is ${inWords(way.longestJump)}`
  if (way.parts === undefined)
    warn(
      `${file} has no line, only ${way.points.length} points: they are joined in their order, ${jump}`,
      'draw a line through them',
    )
  else if (way.parts > 1 && way.longestJump > length * JUMP_TOLERANCE)
    warn(
      `${file} has ${way.parts} parts: they are joined in their order, ${jump}`,
      'keep the parts of this leg alone, in the order of the journey',
    )
  else {
    // Parts in a wrong order begin and end at wrong places too: that is one mistake.
    const ends = [...far('begins', points[0], leg.from, from), ...far('ends', points.at(-1), leg.to, to)]
    if (ends.length)
      warn(`${file} ${ends.join(' and ')}`, 'a straight line is drawn between: carry the path on, or move the place')
  }
  return points
}

function positionOf({ lon, lat }: Place): LonLat {
  return [lon, lat]
}

/** Kilometres around the point of a place within which it may be; without end where it stands for a country or lies beyond. */
function radiusOf({ approximate, symbolic, beyond }: Place): number {
  if (symbolic || beyond) return Number.POSITIVE_INFINITY
  return typeof approximate === 'number' ? approximate : 0
}

/** “4.2° N, 60.1° E” */
function inDegrees([lon, lat]: LonLat): string {
  const round = (degrees: number) => Math.abs(Math.round(degrees * 10) / 10)
  return `${round(lat)}° ${lat < 0 ? 'S' : 'N'}, ${round(lon)}° ${lon < 0 ? 'W' : 'E'}`
}
