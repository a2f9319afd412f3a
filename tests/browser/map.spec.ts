import { expect, open, storyOf, test } from './page.ts'

test('name, lines and legend of the map say what the step shows', async ({ page }) => {
  await open(page)
  const map = page.getByRole('region', { name: 'Route map' })
  const schematic =
    (await map
      .getByText(/^Schematic/)
      .first()
      .textContent()) ?? ''
  await test.step('the name of the map says what the step shows, and what is only announced', async () => {
    const picture = map.getByRole('img', { name: /^Map of the route/ })
    await expect(picture).toHaveAccessibleName(/9 people, Dublin to Cork/)
    await page.locator('nav a[href="#rehearsal"]').click()
    await expect(picture).toHaveAccessibleName('Map of the route: Dublin')
    await page.locator('nav a[href="#parting"]').click()
    await expect(picture).toHaveAccessibleName(/Dublin to Cork.*Cork to Galway.*\(announced\)/)
  })
  await test.step('no line is there before it is known', async () => {
    await page.locator('nav a[href="#plan"]').click()
    await expect(page.locator('[data-leg]')).toHaveCount(0)
  })
  await test.step('the legend names only what the map shows, and says what the lines stand for', async () => {
    const legend = (text: string) => map.getByText(text, { exact: true }).filter({ visible: true })
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
})

test('the people are drawn one by one: they wait, part, and stay', async ({ page }) => {
  await open(page)
  const dots = page.locator('[data-part="crowd"] path')
  const points = async () => {
    const path = (await dots.first().getAttribute('d')) ?? ''
    return [...path.matchAll(/M(\S+) (\S+)h0/g)].map(([, x, y]) => [Number(x), Number(y)] as const)
  }
  const { route } = await storyOf(page)
  const near = async (id: string) => {
    const place = route.places.find((place) => place.id === id)
    const reach = route.whole.width / 20
    return (await points()).filter(([x, y]) => Math.hypot(x - (place?.x ?? 0), y - (place?.y ?? 0)) < reach).length
  }
  await expect(dots, 'the first screen is the route alone').toHaveCount(0)
  await page.locator('nav a[href="#silence"]').click()
  await expect(dots, 'nobody waits long before they leave').toHaveCount(0)
  await page.locator('nav a[href="#plan"]').click()
  await expect.poll(() => near('dublin')).toBe(12)
  await page.locator('nav a[href="#parting"]').click()
  await expect.poll(() => near('cork')).toBe(9)
  expect(await near('sligo')).toBe(3)
  await page.locator('nav a[href="#concert"]').click()
  await expect.poll(() => near('galway')).toBe(6)
  expect([await near('cork'), await near('sligo'), await near('wales')]).toEqual([1, 3, 2])
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
