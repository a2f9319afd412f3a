import { MOST_STEPS } from '../../src/story/mostSteps.ts'
import { AFTER, BEFORE, explainer, interactive, ROOM, SCRIPT, STORY, seenBy, stepIn, test } from './host.ts'
import { growTo } from './long-story.ts'
import { expect, MOTION } from './page.ts'
import { EMBED } from './rebuilt.ts'
import { FRESH } from './shared-page.ts'

test.use(MOTION)

test('the loader, clicked: it fits, says what happens and leaves nothing behind', async ({ page, host }) => {
  await host.open(`${BEFORE}${SCRIPT}${STORY('mode="click"')}${AFTER}`)
  const frame = explainer(page)
  await interactive(frame)
  await frame.locator('nav a[href="#parting"]').click()
  await expect(frame.locator('article > section:visible')).toHaveCount(1)
  await expect(frame.locator('article > section:visible')).toHaveAttribute('id', 'parting')
  await expect.poll(async () => (await seenBy(page)).events.at(-1)).toEqual(['step', { id: 'parting', index: 6 }])
  const { events, shifts, globals } = await seenBy(page)
  expect(events[0]).toEqual(['ready', { steps: 11 }])
  expect(shifts).toEqual([])
  const now = await page.evaluate(() => Object.keys(window))
  expect(now.filter((name) => !globals.includes(name) && name !== 'seen')).toEqual([])
  const element = page.locator('datelines-story iframe')
  for (const [name, value] of [
    ['title', 'The explainer'],
    ['allow', 'fullscreen; autoplay; clipboard-write'],
    ['referrerpolicy', 'no-referrer'],
  ] as const)
    await expect(element).toHaveAttribute(name, value)
  expect(await element.getAttribute('sandbox')).not.toContain('allow-forms')
  expect(await page.evaluate(() => history.length), 'no entry in the host’s history').toBeLessThanOrEqual(2)
  expect(host.heard).toEqual([])
})

test('included twice, and before or after its elements: one frame each', async ({ page, host }) => {
  await host.open(`${SCRIPT}${STORY()}${SCRIPT}<div id="late"></div>`)
  await interactive(explainer(page))
  await page.evaluate(() => {
    const script = document.createElement('script')
    script.src = document.querySelector('script')?.src ?? ''
    document.head.append(script)
    const story = document.querySelector('datelines-story')?.cloneNode(true)
    if (story) document.getElementById('late')?.append(story)
  })
  await interactive(explainer(page, 1))
  await expect(page.locator('datelines-story iframe')).toHaveCount(2)
  expect(host.heard).toEqual([])
})

for (const viewport of [
  { width: 1280, height: 800 },
  { width: 390, height: 700 },
]) {
  test(`the loader, scrolled: the frame is pinned while the story passes, ${viewport.width} px`, async ({
    page,
    host,
  }) => {
    await page.setViewportSize(viewport)
    await host.open(
      `<div style="height:900px">${BEFORE}</div>${SCRIPT}${STORY('mode="scroll"')}<div style="height:600px">${AFTER}</div>`,
    )
    const frame = explainer(page)
    await page.mouse.move(viewport.width / 2, viewport.height / 2)
    await page.mouse.wheel(0, 300)
    await interactive(frame)
    const steps: string[] = []
    const lengths = new Set<number>()
    const [from = 0, to = 0] = await page.locator('datelines-story').evaluate((element) => {
      const { top, height } = element.getBoundingClientRect()
      return [top + scrollY, top + scrollY + height - innerHeight]
    })
    for (let y = from; y <= to; y += 180) {
      await page.evaluate((top) => scrollTo(0, top), y)
      const [step = '', length = 0] = await frame.locator('body').evaluate(async () => {
        for (let i = 0; i < 3; i += 1) await new Promise((done) => requestAnimationFrame(done))
        const line = document.querySelector<SVGPathElement>('[data-leg="dublin-cork"][data-part="done"] svg > path')
        return [
          document.querySelector('[aria-current="step"]')?.getAttribute('href'),
          line?.getTotalLength() ?? 0,
        ] as const
      })
      if (step && step !== steps.at(-1)) steps.push(step)
      lengths.add(Math.round(length))
    }
    expect(steps.length, 'every step comes by').toBe(11)
    expect(lengths.size, 'the line grows with the scroll').toBeGreaterThan(2)
    const top = await page.locator('datelines-story iframe').evaluate((element) => element.getBoundingClientRect().top)
    expect(Math.abs(top)).toBeLessThanOrEqual(1)
    const end = await page.evaluate(() => scrollY)
    await frame.locator('nav a[href="#quay"]').click()
    await expect(stepIn(frame)).toHaveAttribute('href', '#quay')
    await expect.poll(() => page.evaluate(() => scrollY), 'the page goes to the step').toBeLessThan(end)
    const reached = await page.evaluate(() => scrollY)
    await page.mouse.wheel(0, 4000)
    await expect
      .poll(() => page.evaluate(() => scrollY), 'the wheel over the frame moves the page')
      .toBeGreaterThan(reached)
    expect((await seenBy(page)).shifts).toEqual([])
    expect(host.heard).toEqual([])
  })
}

test('where a frame cannot be pinned, scroll mode becomes click mode', async ({ page, host }) => {
  await host.open(`${SCRIPT}<div style="overflow:hidden">${STORY('mode="scroll"')}</div>`)
  await interactive(explainer(page))
  await expect(explainer(page).locator('article > section:visible')).toHaveCount(1)
  expect(await page.locator('datelines-story').evaluate((element) => element.clientHeight)).toBe(680)
})

test('two explainers on a page do not know each other', async ({ page, host }) => {
  await host.open(`${SCRIPT}${STORY()}${STORY('step="plan"')}`)
  await interactive(explainer(page, 0))
  await interactive(explainer(page, 1))
  await explainer(page, 0).getByRole('button', { name: 'Next' }).click()
  await expect(stepIn(explainer(page, 0))).toHaveAttribute('href', '#posters')
  await expect(stepIn(explainer(page, 1))).toHaveAttribute('href', '#plan')
})

test('attributes may change later', async ({ page, host }) => {
  await host.open(`${SCRIPT}${STORY()}`)
  const frame = explainer(page)
  await interactive(frame)
  const set = (name: string, value: string) =>
    page.locator('datelines-story').evaluate((element, [n, v]) => element.setAttribute(n ?? '', v ?? ''), [name, value])
  await set('theme', 'dark')
  await expect(frame.locator('html')).toHaveAttribute('data-theme', 'dark')
  await set('step', 'bridge')
  await expect(stepIn(frame)).toHaveAttribute('href', '#bridge')
  await set('headline', '0')
  await interactive(frame)
  await expect(frame.getByRole('heading', { level: 1 })).toBeHidden()
  await expect(stepIn(frame)).toHaveAttribute('href', '#bridge')
  await expect(frame.locator('html')).toHaveAttribute('data-theme', 'dark')
})

test('an address where no explainer stands: the link stays, the host is told', FRESH, async ({ page, host }) => {
  await page.clock.install()
  await host.open(`${SCRIPT}${STORY().replaceAll('lost-band/" lang', 'nothing-here/" lang')}`)
  const element = page.locator('datelines-story iframe')
  await expect(element).toBeAttached()
  await expect
    .poll(async () => {
      await page.clock.fastForward(6000)
      return (await seenBy(page)).events[0]?.[0]
    })
    .toBe('error')
  await expect(element).toBeHidden()
  await expect(page.getByRole('link', { name: 'The explainer' })).toBeVisible()
})

test('in a column that shrinks to its content, and with a height of the host’s own, it still fits', async ({
  page,
  host,
}) => {
  await host.open(
    `<div style="display:flex;flex-direction:column;align-items:center;width:600px">${SCRIPT}${STORY().replace(ROOM, '')}${AFTER}</div>`,
    { head: '<style>datelines-story { height: 40px; padding: 10px; box-sizing: content-box; }</style>' },
  )
  await interactive(explainer(page))
  const box = await page.locator('datelines-story').boundingBox()
  expect(box?.width).toBe(600)
  expect(box?.height).toBe(700)
})

test('an element that is removed leaves no listener and no observer', FRESH, async ({ page, host }) => {
  await page.addInitScript(() => {
    const open = new Map<string, number>()
    Object.assign(window, { openListeners: open })
    const count = (type: string, by: number) => open.set(type, (open.get(type) ?? 0) + by)
    const { addEventListener: add, removeEventListener: remove } = EventTarget.prototype
    window.addEventListener = function (this: Window, ...args: Parameters<typeof add>) {
      count(args[0], 1)
      if (typeof args[2] === 'object') args[2].signal?.addEventListener('abort', () => count(args[0], -1))
      return add.apply(this, args)
    } as typeof window.addEventListener
    window.removeEventListener = function (this: Window, ...args: Parameters<typeof remove>) {
      count(args[0], -1)
      return remove.apply(this, args)
    } as typeof window.removeEventListener
    for (const name of ['observe', 'disconnect'] as const) {
      const method = IntersectionObserver.prototype[name]
      const watching = new WeakSet<IntersectionObserver>()
      Object.assign(IntersectionObserver.prototype, {
        [name](this: IntersectionObserver, target: Element) {
          if (name === 'observe') watching.add(this)
          count('observer', name === 'observe' ? 1 : -1)
          return method.call(this, target)
        },
      })
    }
  })
  await host.open(`${BEFORE}${SCRIPT}${STORY('mode="scroll"')}`)
  const open = () => page.evaluate(() => Object.fromEntries(Reflect.get(window, 'openListeners')))
  await page.mouse.wheel(0, 300)
  await interactive(explainer(page))
  expect((await open()).message).toBeGreaterThan(0)
  await page.locator('datelines-story').evaluate((element) => element.remove())
  const left: Record<string, number> = await open()
  for (const name of ['message', 'scroll']) expect(left[name], name).toBe(0)
  expect(left['observer']).toBeLessThanOrEqual(0)
})

test('with the script blocked, the link and the poster are there', async ({ page, host }) => {
  await page.route('**/embed.js', (route) => route.abort())
  await host.open(`${SCRIPT}${STORY()}`)
  await expect(page.getByRole('link', { name: 'The explainer' })).toBeVisible()
  const width = () => page.locator('datelines-story img').evaluate((image: HTMLImageElement) => image.naturalWidth)
  await expect.poll(width).toBe(1200)
})

for (const [how, head, story] of [
  ['by the style of the snippet', '', `${SCRIPT}${STORY()}`],
  ['by the loader', SCRIPT.replace(' async', ''), STORY().replace(ROOM, '')],
] as const)
  test(`on a slow network the poster waits in the room that is kept ${how}`, async ({ page, host }) => {
    let release = () => {}
    const held = new Promise<void>((resolve) => {
      release = resolve
    })
    await page.route('**/embed/', async (route) => {
      await held
      await route.continue()
    })
    await host.open(`${BEFORE}${story}${AFTER}`, { head })
    await expect(page.locator('datelines-story iframe')).toBeAttached()
    await expect(page.locator('datelines-story img')).toBeVisible()
    const after = () => page.getByRole('link', { name: 'After' }).evaluate((link) => link.getBoundingClientRect().top)
    const before = await after()
    release()
    await interactive(explainer(page))
    await expect(page.locator('datelines-story img')).toBeHidden()
    expect(await after()).toBe(before)
    expect((await seenBy(page)).shifts).toEqual([])
  })

test('a frame far below is not made until the reader comes near', async ({ page, host }) => {
  await host.open(`${SCRIPT}<div style="height:6000px">${BEFORE}</div>${STORY()}`)
  await expect.poll(() => page.evaluate(() => Boolean(customElements.get('datelines-story')))).toBe(true)
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))))
  await expect(page.locator('datelines-story iframe')).toHaveCount(0)
  await page.evaluate(() => scrollTo(0, 4500))
  await expect(page.locator('datelines-story iframe')).toHaveCount(1)
})

test('the wheel over the map scrolls the host', async ({ page, host }) => {
  await host.open(`${SCRIPT}${STORY()}<div style="height:2000px">${AFTER}</div>`)
  await interactive(explainer(page))
  const box = await explainer(page).getByRole('region', { name: 'Route map' }).boundingBox()
  await page.mouse.move((box?.x ?? 0) + (box?.width ?? 0) / 2, (box?.y ?? 0) + (box?.height ?? 0) / 2)
  await explainer(page)
    .getByRole('group', { name: /^Map: / })
    .waitFor()
  await page.mouse.wheel(0, 200)
  await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(100)
})

test.describe('with fingers', () => {
  test.use({ hasTouch: true, viewport: { width: 390, height: 700 } })

  test('one finger on the map scrolls the host', async ({ page, host }) => {
    await host.open(`${SCRIPT}${STORY()}<div style="height:2000px">${AFTER}</div>`)
    await interactive(explainer(page))
    const box = await explainer(page).getByRole('region', { name: 'Route map' }).boundingBox()
    const client = await page.context().newCDPSession(page)
    const at = { x: (box?.x ?? 0) + (box?.width ?? 0) / 2, y: (box?.y ?? 0) + (box?.height ?? 0) - 30 }
    await client.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [at] })
    for (let up = 20; up <= 160; up += 20)
      await client.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints: [{ ...at, y: at.y - up }] })
    await client.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] })
    await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(60)
  })
})

test('the keyboard can enter the frame and leave it', async ({ page, host }) => {
  await host.open(`${BEFORE}${SCRIPT}${STORY()}${AFTER}`)
  await interactive(explainer(page))
  await page.getByRole('link', { name: 'Before' }).focus()
  const inFrame = () => page.evaluate(() => document.activeElement?.tagName === 'DATELINES-STORY')
  await page.keyboard.press('Tab')
  expect(await inFrame()).toBe(true)
  for (let i = 0; i < 60 && (await inFrame()); i += 1) await page.keyboard.press('Tab')
  await expect(page.getByRole('link', { name: 'After' })).toBeFocused()
  await page.keyboard.press('Shift+Tab')
  expect(await inFrame()).toBe(true)
})

for (const mode of ['click', 'scroll'])
  test(`a story as long as the schema lets one be shows in the loader, to its last step: ${mode} mode`, async ({
    page,
    host,
  }) => {
    await growTo(page, MOST_STEPS, EMBED)
    await host.open(`${SCRIPT}${STORY(`mode="${mode}" step="step-${MOST_STEPS - 1}"`).replace(' lang="en"', '')}`)
    const frame = explainer(page)
    await interactive(frame)
    await expect(stepIn(frame)).toHaveAttribute('href', `#step-${MOST_STEPS - 1}`)
    await frame.getByRole('button', { name: 'Next' }).click()
    await expect(stepIn(frame)).toHaveAttribute('href', `#step-${MOST_STEPS}`)
    await expect
      .poll(async () => (await seenBy(page)).events)
      .toEqual(
        expect.arrayContaining([
          ['ready', { steps: MOST_STEPS }],
          ['step', { id: `step-${MOST_STEPS}`, index: MOST_STEPS - 1 }],
        ]),
      )
    await expect(page.locator('datelines-story iframe')).toBeVisible()
    expect(host.heard).toEqual([])
  })
