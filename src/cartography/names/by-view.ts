/**
 * Places every name on a view so that none covers another, the route or the controls. Greedy point labelling: names
 * take their turn by rank, each the first free one of a few positions around its point (Imhof, Positioning Names on
 * Maps, 1975: right above first). When a name of the story finds none, all begin again with that name first; in the end it
 * may lie on a line, but never on a name or over the edge: then it is left out, as is any other name without room.
 */

import { pointAt } from '../../story/line.ts'
import type { Point, Rect } from '../../story/projection.ts'
import type { Label, Leg, Line, Place, Name as Written } from '../../story/story.ts'
import { AREA_RADIUS, arrowhead, headOf, MARK_RADIUS, VIEWPORT_WIDTHS } from '../../story/viewport.ts'
import type { Gazetteer } from '../atlas/basemap.ts'
import { afloat, around, atEdge, beneath, beside, type Candidate, contains, tiedTo, within } from './candidates.ts'
import { cornersOf, type Layout } from './corners.ts'
import { Crowd } from './crowd.ts'
import { type Box, boxOf, wrap } from './widths.ts'

/** What is to be written, before it has a position. */
type Name = Pick<Written, 'kind' | 'text' | 'of'>

export interface Atlas extends Layout {
  places: Place[]
  legs: Leg[]
  /** What is on each leg, as it is written */
  count: Map<string, string>
  countries: { name: string; rings: Point[][] }[]
  /** `holds`: whether a point of its area is in the sea, where that is no rectangle */
  seas: { name: string; area: Rect; holds?: ((at: Point) => boolean) | undefined }[]
  /** What is written at the ends of the roads, once the story is told */
  stays: { place: string; text: string }[]
  towns: Gazetteer['towns']
  /** Outlines of the countries drawn lighter */
  light: Point[][]
}

/**
 * How many square pixels of lines and marks a name may cover rather than be left out, at all the widths it is tried at:
 * about a third of it, and the name of what the step is about all.
 */
const [MISSED, MISSED_FIRST] = [900, 1e6]
/** How often the names of the story begin again when one found no room. */
const ATTEMPTS = 12
/** How many context towns a view names at most, for each range of widths. */
const TOWNS = [0, 2, 4, 7, 9]

/** What a view shows of the story. */
export interface Shown {
  /** The places it marks; each is named where there is room */
  places: Place[]
  /** Ids of the places the step happens in and of the legs that move in it: they are named before all others */
  first?: string[] | undefined
  /** The legs that may be drawn in it */
  legs: Leg[]
  /** The story is told: the ends of the roads speak */
  told: boolean
  /** A short note, tied to a place or leg; left out where there is no room */
  note?: { of: string; text: string } | undefined
  /** A place beyond the map, named at its edge */
  beyond?: Place | undefined
}

/** The names of one view, for each range of frame widths. */
export function placeLabels(view: Rect, atlas: Atlas, shown: Shown): Label[][] {
  const coasts = atlas.countries.flatMap(({ rings }) => rings)
  const named = new Set(shown.places.map(({ name }) => name))
  const seas = atlas.seas.map(({ name, area, holds }) => {
    const spots = afloat(coasts, area, view)
    return { text: name, spots: holds ? spots.filter(holds) : spots }
  })
  // A country that is itself a place of the step is named once.
  const countries = atlas.countries
    .filter(({ name }) => !named.has(name))
    .map(({ name, rings }) => ({ text: name.toLocaleUpperCase(), spots: within(rings, view) }))
  return VIEWPORT_WIDTHS.map(([from, to], range) => {
    const { taken, sheets } = placeNeeded(view, [from, (from + to) / 2, to - 1], shown, atlas)
    const put = (label: Name, candidates: Candidate[]) => {
      const { best, cost } = choose(label, candidates, sheets)
      if (!best || cost > 0) return false
      taken.push(best)
      for (const sheet of sheets) sheet.block(best)
      return true
    }
    for (const stay of shown.told ? atlas.stays : []) {
      const place = shown.places.find(({ id }) => id === stay.place)
      if (place) put({ kind: 'stay', text: stay.text, of: place.id }, beneath(place, taken))
    }
    if (shown.note) placeNote(shown, put)
    for (const { text, spots } of countries) put({ kind: 'country', text }, spots)
    for (const { text, spots } of seas) put({ kind: 'sea', text }, spots)
    let towns = TOWNS[range] ?? 0
    for (const town of atlas.towns) {
      if (towns > 0 && put({ kind: 'town', text: town.name }, around(town.at, 5))) towns -= 1
    }
    return taken.map((label) => ({ ...label, light: contains(atlas.light, label) || undefined }))
  })
}

/** A note is tried in one line, then in two; it is never worth the name of a place. */
function placeNote({ note, places, legs }: Shown, put: (label: Name, candidates: Candidate[]) => boolean) {
  if (!note) return
  const tied = places.find(({ id }) => id === note.of) ?? legs.find(({ id }) => id === note.of)
  if (!tied) return
  for (const text of [wrap(note.text, 2), wrap(note.text, 3), note.text])
    if (put({ kind: 'note', text, of: note.of }, tiedTo(tied, text.split('\n').length))) return
}

/** What a view should not do without: the places of the step and the people on the roads, as many as find room. */
function placeNeeded(
  view: Rect,
  widths: number[],
  shown: Shown,
  { count, ...layout }: Layout & Pick<Atlas, 'count'>,
): { taken: Label[]; sheets: Sheet[] } {
  const { places, first = [], legs, beyond } = shown
  const missed = (id: string) => (first.includes(id) ? MISSED_FIRST : MISSED)
  const rank = ({ id }: Place) => 2 * Number(first.includes(id)) + Number(isEnd(id, legs))
  let turns: Turn[] = [
    ...places
      .filter((place) => isIn(place, view))
      .sort((a, b) => rank(b) - rank(a))
      .map((place) => ({ ways: waysToName(place), missed: missed(place.id) })),
    ...legs.flatMap((leg) => {
      const text = count.get(leg.id)
      const candidates = beside(leg).filter((spot) => isIn(spot, view))
      return text
        ? [{ ways: [{ name: { kind: 'people' as const, text, of: leg.id }, candidates }], missed: missed(leg.id) }]
        : []
    }),
    ...(beyond
      ? [
          {
            ways: [
              { name: { kind: 'beyond' as const, text: beyond.name, of: beyond.id }, candidates: atEdge(beyond, view) },
            ],
            missed: MISSED_FIRST,
          },
        ]
      : []),
  ]
  let least = { taken: [] as Label[], sheets: [] as Sheet[], cost: Number.POSITIVE_INFINITY }
  for (let attempt = 0; attempt < ATTEMPTS && least.cost > 0; attempt += 1) {
    const sheets = widths.map((width) => new Sheet(view, width, shown, layout))
    const taken: Label[] = []
    const crowded = new Set<Turn>()
    let sum = 0
    for (const turn of turns) {
      const tried = turn.ways.map(({ name, candidates }) => choose(name, candidates, sheets))
      const { best, cost } = tried.reduce((a, b) => (b.cost < a.cost ? b : a))
      if (cost > 0) crowded.add(turn)
      sum += Math.min(cost, turn.missed)
      if (!best || cost > turn.missed) continue
      taken.push(best)
      for (const sheet of sheets) sheet.block(best)
    }
    if (sum < least.cost) least = { taken, sheets, cost: sum }
    turns = [...turns.filter((turn) => crowded.has(turn)), ...turns.filter((turn) => !crowded.has(turn))]
  }
  return least
}

/** A name that takes its turn: the ways to write it, the best first, and what it costs to leave it out. */
interface Turn {
  ways: { name: Name; candidates: Candidate[] }[]
  missed: number
}

/** From so many letters on a name is also tried in two lines. */
const LONG = 13

/** The name of a place in one line, and a long one also in two. */
function waysToName(place: Place): Turn['ways'] {
  const reach = place.roughly === undefined ? MARK_RADIUS : AREA_RADIUS
  const texts = place.name.length >= LONG && place.name.includes(' ') ? [place.name, wrap(place.name, 2)] : [place.name]
  return texts.map((text) => ({
    name: { kind: 'place', text, of: place.id },
    candidates: around(place, reach, text.split('\n').length),
  }))
}

function isIn({ x, y }: Point, view: Rect): boolean {
  return x >= view.x && x <= view.x + view.width && y >= view.y && y <= view.y + view.height
}

/** Where lines meet there is least room, so these places choose first. */
function isEnd(id: string, legs: Leg[]): boolean {
  return legs.some(({ from, to }) => from === id || to === id)
}

/** The first free candidate, else the one that covers least; `cost`: how much. One on a name or over the edge is none. */
function choose(name: Name, candidates: Candidate[], sheets: Sheet[]): { best?: Label; cost: number } {
  let found: { best?: Label; cost: number } = { cost: Number.POSITIVE_INFINITY }
  for (const candidate of candidates) {
    const best = { ...name, ...candidate }
    const cost = sheets.reduce((sum, sheet) => sum + sheet.cost(best), 0)
    if (cost < found.cost && !sheets.some((sheet) => sheet.clashes(best))) found = { best, cost }
    if (found.cost === 0) break
  }
  return found
}

/** The view at one width on the screen, with what is already there. */
class Sheet {
  private readonly blocked: Crowd
  /** What no name may cover: the controls, and the names that are there */
  private readonly names: Crowd
  private readonly scale: number

  constructor(
    private readonly view: Rect,
    private readonly width: number,
    { places, legs }: Shown,
    layout: Layout,
  ) {
    this.scale = width / view.width
    this.names = new Crowd(cornersOf(view, width, places, layout))
    this.blocked = new Crowd([
      ...places.map((place) => this.disc(place, place.roughly === undefined ? MARK_RADIUS : AREA_RADIUS)),
      ...legs.flatMap((leg) =>
        leg.lines.flatMap((line) => [
          ...alongLine(line).map((at) => this.disc(at, leg.width / 2)),
          this.disc(headOf(line, leg.width, this.scale).middle, arrowhead(leg.width).half),
        ]),
      ),
    ])
  }

  /** Square pixels it covers of lines and marks. */
  cost(label: Label): number {
    return this.boxesOf(label).reduce((all, own) => all + this.blocked.covered(own), 0)
  }

  /** True where it leaves the frame or covers a name: a name on a line can be read, a name on a name cannot. */
  clashes(label: Label): boolean {
    const { left, top, right, bottom } = this.boxOf(label)
    if (left < 0 || top < 0 || right > this.width || bottom > this.view.height * this.scale) return true
    return this.boxesOf(label).some((own) => this.names.covered(own) > 0)
  }

  /** The box of a label, and of a note's leader line, which begins beside what it points to. */
  private boxesOf(label: Label): Box[] {
    const [x1, y1, x2, y2] = label.leader ?? []
    if (x1 === undefined || y1 === undefined || x2 === undefined || y2 === undefined) return [this.boxOf(label)]
    const [x, y] = [(label.x - this.view.x) * this.scale, (label.y - this.view.y) * this.scale]
    const line = parts(8).map((t) => {
      const [left, top] = [x + x1 + (x2 - x1) * t, y + y1 + (y2 - y1) * t]
      return { left: left - 1, top: top - 1, right: left + 1, bottom: top + 1 }
    })
    return [this.boxOf(label), ...line]
  }

  block(label: Label) {
    for (const box of this.boxesOf(label)) this.names.add(box)
  }

  private boxOf(label: Label): Box {
    return boxOf(label, (label.x - this.view.x) * this.scale, (label.y - this.view.y) * this.scale)
  }

  private disc({ x, y }: Point, radius: number): Box {
    const [cx, cy] = [(x - this.view.x) * this.scale, (y - this.view.y) * this.scale]
    return { left: cx - radius, top: cy - radius, right: cx + radius, bottom: cy + radius }
  }
}

/** Points of a line, close enough for `most` of them to cover it; more where it has more pieces. */
export function alongLine(line: Line, most = 60): Point[] {
  return parts(Math.max(most, 6 * line.length)).map((t) => pointAt(line, t))
}

/** `count` + 1 parts from 0 to 1. */
function parts(count: number): number[] {
  return Array.from({ length: count + 1 }, (_, i) => i / count)
}
