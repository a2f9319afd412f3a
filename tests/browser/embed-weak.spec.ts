/** Hosts that hide the frame, browsers that lack something, scripts of others, and no script at all. */
import { interactive, SCRIPT, STORY, seenBy, stepIn, test } from './host.ts'
import { expect } from './page.ts'
import { FRESH } from './shared-page.ts'

for (const [name, hidden] of [
  ['not shown', 'display:none'],
  ['without a size', 'width:0;height:0;overflow:hidden'],
] as const)
  test(`a frame that is ${name} at first, as in a closed tab, is alive when it is opened`, async ({ page, host }) => {
    await host.open(
      `<div id="tab" style="${hidden}"><iframe src="{site}lost-band/embed/#plan" style="border:0;width:100%;height:100%"></iframe></div>`,
    )
    const frame = page.frameLocator('iframe')
    await expect(frame.locator('[data-mode="click"]')).toBeAttached()
    const open = (style: string) => page.locator('#tab').evaluate((tab, css) => tab.setAttribute('style', css), style)
    await frame.locator('nav a[href="#parting"]').dispatchEvent('click')
    await expect(stepIn(frame)).toHaveAttribute('href', '#parting')
    await open('width:640px;height:680px')
    await interactive(frame)
    const view = () => frame.locator('#_ground').getAttribute('viewBox')
    await expect.poll(view).toMatch(/^-?\d/)
    await frame.getByRole('button', { name: 'Move the map' }).click()
    await expect(frame.getByRole('group', { name: /^Map: / })).toBeVisible()
    await frame.getByRole('button', { name: 'Move the map' }).click()
    // Closed with the map's hands there, a step further, and opened again.
    const before = await view()
    await open(hidden)
    await frame.locator('nav a[href="#telegram"]').dispatchEvent('click')
    await open('width:640px;height:680px')
    await expect.poll(view).not.toBe(before)
    await expect.poll(view).toMatch(/^-?[\d.]+( -?[\d.]+){3}$/)
    const route = frame.locator('#_ground')
    expect((await route.boundingBox())?.width).toBeGreaterThan(100)
    expect(host.heard).toEqual([])
  })

test(
  'a frame that is closed to no height, as an accordion does, goes on when it is opened',
  FRESH,
  async ({ page, host }) => {
    await host.open(
      '<div id="tab" style="height:680px;overflow:hidden"><iframe src="{site}lost-band/embed/" style="border:0;width:100%;height:100%"></iframe></div>',
    )
    const frame = page.frameLocator('iframe')
    await interactive(frame)
    await frame.getByRole('button', { name: 'Move the map' }).click()
    await expect(frame.getByRole('group', { name: /^Map: / })).toBeVisible()
    const style = (css: string) => page.locator('#tab').evaluate((tab, value) => tab.setAttribute('style', value), css)
    await style('height:0;overflow:hidden')
    await frame.locator('nav a[href="#plan"]').dispatchEvent('click')
    await style('height:680px;overflow:hidden')
    await expect(frame.locator('article > section:visible')).toHaveAttribute('id', 'plan')
    await expect(frame.locator('#_ground')).toHaveAttribute('viewBox', /^-?[\d.]+( -?[\d.]+){3}$/)
    expect(host.heard).toEqual([])
  },
)

test('a host in a browser without constructable style sheets keeps the link', FRESH, async ({ page, host }) => {
  await page.addInitScript(() => {
    if (window !== top) return
    Object.defineProperty(window, 'CSSStyleSheet', {
      value: function CSSStyleSheet() {
        throw new TypeError('Illegal constructor')
      },
    })
  })
  await host.open(`${SCRIPT}${STORY()}`)
  await page.waitForFunction(() => customElements.get('datelines-story'))
  await expect(page.getByRole('link', { name: 'The explainer' })).toBeVisible()
  await expect(page.locator('datelines-story iframe')).toHaveCount(0)
})

test(
  'where the observer is broken and nothing answers, the link stays and the host is told',
  FRESH,
  async ({ page, host }) => {
    await page.addInitScript(() => {
      if (window === top) IntersectionObserver.prototype.observe = () => {}
    })
    await page.clock.install()
    await host.open(`${SCRIPT}${STORY().replaceAll('lost-band/" lang', 'nothing-here/" lang')}`)
    await expect(page.locator('datelines-story iframe')).toBeAttached()
    await expect
      .poll(async () => {
        await page.clock.fastForward(6000)
        return (await seenBy(page)).events[0]?.[0]
      })
      .toBe('error')
    await expect(page.getByRole('link', { name: 'The explainer' })).toBeVisible()
  },
)

test('without JavaScript the dates of the frame lead to their passages in it, and all can be read', async ({
  browser,
  baseURL,
}) => {
  const page = await browser.newPage({ javaScriptEnabled: false })
  await page.setViewportSize({ width: 640, height: 680 })
  await page.goto(`${baseURL}lost-band/embed/`)
  const passages = page.locator('article > section')
  expect(await passages.count()).toBe(11)
  expect(await page.locator('noscript').evaluate((note) => note.textContent)).toContain(
    'the timeline takes you to each section',
  )
  await expect(page.locator('noscript')).toBeInViewport()
  for (const id of ['parting', 'posters']) {
    await page.locator(`nav a[href="#${id}"]`).click()
    await expect(page.locator(`#${id} h2`)).toBeInViewport()
  }
  expect(page.context().pages()).toHaveLength(1)
  await expect(page.locator('base')).toHaveCount(0)
  for (const link of await page.locator('article a').all()) {
    expect(await link.getAttribute('target')).toBe('_blank')
    expect(await link.getAttribute('href')).toMatch(/^(\.\.\/#|https?:)/)
  }
  await page.close()
})

test('a reader who has reached a date before the script comes keeps the focus there', FRESH, async ({ page }) => {
  let send = () => {}
  const sent = new Promise<void>((resolve) => {
    send = resolve
  })
  await page.route(/\/embed-(?!views|gestures)[^/]*\.js$/, async (route) => {
    await sent
    await route.continue()
  })
  await page.goto('./lost-band/embed/', { waitUntil: 'commit' })
  const date = page.locator('nav a[href="#plan"]')
  await date.focus()
  send()
  await expect(page.locator('header + #_map')).toBeAttached()
  await expect(date).toBeFocused()
})
