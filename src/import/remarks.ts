import type { Note, Outcome } from './draft.ts'

/** A row of the table at the end of an import or export. */
export interface TableRow {
  outcome: Outcome
  what: string
  /** Places in the input, in its order */
  where: string[]
}

const OUTCOMES: Outcome[] = ['carried', 'changed', 'left out', 'to decide']

/** Collects what became of each part of the input. */
export class Remarks {
  private readonly rows: TableRow[] = []

  readonly note: Note = (outcome, what, where) => {
    const known = this.rows.find((row) => row.outcome === outcome && row.what === what)
    if (!known) this.rows.push({ outcome, what, where: where ? [where] : [] })
    else if (where && !known.where.includes(where)) known.where.push(where)
  }

  /** One row for each kind of remark: what was carried first, what is to decide last. */
  table(): TableRow[] {
    return OUTCOMES.flatMap((outcome) => this.rows.filter((row) => row.outcome === outcome))
  }
}

/** The table as lines of text, with at most `most` places in each. */
export function formatTable(table: TableRow[], most = 6): string {
  return table
    .map(({ outcome, what, where }) => {
      const named = where.slice(0, most).join(', ')
      const more = where.length > most ? ` and ${where.length - most} more` : ''
      return `${outcome.padEnd(10)} ${what}${named && ` (${named}${more})`}`
    })
    .join('\n')
}
