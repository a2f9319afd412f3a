import { dateOf } from '../compose/dateLabels.ts'
import { type Clock, parseDate, type SimpleDate } from '../content/edtf.ts'
import type { Note } from '../import/draft.ts'
import { escapeHtml } from '../story/escapeHtml.ts'
import type { Told, ToldStep } from './told.ts'

/** Writes a story as JSON of TimelineJS, version 3; steps without a date cannot be in it. */
export function timelineJson({ language, story: { file }, words, steps }: Told, note: Note): string {
  const { headline, dek, phases, lanes, eras } = words.front
  const dated = steps.filter(({ step, heading }) => {
    if (step.date === undefined) note('left out', 'steps without a date, which TimelineJS cannot show', heading)
    return step.date !== undefined
  })
  const events = dated.map((told) => {
    const { step, heading, html } = told
    const group = step.lane === undefined ? phases[step.phase ?? ''] : lanes[step.lane]
    return {
      unique_id: step.id,
      ...datesOf(told, language, file, note),
      text: { headline: escapeHtml(heading), text: html },
      media: mediaOf(told, note),
      group,
    }
  })
  const spans = file.eras.flatMap(({ id, from, to }) => {
    const span = to === undefined ? undefined : dateParts(`${from}/${to}`, file)
    if (!span?.end_date) note('left out', 'eras that have not ended', eras[id])
    return span?.end_date ? { ...span, text: { headline: escapeHtml(eras[id] ?? id) } } : []
  })
  const title = { text: { headline: escapeHtml(headline), text: `<p>${escapeHtml(dek)}</p>` } }
  return `${JSON.stringify({ title, events, eras: spans.length ? spans : undefined }, null, 2)}\n`
}

type Parts = Record<'year' | 'month' | 'day' | 'hour' | 'minute' | 'second', number | undefined>

function datesOf({ step, words, heading }: ToldStep, language: string, clock: Clock, note: Note) {
  const { date = '' } = step
  const parts = dateParts(date, clock)
  if (parts?.exact) return { start_date: parts.start_date, end_date: parts.end_date, display_date: words }
  note('changed', 'dates that are not exact: the first possible one, with the right words', heading)
  const shown = words ?? dateOf(date, language, clock).label
  return { start_date: parts?.start_date, end_date: parts?.end_date, display_date: shown }
}

/** Start and end of a date; `exact` is false where TimelineJS would show another date. */
function dateParts(text: string, clock: Clock) {
  const date = parseDate(text, clock)
  if (!date) return
  const [from, to] = date.precision === 'interval' ? [date.from, date.to] : [date, undefined]
  const [start, end] = [from && partsOf(from), to && partsOf(to)]
  const open = date.precision === 'interval' && !(from && to)
  const exact = !open && [from, to].every((side) => !side || isExact(side))
  return { start_date: start ?? end, end_date: start ? end : undefined, exact }
}

function isExact({ precision, start, approximate, uncertain, edtf }: SimpleDate): boolean {
  const midnight = precision === 'time' && start % 86_400_000 === 0
  const known = /^(time|day|month|year)$/.test(precision) && !/X/.test(edtf)
  return known && !midnight && !approximate && !uncertain
}

function partsOf({ precision, start, year, seconds }: SimpleDate): Parts {
  const at = new Date(start)
  const [day, time] = [/^(day|time)$/.test(precision), precision === 'time']
  return {
    // TimelineJS has no year 0: -44 is 44 BC. Deep time is counted from today in both.
    year: year > 0 || year < -9999 ? year : year - 1,
    month: day || /^(month|season)$/.test(precision) ? at.getUTCMonth() + 1 : undefined,
    day: day ? at.getUTCDate() : undefined,
    hour: time ? at.getUTCHours() : undefined,
    minute: time ? at.getUTCMinutes() : undefined,
    second: time && seconds ? at.getUTCSeconds() : undefined,
  }
}

/** The first picture or film: TimelineJS shows one. */
function mediaOf({ media, heading }: ToldStep, note: Note) {
  const [first, ...others] = media
  for (const { src } of others) note('left out', `the picture or film ${src}: an event shows one`, heading)
  if (!first) return
  const { film, src, caption, credit, alt } = first
  if (film) note('left out', `the poster ${src} of a film`, heading)
  else note('changed', 'pictures: put the file at an address, and write it in place of its name', src)
  return { url: film?.page ?? src, caption: escapeHtml(caption), credit: escapeHtml(credit), alt }
}
