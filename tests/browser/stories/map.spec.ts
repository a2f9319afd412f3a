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
    test(`${slug}: nothing on the map moves when Leaflet takes over, and its steps look as before, ${width} px`, async ({
      page,
    }) => {
      const { steps, route } = builtStory(slug)
      const stops = [firstMove(builtStory(slug)).to, steps.at(-1)?.id ?? '', '']
      /** Everything in its place at a step, or before the story begins. */
      async function at(id: string) {
        const { x, y, width, height } = route.views[steps.findIndex((step) => step.id === id)] ?? openingOf(route)
        await page.evaluate(
          async ([id, view]) => {
            location.hash = id
            const frame = () => new Promise(requestAnimationFrame)
            for (let i = 0; i < 100 && document.querySelector('#_ground')?.getAttribute('viewBox') !== view; i += 1)
              await frame()
            await frame()
            // Where the flight ends is looked at, not the flight.
            for (const animation of document.getAnimations()) animation.finish()
          },
          [id, [x, y, width, height].join(' ')] as const,
        )
        await expect.poll(() => viewOf(page)).toEqual([x, y, width, height])
        return positions(page)
      }

      let release = () => {}
      const held = new Promise<void>((resolve) => {
        release = resolve
      })
      await page.route(/MapGestures-/, async (route) => {
        await held
        await route.continue()
      })
      await page.setViewportSize({ width, height: 844 })
      await page.goto(`./${slug}/`)
      await page.getByRole('button', { name: 'Move the map' }).waitFor()
      await page.evaluate(() => document.fonts.ready)
      const before = new Map<string, Record<string, number[]>>()
      for (const id of stops) before.set(id, await at(id))
      await expect(page.getByRole('group', { name: /^Map: / }), 'Leaflet is not there yet').toHaveCount(0)
      release()
      await mapGestures(page)
      const after = new Map([['', await positions(page)]])
      for (const id of stops.slice(0, -1)) after.set(id, await at(id))
      for (const [id, boxes] of before) {
        const now = after.get(id) ?? {}
        expect(Object.keys(boxes).length).toBeGreaterThan(8)
        expect(Object.keys(now), `#${id}`).toEqual(Object.keys(boxes))
        const moved = Object.entries(boxes).filter(([name, box]) =>
          box.some((value, i) => !(Math.abs((now[name]?.[i] ?? Number.NaN) - value) <= 1)),
        )
        expect(moved, `#${id}`).toEqual([])
      }
    })

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  for (const slug of MAPPED)
    test(`${slug}: the map shows the whole route`, async ({ page }) => {
      const { route } = builtStory(slug)
      const section = isOnSection(route, undefined)
      const places = route.places
        .filter(({ id }) => marksAt(route, undefined, section).includes(id))
        .map(({ name }) => name)
      // A name of two lines is two pieces.
      const together = (name: string) => name.replaceAll(' ', '')
      await page.goto(`./${slug}/`)
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
      const legs = await page.locator('[data-leg]').evaluateAll((all) =>
        all.map((leg) => {
          const { left, right } = leg.getBoundingClientRect()
          return { left, right }
        }),
      )
      expect(legs).toHaveLength(legsAt(route.legs, undefined, section).length)
      for (const { left, right } of isWorld(route) ? [] : legs)
        expect(seen && left >= seen.x && right <= seen.x + seen.width).toBe(true)
    })
})
