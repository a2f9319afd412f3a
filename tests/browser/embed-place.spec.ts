/** The step the reader has come to is kept, whatever the host's page does to the element. */
import type { FrameLocator, Page } from '@playwright/test'
import { AFTER, BEFORE, explainer, interactive, SCRIPT, STORY, seenBy, stepIn, test } from './host.ts'
import { expect, MOTION } from './page.ts'
import { FRESH } from './shared-page.ts'

test.use(MOTION)

const PAGE = (attributes = '') =>
  `<div class="above" style="height:900px">${BEFORE}</div>${SCRIPT}<main>${STORY(`mode="scroll" ${attributes}`)}</main><div class="below" style="height:1800px">${AFTER}</div>`

const element = (page: Page) => page.locator('datelines-story')
const frameTop = (page: Page) =>
  page.locator('datelines-story iframe').evaluate((frame) => Math.round(frame.getBoundingClientRect().top))

/** Two frames of the host: what it has to tell has been told. */
const settled = (page: Page) =>
  page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))))

/** Has the reader come to `id` by a click in the pinned frame. */
async function comeTo(page: Page, frame: FrameLocator, id: string) {
  await page.evaluate(() => scrollTo(0, 1200))
  await interactive(frame)
  await expect(stepIn(frame)).toHaveCount(1)
  await frame.locator(`nav a[href="#${id}"]`).dispatchEvent('click')
  await expect(stepIn(frame)).toHaveAttribute('href', `#${id}`)
  await expect.poll(() => frameTop(page)).toBe(0)
  await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(1500)
  await settled(page)
}

const stepsTold = async (page: Page) =>
  (await seenBy(page)).events.filter(([name]) => name === 'step').map(([, { id }]) => id)

test('a phone that is turned, and a page that is zoomed, stay at the step', async ({ page, host }) => {
  await page.setViewportSize({ width: 390, height: 844 })
  await host.open(PAGE())
  const frame = explainer(page)
  for (const id of ['posters', 'parting']) {
    await comeTo(page, frame, id)
    const before = (await stepsTold(page)).length
    for (const [width, height] of [
      [844, 390],
      [390, 844],
      [260, 563],
      [390, 844],
    ] as const) {
      await page.setViewportSize({ width, height })
      await expect.poll(() => frame.locator('html').evaluate(() => innerWidth)).toBe(width - 16)
      await settled(page)
      await expect(stepIn(frame)).toHaveAttribute('href', `#${id}`)
      await expect.poll(() => frameTop(page)).toBe(0)
      await expect(frame.locator(`#${id} h2`), 'and at its text').toBeInViewport()
    }
    expect(new Set((await stepsTold(page)).slice(before)), 'no other step was told').toEqual(new Set())
  }
})

test('hidden and shown again, it is at the same step, and no other is told', async ({ page, host }) => {
  await host.open(PAGE())
  const frame = explainer(page)
  await comeTo(page, frame, 'plan')
  const before = (await stepsTold(page)).length
  const show = (display: string) =>
    page.locator('main').evaluate((main, value) => (main.style.display = value), display)
  await show('none')
  await settled(page)
  await page.evaluate(() => scrollTo(0, 0))
  await settled(page)
  await show('block')
  await settled(page)
  await expect(stepIn(frame)).toHaveAttribute('href', '#plan')
  await page.evaluate(() => scrollTo(0, 1000))
  await settled(page)
  await expect(stepIn(frame)).toHaveAttribute('href', '#plan')
  expect((await stepsTold(page)).slice(before).filter((id) => id !== 'plan')).toEqual([])
})

test('in a page whose scrolling snaps, Next goes to the next step', async ({ page, host }) => {
  await host.open(PAGE(), {
    head: '<style>html { scroll-snap-type: y mandatory } .above, .below { scroll-snap-align: start }</style>',
  })
  const frame = explainer(page)
  await comeTo(page, frame, 'plan')
  const next = await frame.locator('article > section[data-active] + section').getAttribute('id')
  await frame.getByRole('button', { name: 'Next' }).dispatchEvent('click')
  await expect(stepIn(frame)).toHaveAttribute('href', `#${next}`)
  await settled(page)
  await settled(page)
  await expect(stepIn(frame)).toHaveAttribute('href', `#${next}`)
})

test('scroll mode with a step starts there: before the reader comes to it, and when they do', async ({
  page,
  host,
}) => {
  await host.open(PAGE('step="plan"'))
  const frame = explainer(page)
  await interactive(frame)
  await expect(stepIn(frame)).toHaveAttribute('href', '#plan')
  await page.evaluate(() => scrollTo(0, 600))
  await expect(frame.locator('#plan h2')).toBeInViewport()
  await page.evaluate(() => scrollTo(0, 950))
  await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(1500)
  await settled(page)
  await expect(stepIn(frame)).toHaveAttribute('href', '#plan')
  expect(new Set(await stepsTold(page))).toEqual(new Set(['plan']))
  await page.evaluate(() => scrollBy(0, -2 * innerHeight))
  await expect(stepIn(frame), 'and the way back is open').not.toHaveAttribute('href', '#plan')
})

for (const [name, attributes] of [
  ['click', ''],
  ['scroll', 'mode="scroll"'],
] as const)
  test(`moved, taken out and put back, with another attribute: the step stays, ${name} mode`, async ({
    page,
    host,
  }) => {
    await host.open(
      `${SCRIPT}<div id="one">${STORY(attributes)}</div><div id="other"></div><div style="height:1800px">${AFTER}</div>`,
    )
    const frame = explainer(page)
    await interactive(frame)
    await frame.locator('nav a[href="#plan"]').dispatchEvent('click')
    await expect(stepIn(frame)).toHaveAttribute('href', '#plan')
    await settled(page)
    for (const change of [
      () =>
        page.evaluate(() => document.getElementById('other')?.append(document.querySelector('datelines-story') ?? '')),
      () =>
        element(page).evaluate(async (story) => {
          const parent = story.parentElement
          story.remove()
          await new Promise(requestAnimationFrame)
          parent?.append(story)
        }),
      () => element(page).evaluate((story) => story.setAttribute('headline', '0')),
    ]) {
      await change()
      await interactive(frame)
      await expect(stepIn(frame)).toHaveAttribute('href', '#plan')
    }
  })

test('moveBefore and another offset load nothing', async ({ page, host }) => {
  await host.open(PAGE())
  const frame = explainer(page)
  await comeTo(page, frame, 'plan')
  const loads = () => host.asked.filter(({ path }) => path.includes('/embed/')).length
  const before = loads()
  await page.evaluate(() => {
    const [main, story] = [document.querySelector('main'), document.querySelector('datelines-story')]
    const other = document.createElement('div')
    main?.append(other)
    Reflect.apply(Reflect.get(other, 'moveBefore'), other, [story, null])
  })
  await settled(page)
  await expect(stepIn(frame)).toHaveAttribute('href', '#plan')
  await element(page).evaluate((story) => story.setAttribute('offset', '60'))
  await expect.poll(() => frameTop(page)).toBe(60)
  await settled(page)
  await expect(stepIn(frame)).toHaveAttribute('href', '#plan')
  expect(loads()).toBe(before)
})

for (const [name, anchoring] of [
  ['that keeps the place itself', true],
  ['without scroll anchoring', false],
] as const)
  test(
    `an advertisement that comes above leaves the reader at the step, in a browser ${name}`,
    FRESH,
    async ({ page, host }) => {
      if (!anchoring)
        await page.addInitScript(() => {
          CSS.supports = () => false
        })
      await host.open(PAGE(), { head: anchoring ? '' : '<style>html { overflow-anchor: none }</style>' })
      const frame = explainer(page)
      await comeTo(page, frame, 'plan')
      const before = (await stepsTold(page)).length
      await page.locator('.above').evaluate((above) => {
        const ad = document.createElement('div')
        ad.style.height = '900px'
        above.prepend(ad)
        above.style.height = 'auto'
        above.style.paddingBottom = '900px'
      })
      await settled(page)
      await page.mouse.move(300, 300)
      await page.mouse.wheel(0, 2)
      await settled(page)
      await expect(stepIn(frame)).toHaveAttribute('href', '#plan')
      expect((await stepsTold(page)).slice(before)).toEqual([])
    },
  )

for (const mode of ['click', 'scroll'])
  test(`printed in ${mode} mode, an explainer is its active step, whole, on no more than two sheets, and keeps its place`, async ({
    page,
    host,
  }) => {
    // As wide as a sheet.
    await page.setViewportSize({ width: 720, height: 1000 })
    const story = STORY(`mode="${mode}"`)
    await host.open(`<div style="height:60px">${BEFORE}</div>${SCRIPT}${story}<div style="height:60px">${AFTER}</div>`)
    const frame = explainer(page)
    await page.evaluate(() => scrollTo(0, 30))
    await interactive(frame)
    const passages = frame.locator('article section[id]')
    const lengths = await passages.evaluateAll((all) =>
      all.map(({ id, textContent }) => ({ id, text: textContent ?? '' })),
    )
    const [longest] = lengths.sort((a, b) => b.text.length - a.text.length)
    await frame.locator(`nav a[href="#${longest?.id}"]`).dispatchEvent('click')
    await expect(stepIn(frame)).toHaveAttribute('href', `#${longest?.id}`)
    await settled(page)
    const top = await frameTop(page)

    await page.emulateMedia({ media: 'print' })
    const passage = frame.locator('article section[id]:visible')
    await expect(passage).toHaveCount(1)
    await expect(passage).toHaveAttribute('id', longest?.id ?? '')
    const cut = await passage.evaluate((section) =>
      [...section.querySelectorAll('p, li, figure, h2')]
        .map((part) => ({ text: part.textContent, box: part.getBoundingClientRect() }))
        .filter(({ box }) => box.height > 0)
        .filter(({ box }) => box.top < 0 || box.bottom > innerHeight - 20 || box.left < 0 || box.right > innerWidth),
    )
    expect(cut, 'nothing is cut off by the frame').toEqual([])
    const address = `${host.site}lost-band/#${longest?.id}`
    const link = frame.getByRole('link', { name: 'Read the full explainer' })
    expect(await link.evaluate((a) => getComputedStyle(a, '::after').content)).toContain(address)
    await expect(link).toBeInViewport()
    const map = await frame.locator('section:has(#_ground)').boundingBox()
    expect(map?.height, 'there is room for a map').toBeGreaterThan(150)

    await page.emulateMedia({ media: null })
    const pdf = (await page.pdf()).toString('latin1')
    expect(pdf.match(/\/Type\s*\/Page\b/g)?.length).toBeLessThanOrEqual(2)
    await settled(page)
    await expect(stepIn(frame)).toHaveAttribute('href', `#${longest?.id}`)
    await expect.poll(() => frameTop(page)).toBe(top)
  })

test('a pinch that shows a part of the page leaves the frame pinned', FRESH, async ({ page, host }) => {
  await host.open(PAGE())
  const frame = explainer(page)
  await comeTo(page, frame, 'plan')
  await page.evaluate(() => {
    // As iOS tells it: the height of what is shown, and how much it is enlarged.
    const { innerHeight: whole } = window
    Object.defineProperty(window, 'innerHeight', { value: whole / 2 })
    Object.defineProperty(window, 'visualViewport', { value: { scale: 2 } })
    scrollBy(0, 10)
  })
  await settled(page)
  await settled(page)
  expect(await element(page).evaluate((story) => story.clientHeight)).toBeGreaterThan(5000)
  await expect(stepIn(frame)).toHaveAttribute('href', '#plan')
})
