/** All that the benchmark knows of our own page: how it is built, and where on it things are. */
import { spawn } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { drawGround } from '../../src/cartography/ground.ts'
import { formatProblem } from '../../src/content/problems.ts'
import { readStory } from '../../src/content/read.ts'
import type { Contestant } from './contestant.ts'

export const PROJECT = fileURLToPath(new URL('../..', import.meta.url))
/** Where the sites of the benchmark are built; Git leaves out folders of this name. */
export const BUILT = fileURLToPath(new URL('dist/', import.meta.url))

export const STORIES = join(PROJECT, 'src/stories')

/** A generated story takes this name too, so that it stands at the root of its site as ours does. */
export const SLUG = 'belarus-prisoners'

const timeline = 'nav[aria-label="Timeline"]'

const parts = {
  text: 'article > section[id] > h2 ~ :not(.share)',
  current: `${timeline} [aria-current="step"]`,
  beads: `${timeline} a`,
  // By place, not by role: to find a role, the tool goes through the whole of a long page, in the page's own time.
  previous: `${timeline} > button:first-of-type`,
  next: `${timeline} > button:last-of-type`,
}

/** The page in a site built into `folder`. */
export function ourPage(folder: string): Contestant {
  return { name: 'Datelines', path: `${folder}/${SLUG}/`, passage: ({ id }) => `[id="${id}"]`, ...parts }
}

/** The embedded page by itself. It turns pages, so there is nothing to scroll over. */
export function ourEmbed(folder: string): Contestant {
  return { name: 'Datelines embed', path: `${folder}/${SLUG}/embed/`, ...parts }
}

/** What a build took: ms, and the most memory at once, MB (on Linux) */
export interface Built {
  time: number
  memory: number | undefined
}

/** Builds the project in `root` into `outDir` as `npm run build` does. */
export async function buildOurs(root: string, outDir: string): Promise<Built> {
  const start = performance.now()
  const args = ['--import', 'tsx', 'src/cli/datelines.ts', 'build', '--root', root, '--out', outDir]
  const child = spawn(process.execPath, args, { cwd: PROJECT, stdio: ['ignore', 'ignore', 'inherit'] })
  let memory: number | undefined
  const watch = setInterval(async () => {
    const status = await readFile(`/proc/${child.pid}/status`, 'utf8').catch(() => '')
    const [, most] = /VmHWM:\s*(\d+) kB/.exec(status) ?? []
    if (most) memory = Number(most) / 1024
  }, 100)
  const code = await new Promise((resolve) => child.on('close', resolve))
  clearInterval(watch)
  if (code !== 0) throw new Error(`The build in ${root} failed.`)
  return { time: performance.now() - start, memory }
}

/** Draws the ground of the story in `folder` once; gives the time it took, ms. */
export async function drawGroundOf(folder: string): Promise<number> {
  const { story, problems } = await readStory(folder)
  if (!story) throw new Error(problems.map(formatProblem).join('\n'))
  const start = performance.now()
  drawGround(story)
  return performance.now() - start
}
