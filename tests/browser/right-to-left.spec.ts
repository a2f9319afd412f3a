import type { Page } from '@playwright/test'
import { expect, test, violationsIn } from './page.ts'

/** Stands for an edition in Arabic: the built page with its direction, and with names and words in that script. */
const WORDS = {
  Dublin: 'دبلن',
  Cork: 'كورك',
  Sligo: 'سلايغو',
  Galway: 'غالواي',
  Boston: 'بوسطن',
  'in the west': 'في الغرب',
  Previous: 'السابق',
  Next: 'التالي',
  'Fog on the line': 'ضباب على السكة',
}

async function openArabic(page: Page, fragment: string, view = '') {
  await page.route(`**/lost-band/${view}`, async (route) => {
    const response = await route.fetch()
    const html = (await response.text()).replace('lang="en" dir="ltr"', 'lang="ar" dir="rtl"')
    const arabic = Object.entries(WORDS).reduce((text, [from, to]) => text.replaceAll(from, to), html)
    await route.fulfill({ response, body: arabic.replaceAll('lang="en"', 'lang="ar"') })
  })
  await page.goto(`./lost-band/${view}${fragment}`)
  await page.getByRole('button', { name: 'التالي' }).waitFor()
  await page.getByRole('button', { name: 'Move the map' }).waitFor()
}

const middleOf = async (page: Page, selector: string) => {
  const box = await page.locator(selector).first().boundingBox()
  return (box?.x ?? Number.NaN) + (box?.width ?? 0) / 2
}

for (const [name, width] of [
  ['wide', 1280],
  ['phone', 390],
] as const)
  test.describe(`written from right to left (${name})`, () => {
    test.use({ viewport: { width, height: 844 } })

    test('time, keys, names on the map and what a machine can check are as they should be', async ({ page }) => {
      await openArabic(page, '#fog')
      await test.step('time runs to the left, and Previous stands where it begins', async () => {
        const bead = (id: string) => middleOf(page, `nav a[href="#${id}"]`)
        expect(await bead('fog')).toBeGreaterThan(await bead('search'))
        const [first, second] = await page
          .locator('nav > div[role="presentation"] text')
          .filter({ hasText: /\d{4}/ })
          .evaluateAll((texts) => texts.map((text) => text.getBoundingClientRect().x))
        expect(first).toBeGreaterThan(second ?? Number.NaN)
        const button = async (label: string) =>
          (await page.getByRole('button', { name: label }).boundingBox())?.x ?? Number.NaN
        expect(await button('السابق')).toBeGreaterThan(await button('التالي'))
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width)
      })
      await test.step('the accessibility rules that a machine can check find nothing', async () => {
        expect(await violationsIn(page)).toEqual([])
      })
      await test.step('the left key goes on, the right one back, and the active bead stays in view', async () => {
        const active = page.locator('nav [aria-current="step"]')
        await active.focus()
        await page.keyboard.press('ArrowLeft')
        await expect(active).toHaveAttribute('href', '#search')
        for (let i = 0; i < 3; i++) await page.keyboard.press('ArrowLeft')
        await expect(active).toHaveAttribute('href', '#parting')
        await expect(active).toBeInViewport({ ratio: 1 })
        await page.keyboard.press('ArrowRight')
        await expect(active).toHaveAttribute('href', '#plan')
      })
      await test.step('the map is no mirror image, and its names stand where they were placed', async () => {
        await page.locator('nav a[href="#concert"]').click()
        await expect(page.locator('[data-place="galway"]')).toBeVisible()
        const place = (id: string) => middleOf(page, `[data-place="${id}"] circle`)
        expect(await place('galway')).toBeLessThan(await place('dublin'))
        const off = await page.locator('#_labels g[data-kind="place"] text').evaluateAll((texts) =>
          texts.map((text) => {
            const { left, right } = text.getBoundingClientRect()
            const origin = text instanceof SVGGraphicsElement ? (text.getScreenCTM()?.e ?? Number.NaN) : Number.NaN
            const placed = origin + Number(text.getAttribute('x'))
            const anchor = text.getAttribute('text-anchor') ?? 'start'
            return Math.abs(placed - (anchor === 'start' ? left : anchor === 'end' ? right : (left + right) / 2))
          }),
        )
        expect(off.length).toBeGreaterThan(2)
        for (const pixels of off) expect(pixels).toBeLessThan(5)
      })
    })
  })

test('a press on the axis goes to the moment under it', async ({ page }) => {
  await openArabic(page, '#fog')
  const axis = await page.locator('nav > div[role="presentation"]', { hasText: '1930' }).boundingBox()
  if (!axis) throw new Error('no axis')
  await page.mouse.click(axis.x + axis.width * 0.99, axis.y + axis.height / 2)
  await expect(page.locator('nav [aria-current="step"]')).toHaveAttribute('href', '#rehearsal')
  await page.mouse.click(axis.x + 1, axis.y + axis.height / 2)
  await expect(page.locator('nav [aria-current="step"]')).toHaveAttribute('href', '#quay')
})

test('in a frame too', async ({ page }) => {
  await openArabic(page, '#fog', 'embed/')
  const active = page.locator('nav [aria-current="step"]')
  await active.focus()
  await page.keyboard.press('ArrowLeft')
  await expect(active).toHaveAttribute('href', '#search')
})
