/** Draws the route of a story in one language: places, lines, views and the names on each view. */

import { cached } from '../cache.ts'
import { SEAS } from '../cartography/atlas/seas.ts'
import { areaOf, type Ground, position, radius } from '../cartography/ground.ts'
import { drawLine, misleadingClaims } from '../cartography/lines.ts'
import { type MapFeatures, placeLabels, type ViewContent } from '../cartography/names/by-view.ts'
import { nameByZoom } from '../cartography/names/by-zoom.ts'
import { depthsOf, onGround, outlinesOf } from '../cartography/section.ts'
import { viewsOf } from '../cartography/views.ts'
import { need } from '../content/need.ts'
import { didYouMean, type Problem, warningAt } from '../content/problems.ts'
import { quantityOf } from '../content/quantity.ts'
import type { ReadStory, Words } from '../content/read.ts'
import type { StoryFile } from '../content/schema.ts'
import { onSection } from '../content/stage.ts'
import { directionOf, languageOf } from '../language/index.ts'
import type { PrintedLanguage } from '../language/language.ts'
import type { LegInWords, Stay } from '../story/copy.ts'
import { crowdLegs, crowdsAt, type Member, membersOf } from '../story/crowd.ts'
import { insetOf } from '../story/inset.ts'
import { Labels } from '../story/labels.ts'
import type { Leg, Place, Route, View } from '../story/map.ts'
import { type LonLat, nearestLongitude, type Point, type Rect, seenFrom, unproject } from '../story/projection.ts'
import { legsAt, lineWidth, marksAt } from '../story/route.ts'
import { WAY_WIDTH } from '../story/section.ts'
import type { Step } from '../story/story.ts'
import { largest } from './quantities.ts'

/** Country names in messages to authors, by ISO code. */
const REGIONS = new Intl.DisplayNames('en', { type: 'region' })
const countryName = (code: string) => REGIONS.of(code) ?? code

/** Maximum number of steps with names placed for each view; with more, those names would be most of the page. */
const MAX_STEPS_BY_VIEW = 60

/** The parts of the composed story that the map uses. */
interface ComposedParts {
  words: Words
  steps: Step[]
  legs: LegInWords[]
  stays: Stay[]
  /** Units on the lines, in words; empty if nothing is counted */
  counted: string
  /** A number of a unit in words */
  format: (amount: number, unit: string) => string | undefined
}

interface Drawn {
  route: Route
  warnings: Problem[]
}

/** The last route of each edition: drawing takes longer than all else, and while a story is written most changes are to its text. */
const lastDrawn = new Map<string, { key: string; ground: Ground; drawn: Drawn }>()

/**
 * The route with its views, and warnings about misleading lines. `tiles`: raster tiles that the publisher has
 * configured. It depends on the facts and the front matter, not on the passages.
 */
export function drawRoute(
  read: ReadStory,
  language: string,
  ground: Ground,
  parts: ComposedParts,
  tiles: Route['tiles'],
): Drawn {
  const { file, paths } = read
  const edition = `${file.slug}/${language}`
  const facts = { ...file, published: undefined, updated: undefined, sources: undefined }
  const key = JSON.stringify([facts, paths, parts.words.front, tiles])
  const last = lastDrawn.get(edition)
  if (last?.key === key && last.ground === ground) return last.drawn
  const drawn = draw(read, language, ground, parts, tiles)
  lastDrawn.set(edition, { key, ground, drawn })
  return drawn
}

function draw(
  read: ReadStory,
  language: string,
  ground: Ground,
  { words, steps, ...composed }: ComposedParts,
  tiles: Route['tiles'],
): Drawn {
  const { file } = read
  const places = placesOf(file, words, ground)
  const { legs, warnings } = legsOf(read, places, composed.legs, ground)
  const mirrored = directionOf(language) === 'rtl'
  const crowd = crowdOf(file, legs)
  const members = {
    map: membersOf(crowdLegs({ legs, crowd })) ?? [],
    section: membersOf(crowdLegs({ legs, crowd }, true)) ?? [],
  }
  /** The largest crowd at each place from a step until the next; before the first, that at the start */
  const crowds = (step: number, all: Member[]) => {
    const counts = [step, Math.max(step + 1, 0)].map((last) => crowdsAt(all, (leg) => Number(leg.step <= last)))
    const most = (id: string) => Math.max(...counts.map((count) => count.get(id) ?? 0))
    return Object.fromEntries(places.map(({ id }) => [id, most(id)]))
  }
  const count = new Map(composed.legs.flatMap(({ id, mark }): [string, string][] => (mark ? [[id, mark]] : [])))
  const dates = new Map(
    composed.legs.flatMap(({ id, date }): [string, string][] => (date?.short ? [[id, date.short]] : [])),
  )
  const features = featuresOf(ground, language, words, {
    places: places.filter(({ section }) => !section),
    legs: legs.filter(({ section }) => !section),
    count,
    stays: composed.stays,
  })
  const { section } = ground
  const outlines = section && file.section ? outlinesOf(file.section, section) : []
  const ofSection = sectionFeatures(features, places, legs, outlines)
  const labelTable = new Labels()
  const byView = steps.length <= MAX_STEPS_BY_VIEW
  const view = (
    rect: Rect,
    step: Step | undefined,
    more: Pick<ViewContent, 'note' | 'beyond'> = {},
    section = step?.section === true,
  ): View => {
    const marks = marksAt({ legs, places }, step, section)
    const content: ViewContent = {
      ...more,
      places: places
        .filter(({ id, beyond }) => marks.includes(id) && !beyond)
        .map((place) => seenFrom(rect, place, ground.projection)),
      // A section is read by its names.
      first: section
        ? marks
        : step && [
            ...(step.places ?? (step.place === undefined ? [] : [step.place])),
            ...legs.filter((leg) => leg.step === step.index).map(({ id }) => id),
          ],
      legs: legsAt(legs, step?.index, section),
      withStays: !step || step.index === steps.length - 1,
      // The first view is the route alone.
      crowd: section
        ? { at: crowds(step?.index ?? -1, members.section), members: members.section.length }
        : step && legsAt(legs, step.index).some(({ id }) => crowd?.includes(id))
          ? { at: crowds(step.index, members.map), members: members.map.length }
          : undefined,
      dates: step ? undefined : dates,
    }
    const all = section ? ofSection : features
    const place = () => cached('names', [rect, all, content], () => placeLabels(rect, all, content))
    const labels = byView || !step ? place() : []
    const { x, y, width } = rounded(rect)
    // To the hundredth, so that lines and marks far beyond the view meet too.
    const height = Math.round(((width * rect.height) / rect.width) * 100) / 100
    return { x, y, width, height, labels: labels.map((range) => labelTable.write(range)) }
  }
  const whole = view(ground.whole, undefined)
  const stepViews = viewsOf(read, mirrored, ground, { places, legs, steps })
  const views = steps.map((step) => {
    const of = file.steps[step.index]?.note
    const text = words.front.notes[step.id]
    return view(need(stepViews.views[step.index], step.id), step, {
      note: of && text ? { of, text } : undefined,
      beyond: places.find((place) => place.id === step.place && place.beyond),
    })
  })
  const { whole: route, extent } = ground
  const byZoom = cached('names-by-zoom', [features, route, extent], () => nameByZoom(features, route, extent))
  const ofMovedSection = section ? nameByZoom(ofSection, section.whole, section.extent) : []
  const movedLabels = labelTable.writeFree([...byZoom, ...ofMovedSection])
  const drawn: Route = {
    projection: ground.projection,
    extent: rounded(ground.extent),
    whole,
    views,
    names: labelTable.names,
    spots: labelTable.spots,
    free: movedLabels,
    places,
    legs,
    crowd,
    section: section && {
      opens: file.stage === 'section' || undefined,
      whole: view(section.whole, undefined, {}, true),
      extent: rounded(section.extent),
      scale: depthsOf(need(file.section, 'section'), section).map(({ y, metres }) => ({
        y,
        text: inMetres(metres, language),
      })),
      legend: words.front.section ?? '',
    },
    mirrored: features.mirrored,
    ...picturesInWords(file, steps, { legs, places, members: members.section }, composed, languageOf(language)),
    note: words.front.route,
    legend: words.front.legend,
    scale: legs.some(({ amount, section }) => amount !== undefined && !section)
      ? languageOf(language).width(composed.counted)
      : undefined,
    ways:
      words.front.route === undefined && legs.some(({ section }) => !section)
        ? languageOf(language).ways[trackedLegs(file)]
        : undefined,
    // Tiles are Mercator.
    tiles: ground.projection.pole ? undefined : tiles,
  }
  return { route: drawn, warnings: [...warnings, ...stepViews.warnings, ...unknownTowns(words, ground)] }
}

/** Maximum number of legs named for the whole route; with more it refers to “The route in words”. */
const MAX_NAMED = 20

/**
 * What map or section show, in words: who goes where, and what is only announced; without a move, the marked places. On
 * a section also how many are where.
 */
function picturesInWords(
  file: StoryFile,
  steps: Step[],
  drawn: Pick<Route, 'legs' | 'places'> & { members: Member[] },
  { legs: inWords, format }: Pick<ComposedParts, 'legs' | 'format'>,
  { legInWords, mapPicture, sectionPicture, routeInWords, status }: PrintedLanguage,
): Pick<Route, 'alt' | 'alts'> {
  const journey = ({ id }: Leg) => {
    const leg = inWords.find((leg) => leg.id === id)
    return leg ? legInWords(leg.amount, leg.from, leg.to, leg.date?.label) : ''
  }
  const names = (ids: string[]) => drawn.places.filter(({ id }) => ids.includes(id)).map(({ name }) => name)
  const opens = file.stage === 'section'
  const onStage = <T extends Leg | Place>(all: T[]) => all.filter(({ section }) => Boolean(section) === opens)
  const whole = onStage(drawn.legs)
  const all = whole.length > 0 ? whole.map(journey) : names(onStage(drawn.places).map(({ id }) => id))
  const units = new Map(file.legs.map((leg) => [leg.id, quantityOf(leg).unit]))
  const unitOf = ({ travels: [first] }: Member) => (first && units.get(first.leg.id)) ?? ''
  /** How many are at each place of the section after a step: “Refuge: 28 people” */
  const standing = (step: number) =>
    [...new Set(drawn.members.map(unitOf))].flatMap((unit) => {
      const members = drawn.members.filter((member) => unitOf(member) === unit)
      const counts = crowdsAt(members, (leg) => Number(leg.step <= step))
      return drawn.places.flatMap(({ id, name }) => {
        const count = counts.get(id)
        return count ? `${name}: ${format(count, unit)}` : []
      })
    })
  const picture = opens ? sectionPicture : mapPicture
  return {
    alt: picture(all.length > MAX_NAMED ? [routeInWords] : all),
    alts: steps.map((step) => {
      const section = step.section === true
      const moves = drawn.legs.flatMap((leg) => {
        if (Boolean(leg.section) !== section) return []
        if (leg.step === step.index)
          return leg.status === 'happened' ? journey(leg) : `${journey(leg)} (${status[leg.status]})`
        return leg.announced === step.index ? `${journey(leg)} (${status.announced})` : []
      })
      if (section) return sectionPicture([...moves, ...standing(step.index)])
      return mapPicture(moves.length > 0 ? moves : names(marksAt(drawn, step)))
    }),
  }
}

/** Places on the map, in the order of the steps, which is the Tab order. */
function placesOf(file: StoryFile, words: Words, ground: Ground): Place[] {
  const named = (id: string) => {
    const step = file.steps.findIndex((s) => placesAt(s).includes(id))
    return { id, name: need(words.front.places[id], id), step: step < 0 ? undefined : step }
  }
  const { section } = ground
  const onTheSection = Object.entries(section && file.section ? file.section.places : {}).map(
    ([id, { at, row }]): Place => ({ ...named(id), ...onGround(need(section, id), at), section: row }),
  )
  const places = Object.entries(file.places).map(([id, place]): Place => {
    return {
      ...named(id),
      ...position(ground, place),
      roughly: place.approximate === false ? undefined : radius(place, ground.projection),
      along: place.approximate === 'latitude' || undefined,
      symbolic: place.symbolic || undefined,
      beyond: place.beyond || undefined,
    }
  })
  const order = ({ step }: Place) => step ?? places.length
  return [...places, ...onTheSection].sort((a, b) => order(a) - order(b))
}

/** Ids of a step's places. */
export function placesAt({ place, places }: StoryFile['steps'][number]): string[] {
  return places ?? (place === undefined ? [] : [place])
}

/** The legs with their lines, and warnings about misleading lines. */
function legsOf(
  read: ReadStory,
  places: Place[],
  legsInWords: LegInWords[],
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
  const [below, onMap] = [true, false].map((section) =>
    file.legs.filter((leg) => Boolean(onSection(leg.from, file)) === section).map(quantityOf),
  )
  const maxima = largest(onMap ?? [])
  const firstUnit = below?.find(({ amount }) => amount !== undefined)?.unit
  const legs = file.legs.map((leg, i): Leg => {
    const [from, to, inWords] = [point(leg.from), point(leg.to), legsInWords[i]]
    const lines = drawLine(leg, file, read.paths[leg.id], { from, to, places }, ground)
    const { amount, unit } = quantityOf(leg)
    const section = from.section && (true as const)
    const ends = { from, to, places, words: `${inWords?.from} ${inWords?.to}` }
    for (const message of misleadingClaims(leg, lines, ends, ground, countryName))
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
      width: section ? WAY_WIDTH : lineWidth(amount, maxima.get(unit) ?? 1),
      section,
      open: (to.roughly !== undefined && !section) || undefined,
      singly: (section && leg.singly) || undefined,
      others: (section && unit !== firstUnit) || undefined,
      marks: leg.marks.length ? leg.marks : undefined,
    }
  })
  return { legs, warnings }
}

/**
 * Ids of the legs whose people or ships can be drawn one by one: on the map those of the first unit that have happened,
 * on a section those of all units. Left out where a number is missing or not exact, or if there are too many.
 */
function crowdOf({ legs: written }: StoryFile, legs: Leg[]): string[] | undefined {
  const counted = written.filter((leg) => leg.status !== 'announced' && quantityOf(leg).amount !== undefined)
  const unitOf = (id: string) => counted.filter((leg) => leg.id === id).map((leg) => quantityOf(leg).unit)[0]
  const ids = [true, false].flatMap((section) => {
    const here = legs.filter((leg) => Boolean(leg.section) === section && unitOf(leg.id) !== undefined)
    const moved = section ? here : here.filter(({ id }) => unitOf(id) === unitOf(here[0]?.id ?? ''))
    const members = membersOf(moved)
    return members && members.length > Number(!section) ? moved.map(({ id }) => id) : []
  })
  return ids.length ? ids : undefined
}

/** Warnings about towns that a language names and the map does not have. */
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

/** The number that arrives at the end of a leg, if some were lost or joined and all numbers are exact. */
function arrivalsOf(leg: StoryFile['legs'][number]): number | undefined {
  const { amount, unit } = quantityOf(leg)
  const inSameUnit = (changes: typeof leg.lost) => changes.map(quantityOf).filter((change) => change.unit === unit)
  const [lost, joined] = [inSameUnit(leg.lost), inSameUnit(leg.joined)]
  if (typeof amount !== 'number' || lost.length + joined.length === 0) return
  const sum = (changes: typeof lost) =>
    changes.reduce((total, { amount }) => total + (typeof amount === 'number' ? amount : Number.NaN), 0)
  const arriving = amount - sum(lost) + sum(joined)
  return Number.isNaN(arriving) ? undefined : Math.max(0, arriving)
}

/** Everything that may be named on the maps of a story in one language. */
function featuresOf(
  ground: Ground,
  language: string,
  { front }: Words,
  { places, legs, count, stays }: Pick<MapFeatures, 'places' | 'legs' | 'count'> & { stays: Stay[] },
): MapFeatures {
  const countryName = new Intl.DisplayNames(languageOf(language).locale, { type: 'region' })
  const { towns, countries } = ground.gazetteer
  const clearance = ground.whole.width / 40
  return {
    places,
    legs,
    count,
    countries: countries.map(({ code, rings }) => ({
      name: ground.hidden.includes(code) ? '' : (countryName.of(code) ?? code),
      rings,
    })),
    seas: (ground.unnamed === 'none' ? [] : SEAS).map(({ box, except = [], names }) => ({
      name: names[new Intl.Locale(language).language] ?? names.en,
      area: areaOf(box, ground.projection),
      // On a polar map, a box of degrees is not a rectangle.
      contains:
        ground.projection.pole || except.length
          ? (point: Point) => {
              const at = unproject(ground.projection, point)
              return isInBox(at, box) && !except.some((other) => isInBox(at, other))
            }
          : undefined,
    })),
    stays: stays.map(({ place, mark, where }) => ({ place, text: mark ? `${mark} ${where}` : where })),
    // Rounded like in the page data.
    inset: insetOf({ ...ground, whole: rounded(ground.whole), extent: rounded(ground.extent) }),
    mirrored: directionOf(language) === 'rtl' || undefined,
    light: countries.filter(({ code }) => ground.focus.includes(code)).flatMap(({ rings }) => rings),
    towns: towns
      .filter((town) => places.every((place) => Math.hypot(place.x - town.at.x, place.y - town.at.y) > clearance))
      .map((town) => ({ ...town, name: front.towns[town.name] ?? town.name })),
  }
}

/** What may be named on the section: its own places. */
function sectionFeatures(
  { mirrored, count }: MapFeatures,
  places: Place[],
  legs: Leg[],
  outlines: Point[][],
): MapFeatures {
  return {
    places: places.filter(({ section }) => section),
    legs: legs.filter(({ section }) => section),
    // The number at each place is drawn with its people.
    count: new Map([...count].filter(([id]) => legs.some((leg) => leg.id === id && !leg.section))),
    countries: [],
    seas: [],
    stays: [],
    towns: [],
    light: [],
    mirrored,
    outlines,
    scale: true,
  }
}

/** A depth: '100 m' */
function inMetres(metres: number, language: string): string {
  const { locale } = languageOf(language)
  return new Intl.NumberFormat(locale, { style: 'unit', unit: 'meter' }).format(metres)
}

function isInBox([lon, lat]: LonLat, [west, south, east, north]: [number, number, number, number]): boolean {
  const middle = (west + east) / 2
  return Math.abs(nearestLongitude(lon, middle) - middle) <= (east - west) / 2 && lat >= south && lat <= north
}

/** Whether none, some or all of the lines follow the real route. */
function trackedLegs({ legs }: StoryFile): 'none' | 'some' | 'all' {
  if (legs.every(({ schematic }) => schematic)) return 'none'
  return legs.some(({ schematic }) => schematic) ? 'some' : 'all'
}

function rounded({ x, y, width, height }: Rect): Rect {
  return { x: Math.round(x), y: Math.round(y), width: Math.round(width), height: Math.round(height) }
}
