/** The script of a page waits for its reader. */
import { test as base, type Page } from '@playwright/test'
import { expect } from './page.ts'
import { BAND } from './sites.ts'

// Without the act that the fixture of other tests makes.
const test = base

/** Keeps apart from a reader's act what may come of itself on a busy machine: ten seconds gone by, a mouse that rests. */
async function nobodyActs(page: Page) {
  await page.addInitScript(() => {
    const wait = setTimeout
    Object.assign(window, { setTimeout: (call: () => void, delay = 0) => wait(call, delay < 10_000 ? delay : 600_000) })
    addEventListener('pointermove', (event) => event.pointerType === 'mouse' && event.stopImmediatePropagation(), true)
  })
}

/** Names of the scripts that the page has fetched. */
const scriptsOf = (page: Page) =>
  page.evaluate(() =>
    performance
      .getEntriesByType('resource')
      .flatMap(({ name }) => /assets\/([a-z]+)-[^/]+\.js$/i.exec(name)?.[1] ?? []),
  )

const moved = (page: Page) => page.getByRole('button', { name: 'Move the map' })

test.describe('before a reader acts', () => {
  test.use({ hasTouch: true, viewport: { width: 390, height: 844 } })

  test('a page runs nothing but its start, and the first touch is not lost', async ({ page }) => {
    await nobodyActs(page)
    await page.goto(`./${BAND}/`, { waitUntil: 'networkidle' })
    await expect(moved(page)).toBeHidden()
    expect(await scriptsOf(page)).toEqual(['index'])
    expect(await page.evaluate(() => document.querySelectorAll('#_timeline button').length)).toBe(2)
    await page.getByRole('button', { name: 'Next' }).tap()
    await expect(page).toHaveURL(/#posters$/)
    await expect(moved(page)).toBeVisible()
  })

  test('a receipt that is touched first has the titles of its sources', async ({ page }) => {
    await page.goto(`./${BAND}/`, { waitUntil: 'networkidle' })
    await page.locator('#rehearsal summary').first().tap()
    await expect(page.locator('#rehearsal details').first()).toContainText('Twelve players leave')
  })

  test('a bead that is touched leads to its step', async ({ page }) => {
    await page.goto(`./${BAND}/`, { waitUntil: 'networkidle' })
    await page.locator('nav a[href="#posters"]').tap()
    await expect(page.locator('nav [aria-current="step"]')).toHaveAttribute('href', '#posters')
    await expect(page.getByRole('heading', { name: 'Posters in the wrong month' })).toBeInViewport()
  })
})

// Under a mouse that rests a browser may report a move by itself, so that nothing is asked of the time before.
for (const [what, act] of [
  ['moves the mouse', (page: Page) => page.mouse.move(200, 200)],
  ['turns the wheel', (page: Page) => page.mouse.wheel(0, 40)],
  ['presses a key', (page: Page) => page.keyboard.press('Tab')],
] as const)
  test(`a page is interactive once its reader ${what}`, async ({ page }) => {
    await page.goto(`./${BAND}/`, { waitUntil: 'networkidle' })
    await act(page)
    await expect(moved(page)).toBeVisible()
  })

test('a page is interactive after ten seconds, for who reads without keys or pointer', async ({ page }) => {
  await page.clock.install()
  await page.goto(`./${BAND}/`, { waitUntil: 'networkidle' })
  await page.clock.fastForward(10_000)
  await expect(moved(page)).toBeVisible()
})

test('a link to a step shows it at once', async ({ page }) => {
  await page.goto(`./${BAND}/#posters`)
  await expect(moved(page)).toBeVisible()
  await expect(page.locator('nav [aria-current="step"]')).toHaveAttribute('href', '#posters')
})

test('the colours that a reader once chose are there before anything else', async ({ page }) => {
  await page.addInitScript(() => localStorage.setItem('datelines-theme', 'dark'))
  await page.route(/assets\/index-/, (route) => route.abort())
  await page.goto(`./${BAND}/`)
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
})

test.describe('an embed', () => {
  test.use({ hasTouch: true })

  test('shows one passage and says its height at once; its views wait for the first touch, which is not lost', async ({
    page,
  }) => {
    await nobodyActs(page)
    await page.goto(`./${BAND}/embed/`, { waitUntil: 'networkidle' })
    await expect(page.locator('article > section:visible')).toHaveCount(1)
    await expect(moved(page)).toBeHidden()
    const entries = await page.evaluate(() => history.length)
    await page.locator('nav a[href="#posters"]').tap()
    await expect(page.getByRole('heading', { name: 'Posters in the wrong month' })).toBeVisible()
    await expect(page.locator('nav [aria-current="step"]')).toHaveAttribute('href', '#posters')
    await expect(moved(page)).toBeVisible()
    expect(await page.evaluate(() => history.length)).toBe(entries)
  })
})
