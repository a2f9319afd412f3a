import { cached, digest } from '../cache.ts'
import type { Ground } from '../cartography/ground.ts'
import { placeLabels, type ViewContent } from '../cartography/names/byView.ts'
import { nameByZoom } from '../cartography/names/byZoom.ts'
import { depthsOf, outlinesOf } from '../cartography/section.ts'
import { viewsOf } from '../cartography/views.ts'
import { need } from '../content/need.ts'
import { didYouMean, type Problem, warningAt } from '../content/problems.ts'
import type { ReadStory, Words } from '../content/read.ts'
import { directionOf, languageOf } from '../language/index.ts'
import type { LegInWords, Stay } from '../story/copy.ts'
import { crowdsAt } from '../story/crowd.ts'
import { Labels } from '../story/labels.ts'
import type { Route, View } from '../story/map.ts'
import { crowdLegs, type Member, membersOf } from '../story/members.ts'
import { type Rect, seenFrom } from '../story/projection.ts'
import { legsAt, marksAt } from '../story/route.ts'
import type { Step } from '../story/story.ts'
import { featuresOf, rounded, sectionFeatures } from './mapFeatures.ts'
import { picturesInWords } from './mapInWords.ts'
import { crowdOf, legsOf, placesOf } from './placesAndLegs.ts'

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

/**
 * The route with its views, and warnings about misleading lines. `tiles`: raster tiles that the publisher has
 * configured.
 */
export function composeRoute(
  read: ReadStory,
  language: string,
  ground: Ground,
  { words, steps, ...composed }: ComposedParts,
  tiles: Route['tiles'],
): { route: Route; warnings: Problem[] } {
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
  // They are long, and have to do with the names on every view.
  const digests = new Map([features, ofSection].map((each) => [each, digest(each)]))
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
        : step && [...step.places, ...legs.filter((leg) => leg.step === step.index).map(({ id }) => id)],
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
    const place = () => cached('names', [rect, digests.get(all), content], () => placeLabels(rect, all, content))
    const labels = byView || !step ? place() : []
    const { x, y, width } = rounded(rect)
    // To the hundredth, so that lines and marks far beyond the view meet too.
    const height = Math.round(((width * rect.height) / rect.width) * 100) / 100
    return { x, y, width, height, labels: labels.map((range) => range.map((label) => labelTable.indexOf(label))) }
  }
  const whole = view(ground.whole, undefined)
  const stepViews = viewsOf(read, mirrored, ground, { places, legs, steps })
  const views = steps.map((step) => {
    const of = file.steps[step.index]?.note
    const text = words.front.notes[step.id]
    return view(need(stepViews.views[step.index], step.id), step, {
      note: of && text ? { of, text } : undefined,
      beyond: places.find((place) => place.id === step.places[0] && place.beyond),
    })
  })
  const { whole: route, extent } = ground
  const byZoom = cached('names-byZoom', [digests.get(features), route, extent], () =>
    nameByZoom(features, route, extent),
  )
  const ofMovedSection = section ? nameByZoom(ofSection, section.whole, section.extent) : []
  const { locale, ways, width } = languageOf(language)
  const inMetres = new Intl.NumberFormat(locale, { style: 'unit', unit: 'meter' })
  // Whether none, some or all of the lines follow the real route.
  const schematic = file.legs.filter((leg) => leg.schematic).length
  const tracked = schematic === file.legs.length ? 'none' : schematic ? 'some' : 'all'
  const drawn: Route = {
    projection: ground.projection,
    extent: rounded(ground.extent),
    whole,
    views,
    labels: labelTable.all,
    free: [...byZoom, ...ofMovedSection],
    places,
    legs,
    crowd,
    section: section && {
      opens: file.stage === 'section' || undefined,
      whole: view(section.whole, undefined, {}, true),
      extent: rounded(section.extent),
      scale: depthsOf(need(file.section, 'section'), section).map(({ y, metres }) => ({
        y,
        text: inMetres.format(metres),
      })),
      legend: words.front.section ?? '',
    },
    mirrored: features.mirrored,
    ...picturesInWords(file, steps, { legs, places, members: members.section }, composed, languageOf(language)),
    note: words.front.route,
    legend: words.front.legend,
    scale: legs.some(({ amount, section }) => amount !== undefined && !section) ? width(composed.counted) : undefined,
    ways: words.front.route === undefined && legs.some(({ section }) => !section) ? ways[tracked] : undefined,
    // Tiles are Mercator.
    tiles: ground.projection.pole ? undefined : tiles,
  }
  return { route: drawn, warnings: [...warnings, ...stepViews.warnings, ...unknownTowns(words, ground)] }
}

/** Warnings about towns that a language names and the map does not have. */
function unknownTowns({ front, at }: Words, { gazetteer }: Ground): Problem[] {
  const known = gazetteer.towns.map(({ name }) => name)
  const unknown = Object.keys(front.towns).filter((name) => !known.includes(name))
  return unknown.map((name) => {
    const hint = didYouMean(name, known) ?? 'towns are named as GeoNames writes them'
    return warningAt(at, ['towns', name], `the town “${name}” is not on this map`, hint)
  })
}
