/** Draws the route of a story in one language: its places, lines and views, and the names on each. */

import { cached } from '../cache.ts'
import { SEAS } from '../cartography/atlas/seas.ts'
import { areaOf, type Ground, position, radius } from '../cartography/ground.ts'
import { coordinatesOf } from '../cartography/itinerary.ts'
import { drawLine, misleadingClaims } from '../cartography/lines.ts'
import { type MapFeatures, placeLabels, type ViewContent } from '../cartography/names/by-view.ts'
import { nameByZoom } from '../cartography/names/by-zoom.ts'
import { viewsOf } from '../cartography/views.ts'
import { need } from '../content/need.ts'
import { didYouMean, type Problem, warningAt } from '../content/problems.ts'
import { quantityOf } from '../content/quantity.ts'
import type { ReadStory, Words } from '../content/read.ts'
import type { StoryFile } from '../content/schema.ts'
import { directionOf, languageOf } from '../language/index.ts'
import { insetOf } from '../story/inset.ts'
import { Labels } from '../story/labels.ts'
import { type LonLat, nearestLongitude, type Point, type Rect, unproject } from '../story/projection.ts'
import { legsAt, lineWidth, marksAt } from '../story/route.ts'
import type { Leg, LegInWords, Place, Route, Stay, Step, View } from '../story/story.ts'
import { largest } from './quantities.ts'

/** Names of countries in messages to authors, by ISO code */
const REGIONS = new Intl.DisplayNames('en', { type: 'region' })
const countryName = (code: string) => REGIONS.of(code) ?? code

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

/**
 * The route with all its views, and warnings where its lines might be taken to say what no source does. `tiles`: raster
 * tiles that the publisher has set.
 */
export function drawRoute(
  read: ReadStory,
  language: string,
  ground: Ground,
  { words, steps, ...worded }: Worded,
  tiles: Route['tiles'],
): { route: Route; warnings: Problem[] } {
  const { file } = read
  const places = placesOf(file, words, ground)
  const { legs, warnings } = legsOf(read, places, worded.legs, ground)
  const mirrored = directionOf(language) === 'rtl'
  const count = new Map(worded.legs.flatMap(({ id, mark }): [string, string][] => (mark ? [[id, mark]] : [])))
  const features = featuresOf(ground, language, words, { places, legs, count, stays: worded.stays })
  const written = new Labels()
  const byView = steps.length <= LONG
  const view = (rect: Rect, step: Step | undefined, more: Pick<ViewContent, 'note' | 'beyond'> = {}): View => {
    const marks = marksAt({ legs, places }, step)
    const shown: ViewContent = {
      ...more,
      places: places.filter(({ id, beyond }) => marks.includes(id) && !beyond),
      first: step && [
        ...(step.places ?? (step.place === undefined ? [] : [step.place])),
        ...legs.filter((leg) => leg.step === step.index).map(({ id }) => id),
      ],
      legs: legsAt(legs, step?.index),
      withStays: !step || step.index === steps.length - 1,
    }
    const place = () => cached('names', [rect, features, shown], () => placeLabels(rect, features, shown))
    const labels = byView || !step ? place() : []
    return { ...rounded(rect), labels: labels.map((range) => written.write(range)) }
  }
  const whole = view(ground.whole, undefined)
  const framed = viewsOf(read, mirrored, ground, { places, legs, steps })
  const views = steps.map((step) => {
    const of = file.steps[step.index]?.note
    const text = words.front.notes[step.id]
    return view(need(framed.views[step.index], step.id), step, {
      note: of && text ? { of, text } : undefined,
      beyond: places.find((place) => place.id === step.place && place.beyond),
    })
  })
  const { whole: route, extent } = ground
  const byZoom = cached('names-by-zoom', [features, route, extent], () => nameByZoom(features, route, extent))
  const free = written.writeFree(byZoom)
  const drawn: Route = {
    projection: ground.projection,
    extent: rounded(ground.extent),
    whole,
    views,
    names: written.names,
    spots: written.spots,
    free,
    places,
    legs,
    mirrored: features.mirrored,
    note: words.front.route,
    legend: words.front.legend,
    scale: legs.some(({ amount }) => amount !== undefined) ? languageOf(language).width(worded.counted) : undefined,
    ways: words.front.route === undefined && legs.length > 0 ? languageOf(language).ways[waysOf(file)] : undefined,
    // Tiles are Mercator.
    tiles: ground.projection.pole ? undefined : tiles,
  }
  return { route: drawn, warnings: [...warnings, ...framed.warnings, ...unknownTowns(words, ground)] }
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

/** Where a step is, by the ids of its places. */
export function placesAt({ place, places }: StoryFile['steps'][number]): string[] {
  return places ?? (place === undefined ? [] : [place])
}

/** The legs with their lines, and warnings about lines that mislead. */
function legsOf(
  read: ReadStory,
  places: Place[],
  worded: LegInWords[],
  ground: Ground,
): { legs: Leg[]; warnings: Problem[] } {
  const { file, at } = read
  const warnings: Problem[] = []
  const stepIndex = (id: string) => file.steps.findIndex((step) => step.id === id)
  const point = (id: string) =>
    need(
      places.find((place) => place.id === id),
      id,
    )
  const most = largest(file.legs.map(quantityOf))
  const legs = file.legs.map((leg, i): Leg => {
    const [from, to, ends] = [point(leg.from), point(leg.to), worded[i]]
    const lines = drawLine(leg, coordinatesOf(leg, file, read.paths[leg.id]), from, to, places, ground)
    const { amount, unit } = quantityOf(leg)
    const said = { from, to, places, words: `${ends?.from} ${ends?.to}` }
    for (const message of misleadingClaims(leg, lines, said, ground, countryName))
      warnings.push(
        warningAt(
          at,
          ['legs', i],
          `the leg “${leg.id}”: ${message}`,
          'bend it to the other side (bend: right) or let it avoid a country (avoid: [CH])',
        ),
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
  return { legs, warnings }
}

/** Warnings for towns that have a name in the words of a language and are not on the map. */
function unknownTowns({ front, at }: Words, { gazetteer }: Ground): Problem[] {
  const known = gazetteer.towns.map(({ name }) => name)
  return Object.keys(front.towns)
    .filter((name) => !known.includes(name))
    .map((name) =>
      warningAt(
        at,
        ['towns', name],
        `the town “${name}” is not on this map`,
        didYouMean(name, known) ?? 'towns are named as GeoNames writes them',
      ),
    )
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
function featuresOf(
  ground: Ground,
  language: string,
  { front }: Words,
  { places, legs, count, stays }: Pick<MapFeatures, 'places' | 'legs' | 'count'> & { stays: Stay[] },
): MapFeatures {
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
      contains: ground.projection.pole && ((at: Point) => isInBox(unproject(ground.projection, at), box)),
    })),
    stays: stays.map(({ place, mark, where }) => ({ place, text: mark ? `${mark} ${where}` : where })),
    // As the page has them: rounded.
    inset: insetOf({ ...ground, whole: rounded(ground.whole), extent: rounded(ground.extent) }),
    mirrored: directionOf(language) === 'rtl' || undefined,
    light: countries.filter(({ code }) => ground.focus.includes(code)).flatMap(({ rings }) => rings),
    towns: towns
      .filter((town) => places.every((place) => Math.hypot(place.x - town.at.x, place.y - town.at.y) > clear))
      .map((town) => ({ ...town, name: front.towns[town.name] ?? town.name })),
  }
}

function isInBox([lon, lat]: LonLat, [west, south, east, north]: [number, number, number, number]): boolean {
  const middle = (west + east) / 2
  return Math.abs(nearestLongitude(lon, middle) - middle) <= (east - west) / 2 && lat >= south && lat <= north
}

/** How many of the lines are the way that was taken. */
function waysOf({ legs }: StoryFile): 'none' | 'some' | 'all' {
  if (legs.every(({ schematic }) => schematic)) return 'none'
  return legs.some(({ schematic }) => schematic) ? 'some' : 'all'
}

function rounded({ x, y, width, height }: Rect): Rect {
  return { x: Math.round(x), y: Math.round(y), width: Math.round(width), height: Math.round(height) }
}
