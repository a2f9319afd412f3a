/** Reads our own spreadsheet: one row a step; a row without date, heading and text adds to the step above it. */
import { didYouMean } from '../../content/problems.ts'
import {
  checkCount,
  type Draft,
  type DraftLeg,
  type DraftStep,
  InputError,
  type LocalFile,
  type Note,
} from '../draft.ts'
import { freeDate } from '../freeDate.ts'
import { putInOrder } from '../order.ts'
import { type Places, positionOf } from '../places.ts'
import { proseOf, proseOfMarkdown } from '../text/html.ts'
import { UNNAMED } from '../text/media.ts'
import { Collectors } from '../text/slideText.ts'
import { singleLine } from '../text/words.ts'
import { amountOf } from './amount.ts'
import type { SheetRow } from './sheetRows.ts'
import { statusOf } from './status.ts'
import { COLUMNS } from './template.ts'

/** True for the columns of our sheet. */
export function isTemplate(columns: string[]): boolean {
  return columns.includes('heading') && columns.includes('date')
}

/** The draft in the rows of the sheet. */
export async function draftTemplate(columns: string[], rows: SheetRow[], local: LocalFile, note: Note): Promise<Draft> {
  checkCount(rows.filter(isStep).length)
  noteUnknown(columns, note)
  const collectors = new Collectors(local, note)
  const { places, sources, media } = collectors
  for (const row of rows) addPlace(row, places)
  const steps: DraftStep[] = []
  const legs: DraftLeg[] = []
  for (const row of rows) {
    const where = `row ${row.number}`
    sources.named = row
      .get('source')
      .split(/\n|;\s/)
      .flatMap((text) => sources.addNamed(text) ?? [])
    if (isStep(row)) steps.push(stepOf(row, where, collectors))
    const step = steps.at(-1)
    if (!step)
      throw new InputError(`${where}: nothing to add to: it has no date, heading or text`, 'write them', row.number)
    const picture = { url: row.get('picture'), credit: row.get('credit') }
    step.body.push(...(await media.place(picture, step.heading, where)).blocks)
    const leg = legOf(row, where, places, note)
    if (leg) legs.push({ ...leg, step: steps.length - 1, sources: sources.named })
  }
  return collectors.draft({ headline: '', dek: '', ...putInOrder({ steps, legs }, note) })
}

/** A tag: a cell with one holds HTML, others Markdown */
const HTML = /(?<!\\)<\/?(p|br|a|b|i|em|strong|ul|ol|li|blockquote|div|span|h\d|img|iframe)\b[^>]*>/i

function isStep(row: SheetRow): boolean {
  return ['date', 'heading', 'text'].some((column) => row.get(column))
}

function noteUnknown(columns: string[], note: Note) {
  for (const column of columns)
    if (column && !COLUMNS.includes(column)) {
      const meant = didYouMean(column, COLUMNS)
      note('left out', `the column “${column}”, which the sheet does not have${meant ? `: ${meant}` : ''}`)
    }
}

function addPlace(row: SheetRow, places: Places) {
  const position = positionOf(row.get('latitude'), row.get('longitude'), `row ${row.number}`)
  if (!position) return
  const name = singleLine(row.get('place'))
  const known = name ? places.all[places.named(name) ?? -1] : undefined
  if (known && (Math.abs(known.lat - position.lat) > 1e-4 || Math.abs(known.lon - position.lon) > 1e-4))
    throw new InputError(
      `row ${row.number}: “${name}” is at ${position.lat}, ${position.lon} here and at ${known.lat}, ${known.lon} above`,
      'write one position, or two names',
      row.number,
    )
  places.add({ name, ...position })
}

function stepOf(row: SheetRow, where: string, { sources, places, note }: Collectors): DraftStep {
  const text = row.get('text')
  const prose = HTML.test(text) ? proseOf(text, sources) : proseOfMarkdown(text, sources)
  if (prose.unnamed) note('to decide', UNNAMED, where)
  const heading = singleLine(row.get('heading')) || singleLine(text).split(' ').slice(0, 8).join(' ') || row.get('date')
  if (!row.get('heading')) note('to decide', `a heading: it has none, “${heading}” stands in its place`, where)
  return {
    where,
    id: row.get('id') || undefined,
    heading,
    ...freeDate(row.get('date'), where, note),
    body: prose.blocks,
    place: placeOf(row.get('place'), places, where, note),
    lane: singleLine(row.get('lane')) || undefined,
  }
}

function placeOf(name: string, places: Places, where: string, note: Note): number | undefined {
  if (!name) return
  const index = places.named(singleLine(name))
  if (index === undefined)
    note('to decide', `latitude and longitude of “${name}”: until then the step has no place`, where)
  return index
}

function legOf(row: SheetRow, where: string, places: Places, note: Note) {
  const [from, to] = [row.get('from'), row.get('to')]
  if (!from && !to) return
  if (!from || !to) throw new InputError(`${where}: a way has a start and an end`, 'fill both from and to', row.number)
  const [start, end] = [places.named(singleLine(from)), places.named(singleLine(to))]
  const way = `the way from ${from} to ${to}`
  if (start === undefined || end === undefined)
    note('to decide', `${way}: a place without latitude and longitude`, where)
  else if (start === end) note('to decide', `${way}: it ends where it begins`, where)
  else {
    const status = statusOf(row.get('status'), where, row.number)
    const unit = row.get('unit').toLowerCase() || undefined
    return { from: start, to: end, status, amount: amountOf(row.get('amount'), where, row.number), unit }
  }
  return
}
