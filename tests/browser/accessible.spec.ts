import AxeBuilder from '@axe-core/playwright'
import { expect, open, test } from './page.ts'

for (const colorScheme of ['light', 'dark'] as const) {
  test(`page, embed and dialog pass the accessibility rules that a machine can check (${colorScheme})`, async ({
    page,
  }) => {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    // The preview is the embed, which is looked at by itself below.
    const violations = async () =>
      (await new AxeBuilder({ page }).exclude('dialog iframe').analyze()).violations.map(
        ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`,
      )
    await open(page, '#onward')
    expect(await violations(), 'page').toEqual([])
    await page.getByRole('button', { name: 'Embed this' }).click()
    await expect(page.getByRole('dialog').frameLocator('iframe').getByRole('button', { name: 'Next' })).toBeVisible()
    expect(await violations(), 'dialog').toEqual([])
    await page.goto('./belarus-prisoners/embed/#arrived')
    await expect(page.getByRole('button', { name: 'Move the map' })).toBeVisible()
    expect(await violations(), 'embed').toEqual([])
    await page.goto('./belarus-prisoners/')
    await page.getByRole('link', { name: 'Accessibility' }).click()
    await expect(page.getByRole('heading', { name: 'Known limits' })).toBeVisible()
    expect(await violations(), 'statement').toEqual([])
  })
}

for (const [width, height] of [
  [340, 680],
  [390, 844],
  [1280, 800],
] as const)
  test(`what is pressed is 24 pixels large, or as far apart, ${width} × ${height}`, async ({ page }) => {
    await page.setViewportSize({ width, height })
    await page.emulateMedia({ reducedMotion: 'reduce' })
    for (const path of ['belarus-prisoners/#onward', 'belarus-prisoners/embed/#onward', 'copiapo-rescue/']) {
      await page.goto(`./${path}`)
      await expect(page.getByRole('button', { name: 'Next' })).toBeVisible()
      const { violations } = await new AxeBuilder({ page }).options({ runOnly: ['target-size'] }).analyze()
      const small = violations.flatMap(({ nodes }) => nodes.map(({ html }) => html))
      expect(small, path).toEqual([])
    }
  })
