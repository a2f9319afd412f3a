/**
 * Places the names on a view so that none covers another, the route or the controls. Greedy point labelling: in order
 * of rank, each name takes the first free candidate position around its point (Imhof, Positioning Names on Maps, 1975:
 * upper right first). If a name of the story finds none, placement starts again with that name first. In the end it may
 * cover a line, but no other name and not the edge; otherwise it is left out, like any other name without room.
 */

import { crowdRadius, dotSpacing, rowLength, rowSpacing } from '../../story/crowd.ts'
import { pointAt } from '../../story/line.ts'
import type { Label, Leg, Line, Place, Name as SerialisedName } from '../../story/map.ts'
import { isInside, type Point, type Rect } from '../../story/projection.ts'
import { PASSAGE_WIDTH } from '../../story/section.ts'
import { AREA_RADIUS, arrowhead, headOf, MARK_RADIUS, VIEWPORT_WIDTHS } from '../../story/viewport.ts'
import type { Gazetteer } from '../atlas/basemap.ts'
import { type Box, BoxGrid, boxOf, wrap } from './boxes.ts'
import {
  aroundNoted,
  aroundPoint,
  atViewEdge,
  type Bordered,
  besideLeg,
  besideRows,
  type Candidate,
  contains,
  homeFirst,
  insideCountry,
  nearName,
  onWater,
} from './candidates.ts'
import { cornersOf, type Layout } from './corners.ts'

/** A name without a position. */
type Name = Pick<SerialisedName, 'kind' | 'text' | 'of'>

/** Everything that may be named on the maps of a story in one language. */
export interface MapFeatures extends Layout {
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
  /** Edges and passages of a section, which names should not cross */
  outlines?: Point[][] | undefined
}

type ViewLayout = Layout & Pick<MapFeatures, 'outlines'>

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
export interface ViewContent {
  /** Marked places, each named if there is room */
  places: Place[]
  /** Ids of the step's places and of the legs that move in it, which are named first */
  first?: string[] | undefined
  /** Legs that may be drawn in the view */
  legs: Leg[]
  /** Whether `MapFeatures.stays` are named: on the first view and the last step */
  withStays: boolean
  /** Number of dots drawn around each place, by its id, and of all dots */
  crowd?: { at: Record<string, number>; members: number } | undefined
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
    .map(({ name, rings }) => ({ text: name.toLocaleUpperCase(), candidates: insideCountry(rings, view) }))
  // Where the borders of today are not drawn, a name may cross them.
  const bordered = features.countries.some(({ name }) => name !== '') ? features.countries : []
  return VIEWPORT_WIDTHS.map(([from, to], range) => {
    const middle = (from + to) / 2
    const widths = [from, middle, to - 1]
    const within = { countries: bordered, scale: middle / view.width }
    const story = placeStoryNames(view, widths, content, features, within)
    const placed = withDates(view, widths, content, features, story.placed)
    const viewports = content.dates ? viewportsWith(placed, view, widths, content, features) : story.viewports
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

/** The view at each width, with room taken by `labels`. */
function viewportsWith(
  labels: Label[],
  view: Rect,
  widths: number[],
  content: ViewContent,
  layout: ViewLayout,
): Viewport[] {
  const viewports = widths.map((width) => new Viewport(view, width, content, layout))
  for (const viewport of viewports) for (const label of labels) viewport.block(label)
  return viewports
}

/** Adds its date to each count where that covers nothing. */
function withDates(view: Rect, widths: number[], content: ViewContent, layout: ViewLayout, placed: Label[]): Label[] {
  return placed.reduce((labels, label) => {
    const leg = content.legs.find(({ id }) => id === label.of)
    const date = leg && content.dates?.get(leg.id)
    if (label.kind !== 'people' || !date) return labels
    const others = labels.filter((other) => other !== label)
    const viewports = viewportsWith(others, view, widths, content, layout)
    const candidates = besideLeg(leg, middleOf(view), true).filter((candidate) => isInside(candidate, view))
    const { best, cost } = choose(
      { kind: 'people', text: `${label.text} · ${date}`, of: leg.id },
      candidates,
      viewports,
    )
    return best && cost === 0 ? [...others, best] : labels
  }, placed)
}

/** Places the names of the story: as many as possible of its places and the counts on its legs. */
function placeStoryNames(
  view: Rect,
  widths: number[],
  content: ViewContent,
  { count, ...layout }: ViewLayout & Pick<MapFeatures, 'count'>,
  within: Bordered,
): { placed: Label[]; viewports: Viewport[] } {
  const { places, first = [], legs, beyond } = content
  const omissionCost = (id: string) => (first.includes(id) ? OMISSION_COST_FIRST : OMISSION_COST)
  const rank = ({ id }: Place) => 2 * Number(first.includes(id)) + Number(isEnd(id, legs))
  let jobs: LabelJob[] = [
    ...places
      .filter((place) => isInside(place, view))
      .sort((a, b) => rank(b) - rank(a))
      .map((place) => ({
        variants: placeNameVariants(place, content, widths, within),
        omissionCost: omissionCost(place.id),
      })),
    ...legs.flatMap((leg) => {
      const text = count.get(leg.id)
      if (!text) return []
      const candidates = besideLeg(leg, middleOf(view)).filter((candidate) => isInside(candidate, view))
      const name = { kind: 'people' as const, text, of: leg.id }
      return [{ variants: [{ name, candidates }], omissionCost: omissionCost(leg.id) }]
    }),
    ...(beyond
      ? [
          {
            variants: [
              {
                name: { kind: 'beyond' as const, text: beyond.name, of: beyond.id },
                candidates: atViewEdge(beyond, view),
              },
            ],
            omissionCost: OMISSION_COST_FIRST,
          },
        ]
      : []),
  ]
  let bestAttempt = { placed: [] as Label[], viewports: [] as Viewport[], cost: Number.POSITIVE_INFINITY }
  for (let attempt = 0; attempt < ATTEMPTS && bestAttempt.cost > 0; attempt += 1) {
    const viewports = widths.map((width) => new Viewport(view, width, content, layout))
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
    if (sum < bestAttempt.cost) bestAttempt = { placed, viewports, cost: sum }
    jobs = [...jobs.filter((job) => crowded.has(job)), ...jobs.filter((job) => !crowded.has(job))]
  }
  return bestAttempt
}

/** A name to place: variants of its text, the best first, and the cost of leaving it out. */
interface LabelJob {
  variants: { name: Name; candidates: Candidate[] }[]
  omissionCost: number
}

/** Minimum length of a name that is also tried in two lines, characters. */
const LONG_NAME = 13

/** The name of a place in one line, and in two if it is long. */
function placeNameVariants(
  place: Place,
  content: ViewContent,
  widths: number[],
  within: Bordered,
): LabelJob['variants'] {
  const texts =
    place.name.length >= LONG_NAME && place.name.includes(' ') ? [place.name, wrap(place.name, 2)] : [place.name]
  return texts.map((text) => {
    const name = { kind: 'place', text, of: place.id } as const
    const lines = text.split('\n').length
    if (place.section)
      return { name, candidates: besideRows(place, rowsAt(place, content, Math.max(...widths)), lines) }
    const around = aroundPoint(place, reachOf(place, content, widths), lines)
    const candidates = around.filter(({ dy }) => !place.along || dy < -8 || dy > 20)
    return { name, candidates: homeFirst(name, candidates, place, within) }
  })
}

/** Radius of a place's mark, with the crowd around it, at the widest of `widths`, pixels. */
function reachOf({ id, roughly }: Place, { crowd }: ViewContent, widths: number[]): number {
  const mark = roughly === undefined ? MARK_RADIUS : AREA_RADIUS
  if (!crowd) return mark
  return Math.max(mark, Math.round(crowdRadius(crowd.at[id] ?? 0, dotSpacing(Math.max(...widths), crowd.members))))
}

/** Length of the rows of dots beside a place on a section, on a map of this width, pixels. */
function rowsAt({ id }: Place, { crowd }: ViewContent, width: number): number {
  return rowLength(crowd?.at[id] ?? 0, rowSpacing(width))
}

/** Whether a place is the end of a leg. There is least room where lines meet, so these names are placed first. */
function isEnd(id: string, legs: Leg[]): boolean {
  return legs.some(({ from, to }) => from === id || to === id)
}

/** The first free candidate, else the one with the lowest cost that is within the edge and covers no name. */
function choose(name: Name, candidates: Candidate[], viewports: Viewport[]): { best?: Label; cost: number } {
  let found: { best?: Label; cost: number } = { cost: Number.POSITIVE_INFINITY }
  for (const candidate of candidates) {
    const best = { ...name, ...candidate }
    const cost = viewports.reduce((sum, viewport) => sum + viewport.cost(best), 0)
    if (cost < found.cost && !viewports.some((viewport) => viewport.clashes(best))) found = { best, cost }
    if (found.cost === 0) break
  }
  return found
}

/** A view at one viewport width, with the space that is already taken. */
class Viewport {
  private readonly drawing: BoxGrid
  /** Boxes that no name may cover: controls and placed names */
  private readonly names: BoxGrid
  private readonly scale: number

  constructor(
    private readonly view: Rect,
    private readonly width: number,
    content: ViewContent,
    { outlines = [], ...layout }: ViewLayout,
  ) {
    const { places, legs } = content
    this.scale = width / view.width
    this.names = new BoxGrid(cornersOf(view, width, places, layout))
    this.drawing = new BoxGrid([
      ...places.map((place) =>
        place.section
          ? this.rows(place, rowsAt(place, content, width))
          : this.disc(place, reachOf(place, content, [width])),
      ),
      ...legs.flatMap((leg) =>
        leg.lines.flatMap((line) => [
          ...sampleLine(line).map((at) => this.disc(at, leg.width / 2)),
          this.disc(headOf(line, leg.width, this.scale, 1, leg.open).middle, arrowhead(leg.width).half),
        ]),
      ),
      ...outlines.flatMap((outline) =>
        samplesIn(view, outline, 4 / this.scale).map((at) => this.disc(at, PASSAGE_WIDTH / 2)),
      ),
    ])
  }

  /** Area of lines and marks that a label covers, square pixels. */
  cost(label: Label): number {
    return this.boxesOf(label).reduce((sum, box) => sum + this.drawing.covered(box), 0)
  }

  /**
   * Whether a label crosses the edge or covers a control or another name; unlike a covered line, that is unreadable.
   */
  clashes(label: Label): boolean {
    const { left, top, right, bottom } = this.boxOf(label)
    if (left < 0 || top < 0 || right > this.width || bottom > this.view.height * this.scale) return true
    return this.boxesOf(label).some((box) => this.names.covered(box) > 0)
  }

  /** The boxes of a label and of its leader line, which starts at the edge of the mark or line it points to. */
  private boxesOf(label: Label): Box[] {
    const [x1, y1, x2, y2] = label.leader ?? []
    if (x1 === undefined || y1 === undefined || x2 === undefined || y2 === undefined) return [this.boxOf(label)]
    const [x, y] = [(label.x - this.view.x) * this.scale, (label.y - this.view.y) * this.scale]
    const line = fractions(8).map((t) => {
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

  /** The mark of a place on a section, the dots beside it, and their number. */
  private rows({ x, y, section }: Place, length: number): Box {
    const [cx, cy] = [(x - this.view.x) * this.scale, (y - this.view.y) * this.scale]
    const half = MARK_RADIUS
    const far = Math.max(half, length && length + 30)
    const [left, right] = section === 'left' ? [far, half] : [half, far]
    return { left: cx - left, top: cy - half, right: cx + right, bottom: cy + half }
  }

  private disc({ x, y }: Point, radius: number): Box {
    const [cx, cy] = [(x - this.view.x) * this.scale, (y - this.view.y) * this.scale]
    return { left: cx - radius, top: cy - radius, right: cx + radius, bottom: cy + radius }
  }
}

/** Points along an outline inside `view`, not more than `distance` map units from one another. */
function samplesIn(view: Rect, outline: Point[], distance: number): Point[] {
  return outline.slice(1).flatMap((to, i) => {
    const from = outline[i] ?? to
    const count = Math.ceil(Math.hypot(to.x - from.x, to.y - from.y) / distance)
    return fractions(count)
      .map((t) => ({ x: from.x + (to.x - from.x) * t, y: from.y + (to.y - from.y) * t }))
      .filter((point) => isInside(point, view))
  })
}

/** Samples a line at more than `least` points, according to its number of pieces. */
export function sampleLine(line: Line, least = 60): Point[] {
  return fractions(Math.max(least, 6 * line.length)).map((t) => pointAt(line, t))
}

/** `count` + 1 evenly spaced numbers from 0 to 1. */
function fractions(count: number): number[] {
  return Array.from({ length: count + 1 }, (_, i) => i / count)
}
