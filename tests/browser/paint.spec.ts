import { readFileSync } from 'node:fs'
import { type Page, test as plain } from '@playwright/test'
import { watchHost } from './host.ts'
import { expect, test } from './page.ts'
import { EMBED, PAGE } from './rebuilt.ts'
import { sendSite, serve } from './serve.ts'
import { builtPage, TEST_SITE } from './sites.ts'

const fontsIn = (text: string) => [...text.matchAll(/[\w-]+\.woff2/g)].map(([name]) => name)
const laterSheet = (path: string) =>
  readFileSync(new URL(`assets/${/later-[\w-]+\.css/.exec(builtPage(path))?.[0]}`, TEST_SITE), 'utf8')

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

for (const path of [PAGE, EMBED])
  test(`${path} asks for no font that only dialogs and messages need`, async ({ page }) => {
    const asked: string[] = []
    page.on('request', (request) => asked.push(...fontsIn(request.url())))
    await page.goto(`./${path}`)
    await page.getByRole('button', { name: 'Move the map' }).waitFor()
    await page.evaluate(() => document.fonts.ready)
    const later = fontsIn(laterSheet(path))
    expect(later.length).toBeGreaterThan(0)
    expect(asked.length).toBeGreaterThan(0)
    expect(asked.filter((font) => later.includes(font))).toEqual([])
  })

for (const path of [PAGE, EMBED])
  for (const width of [412, 1280])
    plain(
      `${path}, ${width} px: paints before all of it has come, and nothing moves as the rest does`,
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
        server.close()
      },
    )

for (const path of [PAGE, EMBED])
  plain(`${path} is there before the sheet that comes later, and nothing moves when it has come`, async ({ page }) => {
    let send = () => {}
    const sent = new Promise<void>((resolve) => {
      send = resolve
    })
    const server = await serve(async (request, response) => {
      if (request.url?.endsWith('.woff2')) return
      if (request.url?.endsWith('.css')) await sent
      return sendSite(request, response)
    })
    await page.addInitScript(watchHost)
    await page.goto(`${server.url}${path}`, { waitUntil: 'commit' })
    const paints = () => page.evaluate(() => performance.getEntriesByName('first-contentful-paint').length)
    await expect.poll(paints).toBe(1)
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    await expect(page.getByRole('img', { name: /^Map of the route/ })).toBeVisible()
    await expect(page.getByRole('navigation', { name: 'Timeline' }).getByRole('link').first()).toBeVisible()
    await expect(page.locator('article > section').first()).toBeVisible()
    send()
    await page.getByRole('button', { name: 'Move the map' }).waitFor()
    expect(await shiftOf(page)).toBe(0)
    server.close()
  })

plain('where the sheet that comes later is lost, everything can still be read and used', async ({ page }) => {
  const server = await serve((request, response) =>
    request.url?.endsWith('.css') ? response.writeHead(404).end() : sendSite(request, response),
  )
  await page.goto(`${server.url}${PAGE}#search`)
  await page.getByRole('button', { name: 'Move the map' }).waitFor()
  await page.getByRole('link', { name: 'Tom Quill', exact: true }).first().click()
  await expect(page.getByRole('dialog', { name: 'Tom Quill' })).toContainText('bass drum')
  await page.keyboard.press('Escape')
  const source = page.getByRole('region', { name: 'Sources' }).getByRole('listitem').last()
  await source.scrollIntoViewIfNeeded()
  await expect(source).toBeInViewport()
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
      if (request.url !== `/${EMBED}` && !request.url?.endsWith('.css')) return response.writeHead(404).end()
      return sendSite(request, response)
    })
    const host = await serve((_, response) => {
      response.writeHead(200, { 'content-type': 'text/html' })
      response.end(`<iframe sandbox="allow-scripts" src="${site.url}${EMBED}" width="700" height="680"></iframe>`)
    })
    await page.goto(host.url)
    const stage = page.frameLocator('iframe').locator('main > div')
    await expect(stage).toHaveCSS('display', 'grid')
    // What paper asks for is in the sheet that comes later.
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

/** How far the page has shifted, all in all, as Web Vitals count it. */
async function shiftOf(page: Page): Promise<number> {
  const shifts = await page.evaluate((): string[] => Reflect.get(window, 'seen').shifts)
  return shifts.reduce((sum, shift) => sum + Number.parseFloat(shift), 0)
}
