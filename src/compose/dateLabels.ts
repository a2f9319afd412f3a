/** Dates in words, long and short, and as HTML takes them. */

import {
  type Clock,
  parseDate,
  parseMoment,
  type SimpleDate,
  type StoryDate,
  startOfYear,
  zoneOf,
} from '../content/edtf.ts'
import { isNamedZone, offsetAt, offsetText } from '../content/zones.ts'
import { type DateWords, dateWordsOf } from '../language/dates.ts'
import { languageOf } from '../language/index.ts'
import type { DateLabel, MomentLabel } from '../story/story.ts'

/** The date `text` means, in words. It has passed the check: what cannot be read is a fault of ours. */
export function dateOf(
  text: string,
  language: string,
  { digits = LEAST_DIGITS, ...clock }: Clock & { digits?: number } = {},
): DateLabel {
  const date = parseDate(text, clock)
  if (!date) throw new Error(`dates: “${text}” passed the check, but is no date`)
  const words = { ...dateWordsOf(languageOf(language)), digits }
  const seconds = hasSeconds(date)
  return {
    // Machines take every date for one of our own calendar; of another's, only the year is true in ours.
    iso: clock.calendar ? yearsOnly(date) : withZone(date, clock),
    time: clock.calendar ? undefined : timeOf(date, clock),
    label: inWords(date, words, { ...LONG, ...(seconds && SECONDS) }),
    short: inWords(date, words, { ...shortParts(date, words.shortMonth), ...(seconds && SECONDS) }),
  }
}

/** Significant digits of millions of years, where dates do not need more to be told apart. */
const LEAST_DIGITS = 4
/** A double has no more. */
const MOST_DIGITS = 15

/** How many significant digits tell the far years of a story's dates apart. */
export function digitsFor(dates: string[]): number {
  const years = new Set(
    dates.flatMap((text) => {
      const date = parseDate(text)
      const sides = date?.precision === 'interval' ? [date.from, date.to] : [date]
      return sides.flatMap((side) => (side && side.year <= YEARS_AGO ? side.year : []))
    }),
  )
  let digits = LEAST_DIGITS
  const distinct = () => new Set([...years].map((year) => year.toPrecision(digits))).size
  while (digits < MOST_DIGITS && distinct() < years.size) digits += 1
  return digits
}

/** The moment of a publication in words, as a day. */
export function momentOf(text: string, language: string): MomentLabel {
  const moment = parseMoment(text)
  if (!moment) throw new Error(`dates: “${text}” passed the check, but is no moment`)
  return {
    iso: moment.iso,
    label: inWords(moment.day, { ...dateWordsOf(languageOf(language)), digits: LEAST_DIGITS }, LONG),
  }
}

/** What a reader is told once about all dates of a story: another calendar than ours, and whose clock. */
export function clockOf(dates: string[], language: string, { zone, calendar }: Clock): string | undefined {
  const words = dateWordsOf(languageOf(language))
  const sides = dates.flatMap((date) => date.split('/')).filter((side) => side.includes('T'))
  const own = sides.map(zoneOf).find((named) => named !== undefined)
  const [shown] = sides.length ? [zone ?? own].flatMap((named) => named ?? []) : []
  const said = [calendar && words.julian, shown && words.zone(zoneInWords(shown, sides, words))].filter(Boolean)
  return said.length ? said.join(' ') : undefined
}

/** A zone as readers know it, with every distance from UTC that it has in the story: UTC−3; Ukraine Time, UTC+2. */
function zoneInWords(zone: string, times: string[], { locale }: DateWords): string {
  if (!isNamedZone(zone)) return offsetInWords(zone)
  const instants = times.flatMap((time) => {
    const date = parseDate(time, { zone })
    return date && date.precision !== 'interval' && date.instant !== undefined ? date.instant : []
  })
  const offsets = instants.flatMap((instant) => offsetText(offsetAt(instant, zone)) ?? [])
  const list = new Intl.ListFormat(locale).format([...new Set(offsets)].map(offsetInWords))
  return [placeOf(zone, instants[0] ?? 0, locale), list].filter(Boolean).join(', ')
}

/** Whose clock a named zone is, by CLDR: “Ukraine Time”, „Україна“; undefined where it has no name but its distance. */
function placeOf(timeZone: string, instant: number, locale: string): string | undefined {
  const name = (tag: string, timeZoneName: 'shortGeneric' | 'longGeneric') =>
    new Intl.DateTimeFormat(tag, { timeZone, timeZoneName })
      .formatToParts(instant)
      .find(({ type }) => type === 'timeZoneName')?.value ?? ''
  // A short name is that of a place, if it is not letters alone (“ET”); what those are differs by region.
  const short = [locale, new Intl.Locale(locale).language].map((tag) => name(tag, 'shortGeneric'))
  const said = short.find((text) => !/^\p{Lu}+$/u.test(text)) ?? name(locale, 'longGeneric')
  // Some languages say “time: Ukraine”, after words of ours that say it already.
  return /\d/.test(said) ? undefined : said.replace(/^\p{L}+: /u, '')
}

/** `-03:00` as readers know it: UTC−3. */
function offsetInWords(zone: string): string {
  const [, sign, hours, minutes] = /^([+-])(\d\d):(\d\d)$/.exec(zone) ?? []
  if (!sign || (hours === '00' && minutes === '00')) return 'UTC'
  return `UTC${sign === '-' ? '\u2212' : '+'}${Number(hours)}${minutes === '00' ? '' : `:${minutes}`}`
}

/** What HTML takes as a date, a month, a year or a time: https://html.spec.whatwg.org/#the-time-element */
function timeOf(date: StoryDate, clock: Clock): string | undefined {
  const [text] = /^\d{4}(?:-\d\d(?:-\d\d(?:T[^/]+)?)?)?$/.exec(withZone(date, clock).replace(/[~?%]/g, '')) ?? []
  return date.precision === 'season' || text?.startsWith('0000') ? undefined : text
}

/** A date as it is written; a time on the story's own clock gets the distance from UTC that it had then. */
function withZone(date: StoryDate, { zone }: Clock): string {
  if (date.precision !== 'time' || date.instant === undefined || !zone || zoneOf(date.edtf)) return date.edtf
  return date.edtf + (offsetText(offsetAt(date.instant, zone)) ?? '')
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

const SECONDS: Parts = { second: '2-digit' }

/** Whether a date or a side of it is a time whose seconds are written. */
function hasSeconds(date: StoryDate): boolean {
  if (date.precision !== 'interval') return date.seconds === true
  return [date.from, date.to].some((side) => side?.seconds)
}

const LONG: Parts = { day: 'numeric', month: 'long', year: 'numeric', hour: '2-digit', minute: '2-digit' }

const DAY = 86_400_000

/** What fits under a bead: '00:11', '13 Dec', 'Sept 2020', '2021–2023'. */
function shortParts(date: StoryDate, month: Parts['month']): Parts {
  const { start, end, precision } = date
  if (precision === 'time') return { hour: '2-digit', minute: '2-digit' }
  if (precision === 'interval' && !(date.from && date.to)) {
    const side = date.from ?? date.to
    return side?.precision === 'time' ? shortParts(side, month) : { month, year: 'numeric' }
  }
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
function knownParts({ precision, seconds }: SimpleDate, { hour, minute, second, day, month, ...year }: Parts): Parts {
  return {
    ...year,
    ...(month && ['time', 'day', 'month'].includes(precision) && { month }),
    ...(day && ['time', 'day'].includes(precision) && { day }),
    ...(hour &&
      minute &&
      precision === 'time' && { hour, minute, hourCycle: 'h23' as const, ...(seconds && { second }) }),
  }
}

/** What dates are said with, and to how many digits ages are told. */
type Telling = DateWords & { digits: number }

function inWords(date: StoryDate, words: Telling, parts: Parts): string {
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

/** Whether `Intl` can say a date as it is. */
function isNamed({ precision, year, leapDay }: SimpleDate): boolean {
  return NAMED.includes(precision) && !isDeep(year) && leapDay === undefined
}

function range(from: SimpleDate, to: SimpleDate, words: Telling, parts: Parts): string {
  const alike = from.approximate === to.approximate && from.uncertain === to.uncertain && from.seconds === to.seconds
  const shown = knownParts(from, parts)
  const same = from.precision === to.precision || !parts.month
  if (alike && same && [from, to].every(isNamed)) {
    const said = between(formatOf(words, [from.start, to.start], shown), dateIn(from), dateIn(to))
    return doubted(from, said, words)
  }
  const [first, last] = [from, to].map((side) => doubted(side, simple(side, words, parts), words))
  return first === last ? (first ?? '') : `${first} – ${last}`
}

function simple(date: SimpleDate, words: Telling, parts: Parts): string {
  const { precision, year, season = 0 } = date
  if (isDeep(year)) return deep(year, words, words.digits)
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
      if (date.leapDay !== undefined) return withYear(calendar, date.leapDay, year)
      return calendar.format(dateIn(date)).replace(YEAR_WORD, '')
    }
  }
}

/** A day of another year, said with `year`. */
function withYear(calendar: Intl.DateTimeFormat, day: number, year: number): string {
  const number = new Intl.NumberFormat(calendar.resolvedOptions().locale, { useGrouping: false })
  const parts = calendar.formatToParts(day)
  const said = parts.map(({ type, value }) => (type === 'year' ? number.format(year > 0 ? year : 1 - year) : value))
  return said.join('').replace(YEAR_WORD, '')
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
const YEAR_WORD = /(?<=\d)\s(г|р|рр)\.(?=[\s,]|$)/g

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
function deep(year: number, words: DateWords, digits: number): string {
  if (year <= YEARS_AGO && words.yearsAgo) return words.yearsAgo(roundYears(-year, words, digits))
  const number = new Intl.NumberFormat(words.locale).format(Math.abs(year))
  return year < 0 ? withEra(number, words.locale) : number
}

/** A year as astronomers count it, in words: '1960', '44 BC', '12,000 BC'. */
export function yearInWords(year: number, words: DateWords): string {
  return isDeep(year) ? deep(year, words, LEAST_DIGITS) : momentIn(startOfYear(year), words, { year: 'numeric' })
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
