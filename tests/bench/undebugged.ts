/**
 * `npm run undebugged`: blocking time of a page load in a browser that no tool is attached to, as fast as the machine.
 * Chromium compiles scripts in another way while a debugger listens. The page tells the server itself.
 */
import { spawn } from 'node:child_process'
import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { findBrowser } from '../browser/find-browser.ts'
import { BUILT, buildOurs, ourEmbed, ourPage, PROJECT, SLUG, STORIES } from './ours.ts'
import { buildStatic, buildTimelineJs, STATIC, timelineJs } from './peers.ts'
import { median, publish, shown, table } from './report.ts'
import { serve } from './serve.ts'
import { tell } from './told.ts'

/** How long a page has to come to rest, ms */
const REST = 4000

const { values: options } = parseArgs({
  options: { runs: { type: 'string', default: '7' }, keep: { type: 'boolean', default: false } },
})
const pages = [ourPage('ours'), ourEmbed('ours'), STATIC, timelineJs('timelinejs')]

await mkdir(BUILT, { recursive: true })
const story = await tell(STORIES, SLUG)
await buildOurs(PROJECT, `${BUILT}ours`)
await buildStatic(story, `${BUILT}static`)
await buildTimelineJs(story, `${BUILT}timelinejs`)
const server = await serve(BUILT, `<script>(${report})(${REST})</script>`)
const blocking = new Map(pages.map(({ name }): [string, number[]] => [name, []]))
try {
  for (let run = 1; run <= Number(options.runs); run += 1)
    for (const { name, path } of pages) blocking.get(name)?.push(await visit(`${server.url}${path}`))
} finally {
  server.close()
}
const row = pages.map(({ name }) => shown(median(blocking.get(name) ?? [])))
await publish(
  'undebugged',
  table(['', ...pages.map(({ name }) => name)], [['blocking time, ms', ...row]]),
  options.keep,
)

/** Opens `url` in a browser of its own and returns the blocking time that the page reports. */
async function visit(url: string): Promise<number> {
  const profile = await mkdtemp(join(tmpdir(), 'datelines-bench-'))
  const browser = spawn(
    (await findBrowser()) ?? 'chromium',
    ['--headless', '--no-sandbox', '--disable-gpu', '--remote-debugging-port=0', `--user-data-dir=${profile}`, url],
    { stdio: 'ignore' },
  )
  try {
    return Number(await server.reported())
  } finally {
    const ended = new Promise((resolve) => browser.on('close', resolve))
    browser.kill()
    await ended
    await rm(profile, { recursive: true, force: true })
  }
}

/** Runs in the page: sends what tasks took beyond 50 ms each. */
function report(rest: number) {
  let sum = 0
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) sum += duration - 50
  }).observe({ type: 'longtask', buffered: true })
  setTimeout(() => navigator.sendBeacon('/report', String(sum)), rest)
}
