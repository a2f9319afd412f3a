import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Page, test as plain } from '@playwright/test'
import { languageOf } from '../../src/language/index.ts'
import { watchHost } from './host.ts'
import { expect, test } from './page.ts'
import { sendSite, serve } from './serve.ts'

const DIST = fileURLToPath(new URL('../../dist/', import.meta.url))
const KB = 1024
const PAGE = 'belarus-prisoners/'
const EMBED = 'belarus-prisoners/embed/'

const html = (path: string) => readFileSync(join(DIST, path, 'index.html'), 'utf8')
const size = (font: string) => statSync(join(DIST, 'assets', font)).size
const sum = (fonts: string[]) => [...new Set(fonts)].reduce((bytes, font) => bytes + size(font), 0)
const fontsIn = (text: string) => [...text.matchAll(/[\w-]+\.woff2/g)].map(([name]) => name)
const laterSheet = (path: string) =>
  readFileSync(join(DIST, 'assets', /later-[\w-]+\.css/.exec(html(path))?.[0] ?? ''), 'utf8')

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
    const [head = ''] = html(path).split('</head>')
    expect(head).not.toMatch(/rel="stylesheet"/)
    // Chromium waits for the fonts that `head` preloads.
    expect(head).not.toMatch(/as="font"/)
  })

test('the fonts of a page are one small file for each face', () => {
  for (const path of [PAGE, `${PAGE}be/`, `${PAGE}pl/`]) {
    const fonts = [...new Set(fontsIn(html(path)))]
    expect(fonts).toHaveLength(4)
    expect(sum(fonts), path).toBeLessThanOrEqual(40 * KB)
  }
})

for (const path of [PAGE, EMBED])
  test(`${path} asks for no font that only dialogs and messages need`, async ({ page }) => {
    const asked: string[] = []
    page.on('request', (request) => asked.push(...fontsIn(request.url())))
    await page.goto(`./${path}`)
    await expect(page.getByRole('button', { name: 'Move the map' })).toBeVisible()
    await page.evaluate(() => document.fonts.ready)
    const later = fontsIn(laterSheet(path))
    expect(later.length).toBeGreaterThan(0)
    expect(asked.length).toBeGreaterThan(0)
    expect(asked.filter((font) => later.includes(font))).toEqual([])
  })

// Debian has no Georgia, which most readers have: a free font with its widths plays its part.
const GELASIO = ['400Regular/Gelasio_400Regular', '700Bold/Gelasio_700Bold'].map((file) =>
  fileURLToPath(import.meta.resolve(`@expo-google-fonts/gelasio/${file}.ttf`)),
)
// On a screen of one pixel a point, Linux rounds the width of each letter, as no phone does.
const withGeorgia = plain.extend({ bypassCSP: true, deviceScaleFactor: 2 })

const LINE = 32
/** How far anything may move, pixels. The fit of the fallback fonts is not perfect: a line may break elsewhere. */
const MOVES = {
  [PAGE]: 1,
  [`${PAGE}be/`]: LINE,
  [`${PAGE}pl/`]: 1,
  [EMBED]: 1,
  'copiapo-rescue/': LINE,
  'round-the-world/': LINE,
}

for (const [path, most] of Object.entries(MOVES))
  for (const width of [390, 768, 1280])
    withGeorgia(
      `${path}, ${width} px, is painted without its fonts; when they come all is set in them, moved by ${most} px at most`,
      async ({ page }) => {
        let send = () => {}
        const sent = new Promise<void>((resolve) => {
          send = resolve
        })
        const server = await serve(async (request, response) => {
          const { pathname } = new URL(request.url ?? '/', 'http://localhost')
          if (pathname.endsWith('.woff2')) await sent
          if (pathname.endsWith('.ttf'))
            return response.end(readFileSync(GELASIO[pathname === '/bold.ttf' ? 1 : 0] ?? ''))
          if (!pathname.endsWith('/')) return sendSite(request, response)
          response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' })
          response.end(
            html(pathname)
              .replaceAll('local("Georgia")', 'url(/regular.ttf)')
              .replaceAll('local("Georgia-Bold")', 'url(/bold.ttf)'),
          )
        })
        await page.setViewportSize({ width, height: 844 })
        await page.goto(`${server.url}${path}`, { waitUntil: 'domcontentloaded' })
        await expect(page.getByRole('button', { name: BUTTON })).toBeVisible()
        await page.evaluate(() =>
          Promise.all(
            [400, 700].map((weight) => document.fonts.load(`${weight} 1em "Source Serif 4 in Georgia"`, 'aA')),
          ),
        )
        await expect.poll(() => facesSeen(page)).toMatch(/^Gelasio, Liberation Sans/)
        const before = await placesOf(page)
        send()
        await page.evaluate(() => document.fonts.ready)
        await nextFrames(page)
        expect(await facesSeen(page)).toMatch(/Source Sans 3, Source Serif 4$/)
        const after = await placesOf(page)
        const moved = before.filter(({ top, isSeen }, nth) => isSeen && Math.abs((after[nth]?.top ?? 0) - top) > most)
        expect(moved).toEqual([])
        server.close()
      },
    )

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
          const whole = Buffer.from(html(pathname))
          for (let at = 0; at < whole.length; at += 3000) {
            response.write(whole.subarray(at, at + 3000))
            await new Promise((resolve) => setTimeout(resolve, 20))
          }
          response.end()
        })
        await page.setViewportSize({ width, height: 823 })
        await page.addInitScript(watchHost)
        await page.goto(`${server.url}${path}`, { waitUntil: 'domcontentloaded' })
        await expect(page.getByRole('button', { name: 'Move the map' })).toBeVisible()
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
    await expect(page.getByRole('button', { name: 'Move the map' })).toBeVisible()
    expect(await shiftOf(page)).toBe(0)
    server.close()
  })

plain('where the sheet that comes later is lost, everything can still be read and used', async ({ page }) => {
  const server = await serve((request, response) =>
    request.url?.endsWith('.css') ? response.writeHead(404).end() : sendSite(request, response),
  )
  await page.goto(`${server.url}${PAGE}#bialiatski`)
  await expect(page.getByRole('button', { name: 'Move the map' })).toBeVisible()
  await page.getByRole('link', { name: 'Ales Bialiatski', exact: true }).first().click()
  await expect(page.getByRole('dialog', { name: 'Ales Bialiatski' })).toContainText('Viasna')
  await page.keyboard.press('Escape')
  const sources = page.getByRole('region', { name: 'Sources' })
  await sources.locator('summary').click()
  const source = sources.getByRole('listitem').last()
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

/** “Move the map” in the languages of the stories: there once the script has come. */
const BUTTON = new RegExp(['en', 'be', 'pl'].map((code) => languageOf(code).page.moveMap).join('|'))

/** Two frames: what has changed is laid out and painted. */
async function nextFrames(page: Page) {
  await page.evaluate(async () => {
    for (let frame = 0; frame < 2; frame += 1) await new Promise(requestAnimationFrame)
  })
}

/** Where every block of text begins, and whether it is on the screen, in the order of the document. */
function placesOf(page: Page) {
  return page.locator('h1, h2, h3, p, li, figure, button').evaluateAll((elements) =>
    elements.map((element) => {
      const { top, bottom, width } = element.getBoundingClientRect()
      const isShown = element.checkVisibility({
        contentVisibilityAuto: true,
        visibilityProperty: true,
        opacityProperty: true,
      })
      return {
        text: element.textContent.trim().slice(0, 50),
        top,
        isSeen: isShown && bottom > 0 && top < innerHeight && width > 1,
      }
    }),
  )
}

/** Marks what is on the screen and has words of its own. */
function markSeen(page: Page) {
  return page.evaluate(() => {
    for (const element of document.querySelectorAll('[data-seen]')) element.removeAttribute('data-seen')
    for (const element of document.body.querySelectorAll('*')) {
      const worded = [...element.childNodes].some((node) => node instanceof Text && node.data.trim())
      if (!worded || !element.checkVisibility({ contentVisibilityAuto: true, visibilityProperty: true })) continue
      const { top, bottom, width, height } = element.getBoundingClientRect()
      // A pixel wide and high is what only screen readers are told.
      if (width > 1 && height > 1 && bottom > 0 && top < innerHeight) element.setAttribute('data-seen', '')
    }
  })
}

/** How far the page has shifted, all in all, as Web Vitals count it. */
async function shiftOf(page: Page): Promise<number> {
  const shifts = await page.evaluate((): string[] => Reflect.get(window, 'seen').shifts)
  return shifts.reduce((sum, shift) => sum + Number.parseFloat(shift), 0)
}

/** The names of the fonts that the visible text is set in. */
async function facesSeen(page: Page): Promise<string> {
  await markSeen(page)
  const client = await page.context().newCDPSession(page)
  await client.send('DOM.enable')
  await client.send('CSS.enable')
  const { root } = await client.send('DOM.getDocument')
  const { nodeIds } = await client.send('DOM.querySelectorAll', { nodeId: root.nodeId, selector: '[data-seen]' })
  const names = new Set<string>()
  for (const nodeId of nodeIds) {
    const { fonts } = await client.send('CSS.getPlatformFontsForNode', { nodeId })
    for (const { familyName } of fonts) names.add(familyName.replace(/ SemiBold$/, ''))
  }
  await client.detach()
  return [...names].sort().join(', ')
}
