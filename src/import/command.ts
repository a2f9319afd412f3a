/** `npm run import -- FILE [--slug S] [--language en] [--force]`: prints what became of each part of the file. */
import { argv, stdout } from 'node:process'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { formatProblem } from '../content/problems.ts'
import { type ImportOptions, importFile } from './importFile.ts'
import { formatTable } from './remarks.ts'

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

if (argv[1] === fileURLToPath(import.meta.url)) {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { slug: { type: 'string' }, language: { type: 'string' }, force: { type: 'boolean' } },
  })
  const schema = 'node_modules/.datelines/story.schema.json'
  const options = { ...values, stories: 'src/stories', schema, now: new Date() }
  if (!(await runImport(positionals[0] ?? '', options, (line) => stdout.write(`${line}\n`)))) process.exitCode = 1
}
