/**
 * Places the names of a map that the reader can move: once for all views, each with the minimum scale at which it is
 * shown. A name keeps its size while the map grows, so a position that is free at one scale is free at every larger one
 * (Been, Daiches and Yap, Dynamic Map Labeling, 2006). Names of higher rank are placed first.
 */

import RBush, { type BBox } from 'rbush'
import type { Label } from '../../story/map.ts'
import type { Rect } from '../../story/projection.ts'
import { legsAt } from '../../story/route.ts'
import { MARK_RADIUS } from '../../story/viewport.ts'
import { contains, mainland } from '../polygons.ts'
import { boxOf, covered, squareAround } from './boxes.ts'
import type { MapFeatures } from './byView.ts'
import { aroundPoint, besideLeg, besideRows, type Candidate } from './candidates.ts'
import { insideCountry, onWater } from './inside.ts'
import { sampleLine } from './viewport.ts'

/** Number of scales from the whole route on a phone to the closest view on a wide screen, each √2 times the last. */
const LEVELS = 13
/** Width of the smallest viewport, pixels. */
const SMALLEST_VIEWPORT = 300
/** Minimum level of smaller towns: about the width of a desktop map. */
const SMALL_TOWN_LEVEL = 4

/** Every name of `features` that has room at some scale, with that scale in `from`, pixels per map unit. */
export function nameByZoom(features: MapFeatures, whole: Rect, extent: Rect): Label[] {
  const scales = Array.from({ length: LEVELS }, (_, level) => (SMALLEST_VIEWPORT / whole.width) * 2 ** (level / 2))
  const places = features.places.filter(({ beyond }) => !beyond)
  const section = features.scale
  const legs = legsAt(features.legs, undefined, section)
  const coasts = features.countries.flatMap(({ rings }) => rings)
  const marks = [
    ...places.map((place) => ({ at: place, radius: MARK_RADIUS })),
    ...legs.flatMap((leg) =>
      leg.lines.flatMap((line) => sampleLine(line, 200).map((at) => ({ at, radius: leg.width / 2 }))),
    ),
  ]
  /** What is taken at each scale */
  const levels = scales.map((scale) => ({
    scale,
    taken: new RBush<BBox>().load(
      marks.map(({ at, radius }) => squareAround({ x: at.x * scale, y: at.y * scale }, radius)),
    ),
  }))
  const labels: Label[] = []

  /** The smallest scale from which a label is always free, undefined if there is none. */
  function freeFrom(label: Label): number | undefined {
    const lastBlocked = levels.findLastIndex(({ scale, taken }) => covered(boxAt(label, scale), taken) > 0)
    return scales[lastBlocked + 1]
  }

  function add(label: Label & { from: number }) {
    labels.push(label)
    for (const { scale, taken } of levels) if (scale >= label.from) taken.insert(boxAt(label, scale))
  }

  function place(name: Pick<Label, 'kind' | 'text' | 'of'>, candidates: Candidate[], always: boolean, minScale = 0) {
    let best: Label | undefined
    for (const candidate of candidates) {
      const trial = { ...name, ...candidate }
      const from = freeFrom(trial)
      if (from !== undefined && (!best?.from || from < best.from)) best = { ...trial, from }
      if (from === scales[0]) break
    }
    const [first] = candidates
    if (always && first) add({ ...name, ...(best ?? first), from: 0 })
    else if (best?.from) add({ ...best, from: Math.floor(Math.max(best.from, minScale) * 10_000) / 10_000 })
  }

  for (const point of places) {
    const candidates = section ? besideRows(point, 0) : aroundPoint(point)
    place({ kind: 'place', text: point.name, of: point.id }, candidates, true)
  }
  for (const leg of legs) {
    const text = features.count.get(leg.id)
    if (text) place({ kind: 'people', text, of: leg.id }, besideLeg(leg, 0), true)
  }
  for (const { name, rings } of features.countries.filter(({ name }) => name !== ''))
    place({ kind: 'country', text: name.toUpperCase() }, insideCountry(rings, mainland(rings)).slice(0, 12), false)
  for (const { name, area, contains: isInSea = () => true } of features.seas)
    place({ kind: 'sea', text: name }, onWater(coasts, area, extent).filter(isInSea).slice(0, 12), false)
  for (const town of features.towns)
    place(
      { kind: 'town', text: town.name },
      aroundPoint(town.at, 5),
      false,
      town.zoomedIn ? scales[SMALL_TOWN_LEVEL] : 0,
    )
  return labels.map((label) => ({ ...label, light: contains(features.light, label) || undefined }))
}

function boxAt(label: Label, scale: number): BBox {
  return boxOf(label, label.x * scale, label.y * scale)
}
