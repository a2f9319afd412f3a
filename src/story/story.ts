/**
 * The finished story in one language, as the build makes it from a story folder, for the page's script, which gets it as
 * JSON. Dates are worded and positions computed: views do not format, sort or validate.
 */

import type { Language } from '../language/language.ts'
import type { Route } from './map.ts'

export interface Story {
  slug: string
  /** BCP 47 */
  language: string
  /** Languages of the story, each named in itself; the first is the main one */
  languages: { code: string; name: string }[]
  /** Words of the page's script in that language */
  words: Language
  headline: string
  phases: Phase[]
  /** Names of the lanes, in order */
  lanes?: string[] | undefined
  steps: Step[]
  people: Person[]
  /** Undefined in a story without dates */
  axis?: Axis | undefined
  /** Durations drawn as bars over the axis */
  spans: Span[]
  route: Route
}

/** A person with a card that the text can open. */
export interface Person {
  id: string
  /** Ids of the legs that they travelled */
  way: string[]
}

/** Windows in which a text fits on the wide timeline: all of 900 pixels and more, or of 1280 and more. */
export type Windows = 'all' | 'wide'

/** A named range of steps, from `first` to `last`, counted from 0. */
export interface Phase {
  label: string
  first: number
  last: number
  /** Lines over its beads on the wide timeline, fractions of its length; in these windows its name fits at the first */
  lines?: [from: number, to: number][] | undefined
  named?: Windows | undefined
}

/** What lasted: a bar at true scale. `from` and `to` are positions on the axis, 0 to 1. */
export interface Span {
  id: string
  from: number
  to: number
  /** A word or two beside the bar */
  name: string
  /** Its length in words, if it fits on the bar */
  length?: string | undefined
  /** The whole in words, for lists: name, dates and length */
  text: string
}

export interface Step {
  id: string
  /** Counted from 0 */
  index: number
  /** Name of its lane, if any */
  lane?: string | undefined
  /** In words; the passage has the machine-readable form */
  date?: string | undefined
  /** What stands under its bead: the short date, or its number in a story without dates */
  short: string
  /** Ids of the places where it happens, which the map marks as active */
  places: string[]
  /** Set if it is shown on the section */
  section?: true | undefined
  heading: string
  /** Its date is approximate or unconfirmed, or none of its legs has happened yet */
  uncertain?: true | undefined
  /** Position on the true-scale axis, 0 to 1, undefined without a date; `until`: its end, if it lasts */
  at?: number | undefined
  until?: number | undefined
  /** On the wide timeline: how many beads are under its own, and in which windows its short date fits beside it */
  level?: number | undefined
  dated?: Windows | undefined
}

/** The true-scale axis; all positions are fractions of its length, 0 to 1. */
export interface Axis {
  ticks: number[]
  labels: AxisLabel[]
  /** Breaks, from and to; each part between them has its own scale */
  breaks?: [from: number, to: number][]
  /** Background spans */
  eras?: AxisEra[]
  /** What came after the story's end */
  since?: number[]
  /** Levels of beads on the wide timeline; undefined if not even a lens makes room for them all */
  levels?: number
  /** Crowded steps, on the wide timeline at a larger scale of their own */
  lens?: Lens
}

/** A part of the axis, `from` to `to`, at a larger scale. All other positions are fractions of the lens, 0 to 1. */
export interface Lens extends Pick<Axis, 'ticks' | 'labels'> {
  from: number
  to: number
  /** Dates that it shows, if there is room for them */
  title?: string | undefined
  /** Index of the first step in it, the positions of its steps, and the ends of those that last */
  first: number
  at: number[]
  until: (number | null)[]
}

export interface AxisLabel {
  at: number
  text: string
  /** SVG text-anchor, if it is not `middle` */
  anchor?: 'start' | 'end'
  /** Set if it is shown only on narrow or only on wide screens */
  on?: 'narrow' | 'wide'
}

export interface AxisEra {
  from: number
  to: number
  label: string
  /** Start and end in words */
  dates: string
  /** Set if the label fits only on wide screens, or on none; assistive technology gets it anyway */
  on?: 'wide' | 'none'
}
