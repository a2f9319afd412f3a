import { crowdedTargets, expect, open, test, violationsIn } from './page.ts'

for (const colorScheme of ['light', 'dark'] as const) {
  test(`page, embed and dialog pass the accessibility rules that a machine can check (${colorScheme})`, async ({
    page,
  }) => {
    await page.emulateMedia({ colorScheme })
    // The preview is the embed, which is looked at by itself below.
    // In the dark nothing but the colours is different.
    const rules = colorScheme === 'dark' ? { rules: ['color-contrast'] } : {}
    const violations = () => violationsIn(page, { exclude: 'dialog iframe', ...rules })
    await open(page, '#bridge')
    expect(await violations(), 'page').toEqual([])
    await page.getByRole('button', { name: 'Embed this' }).click()
    await expect(page.getByRole('dialog').frameLocator('iframe').getByRole('button', { name: 'Next' })).toBeVisible()
    expect(await violations(), 'dialog').toEqual([])
    await page.goto('./lost-band/embed/#concert')
    await page.getByRole('button', { name: 'Move the map' }).waitFor()
    expect(await violations(), 'embed').toEqual([])
    await open(page)
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
    for (const path of ['lost-band/#bridge', 'lost-band/embed/#bridge']) {
      await page.goto(`./${path}`)
      await page.getByRole('button', { name: 'Next' }).waitFor()
      expect(await page.evaluate(crowdedTargets), path).toEqual([])
    }
  })
