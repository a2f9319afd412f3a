/**
 * `npm run author`: how long a change to a story takes until development has its page: a word, a date and a place, medians
 * of ten, in a copy of the story at the root of our site.
 */
import { spawn } from 'node:child_process'
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { PROJECT, SLUG, STORIES } from './ours.ts'
import { median, publish, shown, table } from './report.ts'

const PORT = 4399
const { values: options } = parseArgs({
  options: { runs: { type: 'string', default: '10' }, keep: { type: 'boolean', default: false } },
})

/** What an author changes: a pattern in a file, and what stands there in each run. */
const CHANGES: [name: string, file: string, pattern: RegExp, written: (run: number) => string][] = [
  ['a word', 'en.md', /(?<=\n\n)[A-Z][^[\n]+/, (run) => `Changed ${run} times. `],
  ['a date', 'story.yaml', /(?<=published: )\d{4}-\d\d-\d\d/, (run) => `2026-01-${String(run + 10)}`],
  ['a place', 'story.yaml', /(?<=lat: )[\d.]+/, (run) => `53.9${String(run).padStart(2, '0')}`],
]

const root = await mkdtemp(join(tmpdir(), 'datelines-author-'))
await cp(join(STORIES, SLUG), join(root, 'stories', SLUG), { recursive: true })
const server = spawn(
  process.execPath,
  ['--import', 'tsx', 'src/cli/datelines.ts', 'dev', '--root', root, '--port', String(PORT)],
  { cwd: PROJECT, stdio: 'ignore' },
)
try {
  await started()
  const rows: string[][] = []
  for (const [name, file, pattern, written] of CHANGES) {
    const times: number[] = []
    for (let run = 1; run <= Number(options.runs); run += 1) {
      const path = join(root, 'stories', SLUG, file)
      const text = await readFile(path, 'utf8')
      if (!pattern.test(text)) throw new Error(`${file} has nothing like ${pattern}`)
      await writeFile(path, text.replace(pattern, written(run)))
      const start = performance.now()
      await page()
      times.push(performance.now() - start)
    }
    rows.push([name, shown(median(times)), shown(Math.max(...times))])
  }
  await publish('author', table(['until the changed page is there, ms', 'median', 'most'], rows), options.keep)
} finally {
  server.kill()
  await rm(root, { recursive: true, force: true })
}

async function page(): Promise<string> {
  return (await fetch(`http://localhost:${PORT}/${SLUG}/`)).text()
}

/** Waits until the server has made the page once. */
async function started() {
  for (;;) {
    try {
      await page()
      return
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 200))
    }
  }
}
