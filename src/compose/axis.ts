/** The true-scale axis under the beads: made once, at build. */
import { scaleLinear } from 'd3-scale'
import { textWidth } from '../cartography/names/widths.ts'
import { isCalendar, type StoryDate, startOfYear, yearAt } from '../content/edtf.ts'
import { type DateWords, dateWordsOf } from '../language/dates.ts'
import { languageOf } from '../language/index.ts'
import type { Axis, AxisEra, AxisLabel } from '../story/story.ts'
import { momentIn, roundYears, yearInWords } from './dateLabels.ts'

/** A background span of the axis. */
interface Era {
  label: string
  /** From when to when, in words */
  dates: string
  from: StoryDate
  /** Without it the era reaches to the end */
  to?: StoryDate | undefined
}

/**
 * The axis of a story whose steps have these `dates`, and each step's place on it, 0 to 1. It begins and ends on a whole
 * tick, so that the first year is not cut. `breaks`: indexes of steps before which it is broken; each part between has a
 * scale of its own, and as much room as it has steps.
 */
export function makeAxis(
  dates: StoryDate[],
  language: string,
  { breaks = [], eras = [] }: { breaks?: number[]; eras?: Era[] } = {},
): { axis: Axis; at: number[] } {
  const words = dateWordsOf(languageOf(language))
  const starts = [0, ...breaks]
  const groups = starts.map((start, i) => dates.slice(start, starts[i + 1]))
  const finest = finestOf(dates)
  const scales = groups.map((group) => scaleOf(group, finest))
  const rooms = share(groups.map(({ length }) => length))
  const parts = scales.map((scale, i) => ({ ...scale, ...(rooms[i] ?? { from: 0, to: 1 }) }))
  const at = groups.flatMap((group, i) => group.map((date) => round(placeIn(need(parts[i]), date.at))))
  const severalYears = parts.length > 1 || yearAt(need(parts[0]).first) !== yearAt(need(parts.at(-1)).last - 1)
  const labels = (width: number) => parts.flatMap((part) => fitting(part, width, words, severalYears))
  const spans = eras.flatMap((era) => spanOf(era, parts) ?? [])
  return {
    axis: {
      ticks: parts.flatMap((part) => part.ticks.map((tick) => round(placeIn(part, tick)))),
      labels: merge(labels(NARROW), labels(WIDE)),
      ...(breaks.length && { breaks: parts.slice(1).map(({ from }, i) => [need(parts[i]).to, from]) }),
      ...(spans.length && { eras: spans }),
    },
    at,
  }
}

/** Length of the axis where the timeline is narrow and where it is wide, at least, CSS pixels: windows of 320 and 1024. */
const [NARROW, WIDE] = [216, 776]

/** Length of a break, and of the shortest part, in parts of the axis. */
const [BREAK, LEAST] = [0.03, 0.2]

/** Where parts with these numbers of steps begin and end on the axis. */
function share(steps: number[]): { from: number; to: number }[] {
  const weights = steps.map((count) => Math.max(LEAST, count / sum(steps)))
  const room = 1 - BREAK * (steps.length - 1)
  return weights.map((weight, i) => {
    const from = (sum(weights.slice(0, i)) / sum(weights)) * room + i * BREAK
    return { from: round(from), to: round(from + (weight / sum(weights)) * room) }
  })
}

/** A stretch of time with its ticks, ms since 1970. */
interface Scale {
  first: number
  last: number
  ticks: number[]
  unit: Unit
  /** How many of the unit are from tick to tick */
  every: number
}

interface Part extends Scale {
  /** Its place on the axis, 0 to 1 */
  from: number
  to: number
}

type Unit = 'second' | 'minute' | 'hour' | 'day' | 'month' | 'year'

const SECOND = 1000
const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR
const YEAR = 365.2425 * DAY

/** From tick to tick: every so many of a unit, and about how long that is. */
const STEPS: [unit: Unit, every: number, length: number][] = [
  ...[1, 2, 5, 10, 15, 30].map((n): [Unit, number, number] => ['second', n, n * SECOND]),
  ...[1, 2, 5, 10, 15, 30].map((n): [Unit, number, number] => ['minute', n, n * MINUTE]),
  ...[1, 2, 3, 6, 12].map((n): [Unit, number, number] => ['hour', n, n * HOUR]),
  ...[1, 2, 7, 14].map((n): [Unit, number, number] => ['day', n, n * DAY]),
  ...[1, 3, 6].map((n): [Unit, number, number] => ['month', n, (n * YEAR) / 12]),
  ['year', 1, YEAR],
]

/** The first of `STEPS` that the axis of these dates may have: no finer than what they say. */
function finestOf(dates: StoryDate[]): number {
  const simple = dates.flatMap((date) => (date.precision === 'interval' ? [date.from, date.to] : [date]))
  const finest = simple.some((date) => date?.seconds)
    ? 'second'
    : simple.some((date) => date?.precision === 'time')
      ? 'minute'
      : 'day'
  return STEPS.findIndex(([unit]) => unit === finest)
}

/** About so many ticks an axis has. */
const TICKS = 6

function scaleOf(dates: StoryDate[], finest: number): Scale {
  const [first, last] = reach(dates)
  const target = (last - first) / TICKS
  const above = STEPS.findIndex(([, , length]) => length > target)
  const years = above < 0 || !isCalendar(first) || !isCalendar(last)
  if (years) return yearsBetween(first, last)
  const [, , length] = need(STEPS[above])
  const [, , below = length] = STEPS[above - 1] ?? []
  const [unit, every] = need(STEPS[Math.max(finest, target / below < length / target ? above - 1 : above, 0)])
  if (unit === 'year') return yearsBetween(first, last)
  return unit === 'month' ? monthsBetween(first, last, every) : evenlyBetween(first, last, unit, every)
}

/** From the first moment to the last; of a single one, all that its date can mean. */
function reach(dates: StoryDate[]): [first: number, last: number] {
  const moments = dates.map(({ at }) => at)
  const [first, last] = [Math.min(...moments), Math.max(...moments)]
  // Nobody knows the year of an age: an axis of a few years would say what is not known, in names too long for it.
  const age = yearAt(first) > -10_000 && yearAt(last) < 10_000 ? 0 : Math.abs(first)
  const least = first < last ? Math.min(Math.max(age / 100_000, 1000 * YEAR), age / 10) : age / 10
  if (last - first < least) return [(first + last - least) / 2, (first + last + least) / 2]
  if (first < last) return [first, last]
  const [start, end] = [Math.min(...dates.map((date) => date.start)), Math.max(...dates.map((date) => date.end))]
  return [start, Math.max(end, start + HOUR)]
}

function evenlyBetween(first: number, last: number, unit: Exclude<Unit, 'month' | 'year'>, every: number): Scale {
  const step = every * { second: SECOND, minute: MINUTE, hour: HOUR, day: DAY }[unit]
  // Weeks begin on Mondays, as the fifth day of 1970 did.
  const monday = unit === 'day' && every % 7 === 0 ? 4 * DAY : 0
  const [from, to] = [Math.floor((first - monday) / step), Math.ceil((last - monday) / step)]
  const ticks = count(from, Math.max(to, from + 1)).map((n) => n * step + monday)
  return { first: need(ticks[0]), last: need(ticks.at(-1)), ticks, unit, every }
}

function monthsBetween(first: number, last: number, every: number): Scale {
  const month = (time: number) => new Date(time).getUTCFullYear() * 12 + new Date(time).getUTCMonth()
  const start = (index: number) => new Date(0).setUTCFullYear(Math.floor(index / 12), modulo(index, 12), 1)
  const from = Math.floor(month(first) / every)
  const whole = start(Math.ceil(month(last) / every) * every) >= last
  const ticks = count(from, Math.ceil(month(last) / every) + (whole ? 0 : 1)).map((n) => start(n * every))
  return { first: need(ticks[0]), last: need(ticks.at(-1)), ticks, unit: 'month', every }
}

/** Years are counted as people do: 100 BC, 1, 100. */
function yearsBetween(first: number, last: number): Scale {
  const [one = 0, other = one + 1] = scaleLinear()
    .domain([yearAt(first), yearAt(last)])
    .ticks(TICKS)
  const every = Math.max(1, other - one)
  const start = (n: number) => startOfYear(every === 1 ? n : astronomical(n * every))
  let [from, to] = [Math.floor(yearAt(first) / every), Math.floor(yearAt(last) / every)]
  if (start(from) > first) from -= 1
  // The present is the end of an axis of ages, though two thousand years lie beyond its year 0.
  if (start(to) < last - (isCalendar(first) ? 0 : (every * YEAR) / 1000)) to += 1
  const ticks = count(from, Math.max(to, from + 1)).map(start)
  return { first: need(ticks[0]), last: need(ticks.at(-1)), ticks, unit: 'year', every }
}

/** There was no year 0, so the tick of 100 BC is that of the year -99; of ages nobody knows the year. */
function astronomical(year: number): number {
  return year < 0 ? year + Number(year > -10_000) : Math.max(year, 1)
}

/** The labels of a part that have room on an axis of `width` pixels: all, or one in so many. */
function fitting(part: Part, width: number, words: DateWords, severalYears: boolean): AxisLabel[] {
  for (let every = 1; every <= part.ticks.length; every += 1) {
    const labels = labelsOf(part, every, words, severalYears)
    const boxes = labels.map((label) => boxOf(label, width))
    const [start, end] = [part.from * width - OVERHANG, part.to * width + OVERHANG]
    const free = boxes.every(({ left, right }, i) => {
      const before = boxes[i - 1]
      return left >= start && right <= end && (!before || before.right + AIR <= left)
    })
    if (free) return labels
  }
  return []
}

/** Lettering of the axis, pixels, and the white space between two labels. */
const LETTERING = { family: 'source-sans-3', weight: 400 } as const
const [SIZE, AIR] = [12, 4]
/** A label may reach so far beyond the end of the axis. */
const OVERHANG = 1

function boxOf({ at, text, anchor }: AxisLabel, width: number) {
  const room = textWidth(text, LETTERING, SIZE)
  const left = at * width - (anchor === 'start' ? 0 : anchor === 'end' ? room : room / 2)
  return { left, right: left + room }
}

/** Every `every`th tick with its name, no two alike. */
function labelsOf(part: Part, every: number, words: DateWords, severalYears: boolean): AxisLabel[] {
  const used = new Set<string>()
  let before: number | undefined
  return part.ticks.flatMap((tick, i): AxisLabel[] => {
    // A year is a stretch, so its number stands in the middle of it; a day, or a tenth year, is a point.
    const stretch = part.unit === 'year' && part.every === 1
    const next = part.ticks[i + 1]
    if (i % every !== 0 || (stretch && next === undefined)) return []
    const names =
      part.unit === 'year' ? [nameOfYear(part, tick, before, words)] : namesOf(part, tick, before, words, severalYears)
    const text = names.find((name) => !used.has(name))
    before = tick
    if (text === undefined) return []
    used.add(text)
    const at = round(stretch ? (placeIn(part, tick) + placeIn(part, next ?? tick)) / 2 : placeIn(part, tick))
    const anchor = stretch ? undefined : i === 0 ? 'start' : next === undefined ? 'end' : undefined
    return [{ at, text, ...(anchor && { anchor }) }]
  })
}

/** What a tick of minutes, hours, days or months may be called, the shortest first: the first one names the year. */
function namesOf(
  { unit }: Part,
  tick: number,
  before: number | undefined,
  words: DateWords,
  severalYears: boolean,
): string[] {
  const is = (parts: Intl.DateTimeFormatOptions) => momentIn(tick, words, parts)
  const newYear = before === undefined || yearAt(tick) !== yearAt(before)
  const day = { day: 'numeric', month: words.shortMonth } as const
  const year = { year: 'numeric' } as const
  if (unit === 'month') {
    const full = is({ month: words.shortMonth, ...year })
    if (new Date(tick).getUTCMonth() === 0 && before !== undefined) return [is(year), full]
    return newYear ? [full] : [is({ month: words.shortMonth }), full]
  }
  if (unit === 'day') return newYear ? [is({ ...day, ...year })] : [is(day), is({ ...day, ...year })]
  const seconds = unit === 'second' && { second: '2-digit' as const }
  const clock = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' as const, ...seconds } as const
  const date = newYear && severalYears ? { ...day, ...year } : day
  if (tick % DAY === 0) return [is(date), is({ ...date, ...year })]
  const newDay = before === undefined || Math.floor(tick / DAY) !== Math.floor(before / DAY)
  return newDay ? [is({ ...date, ...clock })] : [is(clock), is({ ...date, ...clock })]
}

/** From here on years are counted back from now. */
const AGES = 1_000_000

/** What a tick of years is called: '1960', '100 BC', '60 million years ago'. */
function nameOfYear({ first, last, every }: Part, tick: number, before: number | undefined, words: DateWords): string {
  const year = Math.round(yearAt(tick))
  const furthest = Math.max(...[first, last].map((time) => Math.abs(yearAt(time))))
  if (furthest < AGES || !words.yearsAgo) return yearInWords(year, words)
  if (Math.abs(year) < every / 2) return words.now ?? yearInWords(year, words)
  const number = roundYears(Math.abs(year), words, Math.ceil(Math.log10(furthest / every)) + 1)
  if (year > 0) return `+${number}`
  return before === undefined ? words.yearsAgo(number) : number
}

/** Labels of both widths in one list; those of one alone say so. */
function merge(narrow: AxisLabel[], wide: AxisLabel[]): AxisLabel[] {
  const same = (a: AxisLabel) => (b: AxisLabel) => a.at === b.at && a.text === b.text
  return [
    ...wide.map((label): AxisLabel => (narrow.some(same(label)) ? label : { ...label, on: 'wide' })),
    ...narrow.filter((label) => !wide.some(same(label))).map((label): AxisLabel => ({ ...label, on: 'narrow' })),
  ].sort((a, b) => a.at - b.at)
}

/** An era as far as the axis shows it; undefined where it does not. */
function spanOf({ label, dates, from, to }: Era, parts: Part[]): AxisEra | undefined {
  const place = (time: number) => {
    const part = parts.findLast(({ first }) => first <= time) ?? need(parts[0])
    return round(placeIn(part, Math.min(part.last, Math.max(part.first, time))))
  }
  const [start, end] = [place(from.start), to ? place(to.end) : 1]
  if (end <= start) return
  const room = textWidth(label, LETTERING, SIZE) + AIR
  const on = room <= (end - start) * NARROW ? undefined : room <= (end - start) * WIDE ? 'wide' : 'none'
  return { from: start, to: end, label, dates, ...(on && { on }) }
}

function placeIn({ first, last, from, to }: Part, time: number): number {
  return Math.min(to, from + ((time - first) / (last - first)) * (to - from))
}

function count(from: number, to: number): number[] {
  return Array.from({ length: to - from + 1 }, (_, i) => from + i)
}

function sum(numbers: number[]): number {
  return numbers.reduce((all, number) => all + number, 0)
}

function modulo(value: number, by: number): number {
  return ((value % by) + by) % by
}

function round(value: number): number {
  return Math.round(value * 10_000) / 10_000
}

function need<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('axis: a part without steps')
  return value
}
