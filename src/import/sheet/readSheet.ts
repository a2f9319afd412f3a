/** Reads the first sheet of a spreadsheet as rows of text: CSV, .xlsx, .ods. */
import { DOMParser, type Element } from '@xmldom/xmldom'
import { strFromU8, unzipSync } from 'fflate'
import Papa from 'papaparse'
import { readSheet as readXlsx } from 'read-excel-file/node'
import { InputError } from '../draft.ts'

/** Cells of a row, as text. */
export type Cells = string[]

/** More than any story, and repeated empty rows of .ods. */
const MOST_ROWS = 20_000
const MOST_COLUMNS = 200

/** The rows of a CSV file; the separator is found by itself. */
export function readCsv(text: string): Cells[] {
  const { data, errors } = Papa.parse<string[]>(text.replace(/^\uFEFF/, ''), { skipEmptyLines: false })
  const broken = errors.find(({ type }) => type === 'Quotes')
  const row = (broken?.row ?? 0) + 1
  if (broken)
    throw new InputError(
      `row ${row}: a quotation mark is opened and not closed`,
      'close it, or write it twice inside a cell',
      row,
    )
  return data.map((row) => row.map((cell) => cell.trim()))
}

/** The rows of the first sheet of an .xlsx file. */
export async function readExcel(bytes: Uint8Array): Promise<Cells[]> {
  const rows = await readXlsx(Buffer.from(bytes)).catch((error: unknown) => {
    throw new InputError(`is no .xlsx file that can be read: ${error instanceof Error ? error.message : error}`)
  })
  return rows.map((row) => row.map((cell) => (cell instanceof Date ? dateText(cell) : String(cell ?? '').trim())))
}

/** A cell with a date, a time or both. */
function dateText(date: Date): string {
  const [day = '', time = ''] = date.toISOString().split(/T|\.\d+Z/)
  if (date.getUTCFullYear() < 1900) return time
  return time === '00:00:00' ? day : `${day}T${time.replace(/:00$/, '')}`
}

/** The rows of the first table of an OpenDocument spreadsheet. */
export function readOpenDocument(bytes: Uint8Array): Cells[] {
  const content = unzipSync(bytes, { filter: ({ name }) => name === 'content.xml' })['content.xml']
  if (!content) throw new InputError('is no .ods file: it has no content.xml')
  const document = new DOMParser({ onError: () => {} }).parseFromString(strFromU8(content), 'text/xml')
  const [table] = document.getElementsByTagName('table:table')
  const rows: Cells[] = []
  for (const row of table ? [...table.getElementsByTagName('table:table-row')] : []) {
    const cells: Cells = []
    for (const cell of children(row).filter(({ tagName }) => /^table:(covered-)?table-cell$/.test(tagName)))
      cells.push(...repeated(cellText(cell), cell, 'table:number-columns-repeated', MOST_COLUMNS - cells.length))
    rows.push(...repeated(cells, row, 'table:number-rows-repeated', MOST_ROWS - rows.length))
  }
  return rows.slice(0, rows.findLastIndex((row) => row.some(Boolean)) + 1)
}

function repeated<T>(value: T, element: Element, attribute: string, most: number): T[] {
  const times = Number(element.getAttribute(attribute) || 1)
  return Array.from({ length: Math.max(0, Math.min(times, most)) }, () => value)
}

function cellText(cell: Element): string {
  const type = cell.getAttribute('office:value-type')
  const date = cell.getAttribute('office:date-value')
  if (type === 'date' && date) return date.replace(/T00:00:00$/, '').replace(/(T\d\d:\d\d):00$/, '$1')
  const [, hour, minute, second] =
    /^PT(\d+)H(\d+)M(\d+)/.exec((type === 'time' && cell.getAttribute('office:time-value')) || '') ?? []
  if (hour !== undefined) return `${hour}:${minute}:${second}`
  const number = cell.getAttribute('office:value')
  if (number && (type === 'float' || type === 'currency')) return number
  return children(cell)
    .filter(({ tagName }) => tagName === 'text:p')
    .map((paragraph) => paragraph.textContent ?? '')
    .join('\n')
    .trim()
}

function children(element: Element): Element[] {
  return [...element.childNodes].flatMap((node) => (isElement(node) ? node : []))
}

function isElement(node: unknown): node is Element {
  return typeof node === 'object' && node !== null && 'tagName' in node
}
