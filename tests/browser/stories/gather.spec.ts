import type { Page } from '@playwright/test'
import { expect, MOTION, open, test } from '../page.ts'

const STORY = 'belarus-prisoners'

const chartIn = (page: Page) => page.getByRole('img', { name: /^Unit chart/ })

/** Scrolls until `part` of the chart is above the edge that covers it, in a window with a pinned timeline or without. */
async function showChart(page: Page, part: number) {
  await chartIn(page).evaluate((chart, part) => {
    const pinned = document.querySelector('#_timeline > nav')?.getBoundingClientRect()
    const edge = pinned && pinned.bottom > innerHeight - 2 ? pinned.top : innerHeight
    const { top, height } = chart.getBoundingClientRect()
    scrollBy({ top: top + part * height - edge, behavior: 'instant' })
  }, part)
}

/** The lit pixels of what is drawn over the page, from the left, as a fraction of its width; none without a drawing. */
function underWay(page: Page) {
  return page.evaluate(() => {
    const canvas = document.querySelector('canvas')
    // A copy, since browsers warn when a canvas that they draw fast is read.
    const copy = new OffscreenCanvas(canvas?.width || 1, canvas?.height || 1).getContext('2d', {
      willReadFrequently: true,
    })
    if (!canvas || !copy) return []
    copy.drawImage(canvas, 0, 0)
    const { data, width } = copy.getImageData(0, 0, canvas.width, canvas.height)
    const lit: number[] = []
    for (let i = 3; i < data.length; i += 4) if ((data[i] ?? 0) > 200) lit.push((((i - 3) / 4) % width) / width)
    return lit
  })
}

for (const [width, height] of [
  [1280, 800],
  [390, 844],
] as const)
  test.describe(`${width} px`, () => {
    test.use({ viewport: { width, height } })

    test.describe('in motion', () => {
      test.use(MOTION)
      test('the people on the map become the marks of the chart as the reader scrolls to it, and go back', async ({
        page,
      }) => {
        await open(page, '#arrived', STORY)
        const marks = chartIn(page).locator('path').first()
        const crowd = page.locator('[data-part="crowd"]')
        await showChart(page, 0.5)
        await expect(marks, 'they have not arrived').toBeHidden()
        await expect.poll(async () => (await underWay(page)).length).toBeGreaterThan(123)
        const [chart, lit] = [await chartIn(page).boundingBox(), await underWay(page)]
        const { x = 0, width: across = 0 } = chart ?? {}
        expect(
          lit.some((at) => at * width > x && at * width < x + across),
          'over the chart',
        ).toBe(true)
        await showChart(page, 1.6)
        await expect(marks).toBeVisible()
        await expect(page.locator('canvas')).toHaveCount(0)
        await expect(crowd, 'their traces are left').toHaveCSS('opacity', '0.3')
        await page.getByRole('heading', { name: 'What is not known' }).scrollIntoViewIfNeeded()
        await expect(crowd, 'the chart is past').toHaveCSS('opacity', '1')
        await showChart(page, -0.5)
        await expect(crowd).toHaveCSS('opacity', '1')
        await expect(page.locator('canvas')).toHaveCount(0)
      })
    })

    test('under reduced motion dots and marks stay where they are', async ({ page }) => {
      await open(page, '#arrived', STORY)
      await showChart(page, 0.5)
      await expect(chartIn(page).locator('path').first()).toBeVisible()
      await expect(page.locator('canvas')).toHaveCount(0)
    })
  })
