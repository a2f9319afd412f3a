import { readFile } from 'node:fs/promises'
import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import type { Story } from '../../src/story/story.ts'
import { makeCopy, makePassage } from '../component/make-story.ts'
import { expect, expectStep, open, test } from './page.ts'

const DIST = new URL('../../dist/', import.meta.url)
const PAGE = 'belarus-prisoners/'
const EMBED = 'belarus-prisoners/embed/'
const SERVER = new URL('../../node_modules/.datelines/server/server.js', import.meta.url)

/** The built page, or embed, with its story grown to `count` steps, rendered as the build renders it. */
async function pageOf(count: number, path: string): Promise<string> {
  const { renderExplainer, renderEmbed }: typeof import('../../src/server.tsx') = await import(SERVER.href)
  const html = await readFile(new URL(`${path}index.html`, DIST), 'utf8')
  const between = (from: RegExp, to: string) => {
    const match = from.exec(html)
    const start = (match?.index ?? 0) + (match?.[0].length ?? 0)
    return { start, end: html.indexOf(to, start) }
  }
  const data = between(/<script[^>]*id="_story"[^>]*>/, '</script>')
  const ground = between(/data-drawing="ground"[^>]*>/, '</svg>')
  const root = between(/<div[^>]*id="_explainer"[^>]*>/, '<script')
  const story = grown(JSON.parse(html.slice(data.start, data.end)), count)
  const passages = story.steps.map((step) => ({
    ...makePassage(step),
    body: [{ kind: 'paragraph' as const, text: ['Words of the passage, and more of them. '.repeat(20)] }],
  }))
  const copy = makeCopy({ passages })
  const basemap = html.slice(ground.start, ground.end)
  const served =
    path === EMBED
      ? renderEmbed(story, copy, basemap, { home: '../', full: '../' })
      : renderExplainer(story, copy, basemap, './')
  const after = html.slice(root.end, data.start) + JSON.stringify(story).replaceAll('<', '\\u003c')
  return `${html.slice(0, root.start)}${served}</div>${after}${html.slice(data.end)}`
}

/** Half of the steps are spread over the axis, half of them are on one day near its end; four phases. */
function grown(story: Story, count: number): Story {
  const [step] = story.steps
  if (!step) throw new Error('grown: a story without steps')
  const steps = Array.from({ length: count }, (_, index) => ({
    ...step,
    id: `step-${index + 1}`,
    index,
    heading: `What happened at ${index + 1}`,
    at: index < count / 2 ? index / count : 0.9,
  }))
  const phases = story.phases.slice(0, 4).map(({ label }, i) => ({
    label,
    first: Math.ceil((i * count) / 4),
    last: Math.ceil(((i + 1) * count) / 4) - 1,
  }))
  const { whole } = story.route
  const route = { ...story.route, views: steps.map(() => whole), legs: [] }
  return { ...story, steps, phases, route }
}

async function openLong(page: Page, count: number, fragment = '', path = PAGE) {
  const html = await pageOf(count, path)
  await page.route(`**/${path}`, (route) => route.fulfill({ body: html, contentType: 'text/html' }))
  await page.goto(`./${path}${fragment}`)
}

const timeline = (page: Page) => page.getByRole('navigation', { name: 'Timeline' })
const slider = (page: Page) => timeline(page).getByRole('slider', { name: 'Move through time' })

/** Where `part` of the axis is on the screen. */
async function pointOn(page: Page, part: number) {
  const box = await slider(page).boundingBox()
  if (!box) throw new Error('no axis')
  return { x: box.x + box.width * part, y: box.y + box.height / 2 }
}

for (const [name, count, viewport] of [
  ['1,000 steps', 1000, { width: 1280, height: 800 }],
  ['200 steps on a phone', 200, { width: 390, height: 844 }],
] as const) {
  test(`the axis answers a press with the nearest step, all views follow: ${name}`, async ({ page }) => {
    await page.setViewportSize(viewport)
    await openLong(page, count)
    const { x, y } = await pointOn(page, 0.25)
    await page.mouse.click(x, y)
    await expect.poll(() => new URL(page.url()).hash).not.toBe('')
    const { hash } = new URL(page.url())
    expect(Math.abs(Number(hash.replace('#step-', '')) - count / 4)).toBeLessThanOrEqual(4)
    await expectStep(page, hash.slice(1))
    await expect(page.locator(`${hash} h2`)).toBeInViewport()
    await expect(timeline(page).locator('[aria-current="step"]')).toBeInViewport({ ratio: 1 })
    expect(await timeline(page).evaluate((nav) => nav.querySelectorAll('*').length)).toBeLessThanOrEqual(200)
  })
}

test('dragging along the axis travels, and Back returns to where the journey began', async ({ page }) => {
  await openLong(page, 200, '#step-5')
  await expectStep(page, 'step-5')
  const entries = await page.evaluate(() => history.length)
  const [from, over, to] = [await pointOn(page, 0.1), await pointOn(page, 0.3), await pointOn(page, 0.995)]
  await page.mouse.move(from.x, from.y)
  await page.mouse.down()
  await expect(slider(page)).toHaveAttribute('aria-valuenow', '21')
  await page.mouse.move(over.x, over.y + 200, { steps: 5 })
  await expect(slider(page)).toHaveAttribute('aria-valuenow', '61')
  await page.mouse.move(to.x, to.y, { steps: 5 })
  await page.mouse.up()
  await expectStep(page, 'step-101')
  expect(await page.evaluate(() => history.length)).toBe(entries + 1)
  await page.goBack()
  await expectStep(page, 'step-5')
})

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
  await openLong(page, 1000, '#step-300')
  await expect(page.locator('#step-300 h2')).toBeInViewport()
  await expect(page.getByRole('button', { name: 'Move the map' })).toBeVisible()
  const long = await styledByNext(page)
  expect(short).toBeGreaterThan(0)
  expect(short).toBeLessThanOrEqual(60)
  expect(long).toBeGreaterThan(0)
  expect(long).toBeLessThanOrEqual(60)
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

/** The active passage and the window, unless that passage lies where the eye reads, in the middle of the window. */
function misread(): string {
  const active = document.querySelector('section[data-active]')
  const { top = 0, bottom = 0 } = active?.getBoundingClientRect() ?? {}
  return top < innerHeight * 0.75 && bottom > innerHeight * 0.3 ? '' : `${active?.id}: ${top} to ${bottom}`
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

test.describe('under a finger', () => {
  test.use({ hasTouch: true, viewport: { width: 390, height: 844 } })

  test('the axis answers a tap, and is high enough for it', async ({ page }) => {
    await openLong(page, 200)
    expect((await slider(page).boundingBox())?.height).toBeGreaterThanOrEqual(24)
    const { x, y } = await pointOn(page, 0.4)
    await page.touchscreen.tap(x, y)
    await expect(slider(page)).toHaveAttribute('aria-valuenow', '81')
  })
})

test('keys, phases, beads and Next all lead on where the row ends', async ({ page }) => {
  await openLong(page, 200, '#step-41')
  await slider(page).focus()
  await page.keyboard.press('PageUp')
  await expectStep(page, 'step-61')
  await page.keyboard.press('End')
  await expectStep(page, 'step-200')
  await expect(page.getByRole('button', { name: 'Next' })).toBeDisabled()
  await timeline(page).getByRole('link', { name: 'Talks', exact: true }).click()
  await expectStep(page, 'step-101')
  await timeline(page).locator('a[href="#step-107"]').click()
  await expectStep(page, 'step-107')
  await page.getByRole('button', { name: 'Next' }).click()
  await expectStep(page, 'step-108')
  await timeline(page).locator('[aria-current="step"]').focus()
  await page.keyboard.press('Home')
  await expectStep(page, 'step-1')
  await expect(timeline(page).locator('a[href="#step-1"][aria-current="step"]')).toBeFocused()
})

test('the long timeline passes the accessibility rules that a machine can check', async ({ page }) => {
  await openLong(page, 100, '#step-40')
  await expect(slider(page)).toBeVisible()
  const { violations } = await new AxeBuilder({ page }).include('nav').analyze()
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([])
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('a long story has its first beads, its phases, and every passage', async ({ page }) => {
    await openLong(page, 200)
    await expect(page.locator('article section')).toHaveCount(200)
    await expect(timeline(page).locator('ol a')).toHaveCount(17)
    await timeline(page).getByRole('link', { name: 'Release', exact: true }).click()
    await expect(page.locator('#step-151 h2')).toBeInViewport()
    await expect(page.getByRole('slider')).toHaveCount(0)
  })
})

test('in a short story the axis answers a press, and is no stop for the Tab key', async ({ page }) => {
  for (const viewport of [
    { width: 390, height: 844 },
    { width: 1280, height: 800 },
  ]) {
    await page.setViewportSize(viewport)
    await open(page, '#handover')
    const { x = 0, y = 0 } = (await timeline(page).getByText('2023', { exact: true }).boundingBox()) ?? {}
    await page.mouse.click(x, y)
    await expectStep(page, 'silence')
    await page.locator('nav a[aria-current]').focus()
    await page.keyboard.press('Tab')
    await expect(page.getByRole('button', { name: 'Next' })).toBeFocused()
  }
})

test('on a phone no name of a phase is cut, wherever the row stands', async ({ page }) => {
  for (const width of [320, 390, 768]) {
    await page.setViewportSize({ width, height: 844 })
    for (const id of ['vote', 'silence', 'handover', 'onward', 'arrived']) {
      await page.goto('about:blank')
      await open(page, `#${id}`)
      // The row moves after the step has been painted, and the names are looked at after that.
      await expect.poll(() => timeline(page).evaluate(cutNames), `${id} at ${width}`).toEqual([])
    }
  }
})

/** Names in the phase row that are seen, but not whole. */
function cutNames(nav: Element): string[] {
  const scroller = nav.querySelector('[data-scroller]')?.getBoundingClientRect()
  const active = nav.querySelector('[aria-current="step"]')?.getBoundingClientRect()
  if (!scroller || !active) return ['no row']
  if (active.left < scroller.left - 1 || active.right > scroller.right + 1) return ['the active bead']
  return [...nav.querySelectorAll('td span')].flatMap((name) => {
    const { left, right, width } = name.getBoundingClientRect()
    const seen = Math.min(right, scroller.right) - Math.max(left, scroller.left)
    const shown = getComputedStyle(name).visibility === 'visible' && seen > 0
    return shown && (seen < width - 1.5 || name.scrollWidth > name.clientWidth) ? [name.textContent] : []
  })
}
