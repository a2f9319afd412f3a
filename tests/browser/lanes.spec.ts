import type { Page } from '@playwright/test'
import { makeCopy, makePassage } from '../component/make-story.ts'
import { expect, test } from './page.ts'
import { answer, PAGE, rebuilt } from './rebuilt.ts'

const LANES = ['The Anna', 'The Santiago', 'The Bo']

/** The built page, its steps in three lanes by turns, and so many times over. */
async function openWithLanes(page: Page, times = 1) {
  let second = ''
  const html = await rebuilt(PAGE, (built) => {
    const count = built.steps.length * times
    const steps = Array.from({ length: count }, (_, index) => {
      const step = built.steps[Math.floor(index / times)]
      if (!step) throw new Error('no step')
      return {
        ...step,
        id: `${step.id}-${index}`,
        index,
        lane: LANES[index % LANES.length],
        at: index / (count - 1),
        until: undefined,
        level: undefined,
      }
    })
    second = steps[1]?.id ?? ''
    const views = steps.map((_, index) => built.route.views[Math.floor(index / times)] ?? built.route.whole)
    // Evenly spaced, they need no lens.
    const axis = built.axis && { ...built.axis, levels: 1, lens: undefined }
    const story = { ...built, phases: [], axis, lanes: LANES, steps, route: { ...built.route, views } }
    return { story, copy: makeCopy({ passages: steps.map((step) => ({ ...makePassage(step), lane: step.lane })) }) }
  })
  await answer(page, PAGE, html)
  await page.goto(`./${PAGE}#${second}`)
  // The built page has rules for a story without lanes.
  await page.evaluate((height) => document.documentElement.style.setProperty('--lane-rows', height), '48px')
  await page.getByRole('button', { name: 'Move the map' }).waitFor()
}

for (const times of [1, 6])
  test(`lanes are rows under the axis, in the window with their names, ${times === 1 ? 'and' : 'of a long story too, and'} follow the step`, async ({
    page,
  }) => {
    await openWithLanes(page, times)
    const timeline = page.getByRole('navigation', { name: 'Timeline' })
    const names = timeline.locator('text').filter({ hasText: /^The / })
    await expect(names).toHaveText(LANES)
    const tops: number[] = []
    for (const name of await names.all()) {
      await expect(name).toBeVisible()
      const box = await name.boundingBox()
      expect(box?.x).toBeGreaterThanOrEqual(0)
      expect((box?.y ?? 0) + (box?.height ?? 0), 'in the window').toBeLessThanOrEqual(800)
      tops.push(box?.y ?? 0)
    }
    expect(tops).toEqual([...new Set(tops)].sort((a, b) => a - b))
    const active = timeline.locator('text[data-active]')
    await expect(active).toHaveText('The Santiago')
    await page.getByRole('button', { name: 'Next' }).click()
    await expect(active).toHaveText('The Bo')
    await expect(page.getByRole('status')).toContainText('The Bo: ')
  })

test('on a phone the dateline says the lane, and the timeline is no higher for it', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 })
  await page.goto(`./${PAGE}`)
  const timeline = page.getByRole('navigation', { name: 'Timeline' })
  const before = (await timeline.boundingBox())?.height
  await page.goto('about:blank')
  await openWithLanes(page)
  expect((await timeline.boundingBox())?.height).toBe(before)
  await expect(timeline.locator('text').filter({ hasText: 'The Bo' })).toBeHidden()
  await expect(page.locator('article > section').nth(1)).toContainText('The Santiago ·')
})
