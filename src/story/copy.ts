/** The text of a finished story in one language, which the page has as HTML. */

import type { Status } from './map.ts'
import type { Block, Inline, Medium } from './prose.ts'

/** The copy of a story: all static text. */
export interface Copy {
  kicker: string
  dek: string
  byline: string
  /** True for a story that is not published yet; only development shows it */
  draft: boolean
  /** True if the map takes less room than usual */
  smallMap: boolean
  /** True if the sources stand for the story as a whole */
  sourcedAsWhole: boolean
  /** False while no editor has read this translation */
  reviewed: boolean
  /** When the story was published, and last changed */
  published: MomentLabel
  updated: MomentLabel
  /** Note on all dates: the calendar, if it is not Gregorian, and the time zone; a sentence or two */
  clock?: string | undefined
  /** Reading time, whole minutes */
  minutes: number
  /** One for each step, in order */
  passages: Passage[]
  closing?: { heading: string; body: Block[] } | undefined
  /** Events after the story's end, newest last; `complete`: how far they have been checked, in words */
  updates?: { heading: string; items: Update[]; complete: string } | undefined
  /** The route in words: a note on the lines, the legs, losses and gains, and who is where */
  route: { note?: string | undefined; legs: LegInWords[]; changes: Change[]; stays: Stay[] }
  people: PersonInWords[]
  unknown?: { heading: string; items: Question[] } | undefined
  figures: Figure[]
  sources: Source[]
  /** Where the story happens, degrees, for structured data */
  locations: { name: string; lat: number; lon: number }[]
}

/** The passage of a step. */
export interface Passage {
  /** Id of the step */
  id: string
  /** Name of its lane */
  lane?: string | undefined
  /** Place in the dateline: 'North' or 'North → South'; undefined if unknown */
  where?: string | undefined
  /** Undefined for a step without a date */
  date?: DateLabel | undefined
  heading: string
  body: Block[]
  /** Index in `body` of the picture or film that covers the map at this step */
  lead?: number | undefined
}

export interface LegInWords {
  id: string
  /** Amount, '114 people', and its short form beside a line; undefined if unknown */
  amount?: string | undefined
  mark?: string | undefined
  /** True if the line is the actual route */
  track?: boolean | undefined
  from: string
  to: string
  date?: DateLabel | undefined
  status: Status
  sources: number[]
}

/** Losses or gains at a place or during a leg: 'North → South'. */
export interface Change {
  kind: 'lost' | 'joined'
  amount?: string | undefined
  place: string
  date?: string | undefined
  sources: number[]
}

/** People who stay at a place at the end of the story; `by`: date of the count, in words. */
export interface Stay {
  place: string
  /** Amount, '89 people', and its short form on the map */
  amount?: string | undefined
  mark?: string | undefined
  where: string
  by?: string | undefined
  sources: number[]
}

/**
 * A date in words. `iso` is EDTF, which a date in words only lacks; `time` is a valid `datetime` of HTML, which intervals
 * lack; `short` fits under a bead.
 */
export interface DateLabel {
  iso?: string | undefined
  time?: string | undefined
  label: string
  short: string
}

/** A moment, worded as a day. `iso` is a complete ISO time with its zone, or only a day. */
export interface MomentLabel {
  iso: string
  label: string
}

export interface Update {
  id: string
  date: DateLabel
  text: Inline[]
  sources: number[]
}

export interface PersonInWords {
  id: string
  name: string
  /** Other spellings */
  also?: string | undefined
  who: string
  sources: number[]
  became?: { text: string; date: DateLabel; sources: number[] } | undefined
  /** The legs they travelled, in one sentence */
  itinerary?: { text: string; sources: number[] } | undefined
  /** Files are relative to the story's folder */
  portrait?: Pick<Medium, 'src' | 'alt' | 'credit' | 'width' | 'height' | 'sources'> | undefined
}

/** An entry of what is not known. Paragraphs refer to its id. */
export interface Question {
  id?: string
  text: Inline[]
}

/** A number of a figure, for drawing and as text. */
export interface FigureValue {
  value: number
  text: string
  label: string
  sources: number[]
}

/** A chart: parts of a whole as marks, two numbers side by side, or one number per step. */
export type Figure = { id: string; title: string; sources: number[] } & (
  | {
      kind: 'part'
      values: FigureValue[]
      /** Amount that a mark stands for, also in words; `marks`: number of marks of each value, at least one if it is not 0 */
      unit: number
      oneMark: string
      marks: number[]
      /** Whether the first value counts the people or ships who are dots on the map: they become its marks */
      gathers?: boolean | undefined
    }
  | { kind: 'pair'; values: FigureValue[] }
  | {
      kind: 'series'
      label?: string | undefined
      values: { value: number; text: string; step: string; date: Pick<DateLabel, 'label' | 'short'> }[]
    }
)

export interface Source {
  publisher: string
  title: string
  /** In words, and as EDTF */
  date?: string
  iso?: string
  url?: string
}

/** Links from a page to the rest of the site, relative to that page. */
export interface SiteLinks {
  root: string
  /** Other stories to read */
  others: { address: string; headline: string; language: string }[]
  /** The list of all stories, if there is more than one */
  all: string | undefined
}
