import { relative } from 'node:path'
import { newStory } from '../content/new.ts'
import { openProject } from '../project/project.ts'
import { ROOT, readArgs } from './args.ts'
import { writeStorySchema } from './storySchema.ts'

/** `datelines new my-story`: begins a story with a blank one that passes the check. */
export async function run(args: string[]) {
  const { positionals, values } = readArgs(args, ROOT, true)
  const [slug] = positionals
  const project = await openProject(values.root)
  const schema = await writeStorySchema(project)
  const folder = relative(project.root, await newStory(project, slug, { now: new Date(), schema }))
  console.log(
    `${folder} is a blank story: fill in story.yaml and en.md. “datelines dev” shows it at /${slug}/ while you write.`,
  )
}
