/** The moment of the story shown on a map. */
import type { Leg, Route } from '../story/map.ts'
import type { Rect } from '../story/projection.ts'
import { legsAt, marksAt } from '../story/route.ts'
import { isOnSection } from '../story/section.ts'
import type { Step } from '../story/story.ts'
import { type Drawn, drawnAt, WHOLE } from './growth.ts'

/** The state of the map, independent of the view. */
export interface Moment {
  /** Whether it is the section that is shown */
  section: boolean
  /** Ids of the marked places */
  marks: string[]
  /** The legs that can be on the map */
  legs: Leg[]
  /** How much of a leg is drawn at this step, without progress to the next */
  drawn: (leg: Leg) => Drawn
  /** The active step; undefined at the start and when the whole story is shown */
  step?: Step | undefined
  /** Ids of the legs of the person whose card is open: the other legs are faded */
  itinerary?: string[] | undefined
}

/**
 * The moment of a step; without one, the end of the story with every leg drawn: for print, for readers without the
 * script, for the poster. `itinerary`: ids of the legs of the person whose card is open.
 */
export function momentOf(route: Route, step?: Step, itinerary?: string[]): Moment {
  // An itinerary is shown on the map, whatever the step.
  const shown = itinerary ? undefined : step
  const section = isOnSection(route, shown)
  const started = legsAt(route.legs, step?.index, section)
  const isEnd = !step && !itinerary
  return {
    section,
    marks: marksAt(route, shown, section),
    legs: itinerary ? route.legs.filter((leg) => itinerary.includes(leg.id) || started.includes(leg)) : started,
    drawn: (leg) => (isEnd || itinerary?.includes(leg.id) ? WHOLE : drawnAt(leg, step?.index ?? 0, 0)),
    step,
    itinerary,
  }
}

/** `view`: part of the map in its 4:3 viewport, map units. `scale`: CSS pixels per map unit. */
export interface Viewport {
  view: Rect
  scale: number
}

/** Whether a leg is of an earlier step than the one that is told: it is grey. */
export function isPast(leg: Leg, { step, itinerary }: Pick<Moment, 'step' | 'itinerary'>): boolean {
  if (itinerary) return !itinerary.includes(leg.id)
  return step !== undefined && leg.step < step.index
}
