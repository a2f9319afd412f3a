/**
 * `npm run bench:map`: how long frames take while a reader scrolls through the story and while the map flies, on a
 * processor slowed four times, from the browser's own trace. It reports; nothing fails on a time. Needs a built site.
 */
import { type CDPSession, chromium } from 'playwright'
import { preview } from 'vite'
import { z } from 'zod'
import { findBrowser } from '../browser/find-browser.ts'

const SLOWDOWN = 4
const traceEvent = z.object({ name: z.string(), ts: z.number().optional() })

const server = await preview({ preview: { port: 4520 }, logLevel: 'error' })
const browser = await chromium.launch({ executablePath: await findBrowser(), args: ['--no-sandbox'] })
for (const viewport of [
  { width: 390, height: 844 },
  { width: 1280, height: 800 },
]) {
  const page = await browser.newPage({ viewport })
  await page.goto('http://localhost:4520/belarus-prisoners/')
  await page.getByRole('button', { name: 'Move the map' }).waitFor()
  const client = await page.context().newCDPSession(page)
  await client.send('Emulation.setCPUThrottlingRate', { rate: SLOWDOWN })
  const size = `${viewport.width} × ${viewport.height}`
  const at = { x: viewport.width / 4, y: viewport.height - 200 }
  report(
    `${size}, scrolling`,
    await frames(client, async () => {
      await client.send('Input.synthesizeScrollGesture', {
        ...at,
        yDistance: -6000,
        speed: 1500,
        gestureSourceType: 'mouse',
      })
    }),
  )
  report(
    `${size}, flying`,
    await frames(client, async () => {
      for (const id of ['border', 'fourteen', 'handover', 'warsaw']) {
        await page.locator(`nav a[href="#${id}"]`).click()
        await page.waitForTimeout(900)
      }
    }),
  )
  await page.close()
}
await browser.close()
await server.close()

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
  // Longer pauses are rest between movements, not frames.
  return drawn.flatMap((time, i) => (i > 0 ? [(time - (drawn[i - 1] ?? time)) / 1000] : [])).filter((ms) => ms < 250)
}

function report(what: string, times: number[]) {
  const sorted = [...times].sort((a, b) => a - b)
  const part = (share: number) => (sorted[Math.floor((sorted.length - 1) * share)] ?? Number.NaN).toFixed(1)
  console.log(`${what}: ${sorted.length} frames, median ${part(0.5)} ms, 95th percentile ${part(0.95)} ms`)
}
