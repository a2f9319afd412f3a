/** `npm run check`: everything that is wrong with every story, in one go. */
import { mkdir, writeFile } from 'node:fs/promises'
import { z } from 'zod'
import { formatProblem } from './problems.ts'
import { readStories } from './read.ts'
import { storyFile } from './schema.ts'

const SCHEMA_FOLDER = 'node_modules/.datelines'

const { stories, problems } = await readStories('src/stories')
for (const problem of problems) console.log(formatProblem(problem))
const errors = problems.filter(({ severity }) => severity === 'error').length
const warnings = problems.length - errors
console.log(
  problems.length
    ? `${errors} errors, ${warnings} warnings`
    : `No problems in ${stories.length} ${stories.length === 1 ? 'story' : 'stories'}`,
)

// For completion and checking in editors; see the first line of a story.yaml.
await mkdir(SCHEMA_FOLDER, { recursive: true })
await writeFile(
  `${SCHEMA_FOLDER}/story.schema.json`,
  JSON.stringify(z.toJSONSchema(storyFile, { io: 'input' }), null, 2),
)

process.exit(errors ? 1 : 0)
