/** Puts a story together in one language: what was read, the map drawn for it, the axis, the words for every date. */

import { site } from '../site.ts'
import { dateLabel, parseDate, type StoryDate, shortDateLabel } from '../story/dates.ts'
import { nearestTurn, type Point, type Projection, project, type Rect } from '../story/projection.ts'
import type { ReadStory } from '../story/read.ts'
import { arcsOf, fitProjection, grow, lineWidth, stepFrame, wholeFrame } from '../story/route.ts'
import type { StoryFile, WordsFile } from '../story/schema.ts'
import type { DateLabel, Leg, Place, Route, Step, Story } from '../story/story.ts'
import { makeAxis } from '../timeline/axis.ts'
import { type Basemap, drawBasemap, type Gazetteer } from './basemap.ts'
import { placeLabels } from './labels.ts'
import { nameByZoom } from './names.ts'
import { SEAS } from './seas.ts'

/** Readers' pace, words a minute: M. Brysbaert, How many words do we read per minute? (2019). */
const WORDS_PER_MINUTE = 238

/** How far full detail and the basemap itself reach beyond the whole route, in parts of its width and height. */
const DETAILED = [0.4, 0.2] as const
const REACH = [2.2, 1.6] as const

/** The basemap is the same in every language, so it is drawn once for a story. */
export interface Ground {
  projection: Projection
  whole: Rect
  extent: Rect
  /** Countries drawn lighter, ISO 3166 alpha-2 */
  focus: string[]
  basemap: Basemap
  gazetteer: Gazetteer
}

/** Draws the ground a story stands on: any region of the world. */
export function drawGround({ file }: ReadStory): Ground {
  const globe = Object.values(file.places).map(({ lon, lat }) => [lon, lat] as const)
  const projection = fitProjection(globe)
  const whole = wholeFrame(projection, globe)
  const extent = grow(whole, ...REACH)
  const region = { projection, whole, core: grow(whole, ...DETAILED), extent, focus: file.focus }
  return { projection, whole, extent, focus: file.focus, ...drawBasemap(region) }
}

/** The finished story in `language`. The story has passed the check: what is missing here is a fault of ours. */
export function composeStory(read: ReadStory, language: string, ground: Ground): Story {
  const { file } = read
  const words = need(read.languages[language], language)
  const number = (id: string) => words.sourceOrder.indexOf(id) + 1
  const dates = file.steps.map((step) => need(parseDate(step.date), step.date))
  const { axis, at } = makeAxis(
    dates.map((date) => date.at),
    language,
  )
  const stepIndex = (id: string) => file.steps.findIndex((step) => step.id === id)
  const name = (place: string) => need(words.front.places[place], place)
  const endsOf = (leg: StoryFile['legs'][number]) => {
    const [from, to] = words.front.legs[leg.id] ?? [name(leg.from), name(leg.to)]
    return { from, to }
  }

  const steps: Step[] = file.steps.map((step, index) => {
    const passage = need(words.steps[step.id], step.id)
    const moved = file.legs.filter((leg) => leg.step === step.id)
    const [only] = moved.filter((leg) => leg.to === step.place)
    const ends = only && endsOf(only)
    return {
      id: step.id,
      index,
      date: inWords(need(dates[index], step.date), language),
      where: ends ? `${ends.from} → ${ends.to}` : name(step.place),
      place: step.place,
      heading: passage.heading,
      body: passage.body,
      at: need(at[index], step.id),
    }
  })

  const places = file.places
  const put: Place[] = Object.entries(places).map(([id, place]) => {
    const step = file.steps.findIndex((s) => s.place === id)
    return { id, name: name(id), ...place, ...position(ground, place), step: step < 0 ? undefined : step }
  })
  const point = (id: string) =>
    need(
      put.find((place) => place.id === id),
      id,
    )
  const most = Math.max(...file.legs.map((leg) => leg.people))
  const legs: Leg[] = file.legs.map((leg) => ({
    id: leg.id,
    from: leg.from,
    to: leg.to,
    people: leg.people,
    status: leg.status,
    step: stepIndex(leg.step),
    announced: leg.announced ? stepIndex(leg.announced) : undefined,
    arcs: arcsOf(point(leg.from), point(leg.to), ground.projection.world),
    width: lineWidth(leg.people, most),
    words: {
      ...endsOf(leg),
      date: need(steps[stepIndex(leg.step)], leg.step).date,
      sources: leg.sources.map(number),
    },
  }))

  return {
    slug: file.slug,
    language,
    languages: file.languages.map((code) => ({
      code,
      name: new Intl.DisplayNames(code, { type: 'language' }).of(code) ?? code,
    })),
    kicker: words.front.kicker,
    headline: words.front.headline,
    dek: words.front.dek,
    byline: words.front.byline,
    published: inWords(need(parseDate(file.published), file.published), language),
    minutes: Math.max(1, Math.round(words.wordCount / WORDS_PER_MINUTE)),
    phases: file.phases.map((id) => {
      const indexes = file.steps.flatMap((step, index) => (step.phase === id ? [index] : []))
      return { label: need(words.front.phases[id], id), first: Math.min(...indexes), last: Math.max(...indexes) }
    }),
    steps,
    closing: words.closing,
    unknown: words.unknown,
    figures: composeFigures(file.figures, words.front.figures, number),
    sources: words.sourceOrder.map((id) => {
      const { publisher, title, date, url } = need(file.sources[id], id)
      const day = date ? parseDate(date) : undefined
      return { publisher, title, date: day && dateLabel(day, language), iso: day?.edtf, url }
    }),
    axis,
    route: drawRoute(ground, language, steps, put, legs, {
      stays: file.stays.map((stay) => ({
        place: stay.place,
        people: stay.people,
        where: need(words.front.stays[stay.place], stay.place),
      })),
      note: words.front.route,
    }),
  }
}

function composeFigures(
  file: StoryFile['figures'],
  words: WordsFile['figures'],
  number: (source: string) => number,
): Story['figures'] {
  if (!file || !words) return undefined
  const { released, remaining } = file
  return {
    title: words.title,
    released: { people: released.people, label: words.released, sources: released.sources.map(number) },
    remaining: remaining && { ...remaining, label: words.remaining ?? '', sources: remaining.sources.map(number) },
  }
}

function drawRoute(
  ground: Ground,
  language: string,
  steps: Step[],
  places: Place[],
  legs: Leg[],
  { stays, note }: { stays: { place: string; people: number; where: string }[]; note: string | undefined },
): Route {
  const countryName = new Intl.DisplayNames(language, { type: 'region' })
  const { towns, countries } = ground.gazetteer
  const clear = ground.whole.width / 40
  const atlas = {
    places,
    legs,
    countries: countries.map(({ code, rings }) => ({ name: countryName.of(code) ?? code, rings })),
    seas: SEAS.flatMap(({ box, names }) => {
      const [name, area] = [names[language], areaOf(box, ground.projection)]
      return name ? [{ name, area }] : []
    }),
    stays: stays.map(({ place, people, where }) => ({ place, text: `${people} ${where}` })),
    light: countries.filter(({ code }) => ground.focus.includes(code)).flatMap(({ rings }) => rings),
    towns: towns.filter((town) =>
      places.every((place) => Math.hypot(place.x - town.at.x, place.y - town.at.y) > clear),
    ),
  }
  const view = (rect: Rect, shown: Place[], told = false) => ({
    ...rounded(rect),
    labels: placeLabels(rect, atlas, { needed: shown.map(({ id }) => id), told }),
  })
  const ends = new Set(legs.flatMap(({ from, to }) => [from, to]))
  const whole = view(
    ground.whole,
    places.filter(({ id }) => ends.size === 0 || ends.has(id)),
    true,
  )
  const viewOf = (step: Step) => {
    const shown = shownAt(step, places, legs)
    return view(stepFrame(shown, ground.whole), shown)
  }
  return {
    projection: ground.projection,
    extent: rounded(ground.extent),
    whole,
    // The last step looks back on all of it.
    views: [...steps.slice(0, -1).map(viewOf), whole],
    names: nameByZoom(atlas, ground.whole, ground.extent),
    places,
    legs,
    stays,
    note,
    tiles: site.tiles,
  }
}

/** What a step's view must show: its place, the road that led there, what moves in it, and the road ahead. */
function shownAt(step: Step, places: Place[], legs: Leg[]): Place[] {
  const shown = new Set([step.place])
  for (const leg of legs) {
    const starts = leg.announced ?? leg.step
    const led = leg.to === step.place && leg.step < step.index
    if (led || leg.step === step.index || starts === step.index || starts === step.index + 1)
      shown.add(leg.from).add(leg.to)
  }
  return places.filter((place) => shown.has(place.id))
}

function position({ projection }: Ground, { lon, lat }: { lon: number; lat: number }): Point {
  const { x, y } = project(projection, [nearestTurn(lon, projection.lon0), lat])
  return { x: Math.round(x), y: Math.round(y) }
}

/** A box of degrees as a rectangle of the map. */
function areaOf([west, south, east, north]: [number, number, number, number], projection: Projection): Rect {
  const turn = nearestTurn((west + east) / 2, projection.lon0) - (west + east) / 2
  const [left, right] = [project(projection, [west + turn, north]), project(projection, [east + turn, south])]
  return { x: left.x, y: left.y, width: right.x - left.x, height: right.y - left.y }
}

function rounded({ x, y, width, height }: Rect): Rect {
  return { x: Math.round(x), y: Math.round(y), width: Math.round(width), height: Math.round(height) }
}

function inWords(date: StoryDate, language: string): DateLabel {
  return { iso: date.edtf, label: dateLabel(date, language), short: shortDateLabel(date, language) }
}

function need<T>(value: T | undefined, what: string): T {
  if (value === undefined) throw new Error(`compose: “${what}” is missing from a story that passed the check`)
  return value
}
