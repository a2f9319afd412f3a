import type { Page } from '@playwright/test'
import { expect, open, test } from './page.ts'

/** Colours of the first paragraph that rests on one source, and of the first with more. */
function colours(page: Page) {
  return page.evaluate(() =>
    ['1 source', '2 sources'].map((count) => {
      const mark = [...document.querySelectorAll('article summary')].find(({ textContent }) => textContent === count)
      const paragraph = mark?.parentElement?.parentElement
      return paragraph && getComputedStyle(paragraph).color
    }),
  )
}

test('a switch dims what rests on one source or is only announced, and the address keeps it', async ({ page }) => {
  await open(page, '#fog')
  const [single, several] = await colours(page)
  expect(single).toBe(several)
  const dim = page.getByRole('checkbox', { name: /^Dim what is uncertain/ })
  await dim.check()
  expect((await colours(page))[1]).toBe(several)
  expect((await colours(page))[0]).not.toBe(single)
  await expect(page).toHaveURL(/\?uncertain=#\w+$/)
  await page.reload()
  await expect(dim).toBeChecked()
  expect((await colours(page))[0]).not.toBe(single)
  const announced = page.locator('[data-status="announced"]').first()
  await page.locator('nav a[href="#parting"]').click()
  await expect(announced).toHaveCSS('opacity', '0.35')
  await dim.uncheck()
  await expect(page).not.toHaveURL(/uncertain/)
  expect((await colours(page))[0]).toBe(single)
})
