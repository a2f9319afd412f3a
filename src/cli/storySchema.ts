import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { storyFile } from '../content/schema/story.ts'
import type { Project } from '../project/project.ts'

/** Writes the JSON Schema of story.yaml, with which editors complete fields, and returns its path. */
export async function writeStorySchema({ cache }: Project): Promise<string> {
  const path = join(cache, 'story.schema.json')
  await writeFile(path, JSON.stringify(z.toJSONSchema(storyFile, { io: 'input' }), null, 2))
  return path
}
