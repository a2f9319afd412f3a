import { PEOPLE } from '../content/quantity.ts'
import type { StoryFile } from '../content/schema/story.ts'
import type { WordsFile } from '../content/schema/words.ts'
import type { PrintedLanguage } from '../language/language.ts'
import { formatNumber } from '../language/say.ts'
import type { Figure, FigureValue, Passage } from '../story/copy.ts'
import type { Quantities } from './quantities.ts'

type FigureFile = StoryFile['figures'][number]

interface FigureContext {
  language: PrintedLanguage
  quantities: Quantities
  /** Number of a source in the list of sources */
  number: (source: string) => number
  step: (id: string) => Passage
  /** Number and unit of the dots on the map */
  crowd: { count: number; unit: string } | undefined
}

/** Number of dots above which a figure of as many cannot be about others. */
const MIN_CROWD = 10

/** Maximum number of marks in a figure. */
const MAX_MARKS = 1500

/** `figure` with its words, whose number the check has verified. */
export function composeFigure(
  figure: FigureFile,
  { title, labels }: WordsFile['figures'][string],
  { language, quantities, number, step, crowd }: FigureContext,
): Figure {
  const common = { id: figure.id, title, sources: figure.sources.map(number) }
  if (figure.kind === 'series') {
    const values = figure.values.map(({ step: id, value }) => {
      const { heading, date = { label: '', short: '' } } = step(id)
      return { value: value.number, text: formatValue(value, language), step: heading, date }
    })
    return { ...common, kind: 'series', label: labels[0], values }
  }
  const values = figure.values.map(
    ({ value, sources }, i): FigureValue => ({
      value: value.number,
      text: formatValue(value, language),
      label: labels[i] ?? '',
      sources: sources.map(number),
    }),
  )
  if (figure.kind === 'pair') return { ...common, kind: 'pair', values }
  const total = values.reduce((sum, { value }) => sum + value, 0)
  // A mark stands for a power of ten.
  const unit = 10 ** Math.max(0, Math.ceil(Math.log10(total / MAX_MARKS)))
  const mark = { amount: unit, unit: figure.unit ?? PEOPLE }
  // A value above zero has at least one mark.
  const marks = values.map(({ value }) => (value === 0 ? 0 : Math.max(1, Math.round(value / unit))))
  const [first] = figure.values
  const gathers =
    crowd !== undefined &&
    unit === 1 &&
    crowd.count >= MIN_CROWD &&
    first?.value.sign === '' &&
    first.value.number === crowd.count &&
    mark.unit === crowd.unit
  const oneMark = language.oneMark(quantities.format(mark) ?? '')
  return { ...common, kind: 'part', values, unit, oneMark, marks, gathers }
}

function formatValue(
  { number, sign }: FigureFile['values'][number]['value'],
  { locale, moreThan }: PrintedLanguage,
): string {
  const digits = formatNumber(number, locale)
  if (sign === '>') return moreThan(digits)
  return sign === '~' ? new Intl.NumberFormat(locale).formatRange(number, number) : digits
}
