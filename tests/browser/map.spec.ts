import { expect, open, test } from './page.ts'

test('no line is there before it is known', async ({ page }) => {
  await open(page)
  await page.locator('nav a[href="#plan"]').click()
  await expect(page.locator('[data-leg]')).toHaveCount(0)
})

test('the legend names only what the map shows, and says what the lines stand for', async ({ page }) => {
  await open(page)
  const map = page.getByRole('region', { name: 'Route map' })
  const legend = (text: string) => map.getByText(text, { exact: true }).filter({ visible: true })
  const schematic =
    (await map
      .getByText(/^Schematic/)
      .first()
      .textContent()) ?? ''
  for (const [id, shown, not] of [
    ['rehearsal', [], ['Took place', 'Announced', 'Still to come', 'Rough location']],
    ['fog', ['Rough location'], ['Took place', 'Announced']],
    ['parting', ['Took place', 'Announced', schematic], ['Rough location']],
    ['concert', ['Took place', 'One source', 'A country, not a spot'], ['Announced', 'Still to come']],
  ] satisfies [string, string[], string[]][]) {
    await page.locator(`nav a[href="#${id}"]`).click()
    for (const text of shown) await expect(legend(text), `${id}: ${text}`).toBeVisible()
    for (const text of not) await expect(legend(text), `${id}: ${text}`).toHaveCount(0)
  }
  await map.getByText('About this map').click()
  await expect(map.getByText(/^Lines are schematic/), 'why, in “About this map”').toBeVisible()
})

test('a place far away is named at the edge of the map, with an arrow', async ({ page }) => {
  for (const width of [340, 1280]) {
    await page.setViewportSize({ width, height: 844 })
    await open(page, '#telegram')
    const name = page.locator('[data-kind="beyond"]')
    await expect(name).toHaveText('Boston')
    const [arrow, stage] = [
      await name.locator('path').boundingBox(),
      await page.getByRole('region', { name: 'Route map' }).boundingBox(),
    ]
    expect((arrow?.x ?? 0) - (stage?.x ?? 0), 'Boston lies in the west').toBeLessThan((stage?.width ?? 0) * 0.2)
  }
})
