import { join, relative } from 'node:path'
import { composeEditions } from '../compose/editions.ts'
import { formatFrom, type Problem, StoryError } from '../content/problems.ts'
import { readStory, slugsIn } from '../content/read.ts'
import { mediaFolder, openProject, type Project } from '../project/project.ts'
import { ROOT, readArgs } from './args.ts'
import { writeStorySchema } from './storySchema.ts'

/** `datelines check`: prints all problems of all stories, and all that a build would warn of. */
export async function run(args: string[]) {
  const project = await openProject(readArgs(args, ROOT).values.root)
  await writeStorySchema(project)
  const slugs = await slugsIn(project.stories)
  if (slugs.length === 0)
    throw new StoryError(
      `There is no story in ${relative(project.root, project.stories)}: datelines new my-story begins one.`,
    )
  const problems: Problem[] = []
  for (const slug of slugs) problems.push(...(await problemsOf(project, slug)))
  const errors = problems.filter(({ severity }) => severity === 'error').length
  for (const line of problems.map(formatFrom(project.root))) console.log(line)
  console.log(
    problems.length
      ? `Errors: ${errors}, warnings: ${problems.length - errors}`
      : `No problems in ${slugs.length} ${slugs.length === 1 ? 'story' : 'stories'}`,
  )
  if (errors) process.exitCode = 1
}

/** The problems of a story: those of its files or, where they have no errors, also what only composing it finds. */
async function problemsOf(project: Project, slug: string): Promise<Problem[]> {
  const { story, problems } = await readStory(join(project.stories, slug))
  if (!story) return problems
  try {
    const { warnings } = await composeEditions(story, { media: mediaFolder(project) })
    return [...problems, ...warnings]
  } catch (error) {
    if (error instanceof StoryError) return [...problems, ...error.problems]
    throw error
  }
}
