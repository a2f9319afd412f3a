/**
 * `npm run lighthouse`: Lighthouse's own figures for our page and embed beside the static page and TimelineJS, on the phone
 * it imagines, medians of five runs taking turns. `-- --runs 2` for a quick look.
 */
import { execFile } from 'node:child_process'
import { mkdir } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { parseArgs, promisify } from 'node:util'
import { z } from 'zod'
import { findBrowser } from '../browser/find-browser.ts'
import { BUILT, buildOurs, ourEmbed, ourPage, PROJECT, SLUG, STORIES } from './ours.ts'
import { buildStatic, buildTimelineJs, STATIC, timelineJs } from './peers.ts'
import { median, publish, shown, table } from './report.ts'
import { serve } from './serve.ts'
import { tell } from './told.ts'

const FIGURES = {
  performance: 'performance',
  accessibility: 'accessibility',
  'first paint, ms': 'first-contentful-paint',
  'largest paint, ms': 'largest-contentful-paint',
  'blocking time, ms': 'total-blocking-time',
} as const

const REPORT = z.object({
  categories: z.record(z.string(), z.object({ score: z.number().nullable() })),
  audits: z.record(z.string(), z.object({ numericValue: z.number().optional() })),
})

const { values: options } = parseArgs({
  options: { runs: { type: 'string', default: '5' }, keep: { type: 'boolean', default: false } },
})
const pages = [ourPage('ours'), ourEmbed('ours'), STATIC, timelineJs('timelinejs')]

await mkdir(BUILT, { recursive: true })
const story = await tell(STORIES, SLUG)
await buildOurs(PROJECT, `${BUILT}ours`)
await buildStatic(story, `${BUILT}static`)
await buildTimelineJs(story, `${BUILT}timelinejs`)
const server = await serve(BUILT)
const results = new Map(pages.map(({ name }): [string, number[][]] => [name, []]))
try {
  for (let run = 1; run <= Number(options.runs); run += 1)
    for (const { name, path } of pages) {
      console.error(`run ${run}: ${name}`)
      results.get(name)?.push(await measure(`${server.url}${path}`))
    }
} finally {
  server.close()
}
const rows = Object.keys(FIGURES).map((figure, i) => [
  figure,
  ...pages.map(({ name }) => shown(median((results.get(name) ?? []).map((run) => run[i] ?? 0)))),
])
await publish('lighthouse', table(['', ...pages.map(({ name }) => name)], rows), options.keep)

/** One run in a browser of its own: scores of 100, times in ms. */
async function measure(url: string): Promise<number[]> {
  const cli = fileURLToPath(new URL('node_modules/lighthouse/cli/index.js', import.meta.url))
  const flags = '--headless --no-sandbox --disable-gpu --host-resolver-rules="MAP * ~NOTFOUND, EXCLUDE localhost"'
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [cli, url, '--quiet', '--output=json', '--only-categories=performance,accessibility', `--chrome-flags=${flags}`],
    { env: { ...process.env, CHROME_PATH: await findBrowser() }, maxBuffer: 2 ** 27 },
  )
  const { categories, audits } = REPORT.parse(JSON.parse(stdout))
  return Object.values(FIGURES).map((id) =>
    id in categories ? (categories[id]?.score ?? 0) * 100 : (audits[id]?.numericValue ?? 0),
  )
}
