/**
 * Places every name on a view so that none covers another, the route or the controls. Greedy point labelling: names
 * take their turn by rank, each the first free one of a few positions around its point (Imhof, Positioning Names on
 * Maps, 1975: right above first). When a name of the story finds none, all begin again with that name first; what
 * never finds one takes the least bad. Any other name is then left out.
 */

import { FRAME_WIDTHS, MARK_RADIUS } from '../route-map/frame.ts'
import type { Point, Rect } from '../story/projection.ts'
import { pointAt } from '../story/route.ts'
import type { Label, Leg, Place } from '../story/story.ts'
import type { Gazetteer } from './basemap.ts'
import { type Box, boxOf, overlap } from './lettering.ts'

/** A possible position: a map point and an offset in pixels. */
export type Candidate = Pick<Label, 'x' | 'y' | 'dx' | 'dy' | 'anchor'>

/** What is to be written, before it has a position. */
type Name = Pick<Label, 'kind' | 'text' | 'of'>

export interface Atlas {
  places: Place[]
  legs: Leg[]
  countries: { name: string; rings: Point[][] }[]
  seas: { name: string; area: Rect }[]
  /** What is written at the ends of the roads, once the story is told */
  stays: { place: string; text: string }[]
  towns: Gazetteer['towns']
  /** Outlines of the countries drawn lighter */
  light: Point[][]
}

/** How often the names of the story begin again when one found no room. */
const ATTEMPTS = 12
/** How many context towns a view names at most, for each range of widths. */
const TOWNS = [0, 2, 5, 9, 12]
/** Buttons in the top right corner of the frame, pixels: with words from this frame width on, else with signs. */
const CONTROLS = { from: 480, words: { width: 236, height: 58 }, signs: { width: 108, height: 54 } }
/** The credit line in the bottom right corner, pixels. */
const CREDIT = { width: 140, height: 20 }
/** The locator inset in the bottom left corner, on wide frames only, pixels. */
const INSET = { from: 720, width: 176, height: 140 }

/**
 * The names of one view, for each range of frame widths. `needed`: ids of the places it must name; the others are named
 * where there is room. `told`: the story is told, so the ends of the roads speak.
 */
export function placeLabels(
  view: Rect,
  atlas: Atlas,
  { needed, told }: { needed: string[]; told: boolean },
): Label[][] {
  const seas = atlas.seas.map(({ name, area }) => ({ text: name, spots: afloat(atlas, area, view) }))
  const countries = atlas.countries.map(({ name, rings }) => ({
    text: name.toLocaleUpperCase(),
    spots: within(rings, view),
  }))
  return FRAME_WIDTHS.map(([from, to], range) => {
    const { taken, sheets } = placeNeeded(view, [from, (from + to) / 2, to - 1], atlas, needed)
    const put = (label: Name, candidates: Candidate[]) => {
      const { best, cost } = choose(label, candidates, sheets)
      if (!best || cost > 0) return false
      taken.push(best)
      for (const sheet of sheets) sheet.block(sheet.boxOf(best))
      return true
    }
    for (const stay of told ? atlas.stays : []) {
      const place = atlas.places.find(({ id }) => id === stay.place)
      if (place) put({ kind: 'stay', text: stay.text, of: place.id }, beneath(place, taken))
    }
    for (const place of atlas.places)
      if (!needed.includes(place.id)) put({ kind: 'place', text: place.name, of: place.id }, around(place))
    for (const { text, spots } of countries) put({ kind: 'country', text }, spots)
    for (const { text, spots } of seas) put({ kind: 'sea', text }, spots)
    let towns = TOWNS[range] ?? 0
    for (const town of atlas.towns) {
      if (towns > 0 && put({ kind: 'town', text: town.name }, around(town.at, 5))) towns -= 1
    }
    return taken.map((label) => ({ ...label, light: contains(atlas.light, label) || undefined }))
  })
}

/** What a view cannot do without: the places of the step and the people on the roads. Every one of them is placed. */
function placeNeeded(
  view: Rect,
  widths: number[],
  atlas: Atlas,
  needed: string[],
): { taken: Label[]; sheets: Sheet[] } {
  let turns: { name: Name; candidates: Candidate[] }[] = [
    ...endsFirst(atlas, needed).map((place) => ({
      name: { kind: 'place' as const, text: place.name, of: place.id },
      candidates: around(place),
    })),
    ...atlas.legs.map((leg) => ({
      name: { kind: 'people' as const, text: String(leg.people), of: leg.id },
      candidates: beside(leg),
    })),
  ]
  let least = { taken: [] as Label[], sheets: [] as Sheet[], cost: Number.POSITIVE_INFINITY }
  for (let attempt = 0; attempt < ATTEMPTS && least.cost > 0; attempt += 1) {
    const sheets = widths.map((width) => new Sheet(view, width, atlas))
    const taken: Label[] = []
    const crowded = new Set<Name>()
    let sum = 0
    for (const { name, candidates } of turns) {
      const { best, cost } = choose(name, candidates, sheets)
      if (!best) continue
      taken.push(best)
      for (const sheet of sheets) sheet.block(sheet.boxOf(best))
      if (cost > 0) crowded.add(name)
      sum += cost
    }
    if (sum < least.cost) least = { taken, sheets, cost: sum }
    turns = [...turns.filter(({ name }) => crowded.has(name)), ...turns.filter(({ name }) => !crowded.has(name))]
  }
  return least
}

/** Where roads end more has to be written, so these places choose first. */
function endsFirst({ places, stays }: Atlas, needed: string[]): Place[] {
  const named = places.filter(({ id }) => needed.includes(id))
  const end = ({ id }: Place) => stays.some((stay) => stay.place === id)
  return [...named.filter(end), ...named.filter((place) => !end(place))]
}

/** The first free candidate, else the one that covers least; `cost` is what it covers. */
function choose(name: Name, candidates: Candidate[], sheets: Sheet[]): { best?: Label; cost: number } {
  let found: { best?: Label; cost: number } = { cost: Number.POSITIVE_INFINITY }
  for (const candidate of candidates) {
    const best = { ...name, ...candidate }
    const cost = sheets.reduce((sum, sheet) => sum + sheet.cost(best), 0)
    if (cost < found.cost) found = { best, cost }
    if (cost === 0) break
  }
  return found
}

/** Positions around a point, the best first; `reach` is the radius to stay clear of, pixels. */
export function around({ x, y }: Point, reach = MARK_RADIUS): Candidate[] {
  const near = reach + 4
  const positions: [number, number, Label['anchor']][] = [
    [near, -reach + 3, 'start'],
    [near, 5, 'start'],
    [near, reach + 10, 'start'],
    [-near, -reach + 3, 'end'],
    [-near, 5, 'end'],
    [-near, reach + 10, 'end'],
    [0, -near - 2, 'middle'],
    [0, near + 11, 'middle'],
    [near + 8, 5, 'start'],
    [-near - 8, 5, 'end'],
    [0, -near - 12, 'middle'],
    [0, near + 22, 'middle'],
  ]
  return positions.map(([dx, dy, anchor]) => ({ x, y, dx, dy, anchor }))
}

/** Positions under the name of a place, else around the place. */
function beneath(place: Place, taken: Label[]): Candidate[] {
  const name = taken.find((label) => label.kind === 'place' && label.of === place.id)
  const { x, y } = place
  const under = name ? [17, -17].map((line) => ({ x, y, dx: name.dx, dy: name.dy + line, anchor: name.anchor })) : []
  return [...under, ...around(place), ...around(place, MARK_RADIUS + 10)]
}

/** Positions beside a leg, near its middle first, on either side. */
export function beside({ arcs, width }: Leg): Candidate[] {
  const [arc] = arcs
  if (!arc) return []
  return [0.5, 0.42, 0.58, 0.34, 0.66, 0.26, 0.74].flatMap((t) => {
    const at = pointAt(arc, t)
    const [ahead, behind] = [pointAt(arc, t + 0.01), pointAt(arc, t - 0.01)]
    const length = Math.hypot(ahead.x - behind.x, ahead.y - behind.y) || 1
    const [nx, ny] = [-(ahead.y - behind.y) / length, (ahead.x - behind.x) / length]
    return [-1, 1].flatMap((side) =>
      [15, 20].map((gap) => {
        const [dx, dy] = [nx * side * (width / 2 + gap), ny * side * (width / 2 + gap * 0.8) + 5]
        return { ...at, dx: Math.round(dx), dy: Math.round(dy), anchor: 'middle' as const }
      }),
    )
  })
}

/** Points inside a country and well inside the view, the farthest from its borders first. */
export function within(rings: Point[][], view: Rect): Candidate[] {
  const near = rings.filter((ring) => meets(ring, view))
  return near.length ? roomiest(view, near, (at) => contains(near, at)) : []
}

/** Points of a sea inside the view, the farthest from any coast first. */
export function afloat({ countries }: Pick<Atlas, 'countries'>, area: Rect, view: Rect): Candidate[] {
  const left = Math.max(area.x, view.x)
  const top = Math.max(area.y, view.y)
  const width = Math.min(area.x + area.width, view.x + view.width) - left
  const height = Math.min(area.y + area.height, view.y + view.height) - top
  if (width <= 0 || height <= 0) return []
  const seen = { x: left, y: top, width, height }
  const coasts = countries.flatMap(({ rings }) => rings).filter((ring) => meets(ring, seen))
  return roomiest(seen, coasts, (at) => !contains(coasts, at)).filter(({ x, y }) => {
    const reach = view.width / 20
    return ![-reach, reach].some((dx) => contains(coasts, { x: x + dx, y }))
  })
}

/** Points of a grid over `view` that pass the test, the farthest from `rings` and from the edge first. */
function roomiest(view: Rect, rings: Point[][], test: (at: Point) => boolean): Candidate[] {
  const [columns, rows] = [28, 21]
  const spots: { at: Point; room: number }[] = []
  for (let i = 1; i < columns; i += 1) {
    for (let j = 1; j < rows; j += 1) {
      const at = { x: view.x + (view.width * i) / columns, y: view.y + (view.height * j) / rows }
      if (test(at)) spots.push({ at, room: roomAround(rings, at, view) })
    }
  }
  return spots
    .sort((a, b) => b.room - a.room)
    .slice(0, 120)
    .map(({ at }) => ({ x: Math.round(at.x), y: Math.round(at.y), dx: 0, dy: 4, anchor: 'middle' }))
}

function meets(ring: Point[], { x, y, width, height }: Rect): boolean {
  const [xs, ys] = [ring.map((point) => point.x), ring.map((point) => point.y)]
  return Math.max(...xs) > x && Math.min(...xs) < x + width && Math.max(...ys) > y && Math.min(...ys) < y + height
}

export function contains(rings: Point[][], { x, y }: Point): boolean {
  let odd = false
  for (const ring of rings) {
    for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
      const [a, b] = [ring[i], ring[j]]
      if (a && b && a.y > y !== b.y > y && x < ((b.x - a.x) * (y - a.y)) / (b.y - a.y) + a.x) odd = !odd
    }
  }
  return odd
}

/** Distance from `at` to the nearest border or edge of the view, counting up and down double: names lie flat. */
function roomAround(rings: Point[][], at: Point, view: Rect): number {
  const edge = Math.min(
    at.x - view.x,
    view.x + view.width - at.x,
    2 * (at.y - view.y),
    2 * (view.y + view.height - at.y),
  )
  let nearest = edge
  for (const ring of rings) for (const p of ring) nearest = Math.min(nearest, Math.hypot(p.x - at.x, 2 * (p.y - at.y)))
  return nearest
}

/** The view at one width on the screen, with what is already there. */
class Sheet {
  private readonly blocked: Box[]
  private readonly scale: number

  constructor(
    private readonly view: Rect,
    private readonly width: number,
    atlas: Atlas,
  ) {
    this.scale = width / view.width
    const height = view.height * this.scale
    const controls = width >= CONTROLS.from ? CONTROLS.words : CONTROLS.signs
    this.blocked = [
      { left: width - controls.width, top: 0, right: width, bottom: controls.height },
      { left: width - CREDIT.width, top: height - CREDIT.height, right: width, bottom: height },
      ...(width >= INSET.from ? [{ left: 0, top: height - INSET.height, right: INSET.width, bottom: height }] : []),
      ...atlas.places.map((place) => this.disc(place, MARK_RADIUS)),
      ...atlas.legs.flatMap((leg) =>
        leg.arcs.flatMap((arc) => steps(60).map((t) => this.disc(pointAt(arc, t), leg.width / 2))),
      ),
    ]
  }

  /** Covered square pixels; a little more for a name that leaves the frame, so that it does so only in need. */
  cost(label: Label): number {
    const box = this.boxOf(label)
    const height = this.view.height * this.scale
    const outside =
      Math.max(0, -box.left) +
      Math.max(0, box.right - this.width) +
      Math.max(0, -box.top) +
      Math.max(0, box.bottom - height)
    return this.blocked.reduce((sum, other) => sum + overlap(box, other), outside * 20)
  }

  block(box: Box) {
    this.blocked.push(box)
  }

  boxOf(label: Label): Box {
    return boxOf(label, (label.x - this.view.x) * this.scale, (label.y - this.view.y) * this.scale)
  }

  private disc({ x, y }: Point, radius: number): Box {
    const [cx, cy] = [(x - this.view.x) * this.scale, (y - this.view.y) * this.scale]
    return { left: cx - radius, top: cy - radius, right: cx + radius, bottom: cy + radius }
  }
}

export function steps(count: number): number[] {
  return Array.from({ length: count + 1 }, (_, i) => i / count)
}
