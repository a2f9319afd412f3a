/** The moment of the story shown on a map, and the paint used for it. */
import type { ActiveStep } from '../store/store.ts'
import type { Rect } from '../story/projection.ts'
import { legsAt, marksAt } from '../story/route.ts'
import { isOnSection } from '../story/section.ts'
import type { Leg, Route, Step } from '../story/story.ts'
import { type Drawn, drawnAt, WHOLE } from './growth.ts'

/** Custom properties used by the map. */
export const COLOURS = [
  'paper',
  'ink',
  'muted',
  'accent',
  'route',
  'sea',
  'land',
  'focus-land',
  'coast',
  'border',
  'water',
  'map-muted',
] as const

export type Colour = (typeof COLOURS)[number]

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

export interface Paint {
  colour: (name: Colour) => string
  /** `screen`: strokes with a fixed width in pixels (`non-scaling-stroke`). `map`: widths converted to map units */
  strokes: 'screen' | 'map'
  /** Font family of the names, where no style sheet sets it */
  font?: string
}

/** Paint for the page, with its custom properties. */
export const ON_PAGE: Paint = { colour: (name) => `var(--${name})`, strokes: 'screen' }
