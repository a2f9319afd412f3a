import { relative } from 'node:path'
import { buildSite } from '../build/buildSite.ts'
import { StoryError } from '../content/problems.ts'
import { openProject } from '../project/project.ts'
import { OUT, ROOT, readArgs } from './args.ts'

/** `datelines build`: builds the site of all stories that are no drafts. */
export async function run(args: string[]) {
  const { values } = readArgs(args, { ...ROOT, ...OUT })
  const project = await openProject(values.root, values.out)
  const out = relative(project.root, project.out)
  try {
    await buildSite(project)
  } catch (error) {
    if (!(error instanceof StoryError)) throw error
    throw new StoryError(`${error.message}\nNothing was built; ${out} is as it was.`)
  }
  console.log(`The site is in ${out}.`)
}
