/** One visit to a page in a browser of its own: loaded with an empty cache, then pressed and scrolled, then left. */
import type { Browser, CDPSession, Locator, Page } from 'playwright'
import type { Profile } from './browser.ts'
import type { Contestant } from './contestant.ts'
import { type Kind, Traffic } from './traffic.ts'
import { READABLE, type Watched, watch } from './watch.ts'

/** What a page needed until it had come to rest. Times in ms since the navigation began. */
export interface Load {
  requests: number
  /** Requests to other servers; they are blocked */
  foreign: number
  /** As sent over the line, headers included */
  bytes: Record<Kind, number>
  firstPaint: number
  largestPaint: number
  readable: number
  /** What tasks took beyond 50 ms each, after the first paint */
  blocking: number
  /** Time the main thread was busy */
  busy: number
  /** What the reader's first act costs: the same two until the page is at rest again */
  actBlocking: number
  actBusy: number
  shift: number
  /** After a collection of garbage, bytes */
  heap: number
  nodes: number
}

/** How long presses or turns of the wheel took, ms, in order. */
export interface Responses {
  /** To the end of the frame that followed */
  frame: number[]
  /** As Event Timing gives them, in steps of 8 ms; what took less than its threshold counts as the threshold */
  timing: number[]
}

const THRESHOLD = 16

/** A reader looks before pressing again; the browser needs as long to report the last press. */
const PAUSE = 500

/** How long a page may take for anything, ms: a thousand steps are a lot to some. */
const PATIENCE = 300_000

/** Matches no element: what a page does not have. */
const NOTHING = ':not(*)'

/** A page is at rest when it has neither asked for anything nor been busy for this long, ms. */
const REST = 1000

export class Visit {
  private readonly traffic = new Traffic()
  private readable: Promise<unknown> | undefined

  private constructor(
    readonly page: Page,
    private readonly client: CDPSession,
    private readonly contestant: Contestant,
  ) {}

  /** Opens the page of `contestant` on the server at `origin`, does `act`, and leaves. */
  static async during<T>(
    browser: Browser,
    profile: Profile,
    origin: string,
    contestant: Contestant,
    act: (visit: Visit) => Promise<T>,
  ): Promise<T> {
    const context = await browser.newContext(profile.context)
    try {
      const page = await context.newPage()
      page.setDefaultTimeout(PATIENCE)
      const client = await context.newCDPSession(page)
      const visit = new Visit(page, client, contestant)
      await visit.open(profile, origin)
      return await act(visit)
    } finally {
      await context.close()
    }
  }

  private async open({ slowdown, network }: Profile, origin: string) {
    await this.client.send('Network.enable')
    if (network)
      await this.client.send('Network.emulateNetworkConditions', {
        offline: false,
        latency: network.latency,
        downloadThroughput: network.down / 8,
        uploadThroughput: network.up / 8,
      })
    // Processor time, so that other work of the machine does not count.
    await this.client.send('Performance.enable', { timeDomain: 'threadTicks' })
    await this.client.send('Emulation.setCPUThrottlingRate', { rate: slowdown })
    this.traffic.follow(this.client, origin)
    // The tool that runs these files wraps functions with names in a helper, which the page must have too.
    await this.page.addInitScript('globalThis.__name = (named) => named')
    await this.page.addInitScript(watch, { text: this.contestant.text, readable: READABLE })
    this.readable = this.page.waitForEvent('console', (message) => message.text() === READABLE)
    await this.page.goto(`${origin}${this.contestant.path}`, { waitUntil: 'commit' })
  }

  private watched(): Promise<Watched> {
    return this.page.evaluate(() => window.bench)
  }

  /** Waits until the text can be read and the page is at rest, and gives what that took. */
  async load(): Promise<Load> {
    await this.readable
    await this.rest()
    const { textFrame = 0, textPainted = 0, firstPaint = 0, largestPaint = 0, longTasks } = await this.watched()
    const blockingFrom = (time: number, tasks: Watched['longTasks']) =>
      tasks.filter(({ start }) => start >= time).reduce((sum, { duration }) => sum + duration - 50, 0)
    const busy = await this.busy()
    // Our page starts its script now.
    await this.page.mouse.move(2, 2)
    await this.rest()
    const after = await this.watched()
    return {
      ...this.traffic.sums(),
      firstPaint,
      largestPaint,
      // The browser tells the time of the first paint more exactly; that is it when the text was there by then.
      readable: firstPaint >= textFrame ? firstPaint : textPainted,
      blocking: blockingFrom(firstPaint, longTasks),
      busy,
      actBlocking: blockingFrom(0, after.longTasks.slice(longTasks.length)),
      actBusy: (await this.busy()) - busy,
      shift: after.shift,
      heap: await this.heap(),
      nodes: (await this.client.send('Memory.getDOMCounters')).nodes,
    }
  }

  private async rest() {
    await this.page.waitForLoadState('load')
    while (this.traffic.quietFor() < REST || (await this.page.evaluate(idleFor)) < REST)
      await this.page.waitForTimeout(REST / 5)
  }

  /** Bytes in use after a collection of garbage. */
  async heap(): Promise<number> {
    await this.client.send('HeapProfiler.collectGarbage')
    return (await this.client.send('Runtime.getHeapUsage')).usedSize
  }

  /** Time the page's main thread has been busy so far, ms. */
  async busy(): Promise<number> {
    const { metrics } = await this.client.send('Performance.getMetrics')
    return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0) * 1000
  }

  /** Presses up to `most` beads after the first, each once. Those at hand come first; for others the page is scrolled. */
  async pressBeads(most: number): Promise<Responses> {
    const beads = this.page.locator(this.contestant.beads ?? NOTHING)
    const left = new Set(Array.from({ length: await beads.count() }, (_, i) => i).slice(1))
    let pressed = 0
    return this.responses(async () => {
      while (left.size > 0 && pressed < most) {
        const points = await beads.evaluateAll(hitPoints)
        const index = [...left].find((i) => points[i]) ?? Math.min(...left)
        left.delete(index)
        const point = points[index] ?? (await this.reach(beads.nth(index)))
        if (!point) continue
        await this.press(point)
        pressed += 1
      }
    })
  }

  /** Presses Next up to `most` times, then Previous as often. */
  async walk(most: number): Promise<Responses> {
    return this.responses(async () => {
      for (const button of [this.contestant.next, this.contestant.previous])
        for (let i = 0; i < most; i += 1) {
          const point = await this.reach(this.page.locator(button ?? NOTHING))
          if (!point) break
          await this.press(point)
        }
    })
  }

  /** Where to press the first of `locator`, scrolled to if need be; nothing when it cannot be pressed. */
  private async reach(locator: Locator): Promise<Point | null | undefined> {
    const [point] = await locator.evaluateAll(hitPoints)
    if (point) return point
    await locator.evaluateAll(([element]) => element?.scrollIntoView({ behavior: 'instant', block: 'center' }))
    await this.page.waitForTimeout(PAUSE)
    return (await locator.evaluateAll(hitPoints))[0]
  }

  /** Presses Next until the page has gone to another step; gives when that was painted, ms since the navigation began. */
  async answered(): Promise<number> {
    const { next = '', current = '' } = this.contestant
    await this.page.locator(next).first().waitFor()
    const step = await this.page.evaluate(stepOf, current)
    for (;;) {
      const [point] = await this.page.locator(next).evaluateAll(hitPoints)
      if (point) await this.page.mouse.click(point.x, point.y)
      const painted = await this.page.evaluate(
        () => new Promise<number>((done) => requestAnimationFrame(() => requestAnimationFrame(done))),
      )
      if ((await this.page.evaluate(stepOf, current)) !== step) return painted
    }
  }

  private async press({ x, y }: Point) {
    const before = (await this.watched()).presses.length
    await this.page.mouse.click(x, y)
    await this.page.waitForFunction((count) => window.bench.presses.length > count, before, { polling: 50 })
    await this.page.waitForTimeout(PAUSE)
  }

  /** Turns the wheel `turns` times from the top of `passage` on. */
  async scroll(passage: string, turns: number): Promise<number[]> {
    await this.page.evaluate((css) => document.querySelector(css)?.scrollIntoView({ behavior: 'instant' }), passage)
    await this.page.waitForTimeout(PAUSE)
    const { width, height } = this.page.viewportSize() ?? { width: 0, height: 0 }
    await this.page.mouse.move(width / 4, height * 0.75)
    const before = (await this.watched()).turns.length
    for (let turn = 0; turn < turns; turn += 1) {
      await this.page.mouse.wheel(0, 100)
      await this.page.waitForTimeout(PAUSE / 2)
    }
    return (await this.watched()).turns.slice(before)
  }

  private async responses(act: () => Promise<void>): Promise<Responses> {
    const before = await this.watched()
    await act()
    const after = await this.watched()
    const frame = after.presses.slice(before.presses.length)
    const longest = new Map<number, number>()
    for (const { interaction, duration } of after.events.slice(before.events.length))
      longest.set(interaction, Math.max(duration, longest.get(interaction) ?? 0))
    const timing = [...longest.values()]
    while (timing.length < frame.length) timing.push(THRESHOLD)
    return { frame, timing }
  }
}

interface Point {
  x: number
  y: number
}

/** Runs in the page: the middle of each element, or null where a press would not reach it. */
function hitPoints(elements: Element[]): (Point | null)[] {
  return elements.map((element) => {
    const { x, y, width, height } = element.getBoundingClientRect()
    const middle = { x: x + width / 2, y: y + height / 2 }
    const hit = document.elementFromPoint(middle.x, middle.y)
    const off = element.matches(':disabled, [aria-disabled="true"]')
    return !off && hit && element.contains(hit) ? middle : null
  })
}

/** Runs in the page: ms since the end of the last long task. */
function idleFor(): number {
  const { start = 0, duration = 0 } = window.bench.longTasks.at(-1) ?? {}
  return performance.now() - start - duration
}

/** Runs in the page: the words on the mark of the step it is at. */
function stepOf(current: string): string | undefined {
  return document.querySelector(current)?.textContent ?? undefined
}
