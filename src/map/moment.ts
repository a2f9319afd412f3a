/** The moment of the story that a map shows, and how it is painted. */
import type { ActiveStep } from '../store/useActiveStep.ts'
import type { Rect } from '../story/projection.ts'
import { legsAt, marksAt } from '../story/route.ts'
import type { Leg, Route, Step } from '../story/story.ts'
import { type Drawn, drawnAt, WHOLE } from './growth.ts'

/** The colours of the style sheet that a map is painted with. */
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

/** What the map shows, wherever the camera looks. */
export interface Moment {
  /** Ids of the places that are marked */
  marks: string[]
  /** The legs that may be on the map */
  legs: Leg[]
  /** How much of a leg there is when the reader rests at this step */
  drawn: (leg: Leg) => Drawn
  /** The active step; undefined before the story has begun and when all of it is shown */
  step?: Step | undefined
  /** Ids of the legs one person travelled: the other legs fade while that person's card is open */
  way?: string[] | undefined
}

/** The end of the story: every leg drawn. For paper, for readers without a script, for the poster. */
export function endOf(route: Pick<Route, 'legs' | 'places'>): Moment {
  return { marks: marksAt(route, undefined), legs: legsAt(route.legs, undefined), drawn: () => WHOLE }
}

/** The moment of the active step; `way`: ids of the legs of the person whose card is open. */
export function momentOf(
  route: Pick<Route, 'legs' | 'places'>,
  active: ActiveStep,
  step: Step | undefined,
  way?: string[],
): Moment {
  const begun = legsAt(route.legs, step?.index)
  return {
    marks: marksAt(route, way ? undefined : step),
    legs: way ? route.legs.filter((leg) => way.includes(leg.id) || begun.includes(leg)) : begun,
    drawn: (leg) => (way?.includes(leg.id) ? WHOLE : drawnAt(leg, active, 0)),
    step,
    way,
  }
}

/** What the map's 4:3 viewport shows, in map units, and its CSS pixels a map unit. */
export interface Viewport {
  view: Rect
  scale: number
}

export interface Paint {
  colour: (name: Colour) => string
  /** Whether strokes keep their width on the screen, or are given it in map units */
  strokes: 'screen' | 'map'
  /** The family of the lettering, where no style sheet names it */
  font?: string
}

/** Colours by the custom properties of the page. */
export const ON_PAGE: Paint = { colour: (name) => `var(--${name})`, strokes: 'screen' }
