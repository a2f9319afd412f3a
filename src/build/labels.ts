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
import { afloat, around, beneath, beside, type Candidate, contains, within } from './positions.ts'

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
const TOWNS = [0, 2, 4, 7, 9]
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
  const coasts = atlas.countries.flatMap(({ rings }) => rings)
  const seas = atlas.seas.map(({ name, area }) => ({ text: name, spots: afloat(coasts, area, view) }))
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
        leg.arcs.flatMap((arc) => alongArc(60).map((t) => this.disc(pointAt(arc, t), leg.width / 2))),
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

/** `count` + 1 parts from 0 to 1. */
export function alongArc(count: number): number[] {
  return Array.from({ length: count + 1 }, (_, i) => i / count)
}
