/** Dates as readers read them: no more exact than the author knows, in the order and the case of the language. */
import { languageOf } from '../language/index.ts'
import type { StoryDate } from '../manuscript/dates.ts'

/** The date in words: '13 December 2025', '7–8 September 2020', 'September 2020', 'about 2020'. `code`: BCP 47. */
export function dateLabel(date: StoryDate, code: string): string {
  return inWords(date, code, { day: 'numeric', month: 'long', year: 'numeric' })
}

/** The date as it fits under a bead: '13 Dec', '12–13 Dec', '2020', '2021–2023'. */
export function shortDateLabel(date: StoryDate, code: string): string {
  const month = languageOf(code).shortMonth
  const [from, to] = date.ends ?? [date, date]
  // What spans years fits only as years.
  if (from.start.slice(0, 4) !== to.end.slice(0, 4)) return inWords(date, code, { year: 'numeric' })
  const precise = from.precision === 'day' && to.precision === 'day'
  return inWords(date, code, precise ? { day: 'numeric', month } : { month, year: 'numeric' })
}

/** `parts`: as much of the date as is wanted; a date that is less exact gives less. */
function inWords(date: StoryDate, code: string, parts: Intl.DateTimeFormatOptions): string {
  const { locale, approximate, uncertain } = languageOf(code)
  const [from, to] = date.ends ?? [date, date]
  const { year, month, day } = parts
  const optionsOf = ({ precision }: StoryDate): Intl.DateTimeFormatOptions =>
    precision === 'year' ? { year: 'numeric' } : precision === 'month' ? { year, month } : { year, month, day }
  const formatOf = (date: StoryDate) => new Intl.DateTimeFormat(locale, { timeZone: 'UTC', ...optionsOf(date) })
  const [first, last] = [new Date(from.start), new Date(to.end)]
  const alike = !month || from.precision === to.precision
  const label = !date.ends
    ? formatOf(date).format(first)
    : alike
      ? range(formatOf(from), first, last)
      : `${formatOf(from).format(first)} – ${formatOf(to).format(last)}`
  const words = label.replace(YEAR_WORD, '')
  if (date.approximate) return approximate(words)
  return date.uncertain ? uncertain(words) : words
}

/** «г.» and «р.» after a year: ranges and single dates differ in it, and what follows may begin or end a sentence. */
const YEAR_WORD = /(?<=\d)\s(г|р|рр)\.(?=\s|$)/g

/** Between two numbers the dash stands close, as between words it does not: '12–13 May', '30 April – 2 May'. */
function range(format: Intl.DateTimeFormat, first: Date, last: Date): string {
  const parts = format.formatRangeToParts(first, last)
  const [only, more] = parts.filter(({ source, type }) => source === 'startRange' && type !== 'literal')
  const close = !more && (only?.type === 'day' || only?.type === 'year')
  return parts.map(({ value }) => value.replace(/^\s*–\s*$/, close ? '–' : ' – ')).join('')
}
