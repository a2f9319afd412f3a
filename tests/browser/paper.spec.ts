import { inflateSync } from 'node:zlib'
import type { Page } from '@playwright/test'
import { expect, open, test } from './page.ts'

/** How many sheets of A4 the page is. */
async function sheets(page: Page): Promise<number> {
  const pdf = (await page.pdf({ format: 'A4' })).toString('latin1')
  const packed = [...pdf.matchAll(/stream\r?\n(.*?)\r?\nendstream/gs)].map(([, data = '']) => {
    try {
      return inflateSync(Buffer.from(data, 'latin1')).toString('latin1')
    } catch {
      return ''
    }
  })
  return [pdf, ...packed].join('\n').match(/\/Type\s*\/Page\b(?!s)/g)?.length ?? 0
}

test('the story with all its sources and their addresses is seven sheets at most', async ({ page }) => {
  await open(page, '#fog')
  const count = await sheets(page)
  expect(count).toBeGreaterThan(2)
  expect(count).toBeLessThanOrEqual(7)
})

test('the first sheet has the headline, the whole map and the beginning of the article, none on another; small print is no smaller than 7.5 points', async ({
  page,
}) => {
  await open(page)
  // A4 without its margins, in CSS pixels.
  await page.setViewportSize({ width: 695, height: 1040 })
  await page.emulateMedia({ media: 'print' })
  const bottoms: number[] = []
  for (const part of ['h1', '#_map > section', '#_timeline > nav', 'article > section:first-of-type h2']) {
    const box = await page.locator(part).boundingBox()
    expect(box?.y ?? 0, part).toBeGreaterThanOrEqual(bottoms.at(-1) ?? 0)
    bottoms.push((box?.y ?? 0) + (box?.height ?? 0))
  }
  expect(bottoms.at(-1)).toBeLessThan(900)
  const spans = page.getByRole('navigation', { name: 'Timeline' }).getByText(/Tallow, away: .* days$/)
  await expect(spans, 'what lasted is in the list').toBeVisible()
  const sizes = await page
    .locator('main > :last-child :is(p, li):visible')
    .evaluateAll((lines) => lines.map((line) => Number.parseFloat(getComputedStyle(line).fontSize) * 0.75))
  expect(Math.min(...sizes), 'points').toBeGreaterThanOrEqual(7.5)
})
