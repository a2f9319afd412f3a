import type { Page } from '@playwright/test'
import { expect, expectStep, MOTION, mapGestures, nextFrames, open, restingView, test, viewOf } from './page.ts'
import { FRESH } from './shared-page.ts'

test.use(MOTION)

const map = (page: Page) => page.getByRole('region', { name: 'Route map' })

async function overMap(page: Page) {
  const box = await (await mapGestures(page)).boundingBox()
  if (!box) throw new Error('no map')
  // Over the sea: a press on a mark is a link, not a drag.
  const at = { x: box.x + box.width * 0.8, y: box.y + box.height * 0.7 }
  await page.mouse.move(at.x, at.y)
  return at
}

/** The map shows `view` again, to a pixel or so. */
async function expectView(page: Page, view: number[]) {
  const off = async () => Math.max(...(await viewOf(page)).map((value, i) => Math.abs(value - (view[i] ?? 0))))
  await expect.poll(off).toBeLessThan((view[2] ?? 0) / 400)
}

test('the wheel scrolls the page; with Ctrl it zooms the map', async ({ page }) => {
  await open(page, '#parting')
  const before = await restingView(page)
  await overMap(page)
  const top = await page.evaluate(() => scrollY)
  await page.mouse.wheel(0, 60)
  await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(top)
  expect(await restingView(page)).toEqual(before)
  const scrolled = await page.evaluate(() => scrollY)
  await page.keyboard.down('Control')
  await page.mouse.wheel(0, -200)
  await page.keyboard.up('Control')
  await expect.poll(async () => (await viewOf(page))[2]).toBeLessThan(before[2] ?? 0)
  expect(await page.evaluate(() => scrollY)).toBe(scrolled)
})

test('“Move the map” gives wheel and drag to the map; Escape gives them back and returns', async ({ page }) => {
  await open(page, '#parting')
  const before = await restingView(page)
  const { x, y } = await overMap(page)
  await page.mouse.down()
  await page.mouse.move(x + 80, y + 40, { steps: 4 })
  await page.mouse.up()
  expect(await restingView(page), 'not before it is asked').toEqual(before)
  const button = page.getByRole('button', { name: 'Move the map' })
  await button.click()
  await expect(button).toHaveAttribute('aria-pressed', 'true')
  await overMap(page)
  await page.mouse.down()
  await page.mouse.move(x + 80, y + 40, { steps: 4 })
  await page.mouse.up()
  const dragged = await restingView(page)
  expect(dragged[0]).toBeLessThan((before[0] ?? 0) - 50)
  const top = await page.evaluate(() => scrollY)
  await overMap(page)
  await page.mouse.wheel(0, -200)
  await expect.poll(async () => (await viewOf(page))[2]).toBeLessThan(dragged[2] ?? 0)
  await restingView(page)
  expect(await page.evaluate(() => scrollY)).toBe(top)
  await button.press('Escape')
  await expect(button).toHaveAttribute('aria-pressed', 'false')
  await expectView(page, before)
})

test('closer, more names are there', async ({ page }) => {
  await open(page, '#parting')
  await (await mapGestures(page)).focus()
  for (let i = 0; i < 4; i += 1) await page.keyboard.press('-')
  const names = page.locator('[data-kind] text')
  const counts: number[] = []
  for (let i = 0; i < 3; i += 1) {
    await page.keyboard.press('+')
    await restingView(page)
    counts.push(await names.count())
  }
  const [first = 0, second = 0, third = 0] = counts
  expect(first).toBeGreaterThan(3)
  expect(second).toBeGreaterThan(first)
  expect(third).toBeGreaterThan(second)
  await page.getByRole('button', { name: 'Next' }).click()
  const few = () => names.count().then((count) => count < second)
  await expect.poll(few, 'a step brings its own names').toBe(true)
  await (await mapGestures(page)).focus()
  for (let i = 0; i < 4; i += 1) await page.keyboard.press('+')
  await expect.poll(few).toBe(false)
  await page.keyboard.press('Escape')
  await expect.poll(few).toBe(true)
})

test('the keyboard: one stop for the map', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await open(page, '#parting')
  const before = await restingView(page)
  await (await mapGestures(page)).focus()
  await page.keyboard.press('+')
  await expect.poll(async () => (await viewOf(page))[2]).toBeLessThan(before[2] ?? 0)
  await page.keyboard.press('-')
  await page.keyboard.press('ArrowRight')
  await expect.poll(async () => (await viewOf(page))[0]).toBeGreaterThan((before[0] ?? 0) + 10)
  await page.keyboard.press('Escape')
  await expectView(page, before)
})

test('a place on the map leads the mouse to its step; keyboard and screen reader have the timeline for that', async ({
  page,
}) => {
  await open(page)
  await expect(map(page).getByRole('link')).toHaveCount(0)
  expect(
    await map(page)
      .locator('a[href]')
      .evaluateAll((links) => links.map((link) => link.getAttribute('tabindex'))),
  ).not.toContain(null)
  await map(page).locator('[data-place="galway"] a').click()
  await expectStep(page, 'quay')
})

test.describe('with fingers', () => {
  test.use({ hasTouch: true, viewport: { width: 390, height: 844 } })

  test('one scrolls the page, two move the map', async ({ page }) => {
    await open(page)
    const client = await page.context().newCDPSession(page)
    const before = await restingView(page)
    await map(page).scrollIntoViewIfNeeded()
    const box = await (await mapGestures(page)).boundingBox()
    if (!box) throw new Error('no map')
    // Beside the middle, where the place of the step is.
    const at = { x: box.x + box.width * 0.6, y: box.y + box.height * 0.4 }
    const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', ...points: [number, number][]) =>
      client.send('Input.dispatchTouchEvent', {
        type,
        touchPoints: points.map(([dx, dy], id) => ({ x: at.x + dx, y: at.y + dy, id })),
      })
    await touch('touchStart', [-20, 0], [20, 0])
    for (let apart = 30; apart <= 90; apart += 10) await touch('touchMove', [-apart, 0], [apart, 0])
    await touch('touchEnd')
    await expect.poll(async () => (await viewOf(page))[2]).toBeLessThan((before[2] ?? 0) * 0.8)
    expect(await page.evaluate(() => visualViewport?.scale)).toBe(1)
    const top = await page.evaluate(() => scrollY)
    await touch('touchStart', [0, 100])
    for (let up = 80; up >= -60; up -= 20) await touch('touchMove', [0, up])
    await touch('touchEnd')
    await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(top + 80)
  })
})

const WINDOWS = [
  [320, 480],
  [390, 844],
  [844, 390],
  [1024, 768],
  [2560, 1440],
] as const

test('there is map to the edge in every window, however far one goes', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await open(page)
  for (const [width, height] of WINDOWS)
    await test.step(`${width} × ${height}`, async () => {
      await page.setViewportSize({ width, height })
      await nextFrames(page)
      for (const id of ['', 'telegram', 'concert']) {
        await page.evaluate((id) => {
          location.hash = id
        }, id)
        await restingView(page)
        expect(await beyondEdge(page), id).toBe(0)
      }
    })
  for (const [width, height] of WINDOWS)
    await test.step(`${width} × ${height}, at the corner`, async () => {
      await page.setViewportSize({ width, height })
      await (await mapGestures(page)).focus()
      for (let i = 0; i < 6; i += 1) await page.keyboard.press('-')
      await restingView(page)
      for (let i = 0; i < 12; i += 1) await page.keyboard.press('ArrowLeft')
      for (let i = 0; i < 12; i += 1) await page.keyboard.press('ArrowUp')
      await restingView(page)
      expect(await beyondEdge(page)).toBeLessThanOrEqual(2)
      await page.keyboard.press('Escape')
    })
})

/** Pixels of the stage that lie beyond the basemap. */
function beyondEdge(page: Page): Promise<number> {
  return page.evaluate(() => {
    const ground = document.querySelector<SVGSVGElement>('#_ground')
    const stage = ground?.closest('div')?.getBoundingClientRect()
    const matrix = ground?.getScreenCTM()
    const { extent } = JSON.parse(document.getElementById('_story')?.textContent ?? '{}').route
    if (!stage || !matrix) throw new Error('no map')
    const from = new DOMPoint(extent.x, extent.y).matrixTransform(matrix)
    const to = new DOMPoint(extent.x + extent.width, extent.y + extent.height).matrixTransform(matrix)
    return Math.round(Math.max(0, from.x - stage.left, from.y - stage.top, stage.right - to.x, stage.bottom - to.y))
  })
}

test('“Save picture” gives the map as it is, with its title and its credits', async ({ page }) => {
  await open(page, '#parting')
  const title = `13 May 1933: ${await page.locator('#parting h2').textContent()}`
  const schematic = /Schematic: [^<"\\]+/
  const legend = (await page.content()).match(schematic)?.[0]
  const download = page.waitForEvent('download')
  await page.getByText('About this map').click()
  await page.getByRole('button', { name: 'Save picture' }).click()
  const file = await download
  expect(file.suggestedFilename()).toBe('lost-band-parting.svg')
  const chunks: Buffer[] = []
  for await (const chunk of await file.createReadStream()) chunks.push(Buffer.from(chunk))
  const svg = Buffer.concat(chunks).toString()
  for (const text of [title, 'Map data: Natural Earth, GeoNames', '>9<', '>Cork<']) expect(svg).toContain(text)
  expect(svg, 'what the lines stand for goes with the picture').toContain(legend)
  expect(svg).not.toContain('>2<')
  const drawn = await page.context().newPage()
  await drawn.setContent(svg)
  expect(await drawn.locator('svg text').count()).toBeGreaterThan(6)
  await drawn.close()
})

test('the script that takes gestures on the map is not asked for before a reader reaches it', async ({ page }) => {
  const asked: string[] = []
  page.on('request', (request) => /MapGestures-/.test(request.url()) && asked.push(request.url()))
  await page.goto('./lost-band/#parting')
  await page.getByRole('button', { name: 'Next' }).waitFor()
  await page.waitForLoadState('networkidle')
  expect(asked).toEqual([])
  await page.getByRole('button', { name: 'Move the map' }).click()
  await expect(page.getByRole('group', { name: /^Map: / })).toBeVisible()
  expect(asked).toHaveLength(1)
})

test('a map the reader has moved stays where it is when the window changes', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await open(page, '#parting')
  await (await mapGestures(page)).focus()
  await page.keyboard.press('+')
  await page.keyboard.press('+')
  const before = await restingView(page)
  await page.setViewportSize({ width: 1440, height: 800 })
  const after = await restingView(page)
  for (const [i, value] of before.entries()) expect(after[i]).toBeCloseTo(value, -1)
})

test(
  'a drag begun during a flight is the reader’s: the flight ends there, and the map stays where it was put',
  FRESH,
  async ({ page }) => {
    await open(page, '#fog')
    const there = await restingView(page)
    await page.getByRole('button', { name: 'Move the map' }).click()
    await expect(page.getByRole('group', { name: /^Map: / })).toBeVisible()
    await page.locator('nav a[href="#rehearsal"]').click()
    await expectStep(page, 'rehearsal')
    const here = await restingView(page)
    expect(here).not.toEqual(there)
    const { x, y } = await overMap(page)
    // Halfway the flight stands still, so it is caught in the air on any machine.
    await page.evaluate(() => {
      const animate = Element.prototype.animate
      Element.prototype.animate = function (...of) {
        const animation = animate.apply(this, of)
        animation.pause()
        animation.currentTime = Number(animation.effect?.getComputedTiming().duration) / 2
        return animation
      }
    })
    await page.locator('nav a[href="#fog"]').focus()
    await page.keyboard.press('Enter')
    await expect.poll(() => viewOf(page)).toEqual(there)
    await page.mouse.down()
    await expect
      .poll(async () => Math.abs(((await viewOf(page))[0] ?? 0) - (there[0] ?? 0)), 'caught')
      .toBeGreaterThan(50)
    const caught = await restingView(page)
    await page.mouse.move(x + 80, y + 40, { steps: 4 })
    await page.mouse.up()
    const put = await restingView(page)
    expect(put[0], 'dragged').toBeLessThan((caught[0] ?? 0) - 50)
    await page.keyboard.press('Escape')
    await page.clock.runFor(2000)
    await expectView(page, there)
  },
)

test('the pad and the two buttons cover one another nowhere, in an embed and on a phone', async ({ page }) => {
  for (const [path, ...sizes] of [
    ['embed/', [340, 680]],
    ['', [360, 640], [390, 844]],
  ] as const) {
    await page.goto(`./lost-band/${path}#plan`)
    const move = page.getByRole('button', { name: 'Move the map' })
    await move.click()
    const pad = page.getByRole('group', { name: 'Move the map' })
    for (const [width, height] of sizes)
      await test.step(`${width} px ${path}`, async () => {
        await page.setViewportSize({ width, height })
        await expect(pad).toBeVisible()
        const area = await pad.boundingBox()
        for (const button of [move, page.getByRole('button', { name: 'Show whole route' })]) {
          const box = await button.boundingBox()
          if (!area || !box) throw new Error('not shown')
          const across = Math.min(area.x + area.width, box.x + box.width) - Math.max(area.x, box.x)
          const down = Math.min(area.y + area.height, box.y + box.height) - Math.max(area.y, box.y)
          expect(Math.min(across, down)).toBeLessThanOrEqual(0)
        }
      })
  }
})
