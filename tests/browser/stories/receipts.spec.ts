import type { Page } from '@playwright/test'
import { expect, expectStep, open, test } from '../page.ts'

const STORY = 'belarus-prisoners'

/** The receipts of the passage of step `id`. */
function receiptsOf(page: Page, id: string) {
  return page.locator(`[id="${id}"] details`)
}

test('a paragraph ends in one mark that opens in place: who published what and when, with its address; it counts its sources, and says whether they differ', async ({
  page,
}) => {
  await open(page, '#border', STORY)
  await expect(receiptsOf(page, 'march').first().locator('summary')).toHaveText('1 source')
  const [first, second] = [receiptsOf(page, 'border').nth(0), receiptsOf(page, 'border').nth(1)]
  const mark = first.locator('summary')
  await expect(mark).toHaveText('7 sources')
  await expect(mark).toHaveAccessibleName(/^7 sources: \S/)
  await mark.focus()
  await page.keyboard.press('Enter')
  for (const link of await first.getByRole('link').all()) {
    await expect(link).toBeVisible()
    await expect(link).toHaveAttribute('href', /^https:/)
    await expect(page.locator(`li[id^="_source-"] [href="${await link.getAttribute('href')}"]`)).toHaveCount(1)
  }
  await expect(first).toContainText(/\d+ \S.*, \d+ \w+ 20\d\d\. \S/)
  await expect(mark).toBeFocused()
  await expectStep(page, 'border')
  await page.keyboard.press('Tab')
  await expect(first.getByRole('link').first()).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(first).not.toHaveAttribute('open')
  await expect(mark).toBeFocused()
  await mark.click()
  await second.locator('summary').click()
  await expect(second).toHaveAttribute('open')
  await expect(first, 'only one is open').not.toHaveAttribute('open')
  await second.locator('summary').click()
  await expect(second, 'a second press closes').not.toHaveAttribute('open')
  await expectStep(page, 'border')
  await page.locator('nav a[href="#warsaw"]').click()
  await expectStep(page, 'warsaw')
  const receipt = receiptsOf(page, 'warsaw').last()
  await expect(receipt.locator('summary')).toHaveText('4 sources, which differ')
  await receipt.locator('summary').click()
  await expect(receipt).toContainText(/Not known: How many exactly came to Warsaw/)
  await expectStep(page, 'warsaw')
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })
  test('a receipt opens too, and its entries lead to the list of sources', async ({ page }) => {
    await page.goto(`./${STORY}/`)
    const receipt = receiptsOf(page, 'march').first()
    await receipt.locator('summary').click()
    await receipt.getByRole('link').first().click()
    await expect(page.locator('li:target')).toBeInViewport()
  })
})

test('in a small embed a receipt stands in the text, whole', async ({ page }) => {
  await page.setViewportSize({ width: 340, height: 680 })
  await page.goto(`./${STORY}/embed/#border`)
  await expect(page.getByRole('button', { name: 'Move the map' })).toBeVisible()
  const receipt = receiptsOf(page, 'border').first()
  await receipt.locator('summary').click()
  for (const link of await receipt.getByRole('link').all()) {
    await link.scrollIntoViewIfNeeded()
    await expect(link).toBeInViewport({ ratio: 0.9 })
    await expect(link).toHaveAttribute('href', /#_source-\d+$/)
  }
  await receipt.getByRole('link').last().focus()
  await page.keyboard.press('Escape')
  await expect(receipt.locator('summary')).toBeFocused()
})

test('on paper the numbers stand in the text, and the list of sources has the addresses', async ({ page }) => {
  await open(page, '', STORY)
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')))
  await page.emulateMedia({ media: 'print' })
  const receipt = receiptsOf(page, 'march').first()
  const numbers = (
    await receipt
      .locator('a')
      .evaluateAll((links) => links.map((link) => link.getAttribute('href')?.replace(/\D/g, '') ?? ''))
  ).join(' ')
  const printed = await receipt.locator('summary').evaluate((mark) => getComputedStyle(mark, '::after').content)
  expect(printed).toBe(`"${numbers}"`)
  await expect(receipt.locator('summary')).toHaveCSS('font-size', '0px')
  const link = page.getByRole('region', { name: 'Sources' }).getByRole('link').first()
  await expect(link).toBeVisible()
  const address = await link.evaluate((link) => getComputedStyle(link, '::after').content)
  expect(address).toContain(await link.getAttribute('href'))
})

test('the page has under 150 tab stops, with “Copy link” after each heading', async ({ page }) => {
  await open(page, '', STORY)
  await expect(page.getByRole('region', { name: 'Sources' }).getByText('121 sources')).toBeVisible()
  const stops = await page
    .locator('a[href], button, select, summary, input, [tabindex]')
    .evaluateAll(
      (stops) =>
        stops.filter((stop) => stop.tabIndex >= 0 && stop.checkVisibility({ visibilityProperty: true })).length,
    )
  expect(stops).toBeGreaterThan(50)
  expect(stops).toBeLessThan(150)
  for (const heading of await page.locator('article > section > h2').all())
    await expect(heading.locator('xpath=following-sibling::*[1]')).toHaveAccessibleName('Copy link')
})

for (const [width, height] of [
  [390, 844],
  [1280, 800],
] as const)
  test(`focus moves no step, ${width} × ${height}`, async ({ page }) => {
    await page.setViewportSize({ width, height })
    await open(page, '#border', STORY)
    await receiptsOf(page, 'border').first().locator('summary').focus()
    // From the passage to those before it, which scroll into view.
    for (let stop = 0; stop < 8; stop += 1) await page.keyboard.press('Shift+Tab')
    const passage = await page.evaluate(() => document.activeElement?.closest('article > section')?.id)
    expect(['vote', 'march']).toContain(passage)
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))))
    await expectStep(page, 'border')
    await page.mouse.move(width / 4, height - 200)
    await page.mouse.wheel(0, -40)
    await expect(page.locator('section[data-active]'), 'reading does').not.toHaveAttribute('id', 'border')
  })
