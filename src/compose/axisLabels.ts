/** The labels of the true-scale axis: as many ticks as have room for their text, in words. */

import { textWidth } from '../cartography/names/boxes.ts'
import { startOfYear, yearAt } from '../content/edtf.ts'
import type { DateWords } from '../language/dates.ts'
import type { AxisLabel } from '../story/story.ts'
import { DAY, integers, type Scale } from './axisScale.ts'
import { formatTime, roundYears, yearInWords } from './dateLabels.ts'

/** A part of the axis between its breaks. */
export interface Part extends Scale {
  /** Start and end on the axis, 0 to 1 */
  from: number
  to: number
}

/** Position of a time on the axis, within its part. */
export function positionIn({ first, last, from, to }: Part, time: number): number {
  return Math.min(to, Math.max(from, from + ((time - first) / (last - first)) * (to - from)))
}

/** A position as page data, to a tenth of a thousandth of the axis. */
export function round(value: number): number {
  return Math.round(value * 10_000) / 10_000
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
export function labelsThatFit(part: Part, width: number, wording: Wording): AxisLabel[] {
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

/** Width of a label and the space beside it, pixels. */
export const spaceOf = (text: string) => textWidth(text, FACE, FONT_SIZE) + GAP

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
export function merge(narrow: AxisLabel[], wide: AxisLabel[]): AxisLabel[] {
  const same = (a: AxisLabel) => (b: AxisLabel) => a.at === b.at && a.text === b.text
  return [
    ...wide.map((label): AxisLabel => (narrow.some(same(label)) ? label : { ...label, on: 'wide' })),
    ...narrow.filter((label) => !wide.some(same(label))).map((label): AxisLabel => ({ ...label, on: 'narrow' })),
  ].sort((a, b) => a.at - b.at)
}
