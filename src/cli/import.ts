import { relative, resolve } from 'node:path'
import { formatFrom, StoryError } from '../content/problems.ts'
import { importFile } from '../import/importFile.ts'
import { formatTable } from '../import/remarks.ts'
import { openProject } from '../project/project.ts'
import { ROOT, readArgs } from './args.ts'
import { writeStorySchema } from './storySchema.ts'

const OPTIONS = {
  ...ROOT,
  slug: { type: 'string' },
  language: { type: 'string' },
  force: { type: 'boolean' },
} as const

/** `datelines import FILE`: makes a draft of a file of another program and says what became of each part of it. */
export async function run(args: string[]) {
  const { positionals, values } = readArgs(args, OPTIONS, true)
  const { root, ...options } = values
  const [file] = positionals
  if (file === undefined) throw new StoryError('which file? Write datelines import timeline.json')
  const project = await openProject(root)
  const schema = await writeStorySchema(project)
  const imported = await importFile(resolve(file), { ...options, stories: project.stories, schema, now: new Date() })
  const { folder, table, problems } = imported
  if (table.length) console.log(formatTable(table))
  const errors = problems.filter(({ severity }) => severity === 'error')
  for (const line of (folder ? errors : problems).map(formatFrom(project.root))) console.log(line)
  if (folder)
    console.log(
      `${relative(project.root, folder)} is a draft: “datelines dev” shows it, import.txt has this table, “datelines check” lists what is left to do.`,
    )
  if (errors.length) process.exitCode = 1
}
