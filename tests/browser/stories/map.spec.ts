/** The map of every story that is shipped: as it is served, and when Leaflet takes over. */
import type { Page } from '@playwright/test'
import { legsAt, marksAt } from '../../../src/story/route.ts'
import { isOnSection, openingOf } from '../../../src/story/section.ts'
import { expect, firstMove, MOTION, mapGestures, namesSeen, test, viewOf } from '../page.ts'
import { builtStory, MAPPED } from '../sites.ts'
import { isWorld } from './faults.ts'

test.use(MOTION)

/** Left, top, right, bottom of everything the drawing shows, CSS pixels, by what it is; once marks have changed size. */
function positions(page: Page): Promise<Record<string, number[]>> {
  return page.evaluate(async () => {
    await Promise.all(document.getAnimations().map((animation) => animation.finished))
    const box = (element: Element) => {
      const { left, top, right, bottom } = element.getBoundingClientRect()
      return [left, top, right, bottom]
    }
    const visible = (element: Element) => element.checkVisibility()
    const entries: [string, number[]][] = []
    for (const path of document.querySelectorAll('#_ground path')) entries.push([path.id, box(path)])
    for (const line of document.querySelectorAll('[data-leg] path'))
      if (visible(line)) entries.push([`leg ${line.closest('[data-leg]')?.getAttribute('data-leg')}`, box(line)])
    const pins = [...document.querySelectorAll('#_labels :is(text, circle)')].filter(visible)
    for (const [i, pin] of pins.entries()) entries.push([`${pin.tagName} ${i} ${pin.textContent}`, box(pin)])
    return Object.fromEntries(entries)
  })
}

for (const slug of MAPPED)
  for (const width of [390, 1280])
    test(`${slug}: nothing on the map moves when Leaflet takes over, ${width} px`, async ({ page }) => {
      const story = builtStory(slug)
      await page.setViewportSize({ width, height: 844 })
      let held = Promise.resolve()
      await page.route(/MapGestures-/, async (route) => {
        await held
        await route.continue()
      })
      for (const fragment of ['', `#${firstMove(story).to}`, `#${story.steps.at(-1)?.id}`]) {
        let release = () => {}
        held = new Promise((resolve) => {
          release = resolve
        })
        await page.goto('about:blank')
        await page.goto(`./${slug}/${fragment}`, { waitUntil: 'domcontentloaded' })
        await page.getByRole('button', { name: 'Move the map' }).waitFor()
        const { x, y, width, height } =
          story.route.views[story.steps.findIndex(({ id }) => `#${id}` === fragment)] ?? openingOf(story.route)
        await expect.poll(() => viewOf(page)).toEqual([x, y, width, height])
        await page.evaluate(() => document.fonts.ready)
        const before = await positions(page)
        expect(Object.keys(before).length).toBeGreaterThan(8)
        release()
        await mapGestures(page)
        const after = await positions(page)
        expect(Object.keys(after), fragment).toEqual(Object.keys(before))
        for (const [name, box] of Object.entries(before))
          for (const [i, value] of box.entries())
            expect(Math.abs((after[name]?.[i] ?? Number.NaN) - value), `${fragment} ${name}`).toBeLessThanOrEqual(1)
      }
    })

for (const slug of MAPPED)
  test(`${slug}: without JavaScript the map shows the whole route`, async ({ browser, baseURL }) => {
    const { route } = builtStory(slug)
    const section = isOnSection(route, undefined)
    const places = route.places
      .filter(({ id }) => marksAt(route, undefined, section).includes(id))
      .map(({ name }) => name)
    // A name of two lines is two pieces.
    const together = (name: string) => name.replaceAll(' ', '')
    const page = await browser.newPage({ javaScriptEnabled: false })
    await page.goto(`${baseURL}${slug}/`)
    for (const width of [340, 390, 768, 1280, 1600]) {
      await page.setViewportSize({ width, height: 1000 })
      const names = (await namesSeen(page)).map(together).sort()
      expect(places.map(together), `${width} px`).toEqual(expect.arrayContaining(names))
      if (isWorld(route)) expect(names.length, `${width} px`).toBeGreaterThan(places.length / 4)
      else expect(names, `${width} px`).toEqual(places.map(together).sort())
    }
    // Where nothing else is shown, it goes without saying.
    if (new Set(route.legs.map(({ status }) => status)).size > 1) {
      const map = page.getByRole('region', { name: 'Route map' })
      await expect(map.getByText('Took place', { exact: true }).filter({ visible: true })).toBeVisible()
      await expect(map.getByText('Still to come', { exact: true }).filter({ visible: true })).toHaveCount(0)
    }
    const seen = await page.locator('#_labels').boundingBox()
    const legs = await page.locator('[data-leg]').all()
    expect(legs).toHaveLength(legsAt(route.legs, undefined, section).length)
    for (const leg of isWorld(route) ? [] : legs) {
      const box = await leg.boundingBox()
      expect(box && seen && box.x >= seen.x && box.x + box.width <= seen.x + seen.width).toBe(true)
    }
    await page.close()
  })
