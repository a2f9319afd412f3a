/** Our own spreadsheet: one row a step. */
import Papa from 'papaparse'
import writeExcel from 'write-excel-file/node'

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

/** The empty sheet with one example, as CSV. */
export function sheetAsCsv(): string {
  return csvOf(rows)
}

/** The same as .xlsx, all columns formatted as text, so that no program turns 2024-05 into another date. */
export async function sheetAsExcel(): Promise<Uint8Array> {
  const text = (value: string) => ({ value, type: String, format: '@' })
  const empty = COLUMNS.map(() => text(''))
  const cells = [...rows.map((row) => row.map(text)), ...Array.from({ length: 500 }, () => empty)]
  return writeExcel(cells, { stickyRowsCount: 1 }).toBuffer()
}

/** Rows as CSV. */
export function csvOf(rows: string[][]): string {
  return `${Papa.unparse(rows, { newline: '\n' })}\n`
}
