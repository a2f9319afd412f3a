/**
 * `npm run archive`: sites of 3, 50, 200 and 1,000 stories, built anew, again, with one changed word and with one story more.
 * `-- --sizes 3,50` for a quick look, `-- --keep` to write RESULTS.md, which tells the method.
 */
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { type Built, buildOurs } from './ours.ts'
import { circumstances, publish, shown, table } from './report.ts'

/** From this number on, stories have no map: drawing so many takes hours. */
const WITHOUT_MAP = 1000
/** Degrees between the places of two stories, so that no two share a drawing */
const MOVED = 0.9
/** Stories side by side, from Portugal eastwards, before the next stand farther north */
const COLUMNS = 40

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
  await writeFile(words, (await readFile(words, 'utf8')).replace('all night', 'one night'))
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

/** A story of two steps, with a map of its own region if it is `mapped`. */
async function writeStory(root: string, i: number, mapped: boolean) {
  const folder = join(root, 'stories', slugOf(i))
  const [west, south] = [-9 + MOVED * (i % COLUMNS), 37 + MOVED * Math.floor(i / COLUMNS)]
  const place = (id: string) => (mapped ? `, place: ${id}` : '')
  await mkdir(folder, { recursive: true })
  await writeFile(
    join(folder, 'story.yaml'),
    `slug: ${slugOf(i)}
languages: [en]
published: ${new Date(Date.UTC(2001, 0, i)).toISOString().slice(0, 10)}
${mapped ? `places: { cape: { lat: ${south + 0.3}, lon: ${west} }, port: { lat: ${south}, lon: ${west + 0.4} } }` : ''}
steps:
  - { id: gale, date: 2000-01-01${place('cape')} }
  - { id: boats, date: 2000-01-02${place('port')} }
sources: { S1: { publisher: Harbour Office, title: Notices } }
`,
  )
  await writeFile(
    join(folder, 'en.md'),
    `---
kicker: Benchmark
headline: The tale of ${slugOf(i)}
dek: Invented, as many as there are.
byline: By nobody
${mapped ? `places: { cape: Cape ${i}, port: Port ${i} }` : ''}
---

## The gale {#gale}

It blew all night. [@S1]

## The boats {#boats}

They put out in the morning. [@S1]
`,
  )
}
