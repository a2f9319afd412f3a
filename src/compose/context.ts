import type { Clock } from '../content/edtf.ts'
import { need } from '../content/need.ts'
import type { Words } from '../content/read.ts'
import type { StoryFile } from '../content/schema/story.ts'
import { directionOf, languageOf } from '../language/index.ts'
import type { DateLabel } from '../story/copy.ts'
import { dateOf, digitsFor } from './dateLabels.ts'
import { Quantities } from './quantities.ts'

/** A leg of `story.yaml`. */
export type LegInFile = StoryFile['legs'][number]

/** A story's facts, its words in one language, and what is derived from both, for composing each part of it. */
export class EditionContext {
  readonly quantities: Quantities
  /** Time zone, calendar and significant digits of its dates */
  readonly clock: Clock & { digits: number }
  /** The date of each step; undefined for a step without one */
  readonly dates: (DateLabel | undefined)[]
  private readonly arrow: string

  constructor(
    readonly file: StoryFile,
    readonly words: Words,
    readonly language: string,
  ) {
    this.arrow = directionOf(language) === 'rtl' ? '←' : '→'
    const dates = [
      ...file.steps.flatMap(({ date }) => date ?? []),
      ...file.eras.flatMap(({ from, to }) => [from, to ?? from]),
    ]
    this.clock = { zone: file.zone, calendar: file.calendar, digits: digitsFor(dates) }
    this.dates = file.steps.map(({ id, date }) =>
      withAuthorWords(date === undefined ? undefined : dateOf(date, language, this.clock), words.front.dates[id]),
    )
    const counted = file.legs.map((leg) => leg.unit)
    this.quantities = new Quantities(languageOf(language), words.front.units, counted)
  }

  /** The index of a step. */
  stepIndex(id: string): number {
    return this.file.steps.findIndex((step) => step.id === id)
  }

  dateOf(step: string): DateLabel | undefined {
    return this.dates[this.stepIndex(step)]
  }

  place(id: string): string {
    return need(this.words.front.places[id], id)
  }

  /** The names of a leg's ends, which may be less precise than its line. */
  ends(leg: LegInFile): { from: string; to: string } {
    const [from, to] = this.words.front.legs[leg.id] ?? [this.place(leg.from), this.place(leg.to)]
    return { from, to }
  }

  fromTo({ from, to }: { from: string; to: string }): string {
    return `${from} ${this.arrow} ${to}`
  }

  /** Numbers of sources in the list of sources. */
  cited(sources: string[]): number[] {
    return sources.map((id) => this.words.sourceOrder.indexOf(id) + 1)
  }
}

/** Maximum length of a label under a bead, characters. */
const MAX_SHORT = 14

/** Replaces the label of a date with the author's own words, if there are any. */
function withAuthorWords(date: DateLabel | undefined, words: string | undefined): DateLabel | undefined {
  return words ? { ...date, label: words, short: words.length > MAX_SHORT ? (date?.short ?? '') : words } : date
}
