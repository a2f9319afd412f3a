import type { Page } from '@playwright/test'
import { watchHost } from './host.ts'
import { expect, test } from './page.ts'
import { EMBED, PAGE } from './rebuilt.ts'
import { sendSite, serve } from './serve.ts'
import { FRESH, test as plain } from './shared-page.ts'
import { builtPage } from './sites.ts'

const fontsIn = (text: string) => [...text.matchAll(/[\w-]+\.woff2/g)].map(([name]) => name)
/** One file for each face; those that follow are for dialogs and messages. */
const fontsAtOnce = (path: string) => fontsIn(builtPage(path)).slice(0, 4)

for (const path of [PAGE, EMBED])
  test(`nothing holds back the first paint of ${path} on a phone`, async ({ page }) => {
    await page.setViewportSize({ width: 412, height: 823 })
    await page.goto(`./${path}`)
    const blocking = await page.evaluate(() =>
      performance
        .getEntriesByType('resource')
        .filter((entry) => Reflect.get(entry, 'renderBlockingStatus') === 'blocking')
        .map(({ name }) => name),
    )
    expect(blocking).toEqual([])
    const [head = ''] = builtPage(path).split('</head>')
    expect(head).not.toMatch(/rel="stylesheet"/)
    // Chromium waits for the fonts that `head` preloads.
    expect(head).not.toMatch(/as="font"/)
  })

// In a page of its own: Chromium takes every font at once that an earlier page has left in its memory.
for (const path of [PAGE, EMBED])
  test(`${path} asks for no font that only dialogs and messages need`, FRESH, async ({ page }) => {
    await page.goto(`./${path}`)
    await page.getByRole('button', { name: 'Move the map' }).waitFor()
    const asked = await page.evaluate(async () => {
      await document.fonts.ready
      return performance.getEntriesByType('resource').map(({ name }) => name)
    })
    expect(fontsIn(builtPage(path)).length).toBeGreaterThan(4)
    const fonts = asked.flatMap(fontsIn)
    expect(fonts.length).toBeGreaterThan(0)
    expect(fonts.filter((font) => !fontsAtOnce(path).includes(font))).toEqual([])
  })

for (const path of [PAGE, EMBED])
  for (const width of [412, 560, 1280])
    plain(
      `${path}, ${width} px: paints before all of it has come, and nothing moves as the rest does`,
      FRESH,
      async ({ page }) => {
        const server = await serve(async (request, response) => {
          const { pathname } = new URL(request.url ?? '/', 'http://localhost')
          if (pathname.endsWith('.woff2')) return
          if (!pathname.endsWith('/')) return sendSite(request, response)
          response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' })
          const whole = Buffer.from(builtPage(pathname.slice(1)))
          for (let at = 0; at < whole.length; at += 3000) {
            response.write(whole.subarray(at, at + 3000))
            await new Promise((resolve) => setTimeout(resolve, 20))
          }
          response.end()
        })
        await page.setViewportSize({ width, height: 823 })
        await page.addInitScript(watchHost)
        await page.goto(`${server.url}${path}`, { waitUntil: 'domcontentloaded' })
        await page.getByRole('button', { name: 'Move the map' }).waitFor()
        expect(await shiftOf(page)).toBe(0)
        expect(await paintedBeforeTheEnd(page)).toBe(true)
        // Its largest text is in the first frame. Of an embed that depends on how long its first passages are.
        if (path === PAGE) expect(await paints(page)).toHaveLength(1)
        server.close()
      },
    )

plain('the text of an embed can be read before timeline and map have come', async ({ page }) => {
  let send = () => {}
  const sent = new Promise<void>((resolve) => {
    send = resolve
  })
  const server = await serve(async (request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost')
    if (!pathname.endsWith('/')) return sendSite(request, response)
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' })
    const html = builtPage(pathname.slice(1))
    const timeline = html.indexOf('<nav')
    response.write(html.slice(0, timeline))
    await sent
    response.end(html.slice(timeline))
  })
  await page.goto(`${server.url}${EMBED}`, { waitUntil: 'commit' })
  const text = page.locator('article > section p').first()
  await expect(text).toBeVisible()
  send()
  await expect(page.getByRole('navigation', { name: 'Timeline' })).toBeVisible()
  await expect(page.getByRole('img', { name: /map/i })).toBeVisible()
  server.close()
})

test('who goes to the last line before the script has come stays there', async ({ page }) => {
  await page.route('**/assets/*.js', (route) => route.fulfill({ contentType: 'text/javascript', body: '' }))
  await page.setViewportSize({ width: 412, height: 823 })
  await page.goto(`./${PAGE}`)
  // Not by the End key: on a busy machine its smooth scroll is now and then cut short by what it passes.
  await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight))
  const last = page.getByRole('link', { name: 'Accessibility' })
  await expect(last).toBeInViewport()
  // All that the jump brings into sight has its size in the frames that follow.
  await page.evaluate(async () => {
    for (let frame = 0; frame < 10; frame += 1) await new Promise(requestAnimationFrame)
  })
  await expect(last).toBeInViewport()
})

plain(
  'in a frame that may only run scripts, from a server that allows nobody, the embed is styled',
  async ({ page }) => {
    const site = await serve((request, response) => {
      if (request.url !== `/${EMBED}`) return response.writeHead(404).end()
      return sendSite(request, response)
    })
    const host = await serve((_, response) => {
      response.writeHead(200, { 'content-type': 'text/html' })
      response.end(`<iframe sandbox="allow-scripts" src="${site.url}${EMBED}" width="700" height="680"></iframe>`)
    })
    await page.goto(host.url)
    const stage = page.frameLocator('iframe').locator('main > div')
    await expect(stage).toHaveCSS('display', 'grid')
    await page.emulateMedia({ media: 'print' })
    await expect(stage).toHaveCSS('display', 'block')
    site.close()
    host.close()
  },
)

function paintedBeforeTheEnd(page: Page): Promise<boolean> {
  return page.evaluate(() => {
    const [paint] = performance.getEntriesByName('first-contentful-paint')
    const [navigation] = performance.getEntriesByType('navigation')
    const end: number = navigation ? Reflect.get(navigation, 'responseEnd') : 0
    return Boolean(paint && paint.startTime < end)
  })
}

/** Tags of the elements that were the largest yet when they were painted, the first first. */
function paints(page: Page): Promise<string[]> {
  return page.evaluate(
    () =>
      new Promise((resolve) => {
        new PerformanceObserver((list) =>
          resolve(list.getEntries().map((entry) => Reflect.get(entry, 'element').tagName)),
        ).observe({ type: 'largest-contentful-paint', buffered: true })
      }),
  )
}

/** How far the page has shifted, all in all, as Web Vitals count it. */
async function shiftOf(page: Page): Promise<number> {
  const shifts = await page.evaluate((): string[] => Reflect.get(window, 'seen').shifts)
  return shifts.reduce((sum, shift) => sum + Number.parseFloat(shift), 0)
}
