/** Imports a sheet of ours again: what changed in the sheet since is changed in the story, edits by hand stay. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Draft, DraftStep, Note } from '../draft.ts'
import { stepIds } from '../ids.ts'
import { mergeTexts } from './mergeTexts.ts'
import { type Cells, readCsv } from './readSheet.ts'
import { rowsOf } from './sheetRows.ts'
import { csvOf } from './template.ts'
import { draftTemplate } from './templateDraft.ts'

/** File in the story's folder with the sheet as it was last imported, and the id of each step. */
export const RECORD = 'last-import.csv'

/** Gives the steps of a sheet the ids of the last import: those of the same heading, else of the same date and place. */
function keepIds(steps: DraftStep[], before: DraftStep[]): DraftStep[] {
  const left = new Set(before)
  const take = (same: (other: DraftStep) => boolean) => {
    const found = [...left].find(same)
    if (found) left.delete(found)
    return found?.id
  }
  const byHeading = steps.map((step) => ({
    ...step,
    id: step.id ?? take((other) => other.heading === step.heading),
  }))
  return byHeading.map((step) => {
    const isSame = (other: DraftStep) =>
      step.date !== undefined && other.date === step.date && other.place === step.place
    return { ...step, id: step.id ?? take(isSame) }
  })
}

/** The record of an import: the sheet with its column of ids filled. */
function recordOf(cells: Cells[], steps: DraftStep[]): string {
  const ids = stepIds(steps)
  const header = cells.findIndex((row) => row.some(Boolean))
  const column = (cells[header] ?? []).findIndex((name) => name.toLowerCase() === 'id')
  return csvOf(
    cells.map((row, i) => {
      const step = steps.findIndex(({ where }) => where === `row ${i + 1}`)
      const id = i === header ? 'id' : (ids[step] ?? '')
      return column < 0 ? [id, ...row] : row.with(column, id)
    }),
  )
}

/** The files of a story from a sheet; `record`: the record of its last import, whose changes by hand are kept. */
export async function filesOfSheet(
  draft: Draft,
  { cells, folder, record }: { cells: Cells[]; folder: string; record: string | undefined },
  write: (draft: Draft, note: Note) => Map<string, string>,
  note: Note,
): Promise<Map<string, string | Uint8Array>> {
  const rows = record === undefined ? undefined : rowsOf(readCsv(record))
  const before = rows && (await draftTemplate(rows.columns, rows.rows, async () => undefined, silent))
  const kept = { ...draft, steps: keepIds(draft.steps, before?.steps ?? []) }
  const texts = write(kept, note)
  for (const [name, theirs] of texts) {
    const mine = before && (await readFile(join(folder, name), 'utf8').catch(() => undefined))
    if (!before || mine === undefined) continue
    const { text, conflicts } = mergeTexts(mine, write(before, silent).get(name) ?? '', theirs)
    for (const { line, mine: stands, theirs: refused } of conflicts)
      note(
        'to decide',
        `changed by hand and in the sheet: “${stands}” stands, the sheet says “${refused}”`,
        `${name}:${line}`,
      )
    if (text !== mine) note('carried', 'what changed in the sheet since the last import', name)
    texts.set(name, text)
  }
  return new Map<string, string | Uint8Array>([...texts, ...draft.files, [RECORD, recordOf(cells, kept.steps)]])
}

function silent() {}

/** Reads the record in a folder; undefined if the story did not come from a sheet. */
export async function readRecord(folder: string): Promise<string | undefined> {
  return readFile(join(folder, RECORD), 'utf8').catch(() => undefined)
}
