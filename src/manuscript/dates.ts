/** Dates as authors write them: EDTF (ISO 8601-2), read as moments. `press/dates.ts` says them to readers. */
import edtf from 'edtf'

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

/** A zone as a story names it: `-03:00`, `+05:30`, `Z`. */
export const ZONE = /^(?:Z|[+-](?:0\d|1[0-4]):[0-5]\d)$/

/**
 * The date `text` means: EDTF, level 1 whole and of level 2 all but sets; undefined when it is none, or no day of the
 * calendar. `zone`: that of the story's clock; without it a time is told as its author wrote it.
 */
export function parseDate(text: string, zone?: string): StoryDate | undefined {
  const sides = text.split('/')
  if (sides.length > 2) return
  const [first = '', second] = sides
  if (second === undefined) return parseSimple(first, zone)
  const [from, to] = [parseSide(first, zone), parseSide(second, zone)]
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
function parseSide(text: string, zone: string | undefined): SimpleDate | undefined | null {
  return text === '' || text === '..' ? undefined : (parseSimple(text, zone) ?? null)
}

function parseSimple(text: string, zone: string | undefined): SimpleDate | undefined {
  const known = timeOf(text, zone) ?? spanOf(text)
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

type Known = Pick<SimpleDate, 'start' | 'end' | 'precision' | 'year' | 'season'>

const TIME = /^(-?\d{4}-\d\d-\d\d)T((?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d)?)(Z|[+-](?:0\d|1[0-4]):[0-5]\d)?$/

/** The zone that `text` names, where it is a time with one. */
export function zoneOf(text: string): string | undefined {
  return TIME.exec(text)?.[3]
}

function timeOf(text: string, zone: string | undefined): Known | undefined {
  const [, day = '', clock = '', own] = TIME.exec(text) ?? []
  const date = clock ? parsed(day) : undefined
  if (!date) return
  const [hours = 0, minutes = 0, seconds = 0] = clock.split(':').map(Number)
  const written = date.min + (hours * 3600 + minutes * 60 + seconds) * 1000
  const start = own && zone ? written - offset(own) + offset(zone) : written
  return { start, end: start, precision: 'time', year: new Date(start).getUTCFullYear() }
}

/** Of a zone, ms ahead of UTC. */
function offset(zone: string): number {
  const [, sign, hours, minutes] = /^([+-])(\d\d):(\d\d)$/.exec(zone) ?? []
  return (sign === '-' ? -1 : 1) * (Number(hours ?? 0) * 60 + Number(minutes ?? 0)) * 60_000
}

/** No year is further away: the universe is younger. */
const FURTHEST_YEAR = 1e11

function spanOf(text: string): Known | undefined {
  if (text.includes('T')) return
  // A far year may be doubted as well as a near one, though EDTF has no form for it.
  const date = parsed(text.startsWith('Y') ? text.replace(/[~?%]$/, '') : text)
  if (!date) return
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
  try {
    const { type, min, max, values } = edtf(text)
    return { type, min: Number(min), max: Number(max), values: (values ?? []).map(Number) }
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

function seasonOf(year: number, season: number): [start: number, end: number] {
  const [first, months] = SEASONS[season] ?? [0, 12]
  const month = (index: number) => new Date(0).setUTCFullYear(year, index, 1)
  return [month(first), month(first + months) - 1]
}
