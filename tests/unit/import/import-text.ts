import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { formatProblem } from '../../../src/content/problems.ts'
import { readStory } from '../../../src/content/read.ts'
import { type ImportOptions, importFile } from '../../../src/import/importFile.ts'
import { formatTable } from '../../../src/import/remarks.ts'

/** Imports a file with this content, and gives what a newsroom has then. `files`: others beside it. */
export async function importText(
  name: string,
  content: string | Uint8Array,
  { files = {}, ...options }: Partial<ImportOptions> & { files?: Record<string, string> } = {},
) {
  const root = mkdtempSync(join(tmpdir(), 'datelines-import-'))
  onTestFinished(() => rmSync(root, { recursive: true, force: true }))
  const stories = options.stories ?? join(root, 'stories')
  const file = join(root, name)
  writeFileSync(file, content)
  for (const [beside, text] of Object.entries(files)) writeFileSync(join(root, beside), text)
  const imported = await importFile(file, { now: new Date('2026-05-06T07:08:09Z'), ...options, stories })
  const read = imported.folder ? await readStory(imported.folder) : undefined
  return {
    ...imported,
    stories,
    story: read?.story,
    words: read?.story && Object.values(read.story.languages)[0],
    /** Names of the files in the story's folder */
    files: imported.folder ? readdirSync(imported.folder) : [],
    /** The table as printed */
    printed: formatTable(imported.table),
    /** Errors as printed, the path of the file taken off */
    errors: imported.problems
      .filter(({ severity }) => severity === 'error')
      .map((problem) => formatProblem(problem).replace(`${root}/`, '')),
  }
}
