/** Puts a story together in one language: what was read, the map drawn for it, the axis, the words for every date. */

import { directionOf, languageOf } from '../language/index.ts'
import { parseDate } from '../manuscript/dates.ts'
import { formatProblem } from '../manuscript/problems.ts'
import { quantityOf } from '../manuscript/quantity.ts'
import type { ReadStory, Words } from '../manuscript/read.ts'
import type { StoryFile, WordsFile } from '../manuscript/schema.ts'
import { site } from '../site.ts'
import { Labels } from '../story/labels.ts'
import {
  degreeAt,
  type LonLat,
  nearestTurn,
  type Point,
  type Projection,
  project,
  type Rect,
  turnOf,
  unproject,
} from '../story/projection.ts'
import {
  FRAME_RATIO,
  fitProjection,
  grow,
  isSmall,
  legsAt,
  lineWidth,
  MOST_MERCATOR,
  marksAt,
  pointAt,
  stepFrame,
  surroundings,
  turnAt,
  wholeFrame,
} from '../story/route.ts'
import type {
  Change,
  Copy,
  DateLabel,
  Figure,
  Leg,
  LegInWords,
  Passage,
  PersonInWords,
  Place,
  Route,
  Stay,
  Step,
  Story,
  View,
} from '../story/story.ts'
import { type Basemap, drawBasemap, type Gazetteer } from './atlas/ground.ts'
import { openingOf } from './atlas/opening.ts'
import { SEAS } from './atlas/seas.ts'
import { makeAxis } from './axis.ts'
import { clockOf, dateOf, momentOf } from './dates.ts'
import { composeFigure } from './figures.ts'
import { drawLine, isDrawn, misleading, wayOf } from './lines.ts'
import { type Media, withMedia } from './media.ts'
import { remembered } from './memory.ts'
import { type Atlas, placeLabels, type Shown } from './names/by-view.ts'
import { nameByZoom } from './names/by-zoom.ts'
import { largest, Quantities } from './quantities.ts'

/** Readers' pace, words a minute: M. Brysbaert, How many words do we read per minute? (2019). */
const WORDS_PER_MINUTE = 238

/** How far full detail and the basemap itself reach beyond the whole route, in parts of its width and height. */
const DETAILED = [0.4, 0.2] as const
const REACH = [2.2, 1.6] as const
/** How far a box that is wider or higher than the frame lets see beyond a step's view. */
const BESIDE = [0.4, 0.3] as const

/** The basemap is the same in every language, so it is drawn once for a story. */
export interface Ground {
  projection: Projection
  /** The first view: the whole route, and what is around it where it is small */
  whole: Rect
  route: Rect
  extent: Rect
  /** Countries drawn lighter, ISO 3166 alpha-2 */
  focus: string[]
  /** What is not named, countries by their codes */
  hidden: string[]
  basemap: Basemap
  gazetteer: Gazetteer
}

/** Draws the ground a story stands on: any region of the world. */
export function drawGround({ file, paths, at }: ReadStory): Ground {
  const within = Object.values(file.places).filter(({ beyond }) => !beyond)
  const globe = (within.length ? within : Object.values(file.places)).map(({ lon, lat }) => [lon, lat] as const)
  const near = file.legs.filter(({ from, to }) => !file.places[from]?.beyond && !file.places[to]?.beyond)
  const ways = near.filter(isDrawn).map((leg) => wayOf(leg, file, paths[leg.id]))
  const opening = (route: Rect, at: Projection) => ownView(file, { projection: at }) ?? openingOf(route, at)
  const projection = fitProjection(globe, ways, opening)
  const route = wholeFrame(projection, globe, ways)
  const whole = opening(route, projection)
  const views = file.steps.flatMap((step) => ownView(step, { projection }) ?? [])
  const reach = around([grow(whole, ...REACH), surroundings(whole, projection)])
  const extent = around([once(reach, turnOf(projection)), ...[route, ...views].map((view) => grow(view, ...BESIDE))])
  const { hide, add } = file.context ?? { hide: [], add: [] }
  const region = {
    projection,
    whole,
    core: grow(whole, ...DETAILED),
    // Where a small story opens on what is around it, every step comes closer.
    close: route.width < whole.width ? [...views, grow(route, ...BESIDE)] : views,
    extent,
    focus: file.focus,
    hide,
    add,
  }
  const drawn = remembered('ground', region, () => drawBasemap(region))
  const ground = { projection, whole, route, extent, focus: file.focus, hidden: hide, ...drawn }
  const warn = (message: string, hint: string, ...path: (string | number)[]) =>
    console.warn(formatProblem({ file: at.file, line: at.lineOf(...path), severity: 'warning', message, hint }))
  for (const [id, { lat, beyond }] of Object.entries(file.places))
    if (!projection.pole && !beyond && Math.abs(lat) > MOST_MERCATOR)
      warn(
        `the place “${id}” is too near the pole for a map that reaches so far from it`,
        `the map ends near ${MOST_MERCATOR} degrees; mark what is far away from the pole as beyond: true`,
        'places',
        id,
      )
  add.forEach((name, i) => {
    if (!ground.gazetteer.towns.some((town) => town.name === name))
      warn(
        `the town “${name}” is not on this map`,
        'towns are named as GeoNames writes them, from 1,000 people on',
        'context',
        'add',
        i,
      )
  })
  return ground
}

/** No wider than the ground is drawn: the world, and once more on either side. */
function once(extent: Rect, turn: number): Rect {
  const width = Math.min(extent.width, 3 * turn)
  return { ...extent, x: extent.x + (extent.width - width) / 2, width }
}

/** The smallest rectangle that holds all of `rects`. */
function around(rects: Rect[]): Rect {
  const [x, y] = [Math.min(...rects.map((rect) => rect.x)), Math.min(...rects.map((rect) => rect.y))]
  const right = Math.max(...rects.map((rect) => rect.x + rect.width))
  const bottom = Math.max(...rects.map((rect) => rect.y + rect.height))
  return { x, y, width: right - x, height: bottom - y }
}

/** The finished story in `language`, with its copy. It has passed the check: what is missing here is a fault of ours. */
export function composeStory(
  read: ReadStory,
  language: string,
  ground: Ground,
  media: Media = new Map(),
): { story: Story; copy: Copy } {
  const { file } = read
  const words = need(read.languages[language], language)
  const { page } = languageOf(language)
  const onward = directionOf(language) === 'rtl' ? '←' : '→'
  const number = (id: string) => words.sourceOrder.indexOf(id) + 1
  const dates = file.steps.map((step) => worded(dateOf(step.date, language, file), words.front.dates[step.id]))
  const { axis, at } = makeAxis(
    file.steps.map((step) => need(parseDate(step.date, file.zone), step.date)),
    language,
    {
      breaks: file.axis?.breaks.map((id) => file.steps.findIndex((step) => step.id === id)),
      eras: file.eras.map((era) => eraOf(era, file, words, language)),
    },
  )
  const name = (place: string) => need(words.front.places[place], place)
  const laneOf = ({ lane }: StepInFile) => lane && need(words.front.lanes[lane], lane)
  const endsOf = (leg: StoryFile['legs'][number]) => {
    const [from, to] = words.front.legs[leg.id] ?? [name(leg.from), name(leg.to)]
    return { from, to }
  }

  const passages = file.steps.map((step, index): Passage => {
    const { heading, body } = need(words.steps[step.id], step.id)
    const travelled = file.legs.find((leg) => leg.step === step.id && leg.to === step.place)
    const leg = travelled ?? (step.place ? undefined : file.legs.find(({ id }) => id === step.note))
    const ends = leg && endsOf(leg)
    const where = ends
      ? `${ends.from} ${onward} ${ends.to}`
      : placesAt(step).length
        ? new Intl.ListFormat(language).format(placesAt(step).map(name))
        : undefined
    return {
      id: step.id,
      lane: laneOf(step),
      where,
      date: need(dates[index], step.id),
      heading,
      body: withMedia(body, media),
    }
  })
  const steps = passages.map(
    ({ id, lane, date: { label, short }, heading }, index): Step => ({
      id,
      index,
      lane,
      date: { label, short },
      heading,
      ...whereOf(file.steps[index]),
      at: need(at[index], id),
    }),
  )
  const stepIndex = (id: string) => file.steps.findIndex((step) => step.id === id)
  const quantities = new Quantities(
    languageOf(language),
    words.front.units,
    file.legs.map((leg) => quantityOf(leg).unit),
  )
  const changing = [
    ...Object.entries(file.places).map(([id, of]) => ({ of, where: name(id), at: undefined })),
    ...file.legs.map((of) => ({ of, where: `${endsOf(of).from} ${onward} ${endsOf(of).to}`, at: of.step })),
  ]
  const changes = changing.flatMap(({ of, where, at }) =>
    (['joined', 'lost'] as const).flatMap((kind) =>
      of[kind].map((change): Change => {
        const step = change.step ?? at
        return {
          kind,
          amount: quantities.say(quantityOf(change)),
          place: where,
          date: step && need(dates[stepIndex(step)], step).label,
          sources: change.sources.map(number),
        }
      }),
    ),
  )
  const legsInWords = file.legs.map(
    (leg): LegInWords => ({
      id: leg.id,
      amount: quantities.say(quantityOf(leg)),
      mark: quantities.mark(quantityOf(leg)),
      track: leg.schematic ? undefined : true,
      ...endsOf(leg),
      date: need(dates[stepIndex(leg.step)], leg.step),
      status: leg.status,
      sources: leg.sources.map(number),
    }),
  )
  const stays = file.stays.map(
    (stay): Stay => ({
      place: stay.place,
      amount: quantities.say(quantityOf(stay)),
      mark: quantities.mark(quantityOf(stay)),
      where: need(words.front.stays[stay.place], stay.place),
      by: stay.by === undefined ? undefined : dateOf(stay.by, language, file).label,
      sources: stay.sources.map(number),
    }),
  )

  return {
    story: {
      slug: file.slug,
      language,
      languages: file.languages.map((code) => ({
        code,
        name: new Intl.DisplayNames(code, { type: 'language' }).of(code) ?? code,
      })),
      words: page,
      headline: words.front.headline,
      phases: file.phases.map((id) => {
        const indexes = file.steps.flatMap((step, index) => (step.phase === id ? [index] : []))
        return { label: need(words.front.phases[id], id), first: Math.min(...indexes), last: Math.max(...indexes) }
      }),
      lanes: file.lanes?.map((id) => need(words.front.lanes[id], id)),
      steps,
      people: Object.entries(file.people).map(([id, { way }]) => ({ id, way })),
      axis,
      route: drawRoute(read, language, ground, { words, steps, legs: legsInWords, stays, counted: quantities.units() }),
    },
    copy: {
      kicker: words.front.kicker,
      dek: words.front.dek,
      byline: words.front.byline,
      reviewed: words.front.reviewed,
      published: momentOf(file.published, language),
      updated: momentOf(file.updated ?? file.published, language),
      clock: clockOf(
        file.steps.map(({ date }) => date),
        language,
        file,
      ),
      minutes: Math.max(1, Math.round(words.wordCount / WORDS_PER_MINUTE)),
      passages,
      closing: words.closing && { ...words.closing, body: withMedia(words.closing.body, media) },
      updates: composeUpdates(file, words.updates, language, number),
      route: { note: words.front.route, legs: legsInWords, changes, stays },
      people: Object.entries(file.people).map(([id, person]) =>
        composePerson(person, need(words.front.people[id], id), id, language, number),
      ),
      unknown: words.unknown,
      figures: file.figures.map(
        (figure): Figure =>
          composeFigure(figure, need(words.front.figures[figure.id], figure.id), {
            language: languageOf(language),
            quantities,
            number,
            step: (id) => need(passages[stepIndex(id)], id),
          }),
      ),
      sources: words.sourceOrder.map((id) => {
        const { publisher, title, date, url } = need(file.sources[id], id)
        return { publisher, title, date: date && dateOf(date, language).label, iso: date, url }
      }),
      locations: Object.entries(file.places).map(([id, { lat, lon }]) => ({ name: name(id), lat, lon })),
    },
  }
}

function composePerson(
  { sources, became, portrait }: StoryFile['people'][string],
  words: WordsFile['people'][string],
  id: string,
  language: string,
  number: (source: string) => number,
): PersonInWords {
  return {
    id,
    name: words.name,
    also: words.also,
    who: words.who,
    sources: sources.map(number),
    became: became && {
      text: words.became ?? '',
      date: dateOf(became.date, language),
      sources: became.sources.map(number),
    },
    portrait: portrait && { src: `media/${portrait.file}`, alt: words.alt ?? '', credit: portrait.credit },
  }
}

function composeUpdates(
  { updates, complete }: StoryFile,
  words: Words['updates'],
  language: string,
  number: (source: string) => number,
): Copy['updates'] {
  if (!words || complete === undefined) return undefined
  return {
    heading: words.heading,
    items: updates.map(({ id, date, sources }) => ({
      id,
      date: dateOf(date, language),
      text: need(words.items[id], id),
      sources: sources.map(number),
    })),
    complete: dateOf(complete, language).label,
  }
}

/** From this many steps on names come by zoom: placed for every view, they would be most of the page. */
const LONG = 60

/** What the map takes from the words of a story. */
interface Worded {
  words: Words
  steps: Step[]
  legs: LegInWords[]
  stays: Stay[]
  /** What is counted on the lines, in words; empty where nothing is */
  counted: string
}

function drawRoute(read: ReadStory, language: string, ground: Ground, { words, steps, ...worded }: Worded): Route {
  const { file } = read
  const places = placesOf(file, words, ground)
  const legs = legsOf(read, language, places, worded.legs, ground)
  const count = new Map(worded.legs.flatMap(({ id, mark }): [string, string][] => (mark ? [[id, mark]] : [])))
  const atlas = atlasOf(ground, language, { places, legs, count, stays: worded.stays })
  const written = new Labels()
  const byView = steps.length <= LONG
  const view = (rect: Rect, step: Step | undefined, more: Pick<Shown, 'note' | 'beyond'> = {}): View => {
    const marks = marksAt({ legs, places }, step)
    const shown: Shown = {
      ...more,
      places: places.filter(({ id, beyond }) => marks.includes(id) && !beyond),
      first: step && [
        ...(step.places ?? (step.place === undefined ? [] : [step.place])),
        ...legs.filter((leg) => leg.step === step.index).map(({ id }) => id),
      ],
      legs: legsAt(legs, step?.index),
      told: !step || step.index === steps.length - 1,
    }
    const place = () => remembered('names', [rect, atlas, shown], () => placeLabels(rect, atlas, shown))
    const labels = byView || !step ? place() : []
    return { ...rounded(rect), labels: labels.map((range) => written.write(range)) }
  }
  const viewOf = (step: Step) => {
    const own = ownView(need(file.steps[step.index], step.id), ground)
    const beyond = places.find((place) => place.id === step.place && place.beyond)
    const of = file.steps[step.index]?.note
    const text = words.front.notes[step.id]
    const shown = shownAt(step, places, legs, of)
    const wide = places.some(({ id, roughly = 0 }) => id === step.place && roughly > ground.route.width * WIDE)
    // The last step looks back on all of it.
    const all = beyond || wide || shown.length === 0 || step.index === steps.length - 1
    const points = [...shown, ...linesAt(step, legs)]
    const frame = all ? ground.route : stepFrame(points, ground.route)
    return view(own ?? closer(frame, file.steps[step.index]?.zoom), step, {
      note: of && text ? { of, text } : undefined,
      beyond,
    })
  }
  const whole = view(ground.whole, undefined)
  const views = steps.map(viewOf)
  const { whole: route, extent } = ground
  const byZoom = remembered('names-by-zoom', [atlas, route, extent], () => nameByZoom(atlas, route, extent))
  const free = written.writeFree(byZoom)
  return {
    projection: ground.projection,
    extent: rounded(ground.extent),
    whole,
    views,
    names: written.names,
    spots: written.spots,
    free,
    places,
    legs,
    note: words.front.route,
    legend: words.front.legend,
    scale: legs.some(({ amount }) => amount !== undefined) ? languageOf(language).width(worded.counted) : undefined,
    ways: words.front.route === undefined && legs.length > 0 ? languageOf(language).ways[waysOf(file)] : undefined,
    // Tiles are Mercator.
    tiles: ground.projection.pole ? undefined : site.tiles,
  }
}

/** The places on the map, in the order in which the story comes to them, so that Tab walks the story. */
function placesOf(file: StoryFile, words: Words, ground: Ground): Place[] {
  const places = Object.entries(file.places).map(([id, place]): Place => {
    const step = file.steps.findIndex((s) => placesAt(s).includes(id))
    return {
      id,
      name: need(words.front.places[id], id),
      ...position(ground, place),
      step: step < 0 ? undefined : step,
      roughly: place.approximate === false ? undefined : radius(place, ground.projection),
      symbolic: place.symbolic || undefined,
      beyond: place.beyond || undefined,
    }
  })
  const turn = ({ step }: Place) => step ?? places.length
  return places.sort((a, b) => turn(a) - turn(b))
}

/** The legs with their lines; what a line might be taken to say is told to the author. */
function legsOf(read: ReadStory, language: string, places: Place[], worded: LegInWords[], ground: Ground): Leg[] {
  const { file, at } = read
  const stepIndex = (id: string) => file.steps.findIndex((step) => step.id === id)
  const point = (id: string) =>
    need(
      places.find((place) => place.id === id),
      id,
    )
  const countryName = new Intl.DisplayNames(languageOf(language).locale, { type: 'region' })
  const most = largest(file.legs.map(quantityOf))
  return file.legs.map((leg, i) => {
    const [from, to, ends] = [point(leg.from), point(leg.to), worded[i]]
    const lines = drawLine(leg, wayOf(leg, file, read.paths[leg.id]), from, to, places, ground)
    const { amount, unit } = quantityOf(leg)
    const said = { from, to, places, words: `${ends?.from} ${ends?.to}` }
    for (const message of misleading(leg, lines, said, ground, (code) => countryName.of(code) ?? code))
      console.warn(
        formatProblem({
          file: at.file,
          line: at.lineOf('legs', i),
          severity: 'warning',
          message: `the leg “${leg.id}”: ${message}`,
          hint: 'bend it to the other side (bend: right) or let it avoid a country (avoid: [CH])',
        }),
      )
    return {
      id: leg.id,
      from: leg.from,
      to: leg.to,
      amount,
      arrive: arrivalsOf(leg),
      status: leg.status,
      step: stepIndex(leg.step),
      announced: leg.announced ? stepIndex(leg.announced) : undefined,
      lines,
      width: lineWidth(amount, most.get(unit) ?? 1),
      marks: leg.marks.length ? leg.marks : undefined,
    }
  })
}

/** How many of those who set out on a leg arrive, where that is another number and both are known exactly. */
function arrivalsOf(leg: StoryFile['legs'][number]): number | undefined {
  const { amount, unit } = quantityOf(leg)
  const own = (changes: typeof leg.lost) => changes.map(quantityOf).filter((change) => change.unit === unit)
  const [lost, joined] = [own(leg.lost), own(leg.joined)]
  if (typeof amount !== 'number' || lost.length + joined.length === 0) return
  const sum = (changes: typeof lost) =>
    changes.reduce((total, { amount }) => total + (typeof amount === 'number' ? amount : Number.NaN), 0)
  const arriving = amount - sum(lost) + sum(joined)
  return Number.isNaN(arriving) ? undefined : Math.max(0, arriving)
}

/** All that may be written on the maps of a story in one language. */
function atlasOf(
  ground: Ground,
  language: string,
  { places, legs, count, stays }: Pick<Atlas, 'places' | 'legs' | 'count'> & { stays: Stay[] },
): Atlas {
  const countryName = new Intl.DisplayNames(languageOf(language).locale, { type: 'region' })
  const { towns, countries } = ground.gazetteer
  const clear = ground.whole.width / 40
  return {
    places,
    legs,
    count,
    countries: countries
      .filter(({ code }) => !ground.hidden.includes(code))
      .map(({ code, rings }) => ({ name: countryName.of(code) ?? code, rings })),
    seas: SEAS.map(({ box, names }) => ({
      name: names[new Intl.Locale(language).language] ?? names.en,
      area: areaOf(box, ground.projection),
      // From above a pole a box of degrees is no box.
      holds: ground.projection.pole && ((at: Point) => isInBox(unproject(ground.projection, at), box)),
    })),
    stays: stays.map(({ place, mark, where }) => ({ place, text: mark ? `${mark} ${where}` : where })),
    small: isSmall(ground.whole, ground.projection) || undefined,
    light: countries.filter(({ code }) => ground.focus.includes(code)).flatMap(({ rings }) => rings),
    towns: towns.filter((town) =>
      places.every((place) => Math.hypot(place.x - town.at.x, place.y - town.at.y) > clear),
    ),
  }
}

type StepInFile = StoryFile['steps'][number]

function placesAt({ place, places }: StepInFile): string[] {
  return places ?? (place === undefined ? [] : [place])
}

function whereOf(step: StepInFile | undefined): Pick<Step, 'place' | 'places'> {
  return step?.places ? { place: step.places[0], places: step.places } : { place: step?.place }
}

/** The frame that an author has set for a step or the first view, as large as its box asks for. */
function ownView({ view }: Pick<StepInFile, 'view'>, { projection }: Pick<Ground, 'projection'>): Rect | undefined {
  if (!view) return
  const [west, south, east, north] = view
  const { x, y, width, height } = areaOf([west, south, west < east ? east : east + 360, north], projection)
  const whole = Math.max(width, height * FRAME_RATIO)
  return {
    x: x + (width - whole) / 2,
    y: y + (height - whole / FRAME_RATIO) / 2,
    width: whole,
    height: whole / FRAME_RATIO,
  }
}

function closer(frame: Rect, zoom = 1): Rect {
  return grow(frame, (1 / zoom - 1) / 2, (1 / zoom - 1) / 2)
}

function eraOf({ id, from, to }: StoryFile['eras'][number], file: StoryFile, words: Words, language: string) {
  const read = (text: string) => need(parseDate(text, file.zone), text)
  return {
    label: need(words.front.eras[id], id),
    dates: dateOf(`${from.split('/')[0]}/${to?.split('/').at(-1) ?? '..'}`, language, file).label,
    from: read(from),
    to: to === undefined ? undefined : read(to),
  }
}

/** A place wider than this part of the whole route is shown on all of it. */
const WIDE = 0.05

/** What a step's view must show: its place, the road that led there, what moves in it, and the road ahead. */
function shownAt(step: Step, places: Place[], legs: Leg[], note: string | undefined): Place[] {
  const shown = new Set<string>(step.places ?? (step.place ? [step.place] : []))
  for (const leg of legs) {
    const starts = leg.announced ?? leg.step
    const led = leg.to === step.place && leg.step < step.index
    if (led || leg.id === note || leg.step === step.index || starts === step.index || starts === step.index + 1)
      for (const id of [leg.from, leg.to, ...(leg.marks ?? [])]) shown.add(id)
  }
  return places.filter((place) => shown.has(place.id))
}

/** Points of the lines with more than one bend that move in a step or lie ahead of it: their ends do not tell where they go. */
function linesAt(step: Step, legs: Leg[]): Point[] {
  return legs
    .filter((leg) => leg.step === step.index || (leg.announced ?? leg.step) === step.index + 1)
    .filter(({ lines }) => lines.some((line) => line.length > 2))
    .flatMap(({ lines }) =>
      Array.from({ length: 21 }, (_, i) => i / 20).flatMap((t) => {
        const line = turnAt(lines, t)
        return line ? [pointAt(line, t)] : []
      }),
    )
}

/** How many of the lines are the way that was taken. */
function waysOf({ legs }: StoryFile): 'none' | 'some' | 'all' {
  if (legs.every(({ schematic }) => schematic)) return 'none'
  return legs.some(({ schematic }) => schematic) ? 'some' : 'all'
}

/** Kilometres in a degree of the equator. */
const KM_A_DEGREE = 111.32

/** Radius of the area a place is known to lie in, in map units; 0 where even that is not known. */
function radius({ lat, approximate }: StoryFile['places'][string], projection: Projection): number {
  if (typeof approximate !== 'number') return 0
  return Math.round((approximate / KM_A_DEGREE) * degreeAt(projection, lat))
}

/** Whole units are fine enough for the first view, tenths for steps that come much closer. */
function position({ projection, whole, route }: Ground, { lon, lat }: { lon: number; lat: number }): Point {
  const { x, y } = project(projection, [nearestTurn(lon, projection.lon0), lat])
  const parts = route.width < whole.width ? 10 : 1
  return { x: Math.round(x * parts) / parts, y: Math.round(y * parts) / parts }
}

/** A box of degrees as a rectangle of the map. */
function areaOf([west, south, east, north]: [number, number, number, number], projection: Projection): Rect {
  if (projection.pole) {
    const points = Array.from(
      { length: 65 },
      (_, i): LonLat => [west + ((i % 13) / 12) * (east - west), south + (Math.floor(i / 13) / 4) * (north - south)],
    ).map((point) => project(projection, point))
    const [xs, ys] = [points.map(({ x }) => x), points.map(({ y }) => y)]
    const [left, top] = [Math.min(...xs), Math.min(...ys)]
    return { x: left, y: top, width: Math.max(...xs) - left, height: Math.max(...ys) - top }
  }
  const turn = nearestTurn((west + east) / 2, projection.lon0) - (west + east) / 2
  const [left, right] = [project(projection, [west + turn, north]), project(projection, [east + turn, south])]
  return { x: left.x, y: left.y, width: right.x - left.x, height: right.y - left.y }
}

function isInBox([lon, lat]: LonLat, [west, south, east, north]: [number, number, number, number]): boolean {
  const middle = (west + east) / 2
  return Math.abs(nearestTurn(lon, middle) - middle) <= (east - west) / 2 && lat >= south && lat <= north
}

function rounded({ x, y, width, height }: Rect): Rect {
  return { x: Math.round(x), y: Math.round(y), width: Math.round(width), height: Math.round(height) }
}

/** A bead has room for so many letters. */
const SHORT = 14

/** The author's own words for a date, where there are any. */
function worded(date: DateLabel, words: string | undefined): DateLabel {
  return words ? { ...date, label: words, short: words.length > SHORT ? date.short : words } : date
}

function need<T>(value: T | undefined, what: string): T {
  if (value === undefined) throw new Error(`compose: “${what}” is missing from a story that passed the check`)
  return value
}
