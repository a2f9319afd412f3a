/** The figures of a story in one language: numbers written out, marks counted. */

import { quantityOf } from '../content/quantity.ts'
import type { StoryFile, WordsFile } from '../content/schema.ts'
import type { PrintedLanguage } from '../language/language.ts'
import { formatNumber } from '../language/say.ts'
import type { Figure, FigureValue, Passage } from '../story/story.ts'
import type { Quantities } from './quantities.ts'

type FigureFile = StoryFile['figures'][number]

interface Told {
  language: PrintedLanguage
  quantities: Quantities
  /** The place of a source in the list at the end */
  number: (source: string) => number
  step: (id: string) => Passage
}

/** More marks than these are counted by nobody. */
const MOST_MARKS = 1500

/** `figure` with its words, which the check has found to fit. */
export function composeFigure(
  figure: FigureFile,
  { title, labels }: WordsFile['figures'][string],
  { language, quantities, number, step }: Told,
): Figure {
  const { id, sources } = figure
  const told = { id, title, sources: sources.map(number) }
  if (figure.kind === 'series') {
    const values = figure.values.map(({ step: at, value }) => {
      const { heading, date } = step(at)
      return { value: value.number, text: written(value, language), step: heading, date }
    })
    return { ...told, kind: 'series', label: labels[0], values }
  }
  const values = figure.values.map(
    ({ value, sources }, i): FigureValue => ({
      value: value.number,
      text: written(value, language),
      label: labels[i] ?? '',
      sources: sources.map(number),
    }),
  )
  if (figure.kind === 'pair') return { ...told, kind: 'pair', values }
  const unit = unitFor(values.reduce((sum, { value }) => sum + value, 0))
  const oneMark = language.oneMark(quantities.say(quantityOf({ amount: unit, unit: figure.unit })) ?? '')
  // However few they are beside the others, they are there.
  const marks = values.map(({ value }) => (value === 0 ? 0 : Math.max(1, Math.round(value / unit))))
  return { ...told, kind: 'part', values, unit, oneMark, marks }
}

function written(
  { number, sign }: FigureFile['values'][number]['value'],
  { locale, moreThan }: PrintedLanguage,
): string {
  const digits = formatNumber(number, locale)
  if (sign === '>') return moreThan(digits)
  return sign === '~' ? new Intl.NumberFormat(locale).formatRange(number, number) : digits
}

/** How many a mark stands for: 1, 10, 100 and so on. */
function unitFor(total: number): number {
  let unit = 1
  while (total / unit > MOST_MARKS) unit *= 10
  return unit
}
