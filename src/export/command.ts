/** `npm run export -- SLUG --as timelinejs | geojson | csv`: prints what the format cannot hold. */
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { argv, stdout } from 'node:process'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { didYouMean, formatProblem } from '../content/problems.ts'
import { formatTable } from '../import/remarks.ts'
import { exportStory, FORMATS } from './exportStory.ts'

/** Writes the story in `folder` into `target` and prints the table. Returns whether it could be written. */
export async function runExport(
  folder: string,
  { as, target }: { as: string; target: string },
  print: (line: string) => void,
): Promise<boolean> {
  const format = FORMATS.find((name) => name === as)
  if (!format) {
    print(`“${as}” is no format — ${didYouMean(as, FORMATS) ?? `write --as ${FORMATS.join(', ')}`}`)
    return false
  }
  const { files, table, problems } = await exportStory(folder, format)
  for (const problem of problems) print(formatProblem(problem))
  if (!files.size) return false
  await mkdir(target, { recursive: true })
  for (const [name, content] of files) await writeFile(join(target, name), content)
  print(formatTable(table))
  print(`written to ${target}: ${[...files.keys()].join(', ')}`)
  return true
}

if (argv[1] === fileURLToPath(import.meta.url)) {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { as: { type: 'string', default: '' }, to: { type: 'string', default: 'export' } },
  })
  const folder = join('src/stories', positionals[0] ?? '')
  if (!(await runExport(folder, { as: values.as, target: values.to }, (line) => stdout.write(`${line}\n`))))
    process.exitCode = 1
}
