/** `npm run check`: prints all problems of all stories; without errors, also the warnings of a build. */
import { mkdir, writeFile } from 'node:fs/promises'
import { z } from 'zod'
import { openCache } from '../cache.ts'
import { formatProblem, type Problem } from '../content/problems.ts'
import { readStories } from '../content/read.ts'
import { storyFile } from '../content/schema.ts'
import { loadEditions } from './editions.ts'

const STORIES = 'src/stories'
const FOLDER = 'node_modules/.datelines'

// Schema for editors; see the first line of a story.yaml.
await mkdir(FOLDER, { recursive: true })
await writeFile(`${FOLDER}/story.schema.json`, JSON.stringify(z.toJSONSchema(storyFile, { io: 'input' }), null, 2))

const { stories, problems } = await readStories(STORIES)
const errors = problems.filter(({ severity }) => severity === 'error').length
const shown = errors ? problems : await composeForWarnings()
for (const problem of shown) console.log(formatProblem(problem))
console.log(
  shown.length
    ? `${errors} errors, ${shown.length - errors} warnings`
    : `No problems in ${stories.length} ${stories.length === 1 ? 'story' : 'stories'}`,
)
process.exit(errors ? 1 : 0)

/** Composes the stories as a build does and returns their warnings. Exits if a picture, film or sound is unusable. */
async function composeForWarnings(): Promise<Problem[]> {
  openCache(`${FOLDER}/cache`)
  const editions = await loadEditions(STORIES, { drafts: true }).catch((error: unknown) => {
    console.log(error instanceof Error ? error.message : error)
    process.exit(1)
  })
  return editions.flatMap(({ warnings }) => warnings)
}
