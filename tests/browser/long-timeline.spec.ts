import type { Page } from '@playwright/test'
import { MOST_STEPS } from '../../src/story/mostSteps.ts'
import { openLong } from './long-story.ts'
import { expect, expectStep, nextFrames, open, test, violationsIn } from './page.ts'

const timeline = (page: Page) => page.getByRole('navigation', { name: 'Timeline' })
const slider = (page: Page) => timeline(page).getByRole('slider', { name: 'Move through time' })

/** Where `part` of the axis is on the screen. */
async function pointOn(page: Page, part: number) {
  const box = await slider(page).boundingBox()
  if (!box) throw new Error('no axis')
  return { x: box.x + box.width * part, y: box.y + box.height / 2 }
}

for (const [name, count, viewport] of [
  ['as many steps as there may be', MOST_STEPS, { width: 1280, height: 800 }],
  ['200 steps on a phone', 200, { width: 390, height: 844 }],
] as const) {
  test(`the axis answers a press with the nearest step, all views follow: ${name}`, async ({ page }) => {
    await page.setViewportSize(viewport)
    await openLong(page, count)
    const { x, y } = await pointOn(page, 0.25)
    await page.mouse.click(x, y)
    await expect.poll(() => new URL(page.url()).hash).not.toBe('')
    const { hash } = new URL(page.url())
    expect(Math.abs(Number(hash.replace('#step-', '')) - count / 4)).toBeLessThanOrEqual(4)
    await expectStep(page, hash.slice(1))
    await expect(page.locator(`${hash} h2`)).toBeInViewport()
    await expect(timeline(page).locator('[aria-current="step"]')).toBeInViewport({ ratio: 1 })
    expect(await timeline(page).evaluate((nav) => nav.querySelectorAll('*').length)).toBeLessThanOrEqual(200)
  })
}

test('dragging along the axis travels, and Back returns to where the journey began', async ({ page }) => {
  await openLong(page, 200, '#step-5')
  await expectStep(page, 'step-5')
  const entries = await page.evaluate(() => history.length)
  const [from, over, to] = [await pointOn(page, 0.1), await pointOn(page, 0.3), await pointOn(page, 0.995)]
  await page.mouse.move(from.x, from.y)
  await page.mouse.down()
  await expect(slider(page)).toHaveAttribute('aria-valuenow', '21')
  await page.mouse.move(over.x, over.y + 200, { steps: 5 })
  await expect(slider(page)).toHaveAttribute('aria-valuenow', '61')
  await page.mouse.move(to.x, to.y, { steps: 5 })
  await page.mouse.up()
  await expectStep(page, 'step-101')
  expect(await page.evaluate(() => history.length)).toBe(entries + 1)
  await page.goBack()
  await expectStep(page, 'step-5')
})

test.describe('under a finger', () => {
  test.use({ hasTouch: true, viewport: { width: 390, height: 844 } })

  test('the axis answers a tap, and is high enough for it', async ({ page }) => {
    await openLong(page, 200)
    expect((await slider(page).boundingBox())?.height).toBeGreaterThanOrEqual(24)
    const { x, y } = await pointOn(page, 0.4)
    await page.touchscreen.tap(x, y)
    await expect(slider(page)).toHaveAttribute('aria-valuenow', '81')
  })
})

test('keys, phases, beads and Next all lead on where the row ends', async ({ page }) => {
  await openLong(page, 200, '#step-41')
  await slider(page).focus()
  await page.keyboard.press('PageUp')
  await expectStep(page, 'step-61')
  await page.keyboard.press('End')
  await expectStep(page, 'step-200')
  await expect(page.getByRole('button', { name: 'Next' })).toBeDisabled()
  await timeline(page).getByRole('link', { name: 'On the road', exact: true }).click()
  await expectStep(page, 'step-101')
  await timeline(page).locator('a[href="#step-107"]').click()
  await expectStep(page, 'step-107')
  await page.getByRole('button', { name: 'Next' }).click()
  await expectStep(page, 'step-108')
  await timeline(page).locator('[aria-current="step"]').focus()
  await page.keyboard.press('Home')
  await expectStep(page, 'step-1')
  await expect(timeline(page).locator('a[href="#step-1"][aria-current="step"]')).toBeFocused()
})

test('the long timeline passes the accessibility rules that a machine can check', async ({ page }) => {
  await openLong(page, 100, '#step-40')
  await expect(slider(page)).toBeVisible()
  expect(await violationsIn(page, { include: 'nav' })).toEqual([])
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('a long story has its first beads, its phases, and every passage', async ({ page }) => {
    await openLong(page, 200)
    await expect(page.locator('article section')).toHaveCount(200)
    await expect(timeline(page).locator('ol a')).toHaveCount(17)
    await timeline(page).getByRole('link', { name: 'The days after', exact: true }).click()
    await expect(page.locator('#step-151 h2')).toBeInViewport()
    await expect(page.getByRole('slider')).toHaveCount(0)
  })
})

test('in a short story the axis answers a press, and is no stop for the Tab key', async ({ page }) => {
  for (const viewport of [
    { width: 390, height: 844 },
    { width: 1280, height: 800 },
  ]) {
    await page.setViewportSize(viewport)
    // What is read is kept in view first.
    await nextFrames(page)
    await open(page, '#parting')
    const { x = 0, y = 0 } = (await timeline(page).getByText('1931', { exact: true }).boundingBox()) ?? {}
    await page.mouse.click(x, y)
    await expectStep(page, 'silence')
    await page.locator('nav a[aria-current]').focus()
    await page.keyboard.press('Tab')
    await expect(page.getByRole('button', { name: 'Next' })).toBeFocused()
  }
})

test('on a phone no name of a phase is cut, wherever the row stands', async ({ page }) => {
  for (const width of [320, 390, 768]) {
    await page.setViewportSize({ width, height: 844 })
    await page.goto('about:blank')
    for (const id of ['rehearsal', 'silence', 'parting', 'bridge', 'concert']) {
      await open(page, `#${id}`)
      // The row moves after the step has been painted, and the names are looked at after that.
      await expect.poll(() => timeline(page).evaluate(cutNames), `${id} at ${width}`).toEqual([])
    }
  }
})

/** Names in the phase row that are seen, but not whole. */
function cutNames(nav: Element): string[] {
  const scroller = nav.querySelector('#_beads')?.getBoundingClientRect()
  const active = nav.querySelector('[aria-current="step"]')?.getBoundingClientRect()
  if (!scroller || !active) return ['no row']
  if (active.left < scroller.left - 1 || active.right > scroller.right + 1) return ['the active bead']
  return [...nav.querySelectorAll('td span')].flatMap((name) => {
    const { left, right, width } = name.getBoundingClientRect()
    const seen = Math.min(right, scroller.right) - Math.max(left, scroller.left)
    const shown = getComputedStyle(name).visibility === 'visible' && seen > 0
    return shown && (seen < width - 1.5 || name.scrollWidth > name.clientWidth) ? [name.textContent] : []
  })
}
