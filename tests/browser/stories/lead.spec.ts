/** A picture that covers the map, in every story that has one. */
import { readFileSync } from 'node:fs'
import { expect, test } from '../page.ts'
import { STORIES } from '../sites.ts'

const SOURCES = new URL('../../../src/stories/', import.meta.url)

for (const slug of STORIES) {
  const [, id = ''] =
    /\{ id: ([\w-]+),[^}]*stage: media/.exec(readFileSync(new URL(`${slug}/story.yaml`, SOURCES), 'utf8')) ?? []
  if (!id) continue
  for (const view of ['', 'embed/'])
    test(`${slug}/${view}: the picture of the step “${id}” covers the map at its step alone, and stands in the text on paper and without the script`, async ({
      page,
      browser,
    }) => {
      await page.setViewportSize({ width: 1280, height: 800 })
      await page.goto(`${slug}/${view}#${id}`)
      const map = page.locator('#_map > section')
      const passage = page.locator(`article > [id="${id}"]`)
      const inText = passage.getByRole('figure')
      const cover = page.locator('#_leads').getByRole('figure')
      await expect(cover).toBeVisible()
      await expect(inText).toBeHidden()
      const [over, under] = await Promise.all([cover.boundingBox(), map.boundingBox()])
      expect(over).toEqual(under)
      await expect(page.locator('#_map')).toHaveJSProperty('inert', true)

      await page.getByRole('button', { name: 'Previous' }).click()
      await expect(cover).toBeHidden()
      await page.getByRole('button', { name: 'Next' }).click()
      await expect(cover).toBeVisible()

      const isDrawing = (await cover.locator('svg').count()) > 0
      await page.setViewportSize({ width: 390, height: 844 })
      // The letters of a drawing would be too small over the map of a phone.
      await expect(isDrawing ? inText : cover).toBeVisible()
      await expect(isDrawing ? cover : inText).toBeHidden()
      await expect(page.locator('#_map')).toHaveJSProperty('inert', !isDrawing)
      await page.setViewportSize({ width: 1280, height: 800 })
      await expect(cover).toBeVisible()

      await page.emulateMedia({ media: 'print' })
      await expect(inText).toBeVisible()
      await expect(cover).toBeHidden()
      await page.emulateMedia({ media: 'screen' })

      const without = await browser.newPage({ javaScriptEnabled: false, viewport: { width: 1280, height: 800 } })
      await without.goto(page.url())
      await expect(without.locator(`article > [id="${id}"]`).getByRole('figure')).toBeVisible()
      await expect(without.locator('#_leads').getByRole('figure')).toBeHidden()
      await without.close()
    })
}
