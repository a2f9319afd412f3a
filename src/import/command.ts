/**
 * `npm run import -- FILE [--slug S] [--language en] [--force]` prints what became of each part of the file;
 * `npm run import -- --sheet my-story.xlsx` writes our empty sheet.
 */
import { argv, stdout } from 'node:process'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { formatProblem } from '../content/problems.ts'
import { InputError } from './draft.ts'
import { type ImportOptions, importFile } from './importFile.ts'
import { formatTable } from './remarks.ts'
import { writeSheet } from './sheet/template.ts'

/** Imports `file`, prints the table and returns whether the story passes the check. `print` writes a line. */
export async function runImport(file: string, options: ImportOptions, print: (line: string) => void): Promise<boolean> {
  const { folder, table, problems } = await importFile(file, options)
  if (table.length) print(formatTable(table))
  const errors = problems.filter(({ severity }) => severity === 'error')
  for (const problem of folder ? errors : problems) print(formatProblem(problem))
  if (folder)
    print(`${folder} is a draft: development shows it, import.txt has this table, the check lists what is left to do`)
  return errors.length === 0
}

/** Writes our empty sheet, .csv or .xlsx, and returns whether it could be written. */
export async function runSheet(file: string, print: (line: string) => void): Promise<boolean> {
  try {
    await writeSheet(file)
    print(`${file} is an empty sheet: a row for each step, then import it`)
    return true
  } catch (error) {
    if (!(error instanceof InputError)) throw error
    print(`${error.message} — ${error.hint}`)
    return false
  }
}

if (argv[1] === fileURLToPath(import.meta.url)) {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      slug: { type: 'string' },
      language: { type: 'string' },
      force: { type: 'boolean' },
      sheet: { type: 'string' },
    },
  })
  const { sheet, ...given } = values
  const print = (line: string) => stdout.write(`${line}\n`)
  const schema = 'node_modules/.datelines/story.schema.json'
  const options = { ...given, stories: 'src/stories', schema, now: new Date() }
  const done =
    sheet === undefined ? await runImport(positionals[0] ?? '', options, print) : await runSheet(sheet, print)
  if (!done) process.exitCode = 1
}
