import { type StoryDate, yearAt } from '../content/edtf.ts'
import { need } from '../content/need.ts'
import { dateWordsOf } from '../language/dates.ts'
import { languageOf } from '../language/index.ts'
import type { Axis, AxisEra } from '../story/story.ts'
import { STRIP } from '../story/strip.ts'
import { labelsThatFit, merge, positionIn, round, spaceOf } from './axisLabels.ts'
import { finestInterval, scaleOf, timeRange } from './axisScale.ts'

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

/** Minimum length of the axis on narrow timelines, CSS pixels: in a window 320 pixels wide. */
export const NARROW = 216

/** The same on narrow and wide timelines. */
const MIN_LENGTHS = [NARROW, STRIP] as const

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

/** The part of an era that is on the axis, undefined if there is none. */
function eraOnAxis(
  { label, dates, from, to }: Era,
  place: MadeAxis['place'],
  [narrow, wide]: readonly [number, number],
): AxisEra | undefined {
  const [start, end] = [place(from.start), to ? place(to.end) : 1]
  if (end <= start) return
  const width = spaceOf(label)
  const on = width <= (end - start) * narrow ? undefined : width <= (end - start) * wide ? 'wide' : 'none'
  return { from: start, to: end, label, dates, ...(on && { on }) }
}

function sum(numbers: number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}
