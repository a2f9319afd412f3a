/** What is on the map at each step of a story. */

import type { Leg, Route } from './map.ts'
import type { Step } from './story.ts'

/** Maximum number of legs on the map: older ones are removed, so that a long story does not end in a tangle. */
const LEGS_AT_ONCE = 12

/**
 * The legs of the map or the section at a step, including those of the next step, which grow meanwhile; without a step,
 * those of the whole route. A section shows only what moves: who has moved is where they came to; and of the whole route
 * the legs of the first unit.
 */
export function legsAt(legs: Leg[], step: number | undefined, section = false): Leg[] {
  const here = legs.filter((leg) => Boolean(leg.section) === section)
  if (step === undefined) return section ? here.filter(({ others }) => !others) : here.slice(-LEGS_AT_ONCE)
  const begun = here.filter((leg) => Math.min(leg.step, leg.announced ?? leg.step) <= step + 1)
  return section ? begun.filter((leg) => leg.step >= step) : begun.slice(-LEGS_AT_ONCE)
}

/** Whether a step happens at a place, perhaps among others. */
export function isAt(step: Step | undefined, place: string): boolean {
  return step?.places.includes(place) === true
}

/**
 * Ids of the places marked at a step: its own and those of its legs, so that a dot of one year never appears with a line
 * of another. Without a step, those of the whole route; on a section, all its places.
 */
export function marksAt(
  { legs, places }: Pick<Route, 'legs' | 'places'>,
  step: Step | undefined,
  section = step?.section === true,
): string[] {
  const here = places.filter((place) => Boolean(place.section) === section).map(({ id }) => id)
  if (section || (!step && legs.every((leg) => leg.section))) return here
  const ofLegs = legsAt(legs, step?.index).flatMap(({ from, to, marks = [] }) => [from, to, ...marks])
  return [...new Set([...(step?.places ?? []), ...ofLegs])]
}
