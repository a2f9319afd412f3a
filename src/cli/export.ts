import { mkdir, writeFile } from 'node:fs/promises'
import { join, relative, resolve } from 'node:path'
import { didYouMean, formatFrom, noStory, StoryError } from '../content/problems.ts'
import { slugsIn } from '../content/read.ts'
import { exportStory, FORMATS } from '../export/exportStory.ts'
import { formatTable } from '../import/remarks.ts'
import { openProject } from '../project/project.ts'
import { ROOT, readArgs } from './args.ts'

const OPTIONS = { ...ROOT, as: { type: 'string', default: '' }, to: { type: 'string', default: 'export' } } as const

/** `datelines export SLUG --as FORMAT`: writes a story for another program and says what that cannot hold. */
export async function run(args: string[]) {
  const { positionals, values } = readArgs(args, OPTIONS, true)
  const [slug = ''] = positionals
  const project = await openProject(values.root)
  const format = FORMATS.find((name) => name === values.as)
  const formats = `write --as ${FORMATS.join(', ')}`
  if (!format) throw new StoryError(`“${values.as}” is no format — ${didYouMean(values.as, FORMATS) ?? formats}`)
  const slugs = await slugsIn(project.stories)
  if (!slugs.includes(slug)) throw new StoryError(noStory(slug, slugs))
  const { files, table, problems } = await exportStory(join(project.stories, slug), format)
  for (const line of problems.map(formatFrom(project.root))) console.log(line)
  if (!files.size) {
    process.exitCode = 1
    return
  }
  const target = resolve(values.to)
  await mkdir(target, { recursive: true })
  for (const [name, content] of files) await writeFile(join(target, name), content)
  console.log(formatTable(table))
  console.log(`Written to ${relative(process.cwd(), target) || '.'}: ${[...files.keys()].join(', ')}`)
}
