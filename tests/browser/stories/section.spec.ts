/** The story that is shipped with a vertical section: what is on the stage is what the step tells. */
import type { Page } from '@playwright/test'
import { expect, expectStep, MOTION, nextFrames, open, test } from '../page.ts'
import { builtStory } from '../sites.ts'

const SLUG = 'copiapo-rescue'
/** How many of the 33 are up at each step told on the section, as the passages say */
const UP = {
  tests: 0,
  down: 0,
  first: 1,
  second: 2,
  fourth: 4,
  sixth: 6,
  twelfth: 12,
  half: 17,
  afternoon: 24,
  evening: 27,
  last: 33,
}

/** The numbers on the section, by place. */
async function countsOn(page: Page): Promise<Record<string, number>> {
  return page.evaluate(() =>
    Object.fromEntries(
      [...document.querySelectorAll('[data-part="count"]')].map((count) => [
        count.getAttribute('data-place') ?? '',
        Number(count.textContent),
      ]),
    ),
  )
}

test('at each step as many of the 33 are up as it says, in dots, in numbers and in the name of the picture', async ({
  page,
}) => {
  await open(page, '', SLUG)
  const picture = page.getByRole('img', { name: /^Vertical section: / })
  for (const [step, up] of Object.entries(UP))
    await test.step(`${step}: ${up}`, async () => {
      await page.locator(`nav a[href="#${step}"]`).click()
      await expectStep(page, step)
      await expect.poll(async () => (await countsOn(page)).surface ?? 0).toBe(up)
      expect.soft((await countsOn(page)).refuge ?? 0).toBe(33 - up)
      const name = (await picture.getAttribute('aria-label')) ?? ''
      if (up > 0) expect.soft(name).toContain(`Surface: ${up} miner`)
      if (up < 33) expect.soft(name).toContain(`Refuge: ${33 - up} miner`)
      await expect.soft(page.locator('#_legs').getByText('600 m')).toBeVisible()
      await expect.soft(page.getByText('Natural Earth · GeoNames', { exact: true })).toHaveCount(0)
    })
})

test('where place matters the map is shown, and the section is cut to, not flown to', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'no-preference' })
  await open(page, '#hospital', SLUG)
  await expect(page.getByRole('img', { name: /^Map of the route: San José mine to the hospital/ })).toBeVisible()
  await expect(page.locator('[data-part="depths"], [data-part="count"]')).toHaveCount(0)
  await expect(page.getByText('Natural Earth · GeoNames', { exact: true })).toBeVisible()
  await page.locator('nav a[href="#sixth"]').click()
  await expect.poll(async () => (await countsOn(page)).surface).toBe(6)
  const flights = await page.evaluate(
    () =>
      document
        .getAnimations()
        .filter(({ effect }) => effect instanceof KeyframeEffect && effect.target instanceof SVGSVGElement).length,
  )
  expect(flights).toBe(0)
})

test.describe('in motion', () => {
  test.use(MOTION)

  test('the next men come up one at a time as the reader scrolls', async ({ page }) => {
    await open(page, '#sixth', SLUG)
    const section = page.locator('section[id="sixth"]')
    const seen = new Set<number>()
    const height = (await section.boundingBox())?.height ?? 0
    await page.mouse.move(300, 400)
    for (let i = 0; i < 36; i += 1) {
      await page.mouse.wheel(0, height / 30)
      await nextFrames(page)
      const { surface = 0, refuge = 0 } = await countsOn(page)
      seen.add(surface)
      expect(33 - surface - refuge, 'at most one is on the way').toBeLessThanOrEqual(1)
    }
    for (const count of [6, 7, 8, 9, 10, 11, 12]) expect([...seen]).toContain(count)
  })
})

test('without a script the section is whole, with the 33 below and their way up', async ({ browser, baseURL }) => {
  const page = await browser.newPage({ javaScriptEnabled: false })
  await page.goto(`${baseURL}${SLUG}/`)
  await expect(page.locator('[data-place="refuge"][data-part="count"]')).toHaveText('33')
  await expect(page.locator('[data-leg="lift-last"]')).toBeVisible()
  await expect(page.getByText('Refuge', { exact: true }).filter({ visible: true }).first()).toBeVisible()
  expect(builtStory(SLUG).route.section?.opens).toBe(true)
  await page.close()
})

test('the section is as deep as its box, with all its places named, on a phone and on a desktop', async ({ page }) => {
  await open(page, '#last', SLUG)
  for (const [width, height] of [
    [390, 844],
    [1280, 800],
  ] as const)
    await test.step(`${width} px`, async () => {
      await page.setViewportSize({ width, height })
      for (const place of ['Surface', 'Rescuers', 'Blocked', 'Refuge'])
        await expect(page.locator('[data-kind="place"]').getByText(place)).toBeVisible()
      const frame = await page.locator('#_ground').boundingBox()
      const stage = await page.locator('#_ground').locator('..').boundingBox()
      expect(frame?.width).toBeCloseTo(frame?.height ?? 0, 0)
      expect(frame?.height).toBeCloseTo(Math.min(stage?.height ?? 0, stage?.width ?? 0), 0)
    })
})
