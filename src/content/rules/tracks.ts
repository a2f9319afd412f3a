import type { LonLat } from '../../story/projection.ts'
import { distanceBetween, formatDistance } from '../distance.ts'
import type { Report } from '../problems.ts'
import type { StoryFile } from '../schema/story.ts'
import type { Track } from '../tracks.ts'

type Leg = StoryFile['legs'][number]
type Place = StoryFile['places'][string]

/** Largest distance between the end of a track and its place, as a fraction of the leg's length. */
const END_TOLERANCE = 1 / 5

/** Largest gap between two parts of a track without a warning, as a fraction of the leg's length. */
const JUMP_TOLERANCE = 1 / 20

/** A track that stays this far from both places belongs to another leg: kilometres, and lengths of the leg. */
const ELSEWHERE = { km: 500, legs: 2 }

/**
 * The points of a leg's track from its first place to its second, reversed if the file has them in the other direction.
 * Warns of likely mistakes; reports and returns undefined if the track cannot belong to this leg.
 */
export function fitPath(track: Track, leg: Leg, places: StoryFile['places'], line: number, report: Report) {
  const file = `the path ${leg.path}`
  const [from, to] = [places[leg.from], places[leg.to]]
  const [first, last] = [track.points[0], track.points.at(-1)]
  if (!from || !to || !first || !last) return track.points // reported elsewhere as an unknown place
  const [start, end] = [positionOf(from), positionOf(to)]
  const furthest = () => track.points.reduce((most, point) => Math.max(most, distanceBetween(first, point)), 0)
  const length = distanceBetween(start, end) || furthest()
  const nearest = (points: LonLat[]) =>
    points.reduce((least, point) => Math.min(least, distanceBetween(point, start), distanceBetween(point, end)), 1e6)
  const away = nearest(track.points)
  if (away > Math.max(ELSEWHERE.km, length * ELSEWHERE.legs)) {
    const swapped = nearest(track.points.map(([lon, lat]) => [lat, lon])) < away / 20
    report(
      line,
      `${file} lies ${formatDistance(away)} from “${leg.from}” and “${leg.to}”: it begins at ${inDegrees(first)}`,
      swapped ? 'it has latitude first: longitude comes first, also in GeoJSON' : 'is it the file of another leg?',
    )
    return
  }
  const forward = distanceBetween(first, start) + distanceBetween(last, end)
  const reversed = distanceBetween(last, start) + distanceBetween(first, end)
  const points = reversed < forward ? track.points.toReversed() : track.points
  const warn = (what: string, hint: string) => report(line, `${file} ${what}`, hint, 'warning')
  const far = (verb: string, point: LonLat | undefined, id: string, place: Place) => {
    const km = point ? distanceBetween(point, positionOf(place)) - radiusOf(place) : 0
    return km > length * END_TOLERANCE ? [`${verb} ${formatDistance(km)} from “${id}”`] : []
  }
  const joined = `they are joined in their order, the longest jump is ${formatDistance(track.longestJump)}`
  if (track.leftOutZero) warn('has a point at 0, 0, which is left out', 'delete it in the file')
  if (track.parts === undefined)
    warn(`has no line, only ${track.points.length} points: ${joined}`, 'draw a line through them')
  else if (track.parts > 1 && track.longestJump > length * JUMP_TOLERANCE)
    warn(`has ${track.parts} parts: ${joined}`, 'keep the parts of this leg alone, in the order of the journey')
  else {
    // Check the ends only here: parts in a wrong order have wrong ends too, and one mistake is one message.
    const ends = [...far('begins', points[0], leg.from, from), ...far('ends', points.at(-1), leg.to, to)]
    const hint = 'a straight line is drawn between: carry the path on, or move the place'
    if (ends.length) warn(ends.join(' and '), hint)
  }
  return points
}

function positionOf({ lon, lat }: Place): LonLat {
  return [lon, lat]
}

/** Uncertainty of a place's position, km; infinite if it stands for a country or lies beyond the map. */
function radiusOf({ approximate, symbolic, beyond }: Place): number {
  if (symbolic || beyond || approximate === 'latitude') return Number.POSITIVE_INFINITY
  return typeof approximate === 'number' ? approximate : 0
}

/** “4.2° N, 60.1° E” */
function inDegrees([lon, lat]: LonLat): string {
  const round = (degrees: number) => Math.abs(Math.round(degrees * 10) / 10)
  return `${round(lat)}° ${lat < 0 ? 'S' : 'N'}, ${round(lon)}° ${lon < 0 ? 'W' : 'E'}`
}
