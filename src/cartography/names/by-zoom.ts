/**
 * The names for a map in the reader's own hands: placed once, without a view, each with the scale from which it is
 * shown. A name keeps its size while the ground under it grows, so what is free at one scale is free at every closer
 * one (Been, Daiches and Yap, Dynamic Map Labeling, 2006); names of higher rank are asked first.
 */

import type { Point, Rect } from '../../story/projection.ts'
import { legsAt } from '../../story/route.ts'
import type { Label } from '../../story/story.ts'
import { MARK_RADIUS } from '../../story/viewport.ts'
import { type Atlas, alongLine } from './by-view.ts'
import { afloat, around, beside, type Candidate, contains, mainland, within } from './candidates.ts'
import { type Box, boxOf, overlap } from './widths.ts'

/** From the whole route on a phone to a reader's closest view on a wide screen, in steps of a half doubling. */
const LEVELS = 13
const SMALLEST_FRAME = 300
/** The level from which the smaller towns come: about the width of a desktop's map. */
const NEAR_LEVEL = 4

/** Every name of `atlas` that finds room at some scale. `from` is in pixels a map unit. */
export function nameByZoom(atlas: Atlas, whole: Rect, extent: Rect): Label[] {
  const scales = Array.from({ length: LEVELS }, (_, level) => (SMALLEST_FRAME / whole.width) * 2 ** (level / 2))
  const here = atlas.places.filter(({ beyond }) => !beyond)
  const marks = here.map((place) => ({ at: place, radius: MARK_RADIUS }))
  const legs = legsAt(atlas.legs, undefined)
  const lines = legs.flatMap((leg) =>
    leg.lines.flatMap((line) => alongLine(line, 200).map((at) => ({ at, radius: leg.width / 2 }))),
  )
  const coasts = atlas.countries.flatMap(({ rings }) => rings)
  const obstacles = [...marks, ...lines]
  const named: Label[] = []

  function isFree(label: Label, scale: number): boolean {
    const box = boxOf(label, label.x * scale, label.y * scale)
    return (
      obstacles.every(({ at, radius }) => overlap(box, disc(at, radius, scale)) === 0) &&
      named.every((other) => (other.from ?? 0) > scale || overlap(box, boxAt(other, scale)) === 0)
    )
  }

  /** The first scale from which a name at this position is always free; undefined when it never is. */
  function freeFrom(label: Label): number | undefined {
    const taken = scales.findLastIndex((scale) => !isFree(label, scale))
    return scales[taken + 1]
  }

  function put(name: Pick<Label, 'kind' | 'text' | 'of'>, candidates: Candidate[], always: boolean, least = 0) {
    let best: Label | undefined
    for (const candidate of candidates) {
      const trial = { ...name, ...candidate }
      const from = freeFrom(trial)
      if (from !== undefined && (!best?.from || from < best.from)) best = { ...trial, from }
      if (from === scales[0]) break
    }
    const [first] = candidates
    if (always && first) named.push({ ...name, ...(best ?? first), from: 0 })
    else if (best?.from) named.push({ ...best, from: Math.floor(Math.max(best.from, least) * 10_000) / 10_000 })
  }

  for (const place of here) put({ kind: 'place', text: place.name, of: place.id }, around(place), true)
  for (const leg of legs) {
    const text = atlas.count.get(leg.id)
    if (text) put({ kind: 'people', text, of: leg.id }, beside(leg), true)
  }
  for (const { name, rings } of atlas.countries)
    put({ kind: 'country', text: name.toLocaleUpperCase() }, within(rings, mainland(rings)).slice(0, 12), false)
  for (const { name, area, holds = () => true } of atlas.seas)
    put({ kind: 'sea', text: name }, afloat(coasts, area, extent).filter(holds).slice(0, 12), false)
  for (const town of atlas.towns)
    put({ kind: 'town', text: town.name }, around(town.at, 5), false, town.near ? scales[NEAR_LEVEL] : 0)
  return named.map((label) => ({ ...label, light: contains(atlas.light, label) || undefined }))
}

function boxAt(label: Label, scale: number): Box {
  return boxOf(label, label.x * scale, label.y * scale)
}

function disc({ x, y }: Point, radius: number, scale: number): Box {
  const [cx, cy] = [x * scale, y * scale]
  return { left: cx - radius, top: cy - radius, right: cx + radius, bottom: cy + radius }
}
