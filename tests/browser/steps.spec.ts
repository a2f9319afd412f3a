import { expect, expectStep, MOTION, open, restingView, stepIds, storyOf, test, viewOf } from './page.ts'
import { FRESH } from './shared-page.ts'

test.use(MOTION)

test('beads, arrow keys, Previous and Next walk through all steps; Home and End jump', async ({ page }) => {
  await open(page)
  const ids = await stepIds(page)
  await test.step('clicking every bead brings its passage, its date and its part of the map', async () => {
    for (const id of ids) {
      await page.locator(`nav a[href="#${id}"]`).click()
      await expectStep(page, id)
      await expect(page.locator(`[id="${id}"] h2`)).toBeInViewport()
    }
  })
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await test.step('the arrow keys walk, Home and End jump', async () => {
    await page.locator('nav a[aria-current]').focus()
    await page.keyboard.press('Home')
    await expectStep(page, ids[0] ?? '')
    for (const id of ids.slice(1)) {
      await page.keyboard.press('ArrowRight')
      await expectStep(page, id)
      await expect(page.locator(`nav a[href="#${id}"]`)).toBeFocused()
    }
    await page.keyboard.press('Home')
    await expectStep(page, ids[0] ?? '')
    await page.keyboard.press('End')
    await expectStep(page, ids.at(-1) ?? '')
    await page.keyboard.press('Home')
  })
  await test.step('Previous and Next walk and stop at the ends', async () => {
    const next = page.getByRole('button', { name: 'Next' })
    for (const id of ids.slice(1)) {
      await next.click()
      await expectStep(page, id)
    }
    await expect(next).toBeDisabled()
    await page.getByRole('button', { name: 'Previous' }).click()
    await expectStep(page, ids.at(-2) ?? '')
  })
})

for (const [name, viewport] of [
  ['wide', { width: 1280, height: 800 }],
  ['phone', { width: 390, height: 844 }],
] as const) {
  test(`scrolling through the article takes timeline and map along (${name})`, async ({ page }) => {
    await page.setViewportSize(viewport)
    await open(page)
    const ids = await stepIds(page)
    const seen: string[] = []
    await page.mouse.move(viewport.width / 4, viewport.height - 200)
    for (let turn = 0; turn < 200 && seen.at(-1) !== ids.at(-1); turn += 1) {
      await page.mouse.wheel(0, 220)
      const scrolled = await page.evaluate(
        () =>
          new Promise<string>((done) =>
            requestAnimationFrame(() =>
              requestAnimationFrame(() => done(document.querySelector('section[data-active]')?.id ?? '')),
            ),
          ),
      )
      if (scrolled && scrolled !== seen.at(-1)) {
        seen.push(scrolled)
        await expectStep(page, scrolled)
      }
    }
    expect(seen).toEqual(ids)
    const end = await restingView(page)
    await page.evaluate(() => scrollTo(0, 0))
    await expectStep(page, ids[0] ?? '')
    expect(await restingView(page)).not.toEqual(end)
  })
}

test('a long scroll writes the address when it rests, not at every step', FRESH, async ({ page }) => {
  await page.addInitScript(() => {
    const replaceState = history.replaceState
    Object.assign(window, { written: 0 })
    history.replaceState = function (...given) {
      Object.assign(window, { written: Number(Reflect.get(window, 'written')) + 1 })
      return replaceState.apply(this, given)
    }
  })
  await open(page)
  const ids = await stepIds(page)
  // Many steps, without a pause.
  await page.evaluate(async () => {
    const frame = () => new Promise(requestAnimationFrame)
    for (const part of [0.1, 0.2, 0.3, 0.4, 0.5, 0.4, 0.5]) {
      scrollTo(0, part * document.body.scrollHeight)
      await frame()
    }
  })
  await expect.poll(() => page.evaluate(() => location.hash)).not.toBe('')
  expect(ids).toContain(await page.evaluate(() => location.hash.slice(1)))
  // Once, or twice where a busy machine lets a quarter of a second pass between two frames; not seven times.
  expect(await page.evaluate(() => Reflect.get(window, 'written'))).toBeLessThan(4)
})

test('a click adds to the history, scrolling does not; Back and Forward return to the step and the place', async ({
  page,
}) => {
  await open(page)
  const [, second = '', third = ''] = await stepIds(page)
  await page.locator(`nav a[href="#${second}"]`).click()
  await expectStep(page, second)
  await page.locator(`nav a[href="#${third}"]`).click()
  await expectStep(page, third)
  await page.goBack()
  await expectStep(page, second)
  await expect(page.locator(`[id="${second}"] h2`)).toBeInViewport()
  await page.goForward()
  await expectStep(page, third)
  const entries = await page.evaluate(() => history.length)
  await page.mouse.move(200, 400)
  await page.mouse.wheel(0, 2500)
  await expect.poll(() => page.evaluate(() => location.hash)).not.toBe(`#${third}`)
  expect(await page.evaluate(() => history.length)).toBe(entries)
})

test('after a click the reader scrolls on as they like: nothing pulls them to the head of a passage', async ({
  page,
}) => {
  await open(page)
  await page.locator('nav a[href="#fog"]').click()
  await expectStep(page, 'fog')
  await page.mouse.move(200, 400)
  const from = await page.evaluate(() => scrollY)
  for (let i = 0; i < 12; i += 1) await page.mouse.wheel(0, 50)
  await expect.poll(() => page.evaluate(() => location.hash)).not.toBe('#fog')
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))))
  expect(await page.evaluate(() => scrollY)).toBe(from + 600)
})

test('a fragment opens its step with the map already there', async ({ page }) => {
  await open(page, '#parting')
  await expectStep(page, 'parting')
  await expect(page.locator('#parting h2')).toBeInViewport()
  const view = await viewOf(page)
  await page.locator('nav a[href="#fog"]').click()
  await restingView(page)
  await page.locator('nav a[href="#parting"]').click()
  const returned = await restingView(page)
  for (const [i, value] of view.entries()) expect(returned[i]).toBeCloseTo(value, -1)
})

test('a fragment that names no step is ignored', async ({ page }) => {
  for (const fragment of [
    '#nothing',
    '#%E0%A4%A',
    '#"><img src=x onerror=alert(1)>',
    '#__proto__',
    `#${'a'.repeat(5000)}`,
  ]) {
    await page.goto('about:blank')
    await open(page, fragment)
    await expect(page.locator('nav [aria-current="step"]'), fragment).toHaveAttribute('href', '#rehearsal')
    await expect(page.locator('img'), fragment).toHaveCount(0)
  }
})

test('a step change is told to screen readers once, in a sentence', async ({ page }) => {
  await open(page)
  await page.getByRole('button', { name: 'Next' }).click()
  const heading = await page.locator('article > section').nth(1).getByRole('heading').textContent()
  await expect(page.getByRole('status')).toHaveText(new RegExp(`^Step 2 of \\d+: ${heading}, `))
})

test('Back to the beginning returns to it: address, title, map and timeline', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await open(page)
  const [title, view] = [await page.title(), await restingView(page)]
  await page.locator('nav a[href="#fog"]').click()
  await expectStep(page, 'fog')
  expect(await page.title()).not.toBe(title)
  await page.goBack()
  await expect.poll(() => viewOf(page)).toEqual(view)
  const { route } = await storyOf(page)
  await expect(page.locator('[data-leg][data-grown="whole"]')).toHaveCount(route.legs.length)
  expect(await page.title()).toBe(title)
  expect(new URL(page.url()).hash).toBe('')
})

test('a reload keeps timeline, map and article on one step, wherever the article had been scrolled', async ({
  page,
}) => {
  await open(page)
  await page.locator('nav a[href="#parting"]').click()
  await expectStep(page, 'parting')
  await page.evaluate(() => {
    history.scrollRestoration = 'manual'
  })
  await page.reload()
  await expectStep(page, 'parting')
  await expect(page.locator('#parting h2')).toBeInViewport()
})

test('Escape leads the focus from the text to the timeline and back, and no step changes', async ({ page }) => {
  await open(page, '#fog')
  const receipt = page.locator('#fog summary').first()
  await receipt.focus()
  await page.keyboard.press('Escape')
  const bead = page.getByRole('navigation', { name: 'Timeline' }).locator('[aria-current="step"]')
  await expect(bead).toBeFocused()
  await expectStep(page, 'fog')
  await page.keyboard.press('Escape')
  await expect(receipt).toBeFocused()
  await page.keyboard.press('Escape')
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Escape')
  await expect(page.locator('article section[data-active]'), 'another step: its passage').toBeFocused()
})

test('Back returns the focus to where it was', async ({ page }) => {
  await open(page, '#fog')
  const current = page.getByRole('navigation', { name: 'Timeline' }).locator('[aria-current="step"]')
  await current.focus()
  await page.keyboard.press('ArrowRight')
  await expectStep(page, 'search')
  await page.goBack()
  await expectStep(page, 'fog')
  await expect(current).toBeFocused()
  await page.keyboard.press('End')
  await page.goBack()
  await expectStep(page, 'fog')
  await expect(current).toBeFocused()
})
