import type { Page } from '@playwright/test'
import { expect, expectStep, nextFrames, open, storyOf, test } from './page.ts'

const timeline = (page: Page) => page.getByRole('navigation', { name: 'Timeline' })

/** The beads in order: where each is, and its place in time. */
const beadsOf = (page: Page) =>
  timeline(page)
    .locator('ol a')
    .evaluateAll((links) =>
      links.map((link) => {
        const { x, y, width, height } = link.getBoundingClientRect()
        return { id: link.getAttribute('href'), x: x + width / 2, y, width, height }
      }),
    )

/** Texts of the timeline that are seen, and not whole in the window; or that are over one another. */
const spoiltTexts = (page: Page) =>
  timeline(page).evaluate((nav) => {
    const seen = [...nav.querySelectorAll('text, p, p strong, p span, li > span > span, li > span, a span, div > span')]
      .filter((element) => element.checkVisibility({ visibilityProperty: true }) && !element.children.length)
      // Not what only screen readers get.
      .filter((element) => [element, element.parentElement].every((e) => !e || getComputedStyle(e).clipPath === 'none'))
      .map((element) => {
        const range = document.createRange()
        range.selectNodeContents(element)
        return { text: element.textContent ?? '', box: range.getBoundingClientRect() }
      })
      .filter(({ text, box }) => text.trim() && box.width > 2 && box.height > 2)
    const { top, bottom } = nav.getBoundingClientRect()
    const cut = seen.filter(
      ({ box }) =>
        box.left < 0 || box.right > innerWidth || box.top < top - 1 || box.bottom > Math.min(bottom, innerHeight) + 1,
    )
    const over = seen.flatMap((a, i) =>
      seen.slice(0, i).flatMap((b) => {
        const [across, down] = [
          Math.min(a.box.right, b.box.right) - Math.max(a.box.left, b.box.left),
          Math.min(a.box.bottom, b.box.bottom) - Math.max(a.box.top, b.box.top),
        ]
        return across > 1 && down > 4 ? [`${a.text} / ${b.text}`] : []
      }),
    )
    return [...cut.map(({ text }) => `cut: ${text}`), ...over]
  })

test('beads are where they happened, each to press and clear of the others, and no word is cut, from 900 pixels on', async ({
  page,
}) => {
  await open(page, '#parting')
  const { steps, axis } = await storyOf(page)
  for (const [width, height] of [
    [900, 660],
    [1024, 768],
    [1280, 800],
    [1920, 1080],
  ] as const)
    await test.step(`${width} × ${height}`, async () => {
      await page.setViewportSize({ width, height })
      await nextFrames(page)
      const beads = await beadsOf(page)
      expect(beads).toHaveLength(steps.length)
      for (const [i, a] of beads.entries()) {
        expect(Math.min(a.width, a.height), a.id ?? '').toBeGreaterThanOrEqual(24)
        for (const b of beads.slice(0, i))
          expect(Math.abs(a.x - b.x) >= 23.9 || Math.abs(a.y - b.y) >= 23.9, `${a.id} and ${b.id}`).toBe(true)
      }
      // On the axis distances are as times; in the lens the beads are over the ticks of their days.
      const first = axis?.lens?.first ?? steps.length
      const scale = steps.slice(1, first).map((step, i) => {
        const apart = (step.at ?? 0) - (steps[i]?.at ?? 0)
        return ((beads[i + 1]?.x ?? 0) - (beads[i]?.x ?? 0)) / apart
      })
      for (const each of scale) expect(each / (scale[0] ?? 1)).toBeCloseTo(1, 1)
      expect(axis?.lens?.title).toBe('12–19 May 1933')
      const day = await timeline(page).locator('text').getByText('13', { exact: true }).boundingBox()
      const parting = beads[steps.findIndex(({ id }) => id === 'parting')]
      expect(Math.abs((parting?.x ?? 0) - (day?.x ?? 0) - (day?.width ?? 0) / 2)).toBeLessThan(2)
      expect(await spoiltTexts(page)).toEqual([])
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width)
    })
})

test('bars, beads and words of the timeline are whole and answer, down to a low window', async ({ page }) => {
  await open(page, '#fog')
  await test.step('spans are bars as long as their time, with a name and, where it is exact, a length; screen readers get a list', async () => {
    const items = timeline(page)
      .getByRole('listitem')
      .filter({ hasText: '1930' })
      .filter({ hasNot: page.locator('a') })
    await expect(items.locator('> span:first-child')).toHaveText([
      /^.*Tallow, away: 8 March 1930 – 13 May 1933, 1,162 days$/,
      'The drum: September 1930 – May 1932',
    ])
    const widths = await items.evaluateAll((bars) =>
      bars.map((bar) => [...bar.querySelectorAll('svg')].at(-1)?.getBoundingClientRect().width ?? 0),
    )
    expect((widths[0] ?? 0) / (widths[1] ?? 1)).toBeCloseTo(1163 / 639, 1)
    for (const word of ['Tallow', 'The drum', '1,162 days'])
      await expect(timeline(page).getByText(word, { exact: true })).toBeVisible()
  })
  await test.step('nothing covers a bead, with a band of an era under it or without', async () => {
    for (const band of ['0px', '']) {
      await page.evaluate((height) => document.documentElement.style.setProperty('--era-band', height), band)
      const covered = await timeline(page)
        .locator('ol a')
        .evaluateAll((links) =>
          links.flatMap((link) => {
            const { x, y, width, height } = link.getBoundingClientRect()
            const points = [0.2, 0.5, 0.8].map((part) => document.elementFromPoint(x + width / 2, y + height * part))
            return points.every((found) => found && link.contains(found)) ? [] : [link.getAttribute('href')]
          }),
        )
      expect(covered, band).toEqual([])
    }
  })
  await test.step('the active step’s heading and full date stand in words, with its number, and a pointer elsewhere leaves them', async () => {
    const now = timeline(page).locator('p', { has: page.locator('strong') })
    const { steps } = await storyOf(page)
    await expect(now).toHaveText(`${steps[2]?.heading} ${steps[2]?.date}`)
    await expect(timeline(page).getByText('Step 3 of 11')).toBeVisible()
    await timeline(page).locator('a[href="#telegram"]').hover()
    await expect(now).toHaveText(`${steps[2]?.heading} ${steps[2]?.date}`)
    await expect(now).toBeVisible()
    await timeline(page).locator('a[href="#telegram"]').click()
    await expectStep(page, 'telegram')
    await expect(now).toHaveText(`${steps[7]?.heading} ${steps[7]?.date}`)
  })
  await test.step('a press on the axis of the lens goes to the nearest of its steps', async () => {
    await timeline(page).locator('a[href="#fog"]').click()
    await expectStep(page, 'fog')
    const day = await timeline(page).locator('text').getByText('15', { exact: true }).boundingBox()
    await page.mouse.click((day?.x ?? 0) + 4, (day?.y ?? 0) + 4)
    await expectStep(page, 'telegram')
  })
  await test.step('in a low window the bars go first, then the names of phases; the beads stay', async () => {
    const [bar, phase] = [
      timeline(page).getByText('1,162 days', { exact: true }),
      timeline(page).locator('div[aria-hidden] > div > span').first(),
    ]
    for (const [height, shown] of [
      [800, [true, true]],
      [585, [false, true]],
      [520, [false, false]],
    ] as const) {
      await page.setViewportSize({ width: 1280, height })
      const seen = async () => {
        const nav = await timeline(page).boundingBox()
        return Promise.all(
          [bar, phase].map(async (name) => {
            const box = await name.boundingBox()
            return box !== null && box.y > (nav?.y ?? 0) + 30 && (await name.evaluate(isUnclipped))
          }),
        )
      }
      await expect.poll(seen, `${height}`).toEqual(shown)
      for (const { y } of await beadsOf(page)) expect(y + 24).toBeLessThanOrEqual(height - 20)
    }
  })
})

/** Whether an element is not clipped away by one around it. */
function isUnclipped(element: Element): boolean {
  const { top, bottom } = element.getBoundingClientRect()
  for (let around = element.parentElement; around && around.tagName !== 'NAV'; around = around.parentElement)
    if (getComputedStyle(around).overflowY === 'clip') {
      const box = around.getBoundingClientRect()
      if (bottom <= box.top + 2 || top >= box.bottom - 2) return false
    }
  return true
}

test('without the script every bead is where it is with it', async ({ browser, page, baseURL }) => {
  await open(page)
  const context = await browser.newContext({
    javaScriptEnabled: false,
    viewport: page.viewportSize(),
    ...(baseURL && { baseURL }),
  })
  const plain = await context.newPage()
  await plain.goto(page.url())
  expect(await beadsOf(plain)).toEqual(await beadsOf(page))
  await context.close()
})

test('on a phone the row of even beads stays, and no word of the timeline is cut', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 })
  await open(page, '#parting')
  const beads = await beadsOf(page)
  expect(new Set(beads.map(({ y }) => y)).size).toBe(1)
  const steps = beads.slice(1).map(({ x }, i) => Math.round(x - (beads[i]?.x ?? 0)))
  expect(new Set(steps).size).toBe(1)
  await expect(timeline(page).getByText('1,162 days', { exact: true })).toBeHidden()
  expect(await timeline(page).locator('text:visible').evaluateAll(beyondWindow)).toEqual([])
})

/** Texts that are not whole in the window. */
function beyondWindow(texts: Element[]): string[] {
  return texts.flatMap((text) => {
    const { left, right } = text.getBoundingClientRect()
    return left < 0 || right > innerWidth ? [text.textContent ?? ''] : []
  })
}

test.describe('by finger', () => {
  test.use({ viewport: { width: 1180, height: 820 }, hasTouch: true, isMobile: true })

  for (const view of ['', 'embed/'])
    test(`on a wide screen too, each bead is 44 pixels high and from the next, and leads to its step (${view || 'page'})`, async ({
      page,
    }) => {
      await page.goto(`./lost-band/${view}`)
      await expect(page.getByRole('button', { name: 'Move the map' })).toBeVisible()
      const beads = await beadsOf(page)
      for (const [i, { id, x, height }] of beads.entries()) {
        expect(height, id ?? '').toBeGreaterThanOrEqual(44)
        if (i > 0) expect(x - (beads[i - 1]?.x ?? 0), id ?? '').toBeGreaterThanOrEqual(44)
      }
      for (const { id } of beads) {
        await timeline(page).locator(`a[href="${id}"]`).tap()
        await expectStep(page, id?.slice(1) ?? '')
      }
      await expect(timeline(page).locator('text').getByText('1931', { exact: true }), 'the axis').toBeVisible()
    })
})
