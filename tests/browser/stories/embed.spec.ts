import { expect, test } from '../page.ts'
import { editionsOf, STORIES } from '../sites.ts'

for (const slug of STORIES)
  test(`${slug} fits the promised height in the width of a column, in every language`, async ({ page }) => {
    for (const path of editionsOf(slug)) {
      await page.setViewportSize({ width: 480, height: 680 })
      await page.goto(`./${slug}/${path}embed/`)
      await expect(page.locator('[data-mode="click"]')).toBeVisible()
      for (const width of [480, 560, 639]) {
        await page.setViewportSize({ width, height: 680 })
        expect(await page.locator('[data-mode]').boundingBox(), `${path} ${width} px`).toMatchObject({ height: 680 })
      }
    }
  })
