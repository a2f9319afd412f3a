import { relative } from 'node:path'
import { buildSite } from '../build/buildSite.ts'
import { StoryError } from '../content/problems.ts'
import { openProject } from '../project/project.ts'
import { OUT, ROOT, readArgs } from './args.ts'

/** `datelines build`: builds the site of all stories that are no drafts, of one story, or a part of the site. */
export async function run(args: string[]) {
  const { values } = readArgs(args, { ...ROOT, ...OUT, only: { type: 'string' }, shard: { type: 'string' } })
  const { only } = values
  const shard = shardIn(values.shard)
  const project = await openProject(values.root, values.out)
  const out = relative(project.root, project.out)
  try {
    const { stories, rendered } = await buildSite(project, { only, shard })
    const what = only ? `“${only}” alone` : shard ? `Part ${values.shard} of the site` : 'The site'
    const count = `${stories.toLocaleString('en')} ${stories === 1 ? 'story' : 'stories'}`
    console.log(`${what} is in ${out}: ${count}, of which ${rendered.toLocaleString('en')} new or changed.`)
  } catch (error) {
    if (!(error instanceof StoryError)) throw error
    throw new StoryError(`${error.message}\nNothing was built; ${out} is as it was.`)
  }
}

/** Throws a StoryError if `written` is not like 2/8. */
function shardIn(written: string | undefined): { part: number; of: number } | undefined {
  if (written === undefined) return
  const [, part = 0, of = 0] = (/^(\d+)\/(\d+)$/.exec(written) ?? []).map(Number)
  if (part < 1 || part > of) throw new StoryError(`--shard: “${written}” is no part: write 1/8 for the first of 8`)
  return { part, of }
}
