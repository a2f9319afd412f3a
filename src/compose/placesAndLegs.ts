/** The places and the legs of a route, with the words of one language and their lines on the map. */

import { type Ground, position, radius } from '../cartography/ground.ts'
import { drawLine, lineWidth, misleadingClaims } from '../cartography/lines.ts'
import { onGround } from '../cartography/section.ts'
import { need } from '../content/need.ts'
import { type Problem, warningAt } from '../content/problems.ts'
import type { ReadStory, Words } from '../content/read.ts'
import type { StoryFile } from '../content/schema/story.ts'
import { onSection } from '../content/stage.ts'
import type { LegInWords } from '../story/copy.ts'
import type { Leg, Place } from '../story/map.ts'
import { membersOf } from '../story/members.ts'
import { WAY_WIDTH } from '../story/section.ts'
import { largest } from './quantities.ts'

/** Country names in messages to authors, by ISO code. */
const REGIONS = new Intl.DisplayNames('en', { type: 'region' })
const countryName = (code: string) => REGIONS.of(code) ?? code

/** Places on the map, in the order of the steps, which is the Tab order. */
export function placesOf(file: StoryFile, words: Words, ground: Ground): Place[] {
  const named = (id: string) => {
    const step = file.steps.findIndex((s) => placesAt(s).includes(id))
    return { id, name: need(words.front.places[id], id), step: step < 0 ? undefined : step }
  }
  const { section } = ground
  const onTheSection = Object.entries(section && file.section ? file.section.places : {}).map(
    ([id, { at, row }]): Place => ({ ...named(id), ...onGround(need(section, id), at), section: row }),
  )
  const places = Object.entries(file.places).map(
    ([id, place]): Place => ({
      ...named(id),
      ...position(ground, place),
      roughly: place.approximate === false ? undefined : radius(place, ground.projection),
      along: place.approximate === 'latitude' || undefined,
      symbolic: place.symbolic || undefined,
      beyond: place.beyond || undefined,
    }),
  )
  const order = ({ step }: Place) => step ?? places.length
  return [...places, ...onTheSection].sort((a, b) => order(a) - order(b))
}

/** Ids of a step's places. */
export function placesAt({ place, places }: StoryFile['steps'][number]): string[] {
  return places ?? (place === undefined ? [] : [place])
}

/** The legs with their lines, and warnings about misleading lines. */
export function legsOf(
  read: ReadStory,
  places: Place[],
  legsInWords: LegInWords[],
  ground: Ground,
): { legs: Leg[]; warnings: Problem[] } {
  const { file, at } = read
  const warnings: Problem[] = []
  const stepIndex = (id: string) => file.steps.findIndex((step) => step.id === id)
  const byId = new Map(places.map((place) => [place.id, place]))
  const [below, onMap] = [true, false].map((section) =>
    file.legs.filter((leg) => Boolean(onSection(leg.from, file)) === section),
  )
  const maxima = largest(onMap ?? [])
  const firstUnit = below?.find(({ amount }) => amount !== undefined)?.unit
  const legs = file.legs.map((leg, i): Leg => {
    const [from, to, inWords] = [need(byId.get(leg.from), leg.from), need(byId.get(leg.to), leg.to), legsInWords[i]]
    const lines = drawLine(leg, file, read.paths[leg.id], { from, to, places }, ground)
    const { amount, unit } = leg
    const section = from.section && (true as const)
    const ends = { from, to, places, words: `${inWords?.from} ${inWords?.to}` }
    const hint = 'bend it to the other side (bend: right) or let it avoid a country (avoid: [CH])'
    for (const message of misleadingClaims(leg, lines, ends, ground, countryName))
      warnings.push(warningAt(at, ['legs', i], `the leg “${leg.id}”: ${message}`, hint))
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
export function crowdOf({ legs: written }: StoryFile, legs: Leg[]): string[] | undefined {
  const counted = written.filter((leg) => leg.status !== 'announced' && leg.amount !== undefined)
  const unitOf = (id: string) => counted.filter((leg) => leg.id === id).map((leg) => leg.unit)[0]
  const ids = [true, false].flatMap((section) => {
    const here = legs.filter((leg) => Boolean(leg.section) === section && unitOf(leg.id) !== undefined)
    const moved = section ? here : here.filter(({ id }) => unitOf(id) === unitOf(here[0]?.id ?? ''))
    const members = membersOf(moved)
    return members && members.length > Number(!section) ? moved.map(({ id }) => id) : []
  })
  return ids.length ? ids : undefined
}

/** The number that arrives at the end of a leg, if some were lost or joined and all numbers are exact. */
function arrivalsOf(leg: StoryFile['legs'][number]): number | undefined {
  const { amount, unit } = leg
  const amounts = (changes: typeof leg.lost) =>
    changes.flatMap((change) => (change.unit === unit ? [change.amount] : []))
  const [lost, joined] = [amounts(leg.lost), amounts(leg.joined)]
  if (typeof amount !== 'number' || lost.length + joined.length === 0) return
  const sum = (all: typeof lost) =>
    all.reduce<number>((total, each) => total + (typeof each === 'number' ? each : Number.NaN), 0)
  const arriving = amount - sum(lost) + sum(joined)
  return Number.isNaN(arriving) ? undefined : Math.max(0, arriving)
}
