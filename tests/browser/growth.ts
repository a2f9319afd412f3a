/** How lines grow with the scroll, and by a click: what every story is asked. */
import type { Page } from '@playwright/test'
import { expect, expectStep, firstMove, open, restingView } from './page.ts'
import { builtStory } from './sites.ts'

interface Drawn {
  /** Length of the line on the map, map units, and whether it is there in part or whole, by leg */
  lengths: Record<string, number>
  grown: Record<string, string>
  /** What the tips count, by leg */
  counts: Record<string, string>
  /** Pixels between the count and the tip of the arrowhead it rides */
  off: number
}

/** What is drawn once the page has been scrolled to `y` and the map has come to rest: the same in several frames. */
export function drawnAt(page: Page, y: number): Promise<Drawn> {
  return page.evaluate(async (top) => {
    const { legs } = JSON.parse(document.getElementById('_story')?.textContent ?? '{}').route
    function look(): Drawn {
      const drawn: Drawn = { lengths: {}, grown: {}, counts: {}, off: 0 }
      for (const { id } of legs) {
        const line = document.querySelector<SVGPathElement>(`[data-leg="${id}"][data-part="done"] svg > path`)
        const head = document.querySelector<SVGPathElement>(`[data-leg="${id}"][data-part="done"] path[transform]`)
        const count = document.querySelector<SVGTextElement>(`[data-leg="${id}"][data-part="tip"] text`)
        drawn.lengths[id] = line?.getTotalLength() ?? 0
        drawn.grown[id] = line?.closest('[data-grown]')?.getAttribute('data-grown') ?? 'none'
        const [tip, at] = [head?.getScreenCTM(), count?.getScreenCTM()]
        if (!count || !tip || !at) continue
        drawn.counts[id] = count.textContent ?? ''
        drawn.off = Math.max(drawn.off, Math.hypot(tip.e - at.e, tip.f - at.f))
      }
      return drawn
    }
    const frame = () => new Promise(requestAnimationFrame)
    scrollTo({ top, behavior: 'instant' })
    await frame()
    let drawn = look()
    for (let same = 0; same < 4; ) {
      await frame()
      const now = look()
      same = JSON.stringify(now) === JSON.stringify(drawn) ? same + 1 : 0
      drawn = now
    }
    return drawn
  }, y)
}

/** Scroll positions from the passage of one step to that of the next, evenly apart. */
export async function between(page: Page, from: string, to: string, count: number): Promise<number[]> {
  const tops = await page.evaluate(
    (ids) => ids.map((id) => (document.getElementById(id)?.getBoundingClientRect().top ?? 0) + scrollY),
    [from, to],
  )
  const [start = 0, end = 0] = tops
  const covered = await page.evaluate((id) => {
    const section = document.getElementById(id)
    return section ? Number.parseFloat(getComputedStyle(section).scrollMarginTop) || 0 : 0
  }, from)
  return Array.from({ length: count + 1 }, (_, i) => start - covered + ((end - start) * i) / count)
}

/** The lines grow with the scroll and are undrawn on the way back, looked at in `count` places between two steps. */
export async function expectGrowth(page: Page, slug: string, count: number) {
  const { route } = builtStory(slug)
  const { leg, from, to } = firstMove(builtStory(slug))
  await open(page, `#${from}`, slug)
  await expectStep(page, from)
  const positions = await between(page, from, to, count)
  const there: Drawn[] = []
  for (const y of positions) there.push(await drawnAt(page, y))
  const length = (drawn: Drawn) => drawn.lengths[leg.id] ?? Number.NaN
  const whole = Math.max(...there.map(length))
  expect(length(there[0] as Drawn), 'nothing at first').toBeLessThan(0.5)
  const growing = there.filter((drawn) => drawn.grown[leg.id] === 'part')
  expect(growing.length, 'it grows at several positions').toBeGreaterThan(2)
  // The arrowhead may take a little more of a line that bends.
  for (const [i, drawn] of growing.entries())
    if (i > 0) expect(length(drawn)).toBeGreaterThan(length(growing[i - 1] as Drawn) - 1)
  for (const drawn of growing) {
    expect(drawn.off, 'the tip rides the end of its line').toBeLessThanOrEqual(1.5)
    // On a section the number stands with the people.
    if (typeof leg.amount !== 'number' || leg.section) continue
    const count = Number(drawn.counts[leg.id])
    expect(count).toBeGreaterThan(0)
    expect(count).toBeLessThanOrEqual(leg.amount)
  }
  for (const other of route.legs)
    if (other.step === leg.step && typeof other.amount === 'number' && !other.section)
      expect(
        growing.some((drawn) => other.id in drawn.counts),
        `${other.id} grows at the same time`,
      ).toBe(true)
  for (const [i, y] of [...positions.entries()].reverse()) {
    const [back, before] = [await drawnAt(page, y), there[i] as Drawn]
    expect(back.grown, `back at ${Math.round(y)}`).toEqual(before.grown)
    // Where the map is on its way to another view, an arrowhead takes more of the line or less.
    expect(Math.abs(length(back) - length(before))).toBeLessThan(whole / 10)
  }
}

/** What the band of a leg goes through while `act` happens: none, part, whole. */
async function states(page: Page, leg: string, act: () => Promise<void>): Promise<string[]> {
  await page.evaluate((id) => {
    const seen: string[] = []
    Object.assign(window, { seen })
    const state = () =>
      document.querySelector(`[data-leg="${id}"][data-part="done"]`)?.getAttribute('data-grown') ?? 'none'
    seen.push(state())
    new MutationObserver(() => seen.push(state())).observe(document.querySelector('#_legs') as Element, {
      attributes: true,
      childList: true,
      subtree: true,
    })
  }, leg)
  await act()
  await expect(page.locator(`[data-leg="${leg}"][data-part="done"]`)).toHaveAttribute('data-grown', 'whole')
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))))
  const seen: string[] = await page.evaluate(() => Reflect.get(window, 'seen'))
  return [...new Set(seen)]
}

/** On the open page of the story: a click on the next step plays its leg once; the whole route does not play it again. */
export async function expectPlay(page: Page, slug: string) {
  const { leg, from, to } = firstMove(builtStory(slug))
  await showBefore(page, leg.id, from)
  expect(await states(page, leg.id, () => page.locator(`nav a[href="#${to}"]`).click())).toEqual([
    'none',
    'part',
    'whole',
  ])
  const again = await states(page, leg.id, async () => {
    await page.getByRole('button', { name: 'Show whole route' }).click()
    await restingView(page)
  })
  expect(
    again.filter((state) => state !== 'whole'),
    'the whole route does not play it again',
  ).toEqual([])
}

/** On the open page of the story: under reduced motion a leg is there at once, clicked or scrolled. */
export async function expectNoGrowth(page: Page, slug: string, count: number) {
  const { leg, from, to } = firstMove(builtStory(slug))
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await showBefore(page, leg.id, from)
  const positions = await between(page, from, to, count)
  for (const y of positions) expect((await drawnAt(page, y)).counts).toEqual({})
  await showBefore(page, leg.id, from)
  expect(await states(page, leg.id, () => page.locator(`nav a[href="#${to}"]`).click())).toEqual(['none', 'whole'])
}

/** Goes to the step before the one whose leg it is. */
async function showBefore(page: Page, leg: string, from: string) {
  await page.locator(`nav a[href="#${from}"]`).click()
  await expectStep(page, from)
  await expect(page.locator(`[data-leg="${leg}"]`)).toHaveCount(0)
}
