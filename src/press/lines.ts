/** The line of each leg: bent so that it touches nothing it should not, with a warning where it still does. */

import type { StoryFile } from '../manuscript/schema.ts'
import type { Point } from '../story/projection.ts'
import { arcsOf, BEND, pointAt, speedAt } from '../story/route.ts'
import type { Arc, Place } from '../story/story.ts'
import type { Ground } from './compose.ts'
import { contains } from './names/candidates.ts'

type LegFile = StoryFile['legs'][number]

/** How far a line may bend, as parts of its length; the first that is free is taken. */
const BENDS = [BEND, 0.2, 0.26, 0.32, 0.38, 0.44, 0.5, 0.56]

/** How near a line may come to a place that is not its end, map units: about 12 pixels on a phone. */
const CLEAR = 123
/** Half the widest band, map units, on a phone: what a line covers beside itself. */
const BESIDE = 70
/** A line passes a country when at least this part of it does; a clipped corner is no way through. */
const PASSED = 0.03

/** The arcs of `leg` between its two ends, bent away from the countries it must avoid and from places not its own. */
export function drawLine(leg: LegFile, from: Place, to: Place, places: Place[], ground: Ground): Arc[] {
  const side = leg.bend === 'left' ? 1 : -1
  const avoided = ground.gazetteer.countries.filter(({ code }) => leg.avoid.includes(code))
  const others = othersThan(from, to, places)
  const tried = [side, -side].flatMap((hand) =>
    BENDS.map((bend) => {
      const arcs = arcsOf(from, to, ground.projection.world, bend * hand)
      const [arc] = arcs
      const touched = arc ? along(arc).filter((at) => avoided.some(({ rings }) => contains(rings, at))).length : 0
      return { arcs, faults: touched + others.filter((place) => comesNear(arcs, place)).length * 20 }
    }),
  )
  return tried.reduce((best, next) => (next.faults < best.faults ? next : best)).arcs
}

/** What a reader might take a line to say though no source does, as messages for the author. */
export function misleading(
  leg: LegFile,
  arcs: Arc[],
  { from, to, places, words }: { from: Place; to: Place; places: Place[]; words: string },
  ground: Ground,
  countryName: (code: string) => string,
): string[] {
  const passed = othersThan(from, to, places)
    .filter((place) => comesNear(arcs, place))
    .map(({ id }) => `its line passes the place “${id}”, which is not on its way`)
  const points = arcs.flatMap((arc) => Array.from({ length: 101 }, (_, i) => pointAt(arc, i / 100)))
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
function othersThan(from: Place, to: Place, places: Place[]): Place[] {
  return places.filter(
    ({ id, beyond, roughly = 0 }) => id !== from.id && id !== to.id && !beyond && roughly < 2 * CLEAR,
  )
}

function comesNear(arcs: Arc[], place: Place): boolean {
  return arcs.some((arc) =>
    Array.from({ length: 81 }, (_, i) => pointAt(arc, i / 80)).some(
      ({ x, y }) => Math.hypot(x - place.x, y - place.y) < CLEAR,
    ),
  )
}

/** Points of a line and of both edges of its band. */
function along(arc: Arc): Point[] {
  return Array.from({ length: 61 }, (_, i) => i / 60).flatMap((t) => {
    const [{ x, y }, speed] = [pointAt(arc, t), speedAt(arc, t)]
    const length = Math.hypot(speed.x, speed.y) || 1
    const [nx, ny] = [(-speed.y / length) * BESIDE, (speed.x / length) * BESIDE]
    return [
      { x, y },
      { x: x + nx, y: y + ny },
      { x: x - nx, y: y - ny },
    ]
  })
}
