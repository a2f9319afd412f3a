import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import type { Story } from '../../src/story/story.ts'
import { makeCopy, makePassage } from '../component/make-story.ts'
import { expect, test } from './page.ts'

const DIST = new URL('../../dist/', import.meta.url)
const SERVER = new URL('../../node_modules/.datelines/server/server.js', import.meta.url)
const LANES = ['The Anna', 'The Santiago', 'The Bo']

/** The built page, its steps in three lanes by turns, and so many times over. */
async function openWithLanes(page: Page, times = 1) {
  const { renderExplainer }: typeof import('../../src/server.tsx') = await import(SERVER.href)
  const html = await readFile(new URL('belarus-prisoners/index.html', DIST), 'utf8')
  const [, data = ''] = /<script[^>]*id="_story"[^>]*>(.*?)<\/script>/s.exec(html) ?? []
  const built: Story = JSON.parse(data)
  const count = built.steps.length * times
  const steps = Array.from({ length: count }, (_, index) => {
    const step = built.steps[Math.floor(index / times)]
    if (!step) throw new Error('no step')
    return { ...step, id: `${step.id}-${index}`, index, lane: LANES[index % LANES.length], at: index / (count - 1) }
  })
  const views = steps.map((_, index) => built.route.views[Math.floor(index / times)] ?? built.route.whole)
  const story = { ...built, phases: [], lanes: LANES, steps, route: { ...built.route, views } }
  const passages = steps.map((step) => ({ ...makePassage(step), lane: step.lane }))
  const start = html.indexOf('>', html.search(/<div[^>]*id="_explainer"/)) + 1
  const explainer = renderExplainer(story, makeCopy({ passages }), '', './')
  const head = html.slice(0, start).replace('<html ', `<html data-lanes="${LANES.length}" `)
  const body = `${head}${explainer}</div>${html.slice(html.indexOf('<script', start))}`
  await page.route('**/belarus-prisoners/', async (route) =>
    route.fulfill({ response: await route.fetch(), body: body.replace(data, () => JSON.stringify(story)) }),
  )
  await page.goto(`./belarus-prisoners/#${steps[1]?.id}`)
  await expect(page.getByRole('button', { name: 'Move the map' })).toBeVisible()
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
  await page.goto('./belarus-prisoners/')
  const timeline = page.getByRole('navigation', { name: 'Timeline' })
  const before = (await timeline.boundingBox())?.height
  await page.goto('about:blank')
  await openWithLanes(page)
  expect((await timeline.boundingBox())?.height).toBe(before)
  await expect(timeline.locator('text').filter({ hasText: 'The Bo' })).toBeHidden()
  await expect(page.locator('article > section').nth(1)).toContainText('The Santiago ·')
})
