import { crowdedTargets, expect, nextFrames, open, test, violationsIn } from './page.ts'

test('page, embed, dialog and statement pass the accessibility rules that a machine can check, light and dark', async ({
  page,
}) => {
  async function expectNone(where: string) {
    await page.emulateMedia({ colorScheme: 'light' })
    expect.soft(await violationsIn(page), where).toEqual([])
    // In the dark nothing but the colours is different.
    await page.emulateMedia({ colorScheme: 'dark' })
    expect.soft(await violationsIn(page, { rules: ['color-contrast'] }), `${where}, dark`).toEqual([])
  }
  await open(page, '#bridge')
  await expectNone('page')
  await page.getByRole('button', { name: 'Embed this' }).click()
  await expect(page.getByRole('dialog').frameLocator('iframe').getByRole('button', { name: 'Next' })).toBeVisible()
  await expectNone('dialog')
  await page.keyboard.press('Escape')
  await page.getByRole('link', { name: 'Accessibility' }).click()
  await expect(page.getByRole('heading', { name: 'Known limits' })).toBeVisible()
  await expectNone('statement')
  await page.goto('./lost-band/embed/#concert')
  await page.getByRole('button', { name: 'Move the map' }).waitFor()
  await expectNone('embed')
})

test('what is pressed is 24 pixels large, or as far apart, on a phone and on a desk', async ({ page }) => {
  for (const path of ['lost-band/#bridge', 'lost-band/embed/#bridge']) {
    await page.goto(`./${path}`)
    await page.getByRole('button', { name: 'Next' }).waitFor()
    for (const [width, height] of [
      [340, 680],
      [390, 844],
      [1280, 800],
    ] as const) {
      await page.setViewportSize({ width, height })
      await nextFrames(page)
      expect.soft(await page.evaluate(crowdedTargets), `${path} ${width} × ${height}`).toEqual([])
    }
  }
})
