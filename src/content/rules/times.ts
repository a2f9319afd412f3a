/** When a story is: its dates can be read and are in order, on one clock and on one axis. */

import { dateSlip, momentsMeant } from '../date-slips.ts'
import { type Clock, parseDate, parseMoment, type StoryDate, zoneOf } from '../edtf.ts'
import type { Report } from '../problems.ts'
import type { StoryFile } from '../schema.ts'
import type { LineOf } from '../yaml.ts'
import { twice } from './ids.ts'

/** Reads a date that stands at `path` and reports what is wrong with it. A doubtful date is not compared with others. */
function dateReader(lineOf: LineOf, report: Report, clock: Clock = {}) {
  return (text: string, ...path: (string | number)[]): StoryDate | undefined => {
    const slip = dateSlip(text, clock)
    if (slip) report(lineOf(...path), slip.message, slip.hint, slip.severity)
    return slip ? undefined : parseDate(text, clock)
  }
}

/** Dates are dates, steps are in order, and so are their phases. */
export function checkDates(file: StoryFile, lineOf: LineOf, report: Report) {
  const moments = (['published', 'updated'] as const).map((key) => {
    const text = file[key]
    const moment = text === undefined ? undefined : parseMoment(text)
    if (text !== undefined && !moment)
      report(
        lineOf(key),
        `${key}: “${text}” is no day and no time`,
        `write ${momentsMeant(text).join(' or ') || '2025-12-19 or 2025-12-19T09:30:00Z'}`,
      )
    return moment
  })
  const [published, updated] = moments
  if (published && updated && updated.at < published.at)
    report(lineOf('updated'), `“${file.updated}” is before the story was published`)
  checkZones(file, lineOf, report)
  const read = dateReader(lineOf, report, file)
  let [last, phase] = [undefined as StoryDate | undefined, 0]
  file.steps.forEach((step, i) => {
    const date = read(step.date, 'steps', i, 'date')
    if (date && last && isBefore(date, last))
      report(
        lineOf('steps', i, 'date'),
        `the step “${step.id}” is out of order: ${date.edtf} comes before ${last.edtf}`,
      )
    last = date ?? last
    const at = step.phase === undefined ? -1 : file.phases.indexOf(step.phase)
    if (at >= 0 && at < phase)
      report(
        lineOf('steps', i, 'phase'),
        `the step “${step.id}” goes back to the phase “${step.phase}”`,
        'the steps of a phase stand together, in the order of phases',
      )
    phase = Math.max(phase, at)
  })
  // A misspelt phase has no step either.
  const sound =
    twice(file.phases).length === 0 &&
    file.steps.every(({ phase }) => phase === undefined || file.phases.includes(phase))
  file.phases.forEach((id, i) => {
    if (sound && !file.steps.some((step) => step.phase === id))
      report(lineOf('phases', i), `the phase “${id}” has no step`)
  })
  const readOurs = dateReader(lineOf, report)
  for (const [id, source] of Object.entries(file.sources)) {
    if (source.date !== undefined) readOurs(source.date, 'sources', id, 'date')
  }
}

/** Two times are compared by the clock of the world: that of a place goes back once a year. */
function isBefore(date: StoryDate, other: StoryDate): boolean {
  const instant = (of: StoryDate) => (of.precision === 'time' ? of.instant : undefined)
  const [one, two] = [instant(date), instant(other)]
  return one !== undefined && two !== undefined ? one < two : date.start < other.start
}

/** Eras have a beginning and an end in this order; the axis is broken between steps, in their order. */
export function checkAxis(file: StoryFile, lineOf: LineOf, report: Report) {
  const read = dateReader(lineOf, report, file)
  file.eras.forEach(({ id, from, to }, i) => {
    const [start, end] = [read(from, 'eras', i, 'from'), to === undefined ? undefined : read(to, 'eras', i, 'to')]
    if (start && end && end.end < start.start) report(lineOf('eras', i, 'to'), `the era “${id}” ends before it begins`)
  })
  const steps = file.steps.map(({ id }) => id)
  let last = 0
  file.axis?.breaks.forEach((id, i) => {
    const at = steps.indexOf(id)
    if (at === 0)
      report(
        lineOf('axis', 'breaks', i),
        `the axis cannot be broken before its first step, “${id}”`,
        'name a later one',
      )
    else if (at > 0 && at <= last)
      report(
        lineOf('axis', 'breaks', i),
        `the break before “${id}” is out of order`,
        'name them in the order of the steps',
      )
    last = Math.max(last, at)
  })
}

/** Times of several zones are told by one clock, which the story names. */
function checkZones(file: StoryFile, lineOf: LineOf, report: Report) {
  if (file.zone !== undefined) return
  const zones = file.steps.flatMap(({ date }, i) => date.split('/').map((side) => ({ zone: zoneOf(side), i })))
  const first = zones.find(({ zone }) => zone !== undefined)
  const other = zones.find(({ zone }) => zone !== undefined && zone !== first?.zone)
  if (first && other)
    report(
      lineOf('steps', other.i, 'date'),
      `the times are in two zones, ${first.zone} and ${other.zone}`,
      `say once in which the story is told: zone: "${first.zone}", or a place whose clock changes: zone: Europe/Kyiv`,
    )
}

/** Updates are in order, after the story, and complete to a day that none of them is after. */
export function checkUpdates(file: StoryFile, lineOf: LineOf, report: Report) {
  let last: StoryDate | undefined
  const read = dateReader(lineOf, report)
  const readAsTold = dateReader(lineOf, report, file)
  file.updates.forEach((update, i) => {
    const date = read(update.date, 'updates', i, 'date')
    if (date && last && date.start < last.start)
      report(
        lineOf('updates', i, 'date'),
        `the update “${update.id}” is out of order: ${date.edtf} comes before ${last.edtf}`,
        'the newest stands last',
      )
    last = date ?? last
  })
  const complete = file.complete === undefined ? undefined : read(file.complete, 'complete')
  if (file.updates.length && file.complete === undefined)
    report(lineOf('updates'), 'complete is missing', 'write the day to which the updates are complete')
  if (complete && last && complete.end < last.start)
    report(lineOf('complete'), `the updates are complete to ${complete.edtf}, but one is of ${last.edtf}`)
  file.stays.forEach((stay, i) => {
    if (stay.by !== undefined) readAsTold(stay.by, 'stays', i, 'by')
  })
  for (const [id, { became }] of Object.entries(file.people)) if (became) read(became.date, 'people', id, 'became')
}
