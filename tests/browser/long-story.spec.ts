/** Reading a story so long that a browser lays out only what is near. */
import type { Page } from '@playwright/test'
import { MOST_STEPS } from '../../src/story/mostSteps.ts'
import { openLong } from './long-story.ts'
import { expect, expectStep, open, test } from './page.ts'
import { EMBED } from './rebuilt.ts'

/** How many elements a press on Next has the browser style anew before it paints. */
async function styledByNext(page: Page): Promise<number> {
  const client = await page.context().newCDPSession(page)
  const events: {
    name: string
    ts: number
    dur?: number
    args: { elementCount?: number; data?: { type?: string } }
  }[] = []
  client.on('Tracing.dataCollected', ({ value }) => events.push(...(value as unknown as typeof events)))
  const ended = new Promise((resolve) => client.once('Tracing.tracingComplete', resolve))
  await client.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: { includedCategories: ['devtools.timeline'] },
  })
  await page.getByRole('button', { name: 'Next' }).click()
  await page.evaluate(() => new Promise(requestAnimationFrame))
  await client.send('Tracing.end')
  await ended
  const press = events.find(({ name, args }) => name === 'EventDispatch' && args.data?.type === 'click')
  const [from, until] = [press?.ts ?? 0, (press?.ts ?? 0) + (press?.dur ?? 0)]
  return events
    .filter(({ name, ts }) => name === 'UpdateLayoutTree' && ts >= from && ts <= until)
    .reduce((sum, { args }) => sum + (args.elementCount ?? 0), 0)
}

test('a step has the browser style anew what it changes, however long the story is', async ({ page }) => {
  await open(page, '#silence')
  const short = await styledByNext(page)
  await page.goto('about:blank')
  await openLong(page, MOST_STEPS, '#step-300')
  await expect(page.locator('#step-300 h2')).toBeInViewport()
  await page.getByRole('button', { name: 'Move the map' }).waitFor()
  const long = await styledByNext(page)
  expect(short).toBeGreaterThan(0)
  expect(short).toBeLessThanOrEqual(30)
  expect(long).toBeGreaterThan(0)
  expect(long).toBeLessThanOrEqual(30)
})

for (const viewport of [
  { width: 1280, height: 800 },
  { width: 390, height: 844 },
])
  test(`far into a long story the passage that is read is the active one, ${viewport.width} px`, async ({ page }) => {
    await page.setViewportSize(viewport)
    await openLong(page, 200, '#step-150')
    await expectStep(page, 'step-150')
    await expect(page.locator('#step-150 h2')).toBeInViewport()
    for (const id of ['step-153', 'step-60', 'step-154', 'step-10', 'step-200', 'step-153']) {
      await page.locator(`#${id}`).evaluate((passage) => passage.scrollIntoView({ behavior: 'instant' }))
      await expectStep(page, id)
    }
    await page.mouse.move(viewport.width / 4, viewport.height * 0.7)
    for (let turn = 0; turn < 40; turn += 1) {
      await page.mouse.wheel(0, 60)
      const wrong = () => page.evaluate(misread)
      await expect.poll(wrong, `after ${turn + 1} turns`).toBe('')
    }
    await expect(page.locator('section[data-active]')).not.toHaveAttribute('id', 'step-153')
  })

test('who jumps far into a long story comes to no other step on the way', async ({ page }) => {
  await openLong(page, 200, '#step-5')
  await expectStep(page, 'step-5')
  await page.evaluate(() => {
    const seen: string[] = []
    Reflect.set(window, 'seen', seen)
    new MutationObserver((changes) => {
      for (const { target } of changes)
        if (target instanceof HTMLElement && target.matches('section[data-active]')) seen.push(target.id)
    }).observe(document.querySelector('article') as Element, { attributeFilter: ['data-active'], subtree: true })
  })
  const slider = page.getByRole('slider', { name: 'Move through time' })
  await slider.focus()
  for (const [key, id] of [
    ['PageUp', 'step-25'],
    ['PageUp', 'step-45'],
    ['PageUp', 'step-65'],
    ['End', 'step-200'],
    ['PageDown', 'step-180'],
    ['Home', 'step-1'],
    ['PageUp', 'step-21'],
  ] as const) {
    await page.keyboard.press(key)
    await expectStep(page, id)
    await expect(page.locator(`#${id} h2`)).toBeInViewport()
  }
  const seen = await page.evaluate(() => Reflect.get(window, 'seen'))
  expect(seen).toEqual(['step-25', 'step-45', 'step-65', 'step-200', 'step-180', 'step-1', 'step-21'])
})

/** The active passage and the window, unless that passage lies where the eye reads, in the middle of the window. */
function misread(): string {
  const active = document.querySelector('section[data-active]')
  const { top = 0, bottom = 0 } = active?.getBoundingClientRect() ?? {}
  return top < innerHeight * 0.75 && bottom > innerHeight * 0.25 ? '' : `${active?.id}: ${top} to ${bottom}`
}

test('the embed of a long story shows one passage, wherever in the story it is', async ({ page }) => {
  await page.setViewportSize({ width: 680, height: 680 })
  for (const id of ['step-1', 'step-29', 'step-30', 'step-49', 'step-120', 'step-200']) {
    await page.goto('about:blank')
    await openLong(page, 200, `#${id}`, EMBED)
    await expect(page.locator('article section:visible')).toHaveCount(1)
    await expect(page.locator('article section:visible')).toHaveAttribute('id', id)
    await expect(page.locator(`#${id} h2`)).toBeInViewport()
  }
})
