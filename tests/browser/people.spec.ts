import { expect, expectStep, open, test } from './page.ts'

const name = 'Maeve Tallow'

test('a name opens the card of the person, by mouse and by keyboard', async ({ page }) => {
  await open(page, '#fog')
  const link = page.getByRole('link', { name, exact: true })
  const card = page.getByRole('dialog', { name })
  await test.step('a name opens the card of the person by mouse; a press elsewhere or Close closes it', async () => {
    await link.click()
    await expect(card).toBeVisible()
    await expect(card).toContainText('Plays the cornet')
    await expect(card, 'what became of her has its date').toContainText('19 June 1934')
    expect(await page.evaluate(() => location.hash), 'the page stays where it is').toBe('#fog')
    await page.mouse.click(20, 300)
    await expect(card).toHaveCount(0)
    await link.click()
    await card.getByRole('button', { name: 'Close' }).click()
    await expect(card).toHaveCount(0)
    await expectStep(page, 'fog')
  })
  await test.step('by keyboard: Enter opens it and goes in, Escape closes it and comes back to the name', async () => {
    await link.focus()
    await page.keyboard.press('Enter')
    await expect(card).toBeFocused()
    await page.keyboard.press('Escape')
    await expect(card).toHaveCount(0)
    await expect(link).toBeFocused()
  })
})

test('while it is open, the map shows the way of that person alone', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await open(page, '#telegram')
  await page.locator('nav a[href="#search"]').click()
  await expect(page.locator('[data-leg]')).toHaveCount(0)
  await page.getByRole('link', { name: 'Tom Quill', exact: true }).click()
  await expect(page.locator('[data-leg]')).toHaveCount(1)
  await expect(page.locator('[data-leg="dublin-sligo"][data-grown="whole"]')).toBeVisible()
  const card = page.getByRole('dialog', { name: 'Tom Quill' })
  await expect(card, 'says what is shown, from where he was').toContainText(/On the map: The bog to Sligo, [^;]*193\d/)
  await page.keyboard.press('Escape')
  await expect(page.locator('[data-leg]')).toHaveCount(0)
})

test('in the embed it opens too', async ({ page }) => {
  await page.setViewportSize({ width: 640, height: 680 })
  await page.goto('./lost-band/embed/#fog')
  await page.getByRole('button', { name: 'Move the map' }).waitFor()
  await page.getByRole('link', { name, exact: true }).click()
  await expect(page.getByRole('dialog', { name })).toContainText('Plays the cornet')
})

test.describe('with a finger', () => {
  test.use({ hasTouch: true, viewport: { width: 390, height: 844 } })

  test('it opens inside the window, and a tap elsewhere closes it', async ({ page }) => {
    await open(page, '#fog')
    await page.getByRole('link', { name, exact: true }).tap()
    const card = page.getByRole('dialog', { name })
    const box = await card.boundingBox()
    expect(box && box.x >= 0 && box.x + box.width <= 390 && box.y >= 0 && box.y + box.height <= 844).toBe(true)
    await page.touchscreen.tap(20, 100)
    await expect(card).toHaveCount(0)
  })
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('a name leads to the list of people at the end', async ({ page }) => {
    await page.goto('./lost-band/')
    await page.getByRole('link', { name, exact: true }).click()
    const entry = page.getByRole('region', { name: 'People' }).getByRole('listitem').filter({ hasText: name })
    await expect(entry).toBeInViewport()
    await expect(page.getByRole('region', { name: 'People' }).getByRole('listitem')).toHaveCount(3)
    await expect(page.getByRole('region', { name: 'Since then' })).toContainText('A tuba was found')
  })
})

test('“Copy link” copies the address of the step and says so', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await open(page, '#plan')
  const link = page.locator('#parting').getByRole('link', { name: 'Copy link' })
  await link.focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('status')).toHaveText('Link copied')
  expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(/\/lost-band\/#parting$/)
  await expectStep(page, 'plan')
})
