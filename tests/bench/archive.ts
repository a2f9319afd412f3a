/**
 * `npm run archive`: sites of 3, 50, 200 and 1,000 stories, built anew, again, with one changed word and with one story more.
 * `-- --sizes 3,50` for a quick look, `-- --keep` to write RESULTS.md, which tells the method.
 */
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { REGION, writeLongStory } from './long-story.ts'
import { type Built, buildOurs } from './ours.ts'
import { circumstances, publish, shown, table } from './report.ts'

/** Steps of a story with a map */
const STEPS = 10
/** From this number on, stories have no map: drawing so many takes hours. */
const WITHOUT_MAP = 1000
/** Degrees that each story lies east of the one before, so that no two share a drawing */
const MOVED = 0.05

const { values: options } = parseArgs({
  options: {
    sizes: { type: 'string', default: '3,50,200,1000' },
    busy: { type: 'boolean', default: false },
    keep: { type: 'boolean', default: false },
  },
})
const workshop = await mkdtemp(join(tmpdir(), 'datelines-archive-'))
try {
  const rows: string[][] = []
  for (const size of options.sizes.split(',').map(Number)) rows.push(await measure(size))
  const head = ['all new', 'nothing changed', 'one word changed', 'one story more'].map((what) => `${what}, s`)
  const text = table(['stories', ...head, 'memory, MB: all new', 'nothing changed'], rows)
  const machine = `${circumstances()}${options.busy ? '; other work ran on the machine' : ''}`
  await publish('archive', `${machine}.\n\n${text}`, options.keep)
} finally {
  await rm(workshop, { recursive: true, force: true })
}

async function measure(size: number): Promise<string[]> {
  const root = join(workshop, String(size))
  const mapped = size < WITHOUT_MAP
  for (let i = 0; i < size; i += 1) await writeStory(root, i, mapped)
  const build = async (what: string): Promise<Built> => {
    console.error(`${size} stories: ${what}`)
    return buildOurs(root, join(root, 'dist'))
  }
  const first = await build('all new')
  const again = await build('nothing changed')
  const words = join(root, 'stories', slugOf(1), 'en.md')
  await writeFile(words, (await readFile(words, 'utf8')).replace('On this day', 'On that day'))
  const word = await build('one word changed')
  await writeStory(root, size, mapped)
  const more = await build('one story more')
  return [
    `${size.toLocaleString('en')}${mapped ? '' : ', without maps'}`,
    ...[first, again, word, more].map(({ time }) => shown(time / 1000)),
    ...[first, again].map(({ memory }) => shown(memory)),
  ]
}

function slugOf(i: number): string {
  return `story-${i}`
}

async function writeStory(root: string, i: number, mapped: boolean) {
  const stories = join(root, 'stories')
  if (!mapped) return writeShortStory(join(stories, slugOf(i)), slugOf(i))
  const [west, south, east, north] = REGION
  await writeLongStory(stories, slugOf(i), STEPS, [west + i * MOVED, south, east + i * MOVED, north])
}

/** A story of two steps without a map. */
async function writeShortStory(folder: string, slug: string) {
  await mkdir(folder, { recursive: true })
  const steps = ['gale', 'boats']
  await writeFile(
    join(folder, 'story.yaml'),
    [
      `slug: ${slug}`,
      'languages: [en]',
      'published: 2000-02-01',
      'steps:',
      ...steps.map((id, i) => `  - { id: ${id}, date: 2000-01-0${i + 1} }`),
      'sources:',
      '  S1: { publisher: Harbour Office, title: Notices }\n',
    ].join('\n'),
  )
  const passages = steps.map((id) => `## ${id} {#${id}}\n\nOn this day it blew, in ${slug}. [@S1]\n`)
  const front = `---\nkicker: Benchmark\nheadline: The ${slug}\ndek: Invented.\nbyline: By nobody\n---\n`
  await writeFile(join(folder, 'en.md'), [front, ...passages].join('\n'))
}
