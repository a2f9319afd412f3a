/** Checks dates: that they are valid and in order, and use one clock and one axis. */

import { dateSlip, suggestMoments } from '../dateSlips.ts'
import { type Clock, parseDate, parseMoment, type StoryDate, zoneOf } from '../edtf.ts'
import type { StoryFile } from '../schema/story.ts'
import type { Path, ReportAt } from '../yaml.ts'
import { isUnique } from './ids.ts'

/** Milliseconds */
const YEAR = 366 * 24 * 3600 * 1000

/** Creates a reader of dates that reports problems at `path`. It returns undefined for no date and for doubtful ones. */
function dateReader(report: ReportAt, clock: Clock = {}) {
  return (text: string | undefined, ...path: Path): StoryDate | undefined => {
    if (text === undefined) return
    const slip = dateSlip(text, clock)
    if (slip) report(path, slip.message, slip.hint, slip.severity)
    return slip ? undefined : parseDate(text, clock)
  }
}

/** Requires valid dates, and steps and phases in order. */
export function checkDates(file: StoryFile, report: ReportAt) {
  const published = checkPublication(file, report)
  checkZones(file, report)
  const read = dateReader(report, file)
  let last: StoryDate | undefined
  let phase = 0
  file.steps.forEach((step, i) => {
    const wrong = (field: string, what: string, hint?: string, severity?: 'warning') =>
      report(['steps', i, field], `the step “${step.id}” ${what}`, hint, severity)
    const date = read(step.date, 'steps', i, 'date')
    if (date && last && isBefore(date, last)) wrong('date', `is out of order: ${date.edtf} comes before ${last.edtf}`)
    last = date ?? last
    if (date && published && date.start > published.at + YEAR)
      wrong('date', 'is more than a year after the story was published', 'is the year right?', 'warning')
    const index = step.phase === undefined ? -1 : file.phases.indexOf(step.phase)
    if (index >= 0 && index < phase)
      wrong(
        'phase',
        `goes back to the phase “${step.phase}”`,
        'the steps of a phase stand together, in the order of phases',
      )
    phase = Math.max(phase, index)
  })
  // Skip this if a phase is misspelt, which leaves another one without a step.
  const used = file.steps.flatMap(({ phase }) => phase ?? [])
  if (isUnique(file.phases) && used.every((id) => file.phases.includes(id)))
    for (const [i, id] of file.phases.entries())
      if (!used.includes(id)) report(['phases', i], `the phase “${id}” has no step`)
  const readGregorian = dateReader(report)
  for (const [id, { date }] of Object.entries(file.sources)) readGregorian(date, 'sources', id, 'date')
}

/** Requires moments of publication in order; returns the first. */
function checkPublication(file: StoryFile, report: ReportAt) {
  const read = (key: 'published' | 'updated') => {
    const text = file[key]
    if (text === undefined) return
    const moment = parseMoment(text)
    if (!moment)
      report(
        [key],
        `${key}: “${text}” is no day and no time`,
        `write ${suggestMoments(text).join(' or ') || '2025-12-19 or 2025-12-19T09:30:00Z'}`,
      )
    return moment
  }
  const [published, updated] = [read('published'), read('updated')]
  if (published && updated && updated.at < published.at)
    report(['updated'], `“${file.updated}” is before the story was published`)
  if (published && published.at > Date.now() + YEAR)
    report(['published'], `“${file.published}” is more than a year ahead`, 'is the year right?', 'warning')
  return published
}

/** Compares two times in UTC, since local clocks go back once a year. */
function isBefore(a: StoryDate, b: StoryDate): boolean {
  const instantOf = (date: StoryDate) => (date.precision === 'time' ? date.instant : undefined)
  const [instantA, instantB] = [instantOf(a), instantOf(b)]
  return instantA !== undefined && instantB !== undefined ? instantA < instantB : a.start < b.start
}

/** Requires that eras and spans end after they begin, that axis breaks are between dated steps and in order, and an axis for all of them. */
export function checkAxis(file: StoryFile, report: ReportAt) {
  const read = dateReader(report, file)
  const shown = file.axis ? 'axis' : file.eras.length ? 'eras' : file.spans.length ? 'spans' : undefined
  if (shown && file.steps.every(({ date }) => date === undefined))
    report([shown], `${shown} is shown on the axis, and no step has a date`, 'date the steps, or delete it')
  file.eras.forEach(({ id, from, to }, i) => {
    const [start, end] = [read(from, 'eras', i, 'from'), read(to, 'eras', i, 'to')]
    if (start && end && end.end < start.start) report(['eras', i, 'to'], `the era “${id}” ends before it begins`)
  })
  file.spans.forEach((span, i) => {
    const [start, end] = [read(span.start, 'spans', i, 'start'), read(span.end, 'spans', i, 'end')]
    if (start && end && end.end < start.start)
      report(['spans', i, 'end'], `the span “${span.id}” ends before it starts`)
  })
  let last = 0
  file.axis?.breaks.forEach((id, i) => {
    const wrong = (message: string, hint: string) => report(['axis', 'breaks', i], message, hint)
    const index = file.steps.findIndex((step) => step.id === id)
    if (index === 0) wrong(`the axis cannot be broken before its first step, “${id}”`, 'name a later one')
    else if (index > 0 && file.steps[index]?.date === undefined)
      wrong(`the axis cannot be broken before “${id}”, which has no date`, 'name a step with a date')
    else if (index > 0 && index <= last)
      wrong(`the break before “${id}” is out of order`, 'name them in the order of the steps')
    last = Math.max(last, index)
  })
}

/** Requires a zone for the story if its times are in several zones. */
function checkZones(file: StoryFile, report: ReportAt) {
  if (file.zone !== undefined) return
  const zones = file.steps.flatMap(({ date = '' }, i) => date.split('/').map((side) => ({ zone: zoneOf(side), i })))
  const first = zones.find(({ zone }) => zone !== undefined)
  const other = zones.find(({ zone }) => zone !== undefined && zone !== first?.zone)
  if (first && other)
    report(
      ['steps', other.i, 'date'],
      `the times are in two zones, ${first.zone} and ${other.zone}`,
      `say once in which the story is told: zone: "${first.zone}", or a place whose clock changes: zone: Europe/Kyiv`,
    )
}

/** Requires updates in order, and none after the day to which they are complete. Also reads the dates of stays and people. */
export function checkUpdates(file: StoryFile, report: ReportAt) {
  let last: StoryDate | undefined
  const read = dateReader(report)
  const readStoryDate = dateReader(report, file)
  file.updates.forEach((update, i) => {
    const date = read(update.date, 'updates', i, 'date')
    if (date && last && date.start < last.start)
      report(
        ['updates', i, 'date'],
        `the update “${update.id}” is out of order: ${date.edtf} comes before ${last.edtf}`,
        'the newest stands last',
      )
    last = date ?? last
  })
  const complete = read(file.complete, 'complete')
  if (file.updates.length && file.complete === undefined)
    report(['updates'], 'complete is missing', 'write the day to which the updates are complete')
  if (complete && last && complete.end < last.start)
    report(['complete'], `the updates are complete to ${complete.edtf}, but one is of ${last.edtf}`)
  for (const [i, { by }] of file.stays.entries()) readStoryDate(by, 'stays', i, 'by')
  for (const [id, { became }] of Object.entries(file.people)) read(became?.date, 'people', id, 'became')
}
