import { relative } from 'node:path'
import { loadEditions } from '../compose/editions.ts'
import { formatFrom, StoryError } from '../content/problems.ts'
import { readStories } from '../content/read.ts'
import { mediaFolder, openProject } from '../project/project.ts'
import { ROOT, readArgs } from './args.ts'
import { writeStorySchema } from './storySchema.ts'

/** `datelines check`: prints all problems of all stories; without errors, also the warnings of a build. */
export async function run(args: string[]) {
  const project = await openProject(readArgs(args, ROOT).values.root)
  await writeStorySchema(project)
  const { stories, problems } = await readStories(project.stories)
  const errors = problems.filter(({ severity }) => severity === 'error').length
  const options = { drafts: true, media: mediaFolder(project), from: project.root }
  // Warnings come with what a build composes. It throws if a picture, film or sound is unusable.
  const editions = errors ? [] : await loadEditions(project.stories, options)
  const shown = errors ? problems : editions.flatMap(({ warnings }) => warnings)
  if (stories.length + problems.length === 0)
    throw new StoryError(
      `There is no story in ${relative(project.root, project.stories)}: datelines new my-story begins one.`,
    )
  for (const line of shown.map(formatFrom(project.root))) console.log(line)
  console.log(
    shown.length
      ? `${errors} errors, ${shown.length - errors} warnings`
      : `No problems in ${stories.length} ${stories.length === 1 ? 'story' : 'stories'}`,
  )
  if (errors) process.exitCode = 1
}
