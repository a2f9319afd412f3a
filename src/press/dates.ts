/** Dates in words, long and short, and as HTML takes them. */
import { type DateWords, dateWordsOf } from '../language/dates.ts'
import { languageOf } from '../language/index.ts'
import { parseDate, parseMoment, type SimpleDate, type StoryDate, startOfYear, zoneOf } from '../manuscript/dates.ts'
import type { DateLabel, MomentLabel } from '../story/story.ts'

/** How a story tells time. */
interface Clock {
  /** `-03:00`; without it every time is told in its own */
  zone?: string | undefined
  calendar?: 'julian' | undefined
}

/** The date `text` means, in words. It has passed the check: what cannot be read is a fault of ours. */
export function dateOf(text: string, language: string, { zone, calendar }: Clock = {}): DateLabel {
  const date = parseDate(text, zone)
  if (!date) throw new Error(`dates: “${text}” passed the check, but is no date`)
  const words = dateWordsOf(languageOf(language))
  return {
    // Machines take every date for one of our own calendar; of another's, only the year is true in ours.
    iso: calendar ? yearsOnly(date) : text,
    time: calendar ? undefined : timeOf(date),
    label: inWords(date, words, LONG),
    short: inWords(date, words, shortParts(date, words.shortMonth)),
  }
}

/** The moment of a publication in words, as a day. */
export function momentOf(text: string, language: string): MomentLabel {
  const moment = parseMoment(text)
  if (!moment) throw new Error(`dates: “${text}” passed the check, but is no moment`)
  return { iso: moment.iso, label: inWords(moment.day, dateWordsOf(languageOf(language)), LONG) }
}

/** What a reader is told once about all dates of a story: another calendar than ours, and whose clock. */
export function clockOf(dates: string[], language: string, { zone, calendar }: Clock): string | undefined {
  const words = dateWordsOf(languageOf(language))
  const own = dates.flatMap((date) => date.split('/').map(zoneOf)).find((named) => named !== undefined)
  const timed = dates.some((date) => date.includes('T'))
  const [shown] = timed ? [zone ?? own].flatMap((named) => named ?? []) : []
  const said = [calendar && words.julian, shown && words.zone(offsetInWords(shown))].filter(Boolean)
  return said.length ? said.join(' ') : undefined
}

/** `-03:00` as readers know it: UTC−3. */
function offsetInWords(zone: string): string {
  const [, sign, hours, minutes] = /^([+-])(\d\d):(\d\d)$/.exec(zone) ?? []
  if (!sign || (hours === '00' && minutes === '00')) return 'UTC'
  return `UTC${sign === '-' ? '\u2212' : '+'}${Number(hours)}${minutes === '00' ? '' : `:${minutes}`}`
}

/** What HTML takes as a date, a month, a year or a time: https://html.spec.whatwg.org/#the-time-element */
function timeOf(date: StoryDate): string | undefined {
  const [text] = /^\d{4}(?:-\d\d(?:-\d\d(?:T.*)?)?)?$/.exec(date.edtf.replace(/[~?%]/g, '')) ?? []
  return date.precision === 'season' || text?.startsWith('0000') ? undefined : text
}

function yearsOnly(date: StoryDate): string {
  const year = (time: number) => {
    const astronomical = new Date(time).getUTCFullYear()
    return Number.isNaN(astronomical)
      ? ''
      : `${astronomical < 0 ? '-' : ''}${String(Math.abs(astronomical)).padStart(4, '0')}`
  }
  const [first, last] = [year(date.start), year(date.end)]
  return first === last ? first : `${first}/${last}`
}

type Parts = Intl.DateTimeFormatOptions

const LONG: Parts = { day: 'numeric', month: 'long', year: 'numeric', hour: '2-digit', minute: '2-digit' }

const DAY = 86_400_000

/** What fits under a bead: '00:11', '13 Dec', 'Sept 2020', '2021–2023'. */
function shortParts(date: StoryDate, month: Parts['month']): Parts {
  const { start, end, precision } = date
  if (precision === 'time') return { hour: '2-digit', minute: '2-digit' }
  if (precision === 'interval' && !(date.from && date.to)) return { month, year: 'numeric' }
  // What spans years fits only as years.
  const years = [start, end].map((time) => new Date(time).getUTCFullYear())
  if (precision === 'interval' && years[0] !== years[1]) return { year: 'numeric' }
  const clock: Parts = { hour: '2-digit', minute: '2-digit' }
  const oneDay = Math.floor(start / DAY) === Math.floor(end / DAY)
  if (precision === 'interval' && date.from?.precision === 'time' && oneDay) return clock
  const day: Parts = { day: 'numeric', month, ...clock }
  const exact = (side: StoryDate | undefined) => side?.precision === 'day' || side?.precision === 'time'
  const days = precision === 'interval' ? exact(date.from) && exact(date.to) : exact(date)
  return days ? day : { month, year: 'numeric' }
}

/** What of `parts` is known of a date. */
function knownParts({ precision }: SimpleDate, { hour, minute, day, month, ...year }: Parts): Parts {
  return {
    ...year,
    ...(month && ['time', 'day', 'month'].includes(precision) && { month }),
    ...(day && ['time', 'day'].includes(precision) && { day }),
    ...(hour && minute && precision === 'time' && { hour, minute, hourCycle: 'h23' as const }),
  }
}

function inWords(date: StoryDate, words: DateWords, parts: Parts): string {
  if (date.precision !== 'interval') return doubted(date, simple(date, words, parts), words)
  const { from, to } = date
  if (from && to) return range(from, to, words, parts)
  const side = from ?? to
  if (!side) return ''
  const said = doubted(side, simple(side, words, parts), words)
  return from ? (words.since?.(said) ?? `${said}–`) : (words.until?.(said) ?? `–${said}`)
}

function doubted({ approximate, uncertain }: SimpleDate, said: string, words: DateWords): string {
  const about = approximate ? words.approximate(said) : said
  return uncertain ? words.uncertain(about) : about
}

/** Precisions that a calendar has a name for. */
const NAMED = ['time', 'day', 'month', 'year']

function range(from: SimpleDate, to: SimpleDate, words: DateWords, parts: Parts): string {
  const alike = from.approximate === to.approximate && from.uncertain === to.uncertain
  const shown = knownParts(from, parts)
  const same = from.precision === to.precision || !parts.month
  if (alike && same && [from, to].every((side) => NAMED.includes(side.precision) && !isDeep(side.year))) {
    const said = between(formatOf(words, [from.start, to.start], shown), dateIn(from), dateIn(to))
    return doubted(from, said, words)
  }
  const [first, last] = [from, to].map((side) => doubted(side, simple(side, words, parts), words))
  return first === last ? (first ?? '') : `${first} – ${last}`
}

function simple(date: SimpleDate, words: DateWords, parts: Parts): string {
  const { precision, year, season = 0 } = date
  if (isDeep(year)) return deep(year, words)
  const years = () => formatOf(words, [date.start], { year: 'numeric' })
  const fromTo = (format: Intl.DateTimeFormat) => between(format, new Date(date.start), new Date(date.end))
  switch (precision) {
    case 'decade':
      return (year < 0 ? undefined : words.decade?.(year)) ?? fromTo(years())
    case 'century':
      return words.century?.(centuryOf(date), year < 0) ?? fromTo(years())
    case 'years':
      return fromTo(years())
    case 'season': {
      const name = seasonName(season)
      const said = years().format(dateIn(date)).replace(YEAR_WORD, '')
      if (name !== undefined && words.season) return words.season(name, said)
      const [part, of] = partOfYear(season)
      if (name === undefined && words.part) return words.part(part, of, said)
      return fromTo(formatOf(words, [date.start], { month: 'long', year: 'numeric' }))
    }
    default: {
      const shown = knownParts(date, parts)
      const calendar = formatOf(words, [date.start], Object.keys(shown).length ? shown : { year: 'numeric' })
      return calendar.format(dateIn(date)).replace(YEAR_WORD, '')
    }
  }
}

function seasonName(season: number): 0 | 1 | 2 | 3 | undefined {
  return season > 32 ? undefined : ([0, 1, 2, 3] as const)[(season - 21) % 4]
}

/** Quarters are 33 to 36 in EDTF, thirds 37 to 39, halves 40 and 41. */
function partOfYear(season: number): [part: number, of: number] {
  if (season < 37) return [season - 32, 4]
  return season < 40 ? [season - 36, 3] : [season - 39, 2]
}

function centuryOf({ year }: SimpleDate): number {
  return year < 0 ? Math.ceil(-year / 100) : Math.floor(year / 100) + 1
}

/** «г.» and «р.» after a year: ranges and single dates differ in it, and what follows may begin or end a sentence. */
const YEAR_WORD = /(?<=\d)\s(г|р|рр)\.(?=\s|$)/g

/** Between two numbers the dash stands close, as between words it does not: '12–13 May', '30 April – 2 May'. */
function between(format: Intl.DateTimeFormat, first: Date, last: Date): string {
  const parts = format.formatRangeToParts(first, last)
  const [only, more] = parts.filter(({ source, type }) => source === 'startRange' && type !== 'literal')
  const close = (!more || only?.type === 'hour') && only?.type !== 'month'
  const said = parts.map(({ value }) => value.replace(/^\s*–\s*$/, close ? '–' : ' – ')).join('')
  return said.replace(YEAR_WORD, '')
}

/** The moment that calendars name: a season's year is that in which it begins. */
function dateIn({ start }: SimpleDate): Date {
  return new Date(start)
}

/** `time` as `Intl` says it, ms since 1970. */
export function momentIn(time: number, words: DateWords, parts: Parts): string {
  return formatOf(words, [time], parts).format(time).replace(YEAR_WORD, '')
}

/** An era is said where a year could be taken for one of another. */
const PLAIN_YEARS = 100

function formatOf({ locale }: DateWords, times: number[], parts: Parts): Intl.DateTimeFormat {
  const era = parts.year && times.some((time) => new Date(time).getUTCFullYear() < PLAIN_YEARS)
  return new Intl.DateTimeFormat(locale, { timeZone: 'UTC', ...parts, ...(era && { era: 'short' }) })
}

/** Years that calendars have no room for. */
const [LONG_AGO, FAR_AHEAD] = [-9999, 9999]

function isDeep(year: number): boolean {
  return year < LONG_AGO || year > FAR_AHEAD
}

/** From here on a year is counted back from now: two thousand years make no difference any more. */
const YEARS_AGO = -1_000_000

/** A year that calendars have no room for, in words: '12,000 BC', '66 million years ago'. */
function deep(year: number, words: DateWords): string {
  if (year <= YEARS_AGO && words.yearsAgo) return words.yearsAgo(roundYears(-year, words, 4))
  const number = new Intl.NumberFormat(words.locale).format(Math.abs(year))
  return year < 0 ? withEra(number, words.locale) : number
}

/** A year as astronomers count it, in words: '1960', '44 BC', '12,000 BC'. */
export function yearInWords(year: number, words: DateWords): string {
  return isDeep(year) ? deep(year, words) : momentIn(startOfYear(year), words, { year: 'numeric' })
}

/** '66 million', of so many digits. */
export function roundYears(years: number, { locale }: DateWords, digits: number): string {
  return new Intl.NumberFormat(locale, {
    notation: 'compact',
    compactDisplay: 'long',
    maximumSignificantDigits: digits,
  }).format(years)
}

/** A number of years before our era, as the language writes it: any such year of a calendar shows how. */
function withEra(number: string, locale: string): string {
  const long = new Intl.DateTimeFormat(locale, { timeZone: 'UTC', year: 'numeric', era: 'short' })
  return long
    .formatToParts(new Date(0).setUTCFullYear(-499))
    .map(({ type, value }) => (type === 'year' ? number : value))
    .join('')
}
