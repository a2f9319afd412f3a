import { expect, expectStep, open, test } from './page.ts'
import { FRESH } from './shared-page.ts'

for (const [name, { from, to, letters }] of Object.entries({
  'the phone is turned': { from: [390, 844], to: [844, 390], letters: 100 },
  'the window is narrowed': { from: [1600, 900], to: [900, 900], letters: 100 },
  'letters grow': { from: [390, 844], to: [390, 844], letters: 150 },
} as const))
  test(`what is read stays where it is read when ${name}`, async ({ page }) => {
    const resize = ([width, height]: readonly [number, number]) => page.setViewportSize({ width, height })
    const enlarge = (percent: number) =>
      page.evaluate((size) => {
        document.documentElement.style.fontSize = `${size}%`
      }, percent)
    await resize(from)
    await open(page, '#parting')
    await resize(to)
    await enlarge(letters)
    await expect(page.locator('#parting h2')).toBeInViewport({ ratio: 1 })
    await resize(from)
    await enlarge(100)
    for (const id of ['posters', 'parting', 'concert']) {
      const passage = page.locator(`#${id}`)
      await page.locator(`nav a[href="#${id}"]`).click()
      await expect(passage.locator('h2')).toBeInViewport()
      await resize(to)
      await enlarge(letters)
      await expect(passage.locator('h2')).toBeInViewport()
      await resize(from)
      await enlarge(100)
      await expect(passage.locator('h2')).toBeInViewport()

      await passage.evaluate((section) => {
        const { top, bottom } = section.getBoundingClientRect()
        // To the middle of what is not covered, a little higher.
        const { scrollPaddingTop, scrollPaddingBottom } = getComputedStyle(
          section.closest('article')?.parentElement ?? section,
        )
        const [above, below] = [scrollPaddingTop, scrollPaddingBottom].map(Number.parseFloat)
        const middle = (above ?? 0) + 0.4 * (innerHeight - (above ?? 0) - (below ?? 0))
        scrollBy({ top: (top + bottom) / 2 - middle, behavior: 'instant' })
      })
      await expectStep(page, id)
      await resize(to)
      await enlarge(letters)
      await expect.poll(() => passage.evaluate(isRead)).toBe(true)
      await expectStep(page, id)
      await resize(from)
      await enlarge(100)
      await expect.poll(() => passage.evaluate(isRead)).toBe(true)
    }
  })

/** Whether a passage lies in the middle of the window. */
function isRead(passage: Element): boolean {
  const { top, bottom } = passage.getBoundingClientRect()
  return top < innerHeight * 0.7 && bottom > innerHeight * 0.3
}

for (const [name, viewport] of [
  ['wide', { width: 1280, height: 800 }],
  ['phone', { width: 390, height: 844 }],
] as const)
  test(`opened at a step, the page names no other on the way (${name})`, FRESH, async ({ page }) => {
    await page.setViewportSize(viewport)
    await page.addInitScript(() => {
      const seen: string[] = []
      Reflect.set(window, 'seen', seen)
      new MutationObserver((changes) => {
        for (const { target } of changes)
          if (target instanceof HTMLElement && target.matches('article > section[data-active]')) seen.push(target.id)
      }).observe(document, { attributeFilter: ['data-active'], subtree: true })
    })
    for (const id of ['search', 'parting', 'concert']) {
      await page.goto('about:blank')
      await open(page, `#${id}`)
      await expect(page.locator(`#${id} h2`)).toBeInViewport()
      expect(await page.evaluate(() => Reflect.get(window, 'seen'))).toEqual([id])
    }
  })
