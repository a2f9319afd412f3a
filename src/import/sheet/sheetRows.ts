import { InputError } from '../draft.ts'
import type { Cells } from './readSheet.ts'

/** A row of a sheet, read by the names of its columns. */
export class SheetRow {
  constructor(
    /** Counted from 1, as spreadsheet programs show it */
    readonly number: number,
    private readonly columns: string[],
    private readonly cells: Cells,
  ) {}

  /** Text of a cell, empty if the column is not there. */
  get(column: string): string {
    const index = this.columns.indexOf(column)
    return index < 0 ? '' : (this.cells[index] ?? '')
  }

  has(column: string): boolean {
    return this.columns.includes(column)
  }
}

/** The rows below the header, without empty ones; column names are in small letters. */
export function rowsOf(cells: Cells[]): { columns: string[]; rows: SheetRow[] } {
  const header = cells.findIndex((row) => row.some(Boolean))
  const names = (cells[header] ?? []).map((name) => name.toLowerCase().replace(/[\s_]+/g, ' '))
  const columns = names.map((name) => name.trim())
  const rows = cells.flatMap((row, i) => (i > header && row.some(Boolean) ? new SheetRow(i + 1, columns, row) : []))
  if (!rows.length) throw new InputError('has no rows below its header', 'write an event in each row')
  return { columns, rows }
}
