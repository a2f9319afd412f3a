/**
 * Places the names on a view so that none covers another, the route or the controls. Greedy point labelling: in order
 * of rank, each name takes the first free candidate position around its point (Imhof, Positioning Names on Maps, 1975:
 * upper right first). If a name of the story finds none, placement starts again with that name first. In the end it may
 * cover a line, but no other name and not the edge; otherwise it is left out, like any other name without room.
 */

import type { Label, Leg, Place } from '../../story/map.ts'
import { isInside, type Point, type Rect } from '../../story/projection.ts'
import { VIEWPORT_WIDTHS } from '../../story/viewport.ts'
import type { Gazetteer } from '../atlas/basemap.ts'
import { contains } from '../polygons.ts'
import { wrap } from './boxes.ts'
import {
  aroundNoted,
  aroundPoint,
  atViewEdge,
  type Bordered,
  besideLeg,
  besideRows,
  type Candidate,
  homeFirst,
  nearName,
} from './candidates.ts'
import { insideCountry, onWater } from './inside.ts'
import {
  choose,
  type Drawing,
  type Empty,
  emptyViewport,
  type Name,
  reachOf,
  rowsAt,
  type Surroundings,
  Viewport,
} from './viewport.ts'

/** Everything that may be named on the maps of a story in one language. */
export interface MapFeatures extends Surroundings {
  places: Place[]
  legs: Leg[]
  /** Text of each leg's count, by leg id */
  count: Map<string, string>
  /** A country without a name is only land */
  countries: { name: string; rings: Point[][] }[]
  /** `contains`: tests a point of the area, if the sea is not the whole rectangle */
  seas: { name: string; area: Rect; contains?: ((at: Point) => boolean) | undefined }[]
  /** Text at the places where people stay, shown on the first view and the last step */
  stays: { place: string; text: string }[]
  towns: Gazetteer['towns']
  /** Rings of the countries drawn lighter */
  light: Point[][]
}

/**
 * Cost of leaving out a name, compared with the lines and marks it would cover, square pixels summed over all tried
 * widths: about a third of a name, and more than a whole one for the subjects of the step.
 */
const [OMISSION_COST, OMISSION_COST_FIRST] = [900, 1e6]
/** Maximum attempts to find room for all names of the story. */
const ATTEMPTS = 12
/** Maximum number of context towns on a view, for each range of widths. */
const MAX_TOWNS = [0, 2, 4, 7, 9]

/** The parts of the story that a view shows. */
export interface ViewContent extends Drawing {
  /** Ids of the step's places and of the legs that move in it, which are named first */
  first?: string[] | undefined
  /** Whether `MapFeatures.stays` are named: on the first view and the last step */
  withStays: boolean
  /** The date after each leg's count, by leg id, where there is room: on the first view */
  dates?: Map<string, string> | undefined
  /** A short note on a place or leg, left out if there is no room */
  note?: { of: string; text: string } | undefined
  /** A place beyond the map, named at the edge */
  beyond?: Place | undefined
}

/** The labels of one view, for each range of viewport widths. */
export function placeLabels(view: Rect, features: MapFeatures, content: ViewContent): Label[][] {
  const coasts = features.countries.flatMap(({ rings }) => rings)
  const named = new Set(content.places.map(({ name }) => name))
  const seas = features.seas.map(({ name, area, contains: isInSea }) => {
    const candidates = onWater(coasts, area, view)
    return { text: name, candidates: isInSea ? candidates.filter(isInSea) : candidates }
  })
  // A country that is also a place of the step is named once.
  const countries = features.countries
    .filter(({ name }) => name !== '' && !named.has(name))
    .map(({ name, rings }) => ({ text: name.toUpperCase(), candidates: insideCountry(rings, view) }))
  // Where the borders of today are not drawn, a name may cross them.
  const bordered = features.countries.some(({ name }) => name !== '') ? features.countries : []
  return VIEWPORT_WIDTHS.map(([from, to], range) => {
    const middle = (from + to) / 2
    const widths = [from, middle, to - 1]
    const within = { countries: bordered, scale: middle / view.width }
    const empty = widths.map((width) => emptyViewport(view, width, content, features))
    const placed = withDates(view, empty, content, placeStoryNames(view, empty, content, features.count, within))
    const viewports = empty.map((viewport) => new Viewport(viewport, placed))
    const tryToPlace = (label: Name, candidates: Candidate[]) => {
      const { best, cost } = choose(label, candidates, viewports)
      if (!best || cost > 0) return false
      placed.push(best)
      for (const viewport of viewports) viewport.block(best)
      return true
    }
    for (const stay of content.withStays ? features.stays : []) {
      const place = content.places.find(({ id }) => id === stay.place)
      if (place) tryToPlace({ kind: 'stay', text: stay.text, of: place.id }, nearName(place, placed))
    }
    if (content.note) placeNote(content, middleOf(view), tryToPlace)
    for (const { text, candidates } of countries) tryToPlace({ kind: 'country', text }, candidates)
    for (const { text, candidates } of seas) tryToPlace({ kind: 'sea', text }, candidates)
    let towns = MAX_TOWNS[range] ?? 0
    for (const town of features.towns) {
      const name = { kind: 'town', text: town.name } as const
      if (towns > 0 && tryToPlace(name, homeFirst(name, aroundPoint(town.at, 5), town.at, within))) towns -= 1
    }
    return placed.map((label) => ({ ...label, light: contains(features.light, label) || undefined }))
  })
}

/** Places a note in two lines, else in three, else in one. It never displaces the name of a place. */
function placeNote(
  { note, places, legs }: ViewContent,
  middle: number,
  tryToPlace: (label: Name, candidates: Candidate[]) => boolean,
) {
  if (!note) return
  const noted = places.find(({ id }) => id === note.of) ?? legs.find(({ id }) => id === note.of)
  if (!noted) return
  for (const text of [wrap(note.text, 2), wrap(note.text, 3), note.text])
    if (tryToPlace({ kind: 'note', text, of: note.of }, aroundNoted(noted, text.split('\n').length, middle))) return
}

function middleOf({ x, width }: Rect): number {
  return x + width / 2
}

/** Adds its date to each count where that covers nothing. */
function withDates(view: Rect, empty: Empty[], content: ViewContent, placed: Label[]): Label[] {
  return placed.reduce((labels, label) => {
    const leg = content.legs.find(({ id }) => id === label.of)
    const date = leg && content.dates?.get(leg.id)
    if (label.kind !== 'people' || !date) return labels
    const others = labels.filter((other) => other !== label)
    const viewports = empty.map((viewport) => new Viewport(viewport, others))
    const name = { kind: 'people', text: `${label.text} · ${date}`, of: leg.id } as const
    const { best, cost } = choose(name, besideLegIn(view, leg, true), viewports)
    return best && cost === 0 ? [...others, best] : labels
  }, placed)
}

function besideLegIn(view: Rect, leg: Leg, isLong = false): Candidate[] {
  return besideLeg(leg, middleOf(view), isLong).filter((candidate) => isInside(candidate, view))
}

/** Places the names of the story: as many as possible of its places and the counts on its legs. */
function placeStoryNames(
  view: Rect,
  empty: Empty[],
  content: ViewContent,
  count: MapFeatures['count'],
  within: Bordered,
) {
  let jobs = storyNames(view, Math.max(...empty.map(({ width }) => width)), content, count, within)
  let bestAttempt = { placed: [] as Label[], cost: Number.POSITIVE_INFINITY }
  for (let attempt = 0; attempt < ATTEMPTS && bestAttempt.cost > 0; attempt += 1) {
    const viewports = empty.map((viewport) => new Viewport(viewport))
    const placed: Label[] = []
    const crowded = new Set<LabelJob>()
    let sum = 0
    for (const job of jobs) {
      const results = job.variants.map(({ name, candidates }) => choose(name, candidates, viewports))
      const { best, cost } = results.reduce((a, b) => (b.cost < a.cost ? b : a))
      if (cost > 0) crowded.add(job)
      sum += Math.min(cost, job.omissionCost)
      if (!best || cost > job.omissionCost) continue
      placed.push(best)
      for (const viewport of viewports) viewport.block(best)
    }
    if (sum < bestAttempt.cost) bestAttempt = { placed, cost: sum }
    jobs = [...jobs.filter((job) => crowded.has(job)), ...jobs.filter((job) => !crowded.has(job))]
  }
  return bestAttempt.placed
}

/** The names of the story in the order of their rank. `widest`: width of the widest viewport, pixels. */
function storyNames(
  view: Rect,
  widest: number,
  content: ViewContent,
  count: MapFeatures['count'],
  within: Bordered,
): LabelJob[] {
  const { first = [], legs, beyond } = content
  const omissionCost = (id: string) => (first.includes(id) ? OMISSION_COST_FIRST : OMISSION_COST)
  const rank = ({ id }: Place) => 2 * Number(first.includes(id)) + Number(isEnd(id, legs))
  const places = content.places.filter((place) => isInside(place, view)).sort((a, b) => rank(b) - rank(a))
  const jobs: LabelJob[] = places.map((place) => ({
    variants: placeNameVariants(place, content, widest, within),
    omissionCost: omissionCost(place.id),
  }))
  for (const leg of legs) {
    const name = { kind: 'people', text: count.get(leg.id) ?? '', of: leg.id } as const
    if (name.text)
      jobs.push({ variants: [{ name, candidates: besideLegIn(view, leg) }], omissionCost: omissionCost(leg.id) })
  }
  if (beyond) {
    const name = { kind: 'beyond', text: beyond.name, of: beyond.id } as const
    jobs.push({ variants: [{ name, candidates: atViewEdge(beyond, view) }], omissionCost: OMISSION_COST_FIRST })
  }
  return jobs
}

/** A name to place: variants of its text, the best first, and the cost of leaving it out. */
interface LabelJob {
  variants: { name: Name; candidates: Candidate[] }[]
  omissionCost: number
}

/** Minimum length of a name that is also tried in two lines, characters. */
const LONG_NAME = 13

/** The name of a place in one line, and in two if it is long. */
function placeNameVariants(place: Place, content: ViewContent, widest: number, within: Bordered): LabelJob['variants'] {
  const texts =
    place.name.length >= LONG_NAME && place.name.includes(' ') ? [place.name, wrap(place.name, 2)] : [place.name]
  return texts.map((text) => {
    const name = { kind: 'place', text, of: place.id } as const
    const lines = text.split('\n').length
    if (place.section) return { name, candidates: besideRows(place, rowsAt(place, content, widest), lines) }
    const around = aroundPoint(place, reachOf(place, content, widest), lines)
    const candidates = around.filter(({ dy }) => !place.along || dy < -8 || dy > 20)
    return { name, candidates: homeFirst(name, candidates, place, within) }
  })
}

/** Whether a place is the end of a leg. There is least room where lines meet, so these names are placed first. */
function isEnd(id: string, legs: Leg[]): boolean {
  return legs.some(({ from, to }) => from === id || to === id)
}
