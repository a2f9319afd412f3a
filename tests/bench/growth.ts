/**
 * `npm run growth`: stories of 10, 100 and 500 short steps, built as a newsroom's project, and as many events
 * in TimelineJS. `-- --sizes 10,100` for a quick look, `-- --keep` to write RESULTS.md, which tells the method.
 */
import { mkdir, mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { DESKTOP, launch, PHONE } from './browser.ts'
import type { Contestant } from './contestant.ts'
import { EUROPE, writeLongStory } from './long-story.ts'
import { buildOurs, drawGroundOf, ourPage, SLUG } from './ours.ts'
import { buildTimelineJs, timelineJs } from './peers.ts'
import { circumstances, median, publish, shown, table } from './report.ts'
import { serve } from './serve.ts'
import { tell } from './told.ts'
import { Visit } from './visit.ts'

/** What one page of one length took, medians of all runs; times in ms. */
interface Opened {
  opening: number | undefined
  heap: number | undefined
  /** From a press on Next or Previous to the end of the frame that follows */
  change: number | undefined
  /** How long the main thread was busy for each press, what the page does afterwards included */
  work: number | undefined
}

interface Grown {
  steps: number
  /** ms */
  build: number
  /** Bytes, not compressed */
  html: number
  ours: Opened
  timelineJs: Opened | undefined
}

/** Above this TimelineJS takes minutes, and says nothing new. */
const TIMELINEJS_UP_TO = 500

/** Presses on Next, and as many on Previous */
const PRESSES = 20

const { values: options } = parseArgs({
  options: {
    sizes: { type: 'string', default: '10,100,500' },
    runs: { type: 'string', default: '3' },
    phone: { type: 'boolean', default: false },
    keep: { type: 'boolean', default: false },
  },
})
const profile = options.phone ? PHONE : DESKTOP
const sizes = options.sizes.split(',').map(Number)

const workshop = await mkdtemp(join(tmpdir(), 'datelines-growth-'))
const browser = await launch()
try {
  const project = join(workshop, 'project')
  const ground = await timeEurope(join(workshop, 'europe'))
  // What only the first build makes, and the others remember, would count as the smallest story's.
  await buildOnce(Math.min(...sizes) + 1, project, join(workshop, 'sites', 'first'))
  const grown: Grown[] = []
  for (const steps of sizes) grown.push(await grow(steps, project, join(workshop, 'sites', String(steps))))
  await publish('growth', textOf(grown, ground), options.keep)
} finally {
  await browser.close()
  await rm(workshop, { recursive: true, force: true })
}

/** How long the ground of a story that spans Europe takes to draw, ms. */
async function timeEurope(root: string): Promise<number> {
  await writeLongStory(root, SLUG, 10, EUROPE)
  return drawGroundOf(join(root, SLUG))
}

/** Where a project has its stories */
function storiesOf(project: string): string {
  return join(project, 'stories')
}

/** Builds a story of so many steps; gives the time it took, ms. */
async function buildOnce(steps: number, project: string, site: string): Promise<number> {
  console.error(`${steps} steps: build`)
  await writeLongStory(storiesOf(project), SLUG, steps)
  await mkdir(site, { recursive: true })
  return (await buildOurs(project, join(site, 'ours'))).time
}

async function grow(steps: number, project: string, site: string): Promise<Grown> {
  const build = await buildOnce(steps, project, site)
  const pages = [ourPage('ours')]
  if (steps <= TIMELINEJS_UP_TO) {
    await buildTimelineJs(await tell(storiesOf(project), SLUG), join(site, 'timelinejs'))
    pages.push(timelineJs('timelinejs'))
  }
  const [ours, theirs] = await openAll(steps, site, pages)
  if (!ours) throw new Error('growth: our page was not opened')
  const { size: html } = await stat(join(site, pages[0]?.path ?? '', 'index.html'))
  return { steps, build, html, ours, timelineJs: theirs }
}

/** Opens every page as often as asked, in turn. */
async function openAll(steps: number, site: string, pages: Contestant[]): Promise<Opened[]> {
  const server = await serve(site)
  const runs = pages.map((page) => ({ page, seen: [] as Awaited<ReturnType<typeof open>>[] }))
  for (let run = 1; run <= Number(options.runs); run += 1)
    for (const { page, seen } of runs) {
      console.error(`${steps} steps, run ${run}: ${page.name}`)
      seen.push(await open(server.url, page))
    }
  server.close()
  return runs.map(({ seen }) => ({
    opening: median(seen.map(({ opening }) => opening)),
    heap: median(seen.map(({ heap }) => heap)),
    change: median(seen.flatMap(({ frames }) => frames)),
    work: median(seen.map(({ work }) => work)),
  }))
}

async function open(origin: string, page: Contestant) {
  return Visit.during(browser, profile, origin, page, async (visit) => {
    const answered = await visit.answered()
    const { heap, readable } = await visit.load()
    const busyBefore = await visit.busy()
    const { frame } = await visit.walk(PRESSES)
    return {
      opening: Math.max(answered, readable),
      heap,
      frames: frame,
      work: ((await visit.busy()) - busyBefore) / frame.length,
    }
  })
}

function textOf(grown: Grown[], ground: number): string {
  const of = (steps: number) => grown.find((one) => one.steps === steps)
  const [small, large] = [of(10), of(500)]
  const slope = (one: Grown | undefined) => one && small && (one.build - small.build) / (one.steps - small.steps)
  const rows = grown.map((one) => [
    one.steps.toLocaleString('en'),
    shown(one.build / 1000),
    shown(one === small ? undefined : slope(one)),
    shown(one.html / 1024),
    shown(one.html / 1024 / one.steps),
    ...(['opening', 'heap', 'change', 'work'] as const).flatMap((what) => {
      const [ours, theirs] = [one.ours[what], one.timelineJs?.[what]].map((value) =>
        what === 'heap' && value !== undefined ? value / 2 ** 20 : value,
      )
      return [shown(ours), shown(theirs)]
    }),
  ])
  const limits: [string, number | undefined, number][] = [
    ['build of 500 steps, s', large && large.build / 1000, 30],
    ['build time a step: 500 steps ÷ 100 steps', part(slope(large), slope(of(100))), 1.25],
    ['HTML of 500 steps, KB a step', large && large.html / 1024 / large.steps, 1.2],
    ['opening 500 steps ÷ TimelineJS', part(large?.ours.opening, large?.timelineJs?.opening), 1 / 8],
    ['heap at 500 steps ÷ TimelineJS', part(large?.ours.heap, large?.timelineJs?.heap), 1],
    ['step change: 500 steps ÷ 10 steps', part(large?.ours.change, small?.ours.change), 1.5],
    ['the ground of all Europe, s', ground / 1000, 3],
  ]
  return [
    `${circumstances(browser.version())}; ${profile.name}; runs: ${options.runs}.`,
    table(
      [
        'steps',
        'build, s',
        'build, ms for each further step',
        'HTML, KB',
        'HTML, KB a step',
        ...['opening, ms', 'heap, MB', 'step change, ms', 'work a step change, ms'].flatMap((what) => [
          what,
          'TimelineJS',
        ]),
      ],
      rows,
    ),
    table(
      ['limit', 'measured', 'at most', ''],
      limits.map(([what, value, most]) => [
        what,
        shown(value),
        String(most),
        value === undefined ? 'not measured' : value <= most ? 'met' : 'not met',
      ]),
    ),
  ].join('\n\n')
}

function part(value: number | undefined, base: number | undefined): number | undefined {
  return value === undefined || !base ? undefined : value / base
}
