import { relative } from 'node:path'
import { newStory } from '../content/new.ts'
import { writeSheet } from '../import/sheet/template.ts'
import { openProject } from '../project/project.ts'
import { ROOT, readArgs } from './args.ts'
import { writeStorySchema } from './storySchema.ts'

/**
 * `datelines new my-story`: begins a story with a blank one that passes the check. `--sheet FILE` writes an empty sheet
 * instead, which `datelines import` reads.
 */
export async function run(args: string[]) {
  const { positionals, values } = readArgs(args, { ...ROOT, sheet: { type: 'string' } }, true)
  if (values.sheet !== undefined) {
    await writeSheet(values.sheet)
    console.log(
      `${values.sheet} is an empty sheet: fill in a row for each step, then “datelines import ${values.sheet}”.`,
    )
    return
  }
  const [slug] = positionals
  const project = await openProject(values.root)
  const schema = await writeStorySchema(project)
  const folder = relative(project.root, await newStory(project, slug, { now: new Date(), schema }))
  console.log(
    `${folder} is a blank story: fill in story.yaml and en.md. “datelines dev” shows it at /${slug}/ while you write.`,
  )
}
