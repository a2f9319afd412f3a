/** Frames that do not come, come late, or may not be pinned: the host's page keeps its shape, and hears only what is final. */
import type { Page } from '@playwright/test'
import { AFTER, BEFORE, explainer, interactive, SCRIPT, STORY, seenBy, test } from './host.ts'
import { expect } from './page.ts'
import { FRESH } from './shared-page.ts'

const PAGE = `<div style="height:900px">${BEFORE}</div>${SCRIPT}${STORY('mode="scroll"')}<div style="height:1800px">${AFTER}</div>`

const heightOf = (page: Page) => page.locator('datelines-story').evaluate((element) => element.clientHeight)
const eventsOf = async (page: Page) => (await seenBy(page)).events.map(([name]) => name)

test(
  'scroll mode in a host whose policy forbids frames: the box is as high as the poster and the link',
  FRESH,
  async ({ page, host }) => {
    await page.clock.install()
    await host.open(PAGE, { policy: "frame-src 'none'" })
    await expect(page.locator('datelines-story')).toBeAttached()
    await expect
      .poll(async () => {
        await page.clock.fastForward(11_000)
        return heightOf(page)
      })
      .toBeLessThan(1000)
    await page.evaluate(() => scrollTo(0, 900))
    await expect
      .poll(async () => {
        await page.clock.fastForward(11_000)
        return eventsOf(page)
      })
      .toEqual(['error'])
    await expect(page.getByRole('link', { name: 'The explainer' })).toBeInViewport()
  },
)

test(
  'a server that is down for a moment: the explainer is asked for once more when the reader comes to it',
  FRESH,
  async ({ page, host }) => {
    let asked = 0
    await page.route('**/embed/**', (route) => {
      asked += 1
      return asked === 1 ? route.fulfill({ status: 503, body: 'Busy' }) : route.continue()
    })
    await page.clock.install()
    await host.open(PAGE)
    await expect
      .poll(async () => {
        await page.clock.fastForward(11_000)
        return heightOf(page)
      })
      .toBeLessThan(1000)
    expect(asked).toBe(1)
    await page.evaluate(() => scrollTo(0, 300))
    await interactive(explainer(page))
    expect(await eventsOf(page), 'and begins at its beginning').toEqual(['ready'])
    await expect.poll(() => heightOf(page), 'there is room below, so it is pinned after all').toBeGreaterThan(5000)
  },
)

test(
  'on a slow line the room of scroll mode is given back, no error is told, and then the story comes',
  FRESH,
  async ({ page, host }) => {
    let release = () => {}
    const held = new Promise<void>((resolve) => {
      release = resolve
    })
    await page.route('**/embed/**', async (route) => {
      await held
      await route.continue()
    })
    await page.clock.install()
    await host.open(PAGE)
    await expect(page.locator('datelines-story iframe')).toBeAttached()
    expect(await heightOf(page)).toBeGreaterThan(5000)
    await page.clock.fastForward(21_000)
    await expect.poll(() => heightOf(page)).toBe(680)
    await page.clock.fastForward(40_000)
    expect(await eventsOf(page)).toEqual([])
    release()
    await interactive(explainer(page))
    expect(await eventsOf(page)).toEqual(['ready'])
  },
)

test(
  'where another script has broken the IntersectionObserver, the explainer comes all the same',
  FRESH,
  async ({ page, host }) => {
    await page.addInitScript(() => {
      if (window === top) IntersectionObserver.prototype.observe = () => {}
    })
    await host.open(`${SCRIPT}${STORY()}`)
    await interactive(explainer(page))
  },
)

test('in a frame that grows with its content, as previews do, scroll mode is clicked', async ({ page, host }) => {
  const inner = `${SCRIPT}${STORY('mode="scroll"')}`
    .replace('min-height:680px', 'min-height:100vh')
    .replaceAll('{site}', host.site)
    .replaceAll('"', '&quot;')
  await host.open(`<iframe id="preview" width="700" height="836" srcdoc="${inner}"></iframe>`)
  await page.locator('#preview').evaluate((frame: HTMLIFrameElement) => {
    function grow() {
      frame.height = String(frame.contentDocument?.documentElement.scrollHeight)
      requestAnimationFrame(grow)
    }
    grow()
  })
  const story = page.frameLocator('#preview').frameLocator('datelines-story iframe')
  await interactive(story)
  await expect(story.locator('article > section:visible')).toHaveCount(1)
  // Until the script has come, the room of the snippet may have grown by a line or two a frame; from now on nothing grows.
  const [height, later] = await page.locator('#preview').evaluate(async (frame: HTMLIFrameElement) => {
    const { height } = frame
    for (let count = 0; count < 20; count++) await new Promise(requestAnimationFrame)
    return [Number(height), Number(frame.height)]
  })
  expect(later).toBe(height)
  expect(later).toBeLessThan(2 * 836)
})

test('where scroll mode cannot be, no screen of nothing is left by the room of the snippet', async ({ page, host }) => {
  await page.setViewportSize({ width: 1280, height: 1440 })
  const story = STORY('mode="scroll"').replace('min-height:680px', 'min-height:100vh')
  await host.open(`${SCRIPT}<div style="overflow:hidden">${story}</div>`)
  await interactive(explainer(page))
  expect(await heightOf(page)).toBe(680)
})

test('a host that is cross-origin isolated has the explainer', async ({ page, host }) => {
  await host.open(`${SCRIPT}${STORY()}`, {
    headers: { 'cross-origin-opener-policy': 'same-origin', 'cross-origin-embedder-policy': 'credentialless' },
  })
  expect(await page.evaluate(() => crossOriginIsolated)).toBe(true)
  await interactive(explainer(page))
})

test('a frame that asks for more than any height gets the most there is', async ({ page, host }) => {
  await host.open(`${SCRIPT}${STORY()}`)
  const frame = explainer(page)
  await interactive(frame)
  await frame.locator('body').evaluate(() => parent.postMessage({ datelines: 1, type: 'height', height: 7200 }, '*'))
  await expect.poll(() => heightOf(page)).toBe(5000)
})
