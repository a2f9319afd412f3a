/** Scroll mode in hosts that hold a pinned frame, and in hosts that do not. */
import type { Page } from '@playwright/test'
import { loaderSnippet } from '../../src/embed/loader/snippets.ts'
import { AFTER, BEFORE, explainer, interactive, SCRIPT, STORY, seenBy, stepIn, test } from './host.ts'
import { expect, MOTION } from './page.ts'

test.use(MOTION)

const PAGE = (story = STORY('mode="scroll"')) =>
  `<div style="height:600px">${BEFORE}</div>${SCRIPT}${story}<div class="rest" style="height:1800px">${AFTER}</div>`

const boxOf = (page: Page) =>
  page.locator('datelines-story').evaluate((element) => {
    const { top, height } = element.getBoundingClientRect()
    return { top, height }
  })

const frameTop = (page: Page) =>
  page.locator('datelines-story iframe').evaluate((element) => Math.round(element.getBoundingClientRect().top))

for (const [name, head] of [
  ['overflow-x: hidden on html and body', '<style>html, body { overflow-x: hidden }</style>'],
  ['a page that is zoomed', '<style>body { zoom: 1.5 }</style>'],
  ['an ancestor that is clipped in time', '<style>.late { overflow: hidden }</style>'],
] as const)
  test(`scroll mode under ${name}: clicked at once, where the reader is`, async ({ page, host }) => {
    await host.open(`<div class="host">${PAGE()}</div>`, { head })
    const frame = explainer(page)
    await page.mouse.move(300, 300)
    await page.mouse.wheel(0, 200)
    await interactive(frame)
    await page.locator('.host').evaluate((element) => element.classList.add('late'))
    await page.mouse.wheel(0, 500)
    await expect
      .poll(async () => (await boxOf(page)).height / ((await page.evaluate(() => document.body.currentCSSZoom)) || 1))
      .toBe(680)
    await expect(frame.locator('article > section:visible')).toHaveCount(1)
    const { top } = await boxOf(page)
    expect(top).toBeGreaterThan(-680)
    await frame.getByRole('button', { name: 'Next' }).dispatchEvent('click')
    await expect(stepIn(frame)).not.toHaveAttribute('href', '#rehearsal')
    await expect(frame.locator('article > section:visible')).toHaveCount(1)
    expect(host.heard).toEqual([])
  })

test('a reader who is far into the story when the frame is lost keeps the step, and the frame on the screen', async ({
  page,
  host,
}) => {
  await host.open(`<div class="host">${PAGE()}</div>`, { head: '<style>.late { overflow: hidden }</style>' })
  const frame = explainer(page)
  await page.mouse.wheel(0, 600)
  await interactive(frame)
  await page.evaluate(() => scrollTo(0, 600 + 5.2 * 0.75 * innerHeight))
  await expect(stepIn(frame)).not.toHaveAttribute('href', '#rehearsal')
  // The frame lays its passages out as it is told to; the step is the reader's when it comes twice.
  let step = ''
  await expect
    .poll(async () => {
      const before = step
      step = (await stepIn(frame).getAttribute('href')) ?? ''
      return before === step
    })
    .toBe(true)
  await page.locator('.host').evaluate((element) => element.classList.add('late'))
  await page.evaluate(() => scrollBy(0, 4))
  await expect.poll(async () => (await boxOf(page)).height).toBe(680)
  await expect(stepIn(frame)).toHaveAttribute('href', step)
  await expect(frame.locator('article > section:visible')).toHaveAttribute('id', step.slice(1))
  expect(Math.abs((await boxOf(page)).top), 'the last four pixels may come after').toBeLessThanOrEqual(4)
})

test('a reader who is past the story when the frame is lost stays where they read', async ({ page, host }) => {
  await host.open(PAGE(), { head: '<style>html, body { overflow-x: hidden }</style>' })
  await expect(page.locator('datelines-story iframe')).toBeAttached()
  const after = page.getByRole('link', { name: 'After' })
  await after.scrollIntoViewIfNeeded()
  await expect.poll(async () => (await boxOf(page)).height).toBe(680)
  await expect(after).toBeInViewport()
})

test('a body that scrolls by itself: the frame is pinned, and goes where the reader says', async ({ page, host }) => {
  await host.open(PAGE(), {
    head: '<style>html { height: 100%; overflow: hidden } body { height: 100%; margin: 0; overflow: auto }</style>',
  })
  const frame = explainer(page)
  await page.mouse.move(300, 300)
  await page.mouse.wheel(0, 600)
  await interactive(frame)
  await page.mouse.wheel(0, 2500)
  await expect(stepIn(frame)).not.toHaveAttribute('href', '#rehearsal')
  await expect.poll(() => frameTop(page)).toBe(0)
  await frame.locator('nav a[href="#plan"]').dispatchEvent('click')
  await expect(stepIn(frame)).toHaveAttribute('href', '#plan')
  await expect.poll(() => frameTop(page)).toBe(0)
  expect((await boxOf(page)).height).toBeGreaterThan(5000)
})

test('a header of the host that stays on top: the frame is pinned under it', async ({ page, host }) => {
  await host.open(
    `<header style="position:sticky;top:0;z-index:9;height:72px;background:#ccc">The Host</header>${PAGE(STORY('mode="scroll" offset="72"'))}`,
    { head: '<style>html { scroll-padding-top: 72px }</style>' },
  )
  const frame = explainer(page)
  await page.mouse.move(300, 300)
  await page.mouse.wheel(0, 600)
  await interactive(frame)
  await page.mouse.wheel(0, 2000)
  await expect(stepIn(frame)).not.toHaveAttribute('href', '#rehearsal')
  expect(await frameTop(page)).toBe(72)
  const { height } = (await page.locator('datelines-story iframe').boundingBox()) ?? { height: 0 }
  expect(height).toBe(800 - 72)
  for (const id of ['quay', 'plan']) {
    await frame.locator(`nav a[href="#${id}"]`).dispatchEvent('click')
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))))
    await expect(stepIn(frame)).toHaveAttribute('href', `#${id}`)
  }
  expect(await frameTop(page)).toBe(72)
})

test('the pinned part can be skipped by key: the page goes on behind it', async ({ page, host }) => {
  await host.open(PAGE())
  const frame = explainer(page)
  await page.mouse.wheel(0, 600)
  await interactive(frame)
  await page.getByRole('link', { name: 'Before' }).focus()
  await page.keyboard.press('Tab')
  const skip = frame.getByRole('button', { name: 'Skip the explainer' })
  await expect(skip, 'the first thing in the frame').toBeFocused()
  await expect(skip).toBeInViewport()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('link', { name: 'After' })).toBeInViewport()
  await page.keyboard.press('Tab')
  await expect(page.getByRole('link', { name: 'After' })).toBeFocused()
})

for (const mode of ['click', 'scroll'] as const)
  test(`the script comes late, ${mode} mode: nothing in the host moves`, async ({ page, host }) => {
    let release = () => {}
    const held = new Promise<void>((resolve) => {
      release = resolve
    })
    await page.route('**/embed.js', async (route) => {
      await held
      await route.continue()
    })
    const snippet = loaderSnippet({
      address: '{site}lost-band/',
      loader: '{site}embed.js',
      title: 'How twelve players lost their way',
      mode,
      language: 'en',
      theme: 'auto',
    })
    await page.setViewportSize({ width: 1280, height: 900 })
    await host.open(`${BEFORE}${snippet}${AFTER}`)
    await expect(page.locator('datelines-story img')).toBeVisible()
    release()
    await interactive(explainer(page))
    expect((await seenBy(page)).shifts).toEqual([])
  })
