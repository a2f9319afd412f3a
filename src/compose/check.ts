/** `npm run check`: everything that is wrong with every story, in one go, and all that a build would warn of. */
import { mkdir, writeFile } from 'node:fs/promises'
import { z } from 'zod'
import { openCache } from '../cache.ts'
import { formatProblem, type Problem } from '../content/problems.ts'
import { readStories } from '../content/read.ts'
import { storyFile } from '../content/schema.ts'
import { loadEditions } from './editions.ts'

const STORIES = 'src/stories'
const FOLDER = 'node_modules/.datelines'

// For completion and checking in editors; see the first line of a story.yaml.
await mkdir(FOLDER, { recursive: true })
await writeFile(`${FOLDER}/story.schema.json`, JSON.stringify(z.toJSONSchema(storyFile, { io: 'input' }), null, 2))

const { stories, problems } = await readStories(STORIES)
const errors = problems.filter(({ severity }) => severity === 'error').length
const found = errors ? problems : await warningsOf()
for (const problem of found) console.log(formatProblem(problem))
console.log(
  found.length
    ? `${errors} errors, ${found.length - errors} warnings`
    : `No problems in ${stories.length} ${stories.length === 1 ? 'story' : 'stories'}`,
)
process.exit(errors ? 1 : 0)

/** Draws and words the stories, as a build does. Ends the command where a picture, film or sound cannot be shown. */
async function warningsOf(): Promise<Problem[]> {
  openCache(`${FOLDER}/cache`)
  const editions = await loadEditions(STORIES).catch((error: unknown) => {
    console.log(error instanceof Error ? error.message : error)
    process.exit(1)
  })
  return editions.flatMap(({ warnings }) => warnings)
}
