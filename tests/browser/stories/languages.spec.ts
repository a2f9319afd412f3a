import { textWidth } from '../../../src/cartography/names/boxes.ts'
import { LETTERING } from '../../../src/story/viewport.ts'
import { expect, test } from '../page.ts'
import { builtStory, editionsOf, MAPPED } from '../sites.ts'

for (const slug of MAPPED)
  test(`${slug}: the map is lettered in the measure it was placed by, in every language`, async ({ page }) => {
    await page.setViewportSize({ width: 1280, height: 900 })
    const last = builtStory(slug).steps.at(-1)?.id
    for (const path of editionsOf(slug)) {
      await page.goto(`./${slug}/${path}#${last}`)
      const names = page.locator('#_labels g[data-kind="place"] text')
      // They stand there once the map's script has come.
      await expect(names.first()).toBeVisible()
      await page.evaluate(() => document.fonts.ready)
      const widths = await names.evaluateAll((texts) =>
        texts.map((text) => ({
          text: text.textContent ?? '',
          width: text instanceof SVGTextElement ? text.getComputedTextLength() : 0,
        })),
      )
      expect(widths.length).toBeGreaterThan(0)
      for (const { text, width } of widths) {
        const { size, weight } = LETTERING.place
        const placed = textWidth(text, { family: 'source-sans-3', weight }, size)
        expect(Math.abs(width - placed), `${path} ${text}`).toBeLessThan(1)
      }
    }
  })
