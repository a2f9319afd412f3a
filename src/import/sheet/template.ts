/** Our own spreadsheet: one row a step. */
import { writeFile } from 'node:fs/promises'
import Papa from 'papaparse'
import writeExcel from 'write-excel-file/node'
import { StoryError } from '../../content/problems.ts'
import { MOST_STEPS } from '../../story/mostSteps.ts'

/** Columns of the sheet, in their order; `id` may be left out. */
export const COLUMNS = [
  'id',
  'date',
  'place',
  'latitude',
  'longitude',
  'heading',
  'text',
  'source',
  'picture',
  'credit',
  'lane',
  'from',
  'to',
  'amount',
  'unit',
  'status',
]

/** A row that shows how the columns are filled. */
const EXAMPLE: Record<string, string> = {
  date: '2024-05-01',
  place: 'First Town',
  latitude: '48.21',
  longitude: '16.37',
  heading: 'What happened first',
  text: 'A passage for each step. A blank line begins a new paragraph.',
  source: 'A newspaper: What it reported https://example.org/report',
}

const rows = [COLUMNS, COLUMNS.map((column) => EXAMPLE[column] ?? '')]

/**
 * Writes the empty sheet with one example as .csv or .xlsx. Never overwrites; throws a StoryError that says what to do.
 */
export async function writeSheet(file: string): Promise<void> {
  if (!/\.(csv|xlsx)$/i.test(file))
    throw new StoryError(`“${file}” is no name of a sheet — let it end in .xlsx or .csv`)
  const bytes = /\.csv$/i.test(file) ? csvOf(rows) : await excelOf(rows)
  await writeFile(file, bytes, { flag: 'wx' }).catch(() => {
    throw new StoryError(`${file} cannot be written: it is there already, or its folder is not — choose another name`)
  })
}

/** Rows as .xlsx, all columns formatted as text, so that no program turns 2024-05 into another date. */
async function excelOf(rows: string[][]): Promise<Uint8Array> {
  const text = (value: string) => ({ value, type: String, format: '@' })
  const empty = COLUMNS.map(() => text(''))
  const cells = [...rows.map((row) => row.map(text)), ...Array.from({ length: MOST_STEPS }, () => empty)]
  return writeExcel(cells, { stickyRowsCount: 1 }).toBuffer()
}

/** Rows as CSV. */
export function csvOf(rows: string[][]): string {
  return `${Papa.unparse(rows, { newline: '\n' })}\n`
}
