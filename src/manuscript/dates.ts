/** Dates as authors write them (EDTF, ISO 8601-2). How readers read them: `press/dates.ts`. */
import edtf from 'edtf'

export interface StoryDate {
  /** As the author wrote it */
  edtf: string
  /** First and last day it can mean, ISO */
  start: string
  end: string
  precision: 'year' | 'month' | 'day' | 'interval'
  /** Of an interval: the two dates it lies between, each with its own precision */
  ends?: [first: StoryDate, last: StoryDate]
  /** `~` and `?` */
  approximate: boolean
  uncertain: boolean
  /** Its moment on a true-scale axis, ms since 1970 UTC: its first day, or the middle of a year or month */
  at: number
}

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

/** The forms we take: a year, a month or a day with `~` or `?` after it, and an interval of two of them. */
const FORM = /^\d{4}(-(0[1-9]|1[0-2])(-\d{2})?)?[~?]?$/

export const DATE_FORMS = '2020, 2020-09, 2025-12-13, 2025-12-12/2025-12-13, 2020~ or 2020?'

const PRECISIONS = ['year', 'month', 'day'] as const

/** The date `text` means; undefined when it is none of the forms we take, or no day of the calendar. */
export function parseDate(text: string): StoryDate | undefined {
  const [first, last, more] = text.split('/').map(parseSimple)
  if (more || !first || (text.includes('/') && !last)) return
  if (!last) return first
  if (last.start < first.start) return
  return {
    edtf: text,
    start: first.start,
    end: last.end,
    precision: 'interval',
    ends: [first, last],
    approximate: first.approximate || last.approximate,
    uncertain: first.uncertain || last.uncertain,
    at: first.at,
  }
}

function parseSimple(text: string): StoryDate | undefined {
  if (!FORM.test(text)) return
  const precision = PRECISIONS[text.replace(/[~?]/, '').split('-').length - 1]
  const bounds = boundsOf(text)
  if (!precision || !bounds) return
  const [start, end] = bounds
  return {
    edtf: text,
    start: isoDay(start),
    end: isoDay(end),
    precision,
    approximate: text.endsWith('~'),
    uncertain: text.endsWith('?'),
    at: precision === 'day' ? start : Math.round((start + end) / 2),
  }
}

function boundsOf(text: string): [start: number, end: number] | undefined {
  try {
    const { min, max } = edtf(text)
    return [Number(min), Number(max)]
  } catch {
    return
  }
}

function isoDay(time: number): string {
  return new Date(time).toISOString().slice(0, 10)
}
