/**
 * `npm run map`: how long frames take while a reader scrolls through the story and while the map flies, on a processor
 * slowed as a phone's, from the browser's own trace. It reports; nothing fails on a time.
 */
import { mkdir } from 'node:fs/promises'
import type { CDPSession, Page } from 'playwright'
import { z } from 'zod'
import { DESKTOP, launch, PHONE } from './browser.ts'
import { BUILT, buildOurs, ourPage, PROJECT } from './ours.ts'
import { percentile, shown } from './report.ts'
import { serve } from './serve.ts'
import { Visit } from './visit.ts'

/** Beads to press one after the other, counted from 0: some near, some far on the map. */
const BEADS = [1, 4, 7, 11]

/** Longer pauses are rest between movements, not frames; ms. */
const REST = 250

const traceEvent = z.object({ name: z.string(), ts: z.number().optional() })

await mkdir(BUILT, { recursive: true })
await buildOurs(PROJECT, `${BUILT}ours`)
const contestant = ourPage('ours')
const server = await serve(BUILT)
const browser = await launch()
for (const { name, context } of [PHONE, DESKTOP])
  await Visit.during(browser, { name, context, slowdown: PHONE.slowdown }, server.url, contestant, async (visit) => {
    await visit.load()
    const { page } = visit
    const client = await page.context().newCDPSession(page)
    const { width, height } = page.viewportSize() ?? { width: 0, height: 0 }
    report(
      `${name}, scrolling`,
      await frames(client, async () => {
        await client.send('Input.synthesizeScrollGesture', {
          x: width / 4,
          y: height - 200,
          yDistance: -6000,
          speed: 1500,
          gestureSourceType: 'mouse',
        })
      }),
    )
    report(
      `${name}, flying`,
      await frames(client, async () => {
        for (const bead of BEADS) {
          await page
            .locator(contestant.beads ?? '')
            .nth(bead)
            .click()
          await landed(page)
        }
      }),
    )
  })
await browser.close()
server.close()

/** Waits until the map shows what it showed at the last two looks. */
async function landed(page: Page) {
  await page.evaluate(() => Object.assign(window, { views: [] }))
  await page.waitForFunction(
    () => {
      const views: (string | null | undefined)[] = Reflect.get(window, 'views')
      views.push(document.querySelector('#_ground')?.getAttribute('viewBox'))
      return views.length > 2 && new Set(views.slice(-3)).size === 1
    },
    undefined,
    { polling: REST },
  )
}

/** Milliseconds between the frames drawn while `act` runs. */
async function frames(client: CDPSession, act: () => Promise<void>): Promise<number[]> {
  const drawn: number[] = []
  const collect = ({ value }: { value: unknown[] }) => {
    for (const event of z.array(traceEvent).parse(value))
      if (event.name === 'DrawFrame' && event.ts) drawn.push(event.ts)
  }
  client.on('Tracing.dataCollected', collect)
  const complete = new Promise<void>((resolve) => client.once('Tracing.tracingComplete', () => resolve()))
  await client.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: { includedCategories: ['disabled-by-default-devtools.timeline.frame', 'devtools.timeline.frame'] },
  })
  await act()
  await client.send('Tracing.end')
  await complete
  client.off('Tracing.dataCollected', collect)
  drawn.sort((a, b) => a - b)
  return drawn.flatMap((time, i) => (i > 0 ? [(time - (drawn[i - 1] ?? time)) / 1000] : [])).filter((ms) => ms < REST)
}

function report(what: string, times: number[]) {
  const [middle, most] = [percentile(times, 0.5), percentile(times, 0.95)]
  console.log(`${what}: ${times.length} frames, median ${shown(middle)} ms, 95th percentile ${shown(most)} ms`)
}
