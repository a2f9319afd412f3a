/** What a drawing of the map depends on: the moment of the story, and how it is painted. */
import { percentIn } from '../story/frame.ts'
import type { Rect } from '../story/projection.ts'
import type { Leg, Step } from '../story/story.ts'
import type { Drawn } from './growth.ts'
import type { Shape } from './shape.ts'

/** The colours of the style sheet a map is painted with. */
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

/** The moment the map shows. */
export interface Moment {
  /** What the frame shows, and its pixels a map unit */
  view: Rect
  scale: number
  /** Ids of the places that are marked, and the legs that may be there */
  marks: string[]
  legs: Leg[]
  drawn: (leg: Leg) => Drawn
  /** The active step and its place; undefined before the story has begun */
  step?: Step | undefined
  /** Ids of the legs one person travelled, while the others stand back */
  way?: string[] | undefined
}

/** How it is painted. */
export interface Paint {
  colour: (name: Colour) => string
  /** Whether strokes keep their width by themselves, or are given it in map units */
  lines: 'screen' | 'map'
  /** The family of the lettering, where no style sheet says it */
  font?: string
}

/** Something pinned to a map point: it keeps its size whatever the view. */
export function pin(
  key: string,
  at: { x: number; y: number },
  view: Rect,
  content: Shape[],
  attrs: Shape['attrs'] = {},
): Shape {
  return { tag: 'svg', key, attrs: { ...percentIn(view, at), ...attrs }, content }
}
