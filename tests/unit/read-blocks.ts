import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { formatProblem } from '../../src/content/problems.ts'
import { readStory } from '../../src/content/read.ts'
import { makeStoryFolder } from './make-story-folder.ts'

/** What is said of a story in which `text` follows the first sentence of the gale, line 19. */
export async function readBlocks(text: string, ...files: string[]) {
  const folder = makeStoryFolder(['It blew for a night. [@A1]', `It blew for a night. [@A1]\n\n${text}`])
  for (const file of files) writeFileSync(join(folder, file), 'not looked at')
  const { story, problems } = await readStory(folder)
  return {
    body: story?.languages['en']?.steps['gale']?.body.slice(1),
    messages: problems.map((problem) => formatProblem(problem).replace(`${folder}/`, '')),
  }
}
