/** Checks dates: that they are valid and in order, and use one clock and one axis. */

import { dateSlip, suggestMoments } from '../date-slips.ts'
import { type Clock, parseDate, parseMoment, type StoryDate, zoneOf } from '../edtf.ts'
import type { Report } from '../problems.ts'
import type { StoryFile } from '../schema/story.ts'
import type { LineOf } from '../yaml.ts'
import { duplicatesIn } from './ids.ts'

/** Milliseconds */
const YEAR = 366 * 24 * 3600 * 1000

/** Creates a reader of dates that reports problems at `path`. It returns undefined for no date and for doubtful ones. */
function dateReader(lineOf: LineOf, report: Report, clock: Clock = {}) {
  return (text: string | undefined, ...path: (string | number)[]): StoryDate | undefined => {
    if (text === undefined) return
    const slip = dateSlip(text, clock)
    if (slip) report(lineOf(...path), slip.message, slip.hint, slip.severity)
    return slip ? undefined : parseDate(text, clock)
  }
}

/** Requires valid dates, and steps and phases in order. */
export function checkDates(file: StoryFile, lineOf: LineOf, report: Report) {
  const moments = (['published', 'updated'] as const).map((key) => {
    const text = file[key]
    const moment = text === undefined ? undefined : parseMoment(text)
    if (text !== undefined && !moment)
      report(
        lineOf(key),
        `${key}: “${text}” is no day and no time`,
        `write ${suggestMoments(text).join(' or ') || '2025-12-19 or 2025-12-19T09:30:00Z'}`,
      )
    return moment
  })
  const [published, updated] = moments
  if (published && updated && updated.at < published.at)
    report(lineOf('updated'), `“${file.updated}” is before the story was published`)
  if (published && published.at > Date.now() + YEAR)
    report(lineOf('published'), `“${file.published}” is more than a year ahead`, 'is the year right?', 'warning')
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
    if (date && published && date.start > published.at + YEAR)
      report(
        lineOf('steps', i, 'date'),
        `the step “${step.id}” is more than a year after the story was published`,
        'is the year right?',
        'warning',
      )
    const index = step.phase === undefined ? -1 : file.phases.indexOf(step.phase)
    if (index >= 0 && index < phase)
      report(
        lineOf('steps', i, 'phase'),
        `the step “${step.id}” goes back to the phase “${step.phase}”`,
        'the steps of a phase stand together, in the order of phases',
      )
    phase = Math.max(phase, index)
  })
  // Skip this if a phase is misspelt, which leaves another one without a step.
  const sound =
    duplicatesIn(file.phases).length === 0 &&
    file.steps.every(({ phase }) => phase === undefined || file.phases.includes(phase))
  file.phases.forEach((id, i) => {
    if (sound && !file.steps.some((step) => step.phase === id))
      report(lineOf('phases', i), `the phase “${id}” has no step`)
  })
  const readGregorian = dateReader(lineOf, report)
  for (const [id, { date }] of Object.entries(file.sources)) readGregorian(date, 'sources', id, 'date')
}

/** Compares two times in UTC, since local clocks go back once a year. */
function isBefore(a: StoryDate, b: StoryDate): boolean {
  const instantOf = (date: StoryDate) => (date.precision === 'time' ? date.instant : undefined)
  const [instantA, instantB] = [instantOf(a), instantOf(b)]
  return instantA !== undefined && instantB !== undefined ? instantA < instantB : a.start < b.start
}

/** Requires that eras and spans end after they begin, that axis breaks are between dated steps and in order, and an axis for all of them. */
export function checkAxis(file: StoryFile, lineOf: LineOf, report: Report) {
  const read = dateReader(lineOf, report, file)
  const shown = file.axis ? 'axis' : file.eras.length ? 'eras' : file.spans.length ? 'spans' : undefined
  if (shown && file.steps.every(({ date }) => date === undefined))
    report(lineOf(shown), `${shown} is shown on the axis, and no step has a date`, 'date the steps, or delete it')
  file.eras.forEach(({ id, from, to }, i) => {
    const [start, end] = [read(from, 'eras', i, 'from'), read(to, 'eras', i, 'to')]
    if (start && end && end.end < start.start) report(lineOf('eras', i, 'to'), `the era “${id}” ends before it begins`)
  })
  file.spans.forEach((span, i) => {
    const [start, end] = [read(span.start, 'spans', i, 'start'), read(span.end, 'spans', i, 'end')]
    if (start && end && end.end < start.start)
      report(lineOf('spans', i, 'end'), `the span “${span.id}” ends before it starts`)
  })
  const steps = file.steps.map(({ id }) => id)
  let last = 0
  file.axis?.breaks.forEach((id, i) => {
    const index = steps.indexOf(id)
    if (index === 0)
      report(
        lineOf('axis', 'breaks', i),
        `the axis cannot be broken before its first step, “${id}”`,
        'name a later one',
      )
    else if (index > 0 && file.steps[index]?.date === undefined)
      report(
        lineOf('axis', 'breaks', i),
        `the axis cannot be broken before “${id}”, which has no date`,
        'name a step with a date',
      )
    else if (index > 0 && index <= last)
      report(
        lineOf('axis', 'breaks', i),
        `the break before “${id}” is out of order`,
        'name them in the order of the steps',
      )
    last = Math.max(last, index)
  })
}

/** Requires a zone for the story if its times are in several zones. */
function checkZones(file: StoryFile, lineOf: LineOf, report: Report) {
  if (file.zone !== undefined) return
  const zones = file.steps.flatMap(({ date = '' }, i) => date.split('/').map((side) => ({ zone: zoneOf(side), i })))
  const first = zones.find(({ zone }) => zone !== undefined)
  const other = zones.find(({ zone }) => zone !== undefined && zone !== first?.zone)
  if (first && other)
    report(
      lineOf('steps', other.i, 'date'),
      `the times are in two zones, ${first.zone} and ${other.zone}`,
      `say once in which the story is told: zone: "${first.zone}", or a place whose clock changes: zone: Europe/Kyiv`,
    )
}

/** Requires updates in order, and none after the day to which they are complete. Also reads the dates of stays and people. */
export function checkUpdates(file: StoryFile, lineOf: LineOf, report: Report) {
  let last: StoryDate | undefined
  const read = dateReader(lineOf, report)
  const readStoryDate = dateReader(lineOf, report, file)
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
  const complete = read(file.complete, 'complete')
  if (file.updates.length && file.complete === undefined)
    report(lineOf('updates'), 'complete is missing', 'write the day to which the updates are complete')
  if (complete && last && complete.end < last.start)
    report(lineOf('complete'), `the updates are complete to ${complete.edtf}, but one is of ${last.edtf}`)
  file.stays.forEach((stay, i) => {
    readStoryDate(stay.by, 'stays', i, 'by')
  })
  for (const [id, { became }] of Object.entries(file.people)) read(became?.date, 'people', id, 'became')
}
