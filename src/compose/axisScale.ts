/** The scales of the true-scale axis: a time range, widened to whole ticks at round moments. */

import { scaleLinear } from 'd3-scale'
import { isCalendar, type StoryDate, startOfYear, yearAt } from '../content/edtf.ts'
import { need } from '../content/need.ts'

/** A time range with its ticks, ms since 1970. */
export interface Scale {
  first: number
  last: number
  ticks: number[]
  unit: Unit
  /** Interval between ticks, in units */
  every: number
}

type Unit = 'second' | 'minute' | 'hour' | 'day' | 'month' | 'year'

/** Milliseconds */
const [SECOND, MINUTE, HOUR] = [1000, 60_000, 3_600_000]
export const DAY = 24 * HOUR
const YEAR = 365.2425 * DAY

/** Approximate length of each unit, ms, and the possible numbers of it between ticks. */
const UNITS: [unit: Unit, length: number, every: number[]][] = [
  ['second', SECOND, [1, 2, 5, 10, 15, 30]],
  ['minute', MINUTE, [1, 2, 5, 10, 15, 30]],
  ['hour', HOUR, [1, 2, 3, 6, 12]],
  ['day', DAY, [1, 2, 7, 14]],
  ['month', YEAR / 12, [1, 3, 6]],
  ['year', YEAR, [1]],
]
const INTERVALS = UNITS.flatMap(([unit, length, all]) => all.map((every) => ({ unit, every, length: every * length })))

/** Index of the finest of `INTERVALS` that the precision of these dates allows. */
export function finestInterval(dates: StoryDate[]): number {
  const simple = dates.flatMap((date) => (date.precision === 'interval' ? [date.from, date.to] : [date]))
  const finest = simple.some((date) => date?.seconds)
    ? 'second'
    : simple.some((date) => date?.precision === 'time')
      ? 'minute'
      : 'day'
  return INTERVALS.findIndex(({ unit }) => unit === finest)
}

/** Approximate number of ticks on an axis. */
const TICKS = 6

/** The scale for `dates`, with about six ticks. `finest`: index of the finest interval between ticks that they allow. */
export function scaleOf(dates: StoryDate[], finest: number): Scale {
  const [first, last] = timeRange(dates)
  const target = (last - first) / TICKS
  const above = INTERVALS.findIndex(({ length }) => length > target)
  const { length } = INTERVALS[above] ?? {}
  if (length === undefined || !isCalendar(first) || !isCalendar(last)) return yearsBetween(first, last)
  const below = INTERVALS[above - 1]?.length ?? length
  const nearest = target / below < length / target ? above - 1 : above
  const { unit, every } = need(INTERVALS[Math.max(finest, nearest, 0)], 'an interval of the axis')
  if (unit === 'year') return yearsBetween(first, last)
  return unit === 'month' ? monthsBetween(first, last, every) : evenlyBetween(first, last, unit, every)
}

/** The range from the first moment to the last; for a single moment, the range of its date. */
export function timeRange(dates: StoryDate[]): [first: number, last: number] {
  const moments = dates.flatMap((date) => (date.precision === 'interval' ? [date.at, date.end] : date.at))
  const [first, last] = [Math.min(...moments), Math.max(...moments)]
  // Prehistoric years are not exact: an axis of a few years would be falsely precise, with labels too long for it.
  const age = yearAt(first) > -10_000 && yearAt(last) < 10_000 ? 0 : Math.abs(first)
  const minSpan = first < last ? Math.min(Math.max(age / 100_000, 1000 * YEAR), age / 10) : age / 10
  if (last - first < minSpan) return [(first + last - minSpan) / 2, (first + last + minSpan) / 2]
  if (first < last) return [first, last]
  const [start, end] = [Math.min(...dates.map((date) => date.start)), Math.max(...dates.map((date) => date.end))]
  return [start, Math.max(end, start + HOUR)]
}

function scaleWith(ticks: number[], unit: Unit, every: number): Scale {
  const [first, last] = [need(ticks[0], 'a tick of the axis'), need(ticks.at(-1), 'a tick of the axis')]
  return { first, last, ticks, unit, every }
}

function evenlyBetween(first: number, last: number, unit: Exclude<Unit, 'month' | 'year'>, every: number): Scale {
  const step =
    every *
    need(
      UNITS.find(([each]) => each === unit),
      unit,
    )[1]
  // Weeks start on Monday, like the fifth day of 1970.
  const monday = unit === 'day' && every % 7 === 0 ? 4 * DAY : 0
  const [from, to] = [Math.floor((first - monday) / step), Math.ceil((last - monday) / step)]
  const ticks = integers(from, Math.max(to, from + 1)).map((n) => n * step + monday)
  return scaleWith(ticks, unit, every)
}

function monthsBetween(first: number, last: number, every: number): Scale {
  const month = (time: number) => new Date(time).getUTCFullYear() * 12 + new Date(time).getUTCMonth()
  // A month beyond the twelfth is one of another year.
  const start = (index: number) => new Date(0).setUTCFullYear(0, index, 1)
  const [from, to] = [Math.floor(month(first) / every), Math.ceil(month(last) / every)]
  const ticks = integers(from, start(to * every) >= last ? to : to + 1).map((n) => start(n * every))
  return scaleWith(ticks, 'month', every)
}

/** Ticks at round years of the calendar without a year 0: 100 BC, 1, 100. */
function yearsBetween(first: number, last: number): Scale {
  const [firstTick = 0, secondTick = firstTick + 1] = scaleLinear()
    .domain([yearAt(first), yearAt(last)])
    .ticks(TICKS)
  const every = Math.max(1, secondTick - firstTick)
  const start = (n: number) => startOfYear(every === 1 ? n : astronomical(n * every))
  let [from, to] = [Math.floor(yearAt(first) / every), Math.floor(yearAt(last) / every)]
  if (start(from) > first) from -= 1
  // A prehistoric axis ends at the present, although its year 0 is two thousand years ago.
  if (start(to) < last - (isCalendar(first) ? 0 : (every * YEAR) / 1000)) to += 1
  const ticks = integers(from, Math.max(to, from + 1)).map(start)
  return scaleWith(ticks, 'year', every)
}

/** Astronomical year of a tick: 100 BC is -99, as there is no year 0. The difference does not matter for prehistory. */
function astronomical(year: number): number {
  return year < 0 ? year + Number(year > -10_000) : Math.max(year, 1)
}

/** All integers from one to another, both included. */
export function integers(from: number, to: number): number[] {
  return Array.from({ length: to - from + 1 }, (_, i) => from + i)
}
