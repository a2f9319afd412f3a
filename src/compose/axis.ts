/** The true-scale axis under the beads, made in the build. */

import { scaleLinear } from 'd3-scale'
import { textWidth } from '../cartography/names/boxes.ts'
import { isCalendar, type StoryDate, startOfYear, yearAt } from '../content/edtf.ts'
import { need } from '../content/need.ts'
import { type DateWords, dateWordsOf } from '../language/dates.ts'
import { languageOf } from '../language/index.ts'
import type { Axis, AxisEra, AxisLabel } from '../story/story.ts'
import { STRIP } from '../story/strip.ts'
import { formatTime, roundYears, yearInWords } from './dateLabels.ts'

/** A background span of the axis. */
interface Era {
  label: string
  /** Its start and end, in words */
  dates: string
  from: StoryDate
  /** If undefined, the era extends to the end of the axis */
  to?: StoryDate | undefined
}

/** What else stands on the axis, or bounds it. */
interface AxisOptions {
  /** Indexes of steps before which it is broken */
  breaks?: number[] | undefined
  eras?: Era[] | undefined
  /** Dates of what came after the story */
  since?: StoryDate[] | undefined
  /** Dates that the axis includes besides, such as the ends of spans */
  more?: StoryDate[] | undefined
  /** Its minimum length on narrow and wide timelines, pixels; without one, `MIN_LENGTHS` */
  lengths?: readonly [narrow: number, wide: number]
  /** True if a title next to the axis says the month */
  titled?: boolean
}

/** An axis with the positions of the steps on it, the ends of those that last, and any other time; all 0 to 1. */
export interface MadeAxis {
  axis: Axis
  at: number[]
  until: (number | undefined)[]
  place: (time: number) => number
}

/**
 * The axis for steps with these `dates`. It starts and ends at a tick, so that the first year is complete. Each part
 * between breaks has its own scale, and a length in proportion to its number of steps. What came after the story is
 * behind a break of its own if the axis is broken already, or if it took longer than the story.
 */
export function makeAxis(dates: StoryDate[], language: string, options: AxisOptions = {}): MadeAxis {
  const { breaks = [], eras = [], since = [], more = [], lengths = MIN_LENGTHS, titled } = options
  const words = dateWordsOf(languageOf(language))
  const starts = [0, ...breaks]
  const groups = starts.map((start, i) => dates.slice(start, starts[i + 1]))
  const story = timeRange(dates)
  const apart =
    since.length > 0 && (breaks.length > 0 || timeRange([...dates, ...since])[1] - story[1] > story[1] - story[0])
  const ranges = apart ? [...groups, since] : groups.with(-1, [...(groups.at(-1) ?? []), ...since])
  const finest = finestInterval(dates)
  const scales = ranges.map((range, i) => {
    const bounds = more.filter(({ at }) => (i === 0 && at < story[0]) || (i === groups.length - 1 && at > story[1]))
    return scaleOf([...range, ...bounds], finest)
  })
  const extents = shareAxis(ranges.map((_, i) => groups[i]?.length ?? 0))
  const parts = scales.map((scale, i) => ({ ...scale, ...(extents[i] ?? { from: 0, to: 1 }) }))
  const partOf = (index: number) => need(parts[index], 'a part of the axis')
  // The ranges of parts overlap, since they begin at ticks.
  const place = (time: number) => {
    const inStory = time <= story[1] ? groups : ranges
    const index = inStory.findLastIndex((range) => (range[0]?.at ?? 0) <= time)
    return round(positionIn(partOf(Math.max(0, index)), time))
  }
  const at = groups.flatMap((group, i) => group.map((date) => round(positionIn(partOf(i), date.at))))
  const until = groups.flatMap((group, i) =>
    group.map((date) => (lasts(date) ? round(positionIn(partOf(i), date.end)) : undefined)),
  )
  const [start, end] = [partOf(0), partOf(groups.length - 1)]
  const severalYears = yearAt(start.first) !== yearAt(end.last - 1)
  const labels = (width: number) => parts.flatMap((part) => labelsThatFit(part, width, { words, severalYears, titled }))
  const bands = eras.flatMap((era) => eraOnAxis(era, place, lengths) ?? [])
  return {
    axis: {
      ticks: parts.flatMap((part) => part.ticks.map((tick) => round(positionIn(part, tick)))),
      labels: merge(labels(lengths[0]), labels(lengths[1])),
      ...(parts.length > 1 && {
        breaks: parts.slice(1).map(({ from }, i) => [partOf(i).to, from]),
      }),
      ...(bands.length && { eras: bands }),
      ...(since.length && { since: since.map((date) => place(date.at)) }),
    },
    at,
    until,
    place,
  }
}

/** Whether a date is an interval that is closed on both sides. */
function lasts(date: StoryDate): boolean {
  return date.precision === 'interval' && date.from !== undefined && date.to !== undefined
}

/** Minimum length of the axis on narrow and wide timelines, CSS pixels: in windows 320 and 900 pixels wide. */
const MIN_LENGTHS = [216, STRIP] as const

/** Length of a break, and minimum weight of a part, as fractions of the axis. */
const [BREAK, MIN_PART] = [0.03, 0.2]

/** Start and end on the axis of parts with these numbers of steps, 0 to 1. */
function shareAxis(stepCounts: number[]): { from: number; to: number }[] {
  const weights = stepCounts.map((count) => Math.max(MIN_PART, count / sum(stepCounts)))
  const available = 1 - BREAK * (stepCounts.length - 1)
  return weights.map((weight, i) => {
    const from = (sum(weights.slice(0, i)) / sum(weights)) * available + i * BREAK
    return { from: round(from), to: round(from + (weight / sum(weights)) * available) }
  })
}

/** A time range with its ticks, ms since 1970. */
interface Scale {
  first: number
  last: number
  ticks: number[]
  unit: Unit
  /** Interval between ticks, in units */
  every: number
}

interface Part extends Scale {
  /** Start and end on the axis, 0 to 1 */
  from: number
  to: number
}

type Unit = 'second' | 'minute' | 'hour' | 'day' | 'month' | 'year'

const SECOND = 1000
const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR
const YEAR = 365.2425 * DAY

/** Possible intervals between ticks, with their approximate length in ms. */
const INTERVALS: [unit: Unit, every: number, length: number][] = [
  ...[1, 2, 5, 10, 15, 30].map((n): [Unit, number, number] => ['second', n, n * SECOND]),
  ...[1, 2, 5, 10, 15, 30].map((n): [Unit, number, number] => ['minute', n, n * MINUTE]),
  ...[1, 2, 3, 6, 12].map((n): [Unit, number, number] => ['hour', n, n * HOUR]),
  ...[1, 2, 7, 14].map((n): [Unit, number, number] => ['day', n, n * DAY]),
  ...[1, 3, 6].map((n): [Unit, number, number] => ['month', n, (n * YEAR) / 12]),
  ['year', 1, YEAR],
]

/** Index of the finest of `INTERVALS` that the precision of these dates allows. */
function finestInterval(dates: StoryDate[]): number {
  const simple = dates.flatMap((date) => (date.precision === 'interval' ? [date.from, date.to] : [date]))
  const finest = simple.some((date) => date?.seconds)
    ? 'second'
    : simple.some((date) => date?.precision === 'time')
      ? 'minute'
      : 'day'
  return INTERVALS.findIndex(([unit]) => unit === finest)
}

/** Approximate number of ticks on an axis. */
const TICKS = 6

function scaleOf(dates: StoryDate[], finest: number): Scale {
  const [first, last] = timeRange(dates)
  const target = (last - first) / TICKS
  const above = INTERVALS.findIndex(([, , length]) => length > target)
  const years = above < 0 || !isCalendar(first) || !isCalendar(last)
  if (years) return yearsBetween(first, last)
  const [, , length] = need(INTERVALS[above], 'an interval of the axis')
  const [, , below = length] = INTERVALS[above - 1] ?? []
  const [unit, every] = need(
    INTERVALS[Math.max(finest, target / below < length / target ? above - 1 : above, 0)],
    'an interval of the axis',
  )
  if (unit === 'year') return yearsBetween(first, last)
  return unit === 'month' ? monthsBetween(first, last, every) : evenlyBetween(first, last, unit, every)
}

/** The range from the first moment to the last; for a single moment, the range of its date. */
function timeRange(dates: StoryDate[]): [first: number, last: number] {
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

function evenlyBetween(first: number, last: number, unit: Exclude<Unit, 'month' | 'year'>, every: number): Scale {
  const step = every * { second: SECOND, minute: MINUTE, hour: HOUR, day: DAY }[unit]
  // Weeks start on Monday, like the fifth day of 1970.
  const monday = unit === 'day' && every % 7 === 0 ? 4 * DAY : 0
  const [from, to] = [Math.floor((first - monday) / step), Math.ceil((last - monday) / step)]
  const ticks = integers(from, Math.max(to, from + 1)).map((n) => n * step + monday)
  return {
    first: need(ticks[0], 'a tick of the axis'),
    last: need(ticks.at(-1), 'a tick of the axis'),
    ticks,
    unit,
    every,
  }
}

function monthsBetween(first: number, last: number, every: number): Scale {
  const month = (time: number) => new Date(time).getUTCFullYear() * 12 + new Date(time).getUTCMonth()
  const start = (index: number) => new Date(0).setUTCFullYear(Math.floor(index / 12), modulo(index, 12), 1)
  const from = Math.floor(month(first) / every)
  const whole = start(Math.ceil(month(last) / every) * every) >= last
  const ticks = integers(from, Math.ceil(month(last) / every) + (whole ? 0 : 1)).map((n) => start(n * every))
  return {
    first: need(ticks[0], 'a tick of the axis'),
    last: need(ticks.at(-1), 'a tick of the axis'),
    ticks,
    unit: 'month',
    every,
  }
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
  return {
    first: need(ticks[0], 'a tick of the axis'),
    last: need(ticks.at(-1), 'a tick of the axis'),
    ticks,
    unit: 'year',
    every,
  }
}

/** Astronomical year of a tick: 100 BC is -99, as there is no year 0. The difference does not matter for prehistory. */
function astronomical(year: number): number {
  return year < 0 ? year + Number(year > -10_000) : Math.max(year, 1)
}

/** How the labels of an axis are worded. */
interface Wording {
  words: DateWords
  /** The axis reaches over several years */
  severalYears: boolean
  /** A title next to the axis says the month */
  titled?: boolean | undefined
}

/** The labels of a part that fit on an axis `width` pixels long: every one, every second, every third, and so on. */
function labelsThatFit(part: Part, width: number, wording: Wording): AxisLabel[] {
  const fits = (labels: AxisLabel[]) => {
    const boxes = labels.map((label) => boxOf(label, width))
    const [start, end] = [part.from * width - OVERHANG, part.to * width + OVERHANG]
    return boxes.every(({ left, right }, i) => {
      const previous = boxes[i - 1]
      return left >= start && right <= end && (!previous || previous.right + GAP <= left)
    })
  }
  const years = part.unit === 'month' ? yearsOf(part, wording.words) : []
  for (let every = 1; every <= part.ticks.length; every += 1) {
    const labels = years.length > 2 ? years.filter((_, i) => i % every === 0) : labelsOf(part, every, wording)
    // A year in the middle of a short stretch may have no room there.
    const shown = labels.filter((label) => fits([label]))
    if (shown.length > 0 && fits(shown)) return shown
  }
  return []
}

/** The years of a part with ticks at months, each in the middle of what the axis shows of it. */
function yearsOf(part: Part, words: DateWords): AxisLabel[] {
  const [from, to] = [yearAt(part.first), yearAt(part.last - 1)]
  return integers(from, to).map((year) => {
    const [start, end] = [Math.max(part.first, startOfYear(year)), Math.min(part.last, startOfYear(year + 1))]
    return { at: round((positionIn(part, start) + positionIn(part, end)) / 2), text: yearInWords(year, words) }
  })
}

/** Font of the axis; its size and the minimum space between two labels, pixels. */
const FACE = { family: 'source-sans-3', weight: 400 } as const
const [FONT_SIZE, GAP] = [12, 4]
/** How far a label may extend beyond the end of a part, pixels. */
const OVERHANG = 1

function boxOf({ at, text, anchor }: AxisLabel, width: number) {
  const labelWidth = textWidth(text, FACE, FONT_SIZE)
  const left = at * width - (anchor === 'start' ? 0 : anchor === 'end' ? labelWidth : labelWidth / 2)
  return { left, right: left + labelWidth }
}

/** Labels of every `every`th tick, all of one form: only a day is written in the place of its midnight. */
function labelsOf(part: Part, every: number, wording: Wording): AxisLabel[] {
  const midnight = Math.max(
    0,
    part.ticks.findIndex((tick) => tick % DAY === 0),
  )
  const offset = part.unit === 'year' || part.unit === 'month' ? 0 : midnight % every
  const ticks = part.ticks.filter((_, i) => i % every === offset)
  // Hours say their day once, at its midnight or else at the first of them.
  const dated = ticks.some((tick) => tick % DAY === 0) ? undefined : ticks[0]
  return ticks.flatMap((tick, i): AxisLabel[] => {
    // A label of a single year is centred in that year; all others are at their tick.
    const centred = part.unit === 'year' && part.every === 1
    const next = part.ticks[part.ticks.indexOf(tick) + 1]
    if (centred && next === undefined) return []
    const text =
      part.unit === 'year'
        ? yearLabel(part, tick, ticks[i - 1], wording.words)
        : tickLabel(part, tick, tick === dated, wording)
    const at = round(centred ? (positionIn(part, tick) + positionIn(part, next ?? tick)) / 2 : positionIn(part, tick))
    const anchor = centred ? undefined : i === 0 ? 'start' : next === undefined ? 'end' : undefined
    return [{ at, text, ...(anchor && { anchor }) }]
  })
}

/** Label of a tick of seconds to months. */
function tickLabel(
  { unit, ticks }: Part,
  tick: number,
  dated: boolean,
  { words, severalYears, titled }: Wording,
): string {
  const format = (parts: Intl.DateTimeFormatOptions) => formatTime(tick, words, parts)
  const year = { year: 'numeric' } as const
  if (unit === 'month') return format({ month: words.shortMonth, ...year })
  const day = { day: 'numeric', month: words.shortMonth } as const
  const month = (time: number | undefined = 0) => new Date(time).getUTCMonth()
  if (unit === 'day' && titled && month(ticks[0]) === month(ticks.at(-1))) return format({ day: 'numeric' })
  const date = severalYears ? { ...day, ...year } : day
  if (unit === 'day' || tick % DAY === 0) return format(date)
  const seconds = unit === 'second' && { second: '2-digit' as const }
  const clock = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' as const, ...seconds } as const
  return format(dated ? { ...date, ...clock } : clock)
}

/** From this distance, years are counted back from the present. */
const YEARS_AGO_FROM = 1_000_000

/** Label of a tick of years: '1960', '100 BC', '60 million years ago'. */
function yearLabel({ first, last, every }: Part, tick: number, previous: number | undefined, words: DateWords): string {
  const year = Math.round(yearAt(tick))
  const furthest = Math.max(...[first, last].map((time) => Math.abs(yearAt(time))))
  if (furthest < YEARS_AGO_FROM || !words.yearsAgo) return yearInWords(year, words)
  if (Math.abs(year) < every / 2) return words.now ?? yearInWords(year, words)
  const number = roundYears(Math.abs(year), words, Math.ceil(Math.log10(furthest / every)) + 1)
  if (year > 0) return `+${number}`
  return previous === undefined ? words.yearsAgo(number) : number
}

/** Merges the labels for both widths; those for one width only have `on`. */
function merge(narrow: AxisLabel[], wide: AxisLabel[]): AxisLabel[] {
  const same = (a: AxisLabel) => (b: AxisLabel) => a.at === b.at && a.text === b.text
  return [
    ...wide.map((label): AxisLabel => (narrow.some(same(label)) ? label : { ...label, on: 'wide' })),
    ...narrow.filter((label) => !wide.some(same(label))).map((label): AxisLabel => ({ ...label, on: 'narrow' })),
  ].sort((a, b) => a.at - b.at)
}

/** The part of an era that is on the axis, undefined if there is none. */
function eraOnAxis(
  { label, dates, from, to }: Era,
  place: MadeAxis['place'],
  [narrow, wide]: readonly [number, number],
): AxisEra | undefined {
  const [start, end] = [place(from.start), to ? place(to.end) : 1]
  if (end <= start) return
  const labelWidth = textWidth(label, FACE, FONT_SIZE) + GAP
  const on = labelWidth <= (end - start) * narrow ? undefined : labelWidth <= (end - start) * wide ? 'wide' : 'none'
  return { from: start, to: end, label, dates, ...(on && { on }) }
}

function positionIn({ first, last, from, to }: Part, time: number): number {
  return Math.min(to, Math.max(from, from + ((time - first) / (last - first)) * (to - from)))
}

function integers(from: number, to: number): number[] {
  return Array.from({ length: to - from + 1 }, (_, i) => from + i)
}

function sum(numbers: number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}

function modulo(value: number, by: number): number {
  return ((value % by) + by) % by
}

function round(value: number): number {
  return Math.round(value * 10_000) / 10_000
}
