/** Dates as authors write them: EDTF (ISO 8601-2), read as moments. `compose/dateLabels.ts` words them for readers. */
import edtf from 'edtf'
import { offsetAt, offsetOf, offsetsOf } from './zones.ts'

/** How a story tells its dates. */
export interface Clock {
  /** `-03:00`, or a place whose clock may change, `Europe/Kyiv`; without it every time is told in its own zone */
  zone?: string | undefined
  calendar?: 'julian' | undefined
}

/** How much of a date is known; `years` are more than one and neither a decade nor a century. */
type Precision = 'time' | 'day' | 'month' | 'season' | 'year' | 'decade' | 'century' | 'years'

interface Span {
  /** As the author wrote it */
  edtf: string
  /**
   * First and last moment it can mean, ms since 1970. Times are those of the story's own clock, so that a day begins at
   * its midnight. Of an interval that is open on one side, both are those of the side that is known.
   */
  start: number
  end: number
  /** `~` and `?`; `%` is both */
  approximate: boolean
  uncertain: boolean
  /** Its moment on a true-scale axis: a time itself, the first moment of a day or an interval, else the middle */
  at: number
}

export interface SimpleDate extends Span {
  precision: Precision
  /** The first year it can mean, as astronomers count: 0 is 1 BC */
  year: number
  /** Of a season: its number in EDTF, 21 to 41 */
  season?: number
  /** Of a time: whether its seconds are written */
  seconds?: boolean
  /** Of a time whose zone is known: the moment in UTC, ms since 1970 */
  instant?: number
  /**
   * Of 29 February of a year that has none in our calendar, in a story told in the Julian one: the same day of another
   * year, ms since 1970, for formatting. On the axis the day lies in the second half of the 28th.
   */
  leapDay?: number
}

/** From one date to another; a side that is not there is open. */
interface IntervalDate extends Span {
  precision: 'interval'
  from?: SimpleDate | undefined
  to?: SimpleDate | undefined
}

export type StoryDate = SimpleDate | IntervalDate

/** A moment of publication. `iso` is complete, with its zone, or a day where no more is known; `at` is ms since 1970. */
export interface Moment {
  iso: string
  day: StoryDate
  at: number
}

/** The moment `text` means: an ISO time with a zone, or a day. Undefined for anything else. */
export function parseMoment(text: string): Moment | undefined {
  const [, day = '', time = ''] = /^(\d{4}-\d\d-\d\d)(T\d\d:\d\d(?::\d\d)?(?:Z|[+-]\d\d:\d\d))?$/.exec(text) ?? []
  const date = parseDate(day)
  const at = Date.parse(text)
  if (!date || Number.isNaN(at)) return
  return { iso: time ? new Date(at).toISOString().replace('.000Z', 'Z') : day, day: date, at }
}

export const DATE_FORMS =
  '2020, 2020-09, 2025-12-13, 2010-10-13T00:11-03:00, 2025-12-12/2025-12-13, 2020~ or 2020? (README, “Dates”)'

/**
 * The date `text` means: EDTF, level 1 whole and of level 2 all but sets; undefined when it is none, or no day or time of
 * the story's clock. Without a zone a time is told as its author wrote it.
 */
export function parseDate(text: string, clock: Clock = {}): StoryDate | undefined {
  const sides = text.split('/')
  if (sides.length > 2) return
  const [first = '', second] = sides
  if (second === undefined) return parseSimple(first, clock)
  const [from, to] = [parseSide(first, clock), parseSide(second, clock)]
  const [start, end] = [from?.start ?? to?.start, to?.end ?? from?.end]
  if (from === null || to === null || start === undefined || end === undefined || end < start) return
  const either = (mark: 'approximate' | 'uncertain') => Boolean(from?.[mark] || to?.[mark])
  return {
    edtf: text,
    precision: 'interval',
    from,
    to,
    start,
    end,
    approximate: either('approximate'),
    uncertain: either('uncertain'),
    at: start,
  }
}

/** A side of an interval: undefined where it is open, null where it is none. */
function parseSide(text: string, clock: Clock): SimpleDate | undefined | null {
  return text === '' || text === '..' ? undefined : (parseSimple(text, clock) ?? null)
}

function parseSimple(text: string, clock: Clock): SimpleDate | undefined {
  const known = timeOf(text, clock) ?? spanOf(text, clock)
  if (!known) return
  const { start, end, precision } = known
  const exact = precision === 'day' || precision === 'time'
  return {
    edtf: text,
    ...known,
    approximate: /[~%]|S\d/.test(text),
    uncertain: /[?%]/.test(text),
    at: exact ? start : Math.round((start + end) / 2),
  }
}

type Known = Omit<SimpleDate, 'edtf' | 'approximate' | 'uncertain' | 'at'>

const TIME = /^(-?\d{4}-\d\d-\d\d)T((?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d)?)(Z|[+-](?:0\d|1[0-4]):[0-5]\d)?$/

/** The zone that `text` names, where it is a time with one. */
export function zoneOf(text: string): string | undefined {
  return TIME.exec(text)?.[3]
}

/** A time of day as it is written, as if it were UTC, ms since 1970; undefined where `text` is none. */
export function writtenTime(text: string): number | undefined {
  const [, day = '', clock = ''] = TIME.exec(text) ?? []
  const date = clock ? parsed(day) : undefined
  return date && date.min + sinceMidnight(clock)
}

function sinceMidnight(clock: string): number {
  const [hours = 0, minutes = 0, seconds = 0] = clock.split(':').map(Number)
  return (hours * 3600 + minutes * 60 + seconds) * 1000
}

function timeOf(text: string, { zone, calendar }: Clock): Known | undefined {
  const [, day = '', clock = '', own] = TIME.exec(text) ?? []
  if (!clock) return
  const seconds = clock.length > '00:00'.length
  const leap = calendar && julianLeapDay(day)
  if (leap) {
    if (own && zone && own !== zone) return // it may be another day there, and we convert no days
    const start = leap.start + sinceMidnight(clock) / 2
    return { ...leap, start, end: start, precision: 'time', seconds, leapDay: leap.leapDay + sinceMidnight(clock) }
  }
  const written = writtenTime(text)
  if (written === undefined) return
  // Of a time that came twice, as the clock went back, the first.
  const offset = own ? offsetOf(own) : zone ? offsetsOf(written, zone)[0] : undefined
  if (offset === undefined && zone) return
  const instant = offset === undefined ? undefined : written - offset
  const start = instant !== undefined && zone ? instant + offsetAt(instant, zone) : written
  const year = new Date(start).getUTCFullYear()
  return { start, end: start, precision: 'time', year, seconds, ...(instant !== undefined && { instant }) }
}

/** 29 February where the Julian calendar has one and ours has none. */
function julianLeapDay(text: string) {
  const [, digits = ''] = /^(-?\d{4})-02-29$/.exec(text.replace(/[~?%]/g, '')) ?? []
  const year = Number(digits)
  if (!digits || year % 4 !== 0 || parsed(text)) return
  const noon = new Date(0).setUTCFullYear(year, 1, 28) + DAY / 2
  const leapDay = new Date(0).setUTCFullYear(year > 0 ? 2000 : -400, 1, 29)
  return { start: noon, end: noon + DAY / 2 - 1, precision: 'day' as const, year, leapDay }
}

/** No year is further away: the universe is younger. */
const FURTHEST_YEAR = 1e11

function spanOf(text: string, { calendar }: Clock): Known | undefined {
  if (text.includes('T')) return
  // A far year and a decade may be doubted as well as a near year, though EDTF has no form for it.
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

/** A date of which digits may be missing (`X`): it is as precise as what stands before the first that is. */
function unspecified(text: string, { min, max, values: [year = 0] }: Parsed): Known | undefined {
  const [, digits = '', month, day] = /^-?(....)(?:-(..)(?:-(..))?)?$/.exec(text.replace(/[~?%]/g, '')) ?? []
  if (digits === 'XXXX') return
  const [first, last] = [new Date(min).getUTCFullYear(), new Date(max).getUTCFullYear()]
  const years = { start: startOfYear(first), end: startOfYear(last + 1) - 1, year: first }
  if (/^\d{3}X$/.test(digits)) return { ...years, precision: 'decade' }
  if (/^\d\dXX$/.test(digits)) return { ...years, precision: 'century' }
  if (digits.includes('X')) return { ...years, precision: 'years' }
  if (!month || month.includes('X')) return { ...years, year, precision: 'year' }
  return { start: min, end: max, year, precision: !day || day.includes('X') ? 'month' : 'day' }
}

interface Parsed {
  type: string
  min: number
  max: number
  values: number[]
}

/** Every date is asked for several times while a story is read and composed, and its grammar takes its time. */
const parsedBefore = new Map<string, Parsed | undefined>()

function parsed(text: string): Parsed | undefined {
  if (!parsedBefore.has(text)) parsedBefore.set(text, parse(text))
  return parsedBefore.get(text)
}

function parse(text: string): Parsed | undefined {
  // The parser takes a long number for milliseconds since 1970.
  if (/^[-+]?\d{5,}/.test(text)) return
  try {
    const { type, min, max, values } = edtf(text)
    const numbers = (values ?? []).map(Number)
    // It makes 1 March of a 29 February that is not there.
    const [, day] = /^-?\d{4}-\d\d-(\d\d)$/.exec(text.replace(/[~?%]/g, '')) ?? []
    if (day && type === 'Date' && Number(day) !== numbers[2]) return
    return { type, min: Number(min), max: Number(max), values: numbers }
  } catch {
    return
  }
}

const DAY = 86_400_000
/** The mean year of our calendar */
const YEAR = 365.2425 * DAY
/** Beyond these years there is no `Date`; a day more or less is not seen there. */
const LAST_YEAR = 270_000

/** The year of a moment, as astronomers count; beyond all calendars with its fraction. */
export function yearAt(time: number): number {
  return isCalendar(time) ? new Date(time).getUTCFullYear() : time / YEAR + 1970
}

/** Whether calendars reach to a moment. */
export function isCalendar(time: number): boolean {
  return Math.abs(time / YEAR) < LAST_YEAR
}

/** Its first moment, ms since 1970; `year` as astronomers count. */
export function startOfYear(year: number): number {
  if (Math.abs(year) > LAST_YEAR) return (year - 1970) * YEAR
  return new Date(0).setUTCFullYear(year, 0, 1)
}

/** First month, counted from 0, and number of months of every season of EDTF: meteorologists', of the north if unsaid. */
const SEASONS: Record<number, [first: number, months: number]> = {
  ...{ 21: [2, 3], 22: [5, 3], 23: [8, 3], 24: [11, 3] },
  ...{ 25: [2, 3], 26: [5, 3], 27: [8, 3], 28: [11, 3] },
  ...{ 29: [8, 3], 30: [11, 3], 31: [2, 3], 32: [5, 3] },
  ...{ 33: [0, 3], 34: [3, 3], 35: [6, 3], 36: [9, 3] },
  ...{ 37: [0, 4], 38: [4, 4], 39: [8, 4], 40: [0, 6], 41: [6, 6] },
}

/** First and last moment of a season of EDTF, 21 to 41. */
export function seasonOf(year: number, season: number): [start: number, end: number] {
  const [first, months] = SEASONS[season] ?? [0, 12]
  const month = (index: number) => new Date(0).setUTCFullYear(year, index, 1)
  return [month(first), month(first + months) - 1]
}
