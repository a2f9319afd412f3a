/**
 * `npm run bench`: our page and our embed beside the same words as a plain page, in TimelineJS and in a page of
 * react-chrono and react-leaflet. `-- --runs 2` for a quick look, `-- --keep` to write RESULTS.md, which tells the method;
 * `-- --slowdown 8` for a slower phone, `-- --before FOLDER` to compare with a site built earlier.
 */
import { cp, mkdir } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { DESKTOP, launch, PHONE, type Profile } from './browser.ts'
import type { Contestant } from './contestant.ts'
import { BUILT, buildOurs, ourEmbed, ourPage, PROJECT, SLUG, STORIES } from './ours.ts'
import { buildChrono, buildStatic, buildTimelineJs, CHRONO, STATIC, timelineJs } from './peers.ts'
import { circumstances, median, percentile, publish, ratio, shown, table } from './report.ts'
import { serve } from './serve.ts'
import { type ToldStory, tell } from './told.ts'
import { KINDS } from './traffic.ts'
import { type Load, type Responses, Visit } from './visit.ts'

/** Everything one visit gave. */
interface Run {
  load: Load
  beads: Responses
  walk: Responses
  scroll: number[]
}

const PEERS = [timelineJs('timelinejs'), CHRONO]

/** How often each thing is pressed, and the wheel turned, in one run. */
const BEADS = 8
const STEPS = 12
const TURNS = 16

const { values: options } = parseArgs({
  options: {
    runs: { type: 'string', default: '7' },
    keep: { type: 'boolean', default: false },
    slowdown: { type: 'string', default: String(PHONE.slowdown) },
    before: { type: 'string' },
  },
})
const OURS = [ourPage('ours'), ourEmbed('ours')]
const BEFORE = options.before
  ? [ourPage('before'), ourEmbed('before')].map((one) => ({ ...one, name: `${one.name} before` }))
  : []
const ALL = [...OURS, ...BEFORE, STATIC, ...PEERS]

const story = await tell(STORIES, SLUG)
await mkdir(BUILT, { recursive: true })
await buildOurs(PROJECT, `${BUILT}ours`)
if (options.before) await cp(options.before, `${BUILT}before`, { recursive: true })
await buildStatic(story, `${BUILT}static`)
await buildTimelineJs(story, `${BUILT}timelinejs`)
await buildChrono(story, `${BUILT}chrono`)

const server = await serve(BUILT)
const browser = await launch()
const tables: string[] = []
try {
  const phone = { ...PHONE, slowdown: Number(options.slowdown) }
  for (const profile of [phone, DESKTOP])
    tables.push(`### ${profile.name}, ${profile.slowdown} ×`, tableOf(await race(profile)))
} finally {
  await browser.close()
  server.close()
}
await publish(
  'pages',
  [`${circumstances(browser.version())}; runs: ${options.runs}.`, ...tables].join('\n\n'),
  options.keep,
)

/** All runs of every page. They take turns, so that what the machine does meanwhile falls on all of them. */
async function race(profile: Profile): Promise<Map<Contestant, Run[]>> {
  const runs = new Map<Contestant, Run[]>(ALL.map((contestant) => [contestant, []]))
  for (let run = 1; run <= Number(options.runs); run += 1)
    for (const contestant of ALL) {
      console.error(`${profile.name}, run ${run}: ${contestant.name}`)
      const from = contestant.passage?.(beforeFirstLeg(story))
      runs.get(contestant)?.push(
        await Visit.during(browser, profile, server.url, contestant, async (visit) => ({
          load: await visit.load(),
          // There and back, so the beads begin where the page was opened.
          walk: await visit.walk(STEPS),
          beads: await visit.pressBeads(BEADS),
          scroll: from ? await visit.scroll(from, TURNS) : [],
        })),
      )
    }
  return runs
}

/** The step whose passage is on the screen while the first line of the route grows towards the next. */
function beforeFirstLeg({ legs, steps }: ToldStory): { id: string; index: number } {
  const index = Math.max(0, Math.min(...legs.map(({ step }) => step)) - 1)
  return { id: steps[index]?.id ?? '', index }
}

function tableOf(runs: Map<Contestant, Run[]>): string {
  const rows: string[][] = []
  function row(name: string, of: (runs: Run[]) => number | undefined, rangeOf?: (run: Run) => number) {
    const values = new Map(ALL.map((contestant) => [contestant, of(runs.get(contestant) ?? [])]))
    const best = Math.min(...PEERS.flatMap((peer) => values.get(peer) ?? []))
    const cell = (contestant: Contestant) => {
      const all = rangeOf ? (runs.get(contestant) ?? []).map(rangeOf) : []
      const [low, high] = [shown(percentile(all, 0)), shown(percentile(all, 1))]
      return `${shown(values.get(contestant))}${low === high ? '' : ` (${low} to ${high})`}`
    }
    rows.push([
      name,
      ...OURS.flatMap((contestant) => [
        cell(contestant),
        ratio(values.get(contestant), values.get(STATIC)),
        ratio(values.get(contestant), Number.isFinite(best) ? best : undefined),
      ]),
      ...[...BEFORE, STATIC, ...PEERS].map(cell),
    ])
  }
  const load = (name: string, of: (load: Load) => number) =>
    row(
      name,
      (all) => median(all.map((run) => of(run.load))),
      (run) => of(run.load),
    )
  const spread = (name: string, of: (run: Run) => number[]) => {
    for (const [label, part] of [
      ['median', 0.5],
      ['90 %', 0.9],
      ['98 %', 0.98],
    ] as const)
      row(`${name}, ${label}`, (all) => percentile(all.flatMap(of), part))
  }

  load('requests', ({ requests }) => requests)
  load('requests to other servers', ({ foreign }) => foreign)
  load('all bytes, KB', ({ bytes }) => Object.values(bytes).reduce((sum, count) => sum + count, 0) / 1024)
  for (const kind of KINDS) load(`${kind}, KB`, ({ bytes }) => bytes[kind] / 1024)
  load('first paint, ms', ({ firstPaint }) => firstPaint)
  load('largest paint, ms', ({ largestPaint }) => largestPaint)
  load('readable, ms', ({ readable }) => readable)
  load('blocking time, ms', ({ blocking }) => blocking)
  load('main thread until rest, ms', ({ busy }) => busy)
  load('first act, blocking time, ms', ({ actBlocking }) => actBlocking)
  load('first act, main thread, ms', ({ actBusy }) => actBusy)
  load('layout shift', ({ shift }) => shift)
  load('heap, MB', ({ heap }) => heap / 2 ** 20)
  load('nodes', ({ nodes }) => nodes)
  spread('bead, interaction to next paint, ms', ({ beads }) => beads.timing)
  spread('bead, press to frame, ms', ({ beads }) => beads.frame)
  spread('Previous/Next, interaction to next paint, ms', ({ walk }) => walk.timing)
  spread('Previous/Next, press to frame, ms', ({ walk }) => walk.frame)
  spread('scroll over a growing leg, turn to frame, ms', ({ scroll }) => scroll)
  return table(
    [
      '',
      ...OURS.flatMap(({ name }) => [name, '÷ static', '÷ best peer']),
      ...[...BEFORE, STATIC, ...PEERS].map(({ name }) => name),
    ],
    rows,
  )
}
