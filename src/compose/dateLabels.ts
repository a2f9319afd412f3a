/** Formats dates in words, long and short, and for HTML's `time` element. */

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
import type { DateLabel, MomentLabel } from '../story/copy.ts'

/** The labels of a date. `text` has passed the check, so one that cannot be parsed is a bug in our code and throws. */
export function dateOf(
  text: string,
  language: string,
  { digits = MIN_DIGITS, ...clock }: Clock & { digits?: number } = {},
): DateLabel {
  const date = parseDate(text, clock)
  if (!date) throw new Error(`dates: “${text}” passed the check, but is no date`)
  const words = { ...dateWordsOf(languageOf(language)), digits }
  const sides = date.precision === 'interval' ? [date.from, date.to] : [date]
  const seconds = sides.some((side) => side?.seconds)
  return {
    // Machines expect Gregorian dates. For another calendar, only the year is converted.
    iso: clock.calendar ? yearsOnly(date) : withZone(date, clock),
    time: clock.calendar ? undefined : timeOf(date, clock),
    label: inWords(date, words, { ...LONG, ...(seconds && SECONDS) }),
    short: inWords(date, words, { ...shortParts(date, words.shortMonth), ...(seconds && SECONDS) }),
  }
}

/** Number of significant digits of millions of years, up to the precision of a double. */
const [MIN_DIGITS, MAX_DIGITS] = [4, 15]

/** Number of significant digits that distinguishes the prehistoric years of a story. */
export function digitsFor(dates: string[]): number {
  const years = new Set(
    dates.flatMap((text) => {
      const date = parseDate(text)
      const sides = date?.precision === 'interval' ? [date.from, date.to] : [date]
      return sides.flatMap((side) => (side && side.year <= YEARS_AGO ? side.year : []))
    }),
  )
  let digits = MIN_DIGITS
  const distinct = () => new Set([...years].map((year) => year.toPrecision(digits))).size
  while (digits < MAX_DIGITS && distinct() < years.size) digits += 1
  return digits
}

/** The label of a moment of publication: its day. */
export function momentOf(text: string, language: string): MomentLabel {
  const moment = parseMoment(text)
  if (!moment) throw new Error(`dates: “${text}” passed the check, but is no moment`)
  return {
    iso: moment.iso,
    label: inWords(moment.day, { ...dateWordsOf(languageOf(language)), digits: MIN_DIGITS }, LONG),
  }
}

/** A note about all dates of a story: its calendar, if it is not Gregorian, and the time zone of its times. */
export function clockOf(dates: string[], language: string, { zone, calendar }: Clock): string | undefined {
  const words = dateWordsOf(languageOf(language))
  const sides = dates.flatMap((date) => date.split('/')).filter((side) => side.includes('T'))
  const firstOffset = sides.map(zoneOf).find((offset) => offset !== undefined)
  const [shown] = sides.length ? [zone ?? firstOffset].flatMap((name) => name ?? []) : []
  const notes = [calendar && words.julian, shown && words.zone(zoneInWords(shown, sides, words))].filter(Boolean)
  return notes.length ? notes.join(' ') : undefined
}

/** A time zone with all its UTC offsets in the story: UTC−3; Ukraine Time, UTC+2. */
function zoneInWords(zone: string, times: string[], { locale }: DateWords): string {
  if (!isNamedZone(zone)) return offsetInWords(zone)
  const instants = times.flatMap((time) => {
    const date = parseDate(time, { zone })
    return date && date.precision !== 'interval' && date.instant !== undefined ? date.instant : []
  })
  const offsets = instants.flatMap((instant) => offsetText(offsetAt(instant, zone)) ?? [])
  const list = new Intl.ListFormat(locale).format([...new Set(offsets)].map(offsetInWords))
  return [zoneName(zone, instants[0] ?? 0, locale), list].filter(Boolean).join(', ')
}

/** CLDR's name of a time zone: “Ukraine Time”, „Україна“; undefined if that is only an offset. */
function zoneName(timeZone: string, instant: number, locale: string): string | undefined {
  const name = (tag: string, timeZoneName: 'shortGeneric' | 'longGeneric') =>
    new Intl.DateTimeFormat(tag, { timeZone, timeZoneName })
      .formatToParts(instant)
      .find(({ type }) => type === 'timeZoneName')?.value ?? ''
  // A short name in capitals (“ET”) is an abbreviation, which differs by region, so it is not used.
  const short = [locale, new Intl.Locale(locale).language].map((tag) => name(tag, 'shortGeneric'))
  const full = short.find((text) => !/^\p{Lu}+$/u.test(text)) ?? name(locale, 'longGeneric')
  // Some languages have “time: Ukraine”, and our own text before it already says “time”.
  return /\d/.test(full) ? undefined : full.replace(/^\p{L}+: /u, '')
}

/** Formats `-03:00` as UTC−3. */
function offsetInWords(zone: string): string {
  const [, sign, hours, minutes] = /^([+-])(\d\d):(\d\d)$/.exec(zone) ?? []
  if (!sign || (hours === '00' && minutes === '00')) return 'UTC'
  return `UTC${sign === '-' ? '\u2212' : '+'}${Number(hours)}${minutes === '00' ? '' : `:${minutes}`}`
}

/**
 * Value for `time[datetime]`: a date, month, year or time, undefined for others:
 * https://html.spec.whatwg.org/#the-time-element
 */
function timeOf(date: StoryDate, clock: Clock): string | undefined {
  const [text] = /^\d{4}(?:-\d\d(?:-\d\d(?:T[^/]+)?)?)?$/.exec(withZone(date, clock).replace(/[~?%]/g, '')) ?? []
  return date.precision === 'season' || text?.startsWith('0000') ? undefined : text
}

/** A date as the author wrote it; a time without an offset gets that of the story's zone at that moment. */
function withZone(date: StoryDate, { zone }: Clock): string {
  if (date.precision !== 'time' || date.instant === undefined || !zone || zoneOf(date.edtf)) return date.edtf
  return date.edtf + (offsetText(offsetAt(date.instant, zone)) ?? '')
}

/** The Gregorian year of a date, or its first and last. */
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
const CLOCK: Parts = { hour: '2-digit', minute: '2-digit' }

const LONG: Parts = { day: 'numeric', month: 'long', year: 'numeric', ...CLOCK }

const DAY = 86_400_000

/** The parts that fit under a bead: '00:11', '13 Dec', 'Sept 2020', '2021–2023'. */
function shortParts(date: StoryDate, month: Parts['month']): Parts {
  const monthOfYear: Parts = { month, year: 'numeric' }
  const isExact = (side: StoryDate | undefined) => side?.precision === 'day' || side?.precision === 'time'
  if (date.precision === 'time') return CLOCK
  if (date.precision !== 'interval') return isExact(date) ? { day: 'numeric', month } : monthOfYear
  const { from, to, start, end } = date
  if (!from || !to) return (from ?? to)?.precision === 'time' ? CLOCK : monthOfYear
  const years = [start, end].map((time) => new Date(time).getUTCFullYear())
  if (years[0] !== years[1]) return { year: 'numeric' }
  const oneDay = Math.floor(start / DAY) === Math.floor(end / DAY)
  if (from.precision === 'time' && oneDay) return CLOCK
  return isExact(from) && isExact(to) ? { day: 'numeric', month, ...CLOCK } : monthOfYear
}

/** The `parts` that the precision of a date allows. */
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

/** The words for dates, and the number of significant digits of prehistoric years. */
type Wording = DateWords & { digits: number }

function inWords(date: StoryDate, words: Wording, parts: Parts): string {
  if (date.precision !== 'interval') return qualified(date, simpleInWords(date, words, parts), words)
  const { from, to } = date
  if (from && to) return rangeInWords(from, to, words, parts)
  const side = from ?? to
  if (!side) return ''
  const text = qualified(side, simpleInWords(side, words, parts), words)
  return from ? (words.since?.(text) ?? `${text}–`) : (words.until?.(text) ?? `–${text}`)
}

/** Marks an approximate (`~`) or uncertain (`?`) date in the words of the language. */
function qualified({ approximate, uncertain }: SimpleDate, text: string, words: DateWords): string {
  const about = approximate ? words.approximate(text) : text
  return uncertain ? words.uncertain(about) : about
}

/** Whether `Intl` can format a date. */
function isFormattable({ precision, year, leapDay }: SimpleDate): boolean {
  return ['time', 'day', 'month', 'year'].includes(precision) && !isOutsideCalendars(year) && leapDay === undefined
}

function rangeInWords(from: SimpleDate, to: SimpleDate, words: Wording, parts: Parts): string {
  const sameQualifiers =
    from.approximate === to.approximate && from.uncertain === to.uncertain && from.seconds === to.seconds
  const shown = knownParts(from, parts)
  const samePrecision = from.precision === to.precision || !parts.month
  if (sameQualifiers && samePrecision && [from, to].every(isFormattable)) {
    const text = formatRange(formatOf(words, [from.start, to.start], shown), from.start, to.start)
    return qualified(from, text, words)
  }
  const [first, last] = [from, to].map((side) => qualified(side, simpleInWords(side, words, parts), words))
  return first === last ? (first ?? '') : `${first} – ${last}`
}

function simpleInWords(date: SimpleDate, words: Wording, parts: Parts): string {
  const { precision, year, season = 0 } = date
  if (isOutsideCalendars(year)) return distantYear(year, words, words.digits)
  const years = () => formatOf(words, [date.start], { year: 'numeric' })
  const fromTo = (format: Intl.DateTimeFormat) => formatRange(format, date.start, date.end)
  switch (precision) {
    case 'decade':
      return (year < 0 ? undefined : words.decade?.(year)) ?? fromTo(years())
    case 'century': {
      const century = year < 0 ? Math.ceil(-year / 100) : Math.floor(year / 100) + 1
      return words.century?.(century, year < 0) ?? fromTo(years())
    }
    case 'years':
      return fromTo(years())
    case 'season': {
      const yearText = years().format(date.start).replace(YEAR_WORD, '')
      // EDTF has seasons from 21, spring first, up to 32; quarters from 33, thirds from 37, halves from 40.
      const name = season > 32 ? undefined : ([0, 1, 2, 3] as const)[(season - 21) % 4]
      if (name !== undefined && words.season) return words.season(name, yearText)
      const [before, count] = season < 37 ? [32, 4] : season < 40 ? [36, 3] : [39, 2]
      if (name === undefined && words.part) return words.part(season - before, count, yearText)
      return fromTo(formatOf(words, [date.start], { month: 'long', year: 'numeric' }))
    }
    default: {
      const shown = knownParts(date, parts)
      const calendar = formatOf(words, [date.start], Object.keys(shown).length ? shown : { year: 'numeric' })
      if (date.leapDay === undefined) return calendar.format(date.start).replace(YEAR_WORD, '')
      const number = new Intl.NumberFormat(words.locale, { useGrouping: false })
      return withYear(calendar, date.leapDay, number.format(year > 0 ? year : 1 - year)).replace(YEAR_WORD, '')
    }
  }
}

/** Formats `day` with another `year`. */
function withYear(calendar: Intl.DateTimeFormat, day: number, year: string): string {
  const parts = calendar.formatToParts(day)
  return parts.map(({ type, value }) => (type === 'year' ? year : value)).join('')
}

/** «г.» and «р.» after a year, which `Intl` writes in single dates only, and whose full stop could seem to end a sentence. */
const YEAR_WORD = /(?<=\d)\s(г|р|рр)\.(?=[\s,]|$)/g

/** Formats a range with spaces around the dash between words, none between numbers: '30 April – 2 May', '12–13 May'. */
function formatRange(format: Intl.DateTimeFormat, first: number, last: number): string {
  const parts = format.formatRangeToParts(first, last)
  const [only, more] = parts.filter(({ source, type }) => source === 'startRange' && type !== 'literal')
  const unspaced = (!more || only?.type === 'hour') && only?.type !== 'month'
  const text = parts.map(({ value }) => value.replace(/^\s*–\s*$/, unspaced ? '–' : ' – ')).join('')
  return text.replace(YEAR_WORD, '')
}

/** Formats `time`, ms since 1970. */
export function formatTime(time: number, words: DateWords, parts: Parts): string {
  return formatOf(words, [time], parts).format(time).replace(YEAR_WORD, '')
}

/** Years before this are shown with their era, which would otherwise be unclear. */
const PLAIN_YEARS = 100

function formatOf({ locale }: DateWords, times: number[], parts: Parts): Intl.DateTimeFormat {
  const era = parts.year && times.some((time) => new Date(time).getUTCFullYear() < PLAIN_YEARS)
  const options: Parts = { timeZone: 'UTC', ...parts, ...(era && { era: 'short' }) }
  const key = `${locale} ${JSON.stringify(options)}`
  const format = formats.get(key) ?? new Intl.DateTimeFormat(locale, options)
  formats.set(key, format)
  return format
}

/** Formats by locale and options: making one takes longer than formatting a hundred dates. */
const formats = new Map<string, Intl.DateTimeFormat>()

/** Range of years that are formatted as calendar years. */
const [FIRST_YEAR, LAST_YEAR] = [-9999, 9999]

function isOutsideCalendars(year: number): boolean {
  return year < FIRST_YEAR || year > LAST_YEAR
}

/** From this year back, years are counted from the present: the 2,000 years since year 0 no longer matter. */
const YEARS_AGO = -1_000_000

/** A year outside calendars, in words: '12,000 BC', '66 million years ago'. */
function distantYear(year: number, words: DateWords, digits: number): string {
  if (year <= YEARS_AGO && words.yearsAgo) return words.yearsAgo(roundYears(-year, words, digits))
  const number = new Intl.NumberFormat(words.locale).format(Math.abs(year))
  return year < 0 ? withEra(number, words.locale) : number
}

/** An astronomical year in words: '1960', '44 BC', '12,000 BC'. */
export function yearInWords(year: number, words: DateWords): string {
  return isOutsideCalendars(year)
    ? distantYear(year, words, MIN_DIGITS)
    : formatTime(startOfYear(year), words, { year: 'numeric' })
}

/** Formats years with `digits` significant digits: '66 million'. */
export function roundYears(years: number, { locale }: DateWords, digits: number): string {
  return new Intl.NumberFormat(locale, {
    notation: 'compact',
    compactDisplay: 'long',
    maximumSignificantDigits: digits,
  }).format(years)
}

/** Adds “BC” in the language's own format, taken from an arbitrary BC year. */
function withEra(number: string, locale: string): string {
  const long = new Intl.DateTimeFormat(locale, { timeZone: 'UTC', year: 'numeric', era: 'short' })
  return withYear(long, new Date(0).setUTCFullYear(-499), number)
}
