/** Parses authors' dates (EDTF, ISO 8601-2) into moments. `compose/dateLabels.ts` formats them for readers. */
import edtf from 'edtf'
import { attempt } from './attempt.ts'
import { offsetAt, offsetOf, offsetsOf } from './zones.ts'

/** Time zone and calendar of a story's dates. */
export interface Clock {
  /** An offset (`-03:00`) or a named zone (`Europe/Kyiv`); without one, each time is shown in its own zone */
  zone?: string | undefined
  calendar?: 'julian' | undefined
}

/** Precision of a date; `years` is a span that is neither a decade nor a century. */
type Precision = 'time' | 'day' | 'month' | 'season' | 'year' | 'decade' | 'century' | 'years'

interface Span {
  /** As the author wrote it */
  edtf: string
  /**
   * First and last possible moment, ms since 1970, in the story's local time, so that a day begins at midnight. For a
   * half-open interval, both are those of the known side.
   */
  start: number
  end: number
  /** `~` is approximate, `?` uncertain, `%` both */
  approximate: boolean
  uncertain: boolean
  /** Position on the true-scale axis, ms since 1970: the start of a time, day or interval, otherwise the middle */
  at: number
}

export interface SimpleDate extends Span {
  precision: Precision
  /** First possible year, astronomical: 0 is 1 BC */
  year: number
  /** EDTF number of a season, 21 to 41 */
  season?: number
  /** Whether a time has seconds */
  seconds?: boolean
  /** Moment of a time with a known zone, UTC, ms since 1970 */
  instant?: number
  /**
   * Set on a Julian 29 February that the Gregorian calendar does not have: the same day in a leap year, ms since 1970,
   * for formatting. On the axis the day takes the second half of the 28th.
   */
  leapDay?: number
}

/** An interval; a missing side is open. */
interface IntervalDate extends Span {
  precision: 'interval'
  from?: SimpleDate | undefined
  to?: SimpleDate | undefined
}

export type StoryDate = SimpleDate | IntervalDate

/** A moment of publication. `iso` is a complete time with its zone, or only a day; `at` is ms since 1970. */
export interface Moment {
  iso: string
  day: StoryDate
  at: number
}

/** Parses an ISO time with a zone, or a day; undefined for anything else. */
export function parseMoment(text: string): Moment | undefined {
  const [, day = '', time = ''] = /^(\d{4}-\d\d-\d\d)(T\d\d:\d\d(?::\d\d)?(?:Z|[+-]\d\d:\d\d))?$/.exec(text) ?? []
  const date = parseDate(day)
  const at = Date.parse(text)
  if (!date || Number.isNaN(at)) return
  return { iso: time ? new Date(at).toISOString().replace('.000Z', 'Z') : day, day: date, at }
}

export const DATE_FORMS =
  '2020, 2020-09, 2025-12-13, 2010-10-13T00:11-03:00, 2025-12-12/2025-12-13, 2020~ or 2020? (STORY.md, “Dates”)'

/**
 * Parses an EDTF date: all of level 1, and level 2 without sets. Undefined if it is invalid or does not exist in the
 * clock's calendar or zone. Without a zone, a time is kept as written.
 */
export function parseDate(text: string, clock: Clock = {}): StoryDate | undefined {
  const sides = text.split('/')
  if (sides.length > 2) return
  const [first = '', second] = sides
  if (second === undefined) return parseSimple(first, clock)
  // Undefined for an open side, null for an invalid one
  const [from, to] = [first, second].map((side) =>
    /^(\.\.)?$/.test(side) ? undefined : (parseSimple(side, clock) ?? null),
  )
  const [start, end] = [from?.start ?? to?.start, to?.end ?? from?.end]
  if (from === null || to === null || start === undefined || end === undefined || end < start) return
  const approximate = Boolean(from?.approximate || to?.approximate)
  const uncertain = Boolean(from?.uncertain || to?.uncertain)
  return { edtf: text, precision: 'interval', from, to, start, end, approximate, uncertain, at: start }
}

function parseSimple(text: string, clock: Clock): SimpleDate | undefined {
  const span = timeOf(text, clock) ?? spanOf(text, clock)
  if (!span) return
  const { start, end, precision } = span
  const at = precision === 'day' || precision === 'time' ? start : Math.round((start + end) / 2)
  return { edtf: text, ...span, approximate: /[~%]|S\d/.test(text), uncertain: /[?%]/.test(text), at }
}

type ParsedSpan = Omit<SimpleDate, 'edtf' | 'approximate' | 'uncertain' | 'at'>

const TIME = /^(-?\d{4}-\d\d-\d\d)T((?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d)?)(Z|[+-](?:0\d|1[0-4]):[0-5]\d)?$/

/** Zone of a time; undefined if `text` has none. */
export function zoneOf(text: string): string | undefined {
  return TIME.exec(text)?.[3]
}

/** A time as written, read as if it were UTC, ms since 1970; undefined if `text` is no time. */
export function writtenTime(text: string): number | undefined {
  const [, day = '', clock = ''] = TIME.exec(text) ?? []
  const date = clock ? parsed(day) : undefined
  return date && date.min + sinceMidnight(clock)
}

function sinceMidnight(clock: string): number {
  const [hours = 0, minutes = 0, seconds = 0] = clock.split(':').map(Number)
  return (hours * 3600 + minutes * 60 + seconds) * 1000
}

function timeOf(text: string, { zone, calendar }: Clock): ParsedSpan | undefined {
  const [, day = '', clock = '', writtenZone] = TIME.exec(text) ?? []
  if (!clock) return
  const seconds = clock.length > '00:00'.length
  const leap = calendar && julianLeapDay(day)
  if (leap) {
    if (writtenZone && zone && writtenZone !== zone) return // the day may differ there, and we do not convert days
    const start = leap.start + sinceMidnight(clock) / 2
    return { ...leap, start, end: start, precision: 'time', seconds, leapDay: leap.leapDay + sinceMidnight(clock) }
  }
  const written = writtenTime(text)
  if (written === undefined) return
  // Of a time that occurred twice, when clocks went back, take the first.
  const offset = writtenZone ? offsetOf(writtenZone) : zone ? offsetsOf(written, zone)[0] : undefined
  if (offset === undefined && zone) return
  const instant = offset === undefined ? undefined : written - offset
  const start = instant !== undefined && zone ? instant + offsetAt(instant, zone) : written
  const year = new Date(start).getUTCFullYear()
  return { start, end: start, precision: 'time', year, seconds, ...(instant !== undefined && { instant }) }
}

/** A 29 February that only the Julian calendar has. */
function julianLeapDay(text: string) {
  const [, digits = ''] = /^(-?\d{4})-02-29$/.exec(text.replace(/[~?%]/g, '')) ?? []
  const year = Number(digits)
  if (!digits || year % 4 !== 0 || parsed(text)) return
  const noon = new Date(0).setUTCFullYear(year, 1, 28) + DAY / 2
  const leapDay = new Date(0).setUTCFullYear(year > 0 ? 2000 : -400, 1, 29)
  return { start: noon, end: noon + DAY / 2 - 1, precision: 'day' as const, year, leapDay }
}

/** Largest year before or after year 0: beyond the age of the universe. */
const FURTHEST_YEAR = 1e11

function spanOf(text: string, { calendar }: Clock): ParsedSpan | undefined {
  if (text.includes('T')) return
  // Allow qualifiers on long years and decades too, though EDTF does not.
  const date = parsed(/^Y|X[~?%]$/.test(text) ? text.replace(/[~?%]$/, '') : text)
  if (!date) return calendar && julianLeapDay(text)
  const [year = 0, season] = date.values
  switch (date.type) {
    case 'Year':
      if (Math.abs(year) > FURTHEST_YEAR) return
      return { start: startOfYear(year), end: startOfYear(year + 1) - 1, precision: 'year', year }
    case 'Season': {
      const [start, end] = seasonOf(year, season ?? 0)
      return { start, end, precision: 'season', year, ...(season !== undefined && { season }) }
    }
    case 'Decade':
      return { start: date.min, end: date.max, precision: 'decade', year: year * 10 }
    case 'Century':
      return { start: date.min, end: date.max, precision: 'century', year: year * 100 }
    case 'Date':
      return unspecified(text, date)
    default:
      return
  }
}

/** A date that may have unspecified digits (`X`), which limit its precision. */
function unspecified(text: string, { min, max, values: [year = 0] }: Parsed): ParsedSpan | undefined {
  const [, digits = '', month = 'XX', day = 'XX'] =
    /^-?(....)(?:-(..)(?:-(..))?)?$/.exec(text.replace(/[~?%]/g, '')) ?? []
  if (digits === 'XXXX') return
  const [first, last] = [new Date(min).getUTCFullYear(), new Date(max).getUTCFullYear()]
  const years = { start: startOfYear(first), end: startOfYear(last + 1) - 1, year: first }
  if (digits.includes('X'))
    return { ...years, precision: /^\d{3}X$/.test(digits) ? 'decade' : /^\d\dXX$/.test(digits) ? 'century' : 'years' }
  if (month.includes('X')) return { ...years, year, precision: 'year' }
  return { start: min, end: max, year, precision: day.includes('X') ? 'month' : 'day' }
}

interface Parsed {
  type: string
  min: number
  max: number
  values: number[]
}

/** Caches dates: each is parsed several times while a story is read and composed, and the parser is slow. */
const parseCache = new Map<string, Parsed | undefined>()

function parsed(text: string): Parsed | undefined {
  if (!parseCache.has(text)) parseCache.set(text, parse(text))
  return parseCache.get(text)
}

function parse(text: string): Parsed | undefined {
  // edtf.js reads a long number as milliseconds since 1970.
  const found = /^[-+]?\d{5,}/.test(text) ? undefined : attempt(() => edtf(text))
  if (!found) return
  const { type, min, max, values = [] } = found
  const numbers = values.map(Number)
  // edtf.js turns a 29 February that does not exist into 1 March.
  const [, day] = /^-?\d{4}-\d\d-(\d\d)$/.exec(text.replace(/[~?%]/g, '')) ?? []
  if (day && type === 'Date' && Number(day) !== numbers[2]) return
  return { type, min: Number(min), max: Number(max), values: numbers }
}

const DAY = 86_400_000
/** The mean Gregorian year, ms */
const YEAR = 365.2425 * DAY
/** `Date` ends about here; beyond, an approximate year is exact enough. */
const LAST_YEAR = 270_000

/** Astronomical year of a moment; fractional beyond the range of `Date`. */
export function yearAt(time: number): number {
  return isCalendar(time) ? new Date(time).getUTCFullYear() : time / YEAR + 1970
}

/** Whether a moment is within the range of `Date`. */
export function isCalendar(time: number): boolean {
  return Math.abs(time / YEAR) < LAST_YEAR
}

/** First moment of an astronomical year, ms since 1970. */
export function startOfYear(year: number): number {
  if (Math.abs(year) > LAST_YEAR) return (year - 1970) * YEAR
  return new Date(0).setUTCFullYear(year, 0, 1)
}

/** First month (from 0) and number of months of each EDTF season: meteorological, northern if the hemisphere is open. */
const SEASONS: Record<number, [first: number, months: number]> = {
  ...{ 21: [2, 3], 22: [5, 3], 23: [8, 3], 24: [11, 3] },
  ...{ 25: [2, 3], 26: [5, 3], 27: [8, 3], 28: [11, 3] },
  ...{ 29: [8, 3], 30: [11, 3], 31: [2, 3], 32: [5, 3] },
  ...{ 33: [0, 3], 34: [3, 3], 35: [6, 3], 36: [9, 3] },
  ...{ 37: [0, 4], 38: [4, 4], 39: [8, 4], 40: [0, 6], 41: [6, 6] },
}

/** First and last moment of an EDTF season, 21 to 41. */
export function seasonOf(year: number, season: number): [start: number, end: number] {
  const [first, months] = SEASONS[season] ?? [0, 12]
  const month = (index: number) => new Date(0).setUTCFullYear(year, index, 1)
  return [month(first), month(first + months) - 1]
}
