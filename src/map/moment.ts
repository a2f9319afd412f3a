/** The moment of the story shown on a map. */
import type { ActiveStep } from '../store/store.ts'
import type { Leg, Route } from '../story/map.ts'
import type { Rect } from '../story/projection.ts'
import { legsAt, marksAt } from '../story/route.ts'
import { isOnSection } from '../story/section.ts'
import type { Step } from '../story/story.ts'
import { type Drawn, drawnAt, WHOLE } from './growth.ts'

/** The parts of a route that decide what is on the map or the section. */
type Staged = Pick<Route, 'legs' | 'places' | 'section'>

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

/** The end of the story, with every leg drawn: for print, for readers without the script, for the poster. */
export function endOf(route: Staged): Moment {
  const section = isOnSection(route, undefined)
  return {
    section,
    marks: marksAt(route, undefined, section),
    legs: legsAt(route.legs, undefined, section),
    drawn: () => WHOLE,
  }
}

/** The moment of the active step. `itinerary`: ids of the legs of the person whose card is open. */
export function momentOf(route: Staged, active: ActiveStep, step: Step | undefined, itinerary?: string[]): Moment {
  const section = isOnSection(route, itinerary ? undefined : step)
  const started = legsAt(route.legs, step?.index, section)
  return {
    section,
    marks: marksAt(route, itinerary ? undefined : step, section),
    legs: itinerary ? route.legs.filter((leg) => itinerary.includes(leg.id) || started.includes(leg)) : started,
    drawn: (leg) => (itinerary?.includes(leg.id) ? WHOLE : drawnAt(leg, active, 0)),
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
