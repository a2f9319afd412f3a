import AxeBuilder from '@axe-core/playwright'
import { expect, expectStep, STORIES, stepIds, test } from './page.ts'

// What holds for every story that is shipped, whatever it is about.
for (const slug of STORIES) {
  for (const [width, height] of [
    [390, 844],
    [1280, 800],
  ] as const)
    test(`${slug}: Next leads through all steps, on which timeline, map and article agree, ${width} px`, async ({
      page,
    }) => {
      await page.setViewportSize({ width, height })
      await page.emulateMedia({ reducedMotion: 'reduce' })
      await page.goto(`./${slug}/`)
      const ids = await stepIds(page)
      expect(ids.length).toBeGreaterThan(3)
      const next = page.getByRole('button', { name: 'Next' })
      for (const id of ids.slice(1)) {
        await next.click()
        await expectStep(page, id)
        await expect(page.locator(`[id="${id}"] h2`).first()).toBeInViewport()
      }
      await expect(next).toHaveAttribute('aria-disabled', 'true')
    })

  test(`${slug}: nothing sticks out, no picture is missing, axe finds nothing`, async ({ page }) => {
    for (const width of [320, 768, 1600]) {
      await page.setViewportSize({ width, height: 800 })
      await page.goto(`./${slug}/`)
      expect(await page.evaluate(() => document.documentElement.scrollWidth), `${width} px`).toBeLessThanOrEqual(width)
    }
    const images = page.locator('article img')
    for (const image of await images.all()) {
      await image.scrollIntoViewIfNeeded()
      await expect.poll(() => image.evaluate((img: HTMLImageElement) => img.complete && img.naturalWidth)).toBeTruthy()
    }
    const { violations } = await new AxeBuilder({ page }).analyze()
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([])
  })

  test(`${slug}: complete without JavaScript`, async ({ request }) => {
    const html = await (await request.get(`./${slug}/`)).text()
    expect(html).toContain('application/ld+json')
    expect(html.match(/<li id="_source-\d+"/g)?.length).toBeGreaterThan(10)
    expect(html.match(/<section id="/g)?.length).toBeGreaterThan(3)
  })
}
