import { readdir, readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import sharp from 'sharp'
import { hasLiveBlocks, playersIn } from '../../src/build/media.ts'
import { filmAt, providerOf } from '../../src/story/films.ts'
import type { Block, Medium } from '../../src/story/prose.ts'
import { makeCopy, makePassage } from '../component/make-story.ts'
import { expect, test, violationsIn } from './page.ts'
import { answer, EMBED, PAGE, rebuilt, SERVER } from './rebuilt.ts'
import { sendSite, serve } from './serve.ts'
import { TEST_SITE } from './sites.ts'
import { withPolicy } from './with-policy.ts'

const picture = (name: string): Medium => ({
  kind: 'picture',
  src: `media/${name}.png`,
  alt: `What ${name} shows`,
  caption: `The ${name}.`,
  credit: 'Ann Skipper',
  width: 800,
  height: 400,
  sources: [{ type: 'image/webp', srcset: [`media/${name}-480.webp 480w`, `media/${name}-800.webp 800w`] }],
})

/** The built page, or embed, with other passages; the build puts in what they need. `direction`: in which it is written */
async function printed(bodies: Block[][], { path = PAGE, direction = 'ltr' } = {}) {
  let copy = makeCopy()
  const html = await rebuilt(path, (story) => {
    copy = makeCopy({ passages: story.steps.map((step) => ({ ...makePassage(step), body: bodies[step.index] ?? [] })) })
    return { story, copy }
  })
  const isEmbed = path === EMBED
  const served = html.replace('dir="ltr"', `dir="${direction}"`)
  const needs = { players: playersIn(copy), offline: !isEmbed }
  if (!hasLiveBlocks(copy)) return withPolicy(served, needs)
  const sheet = await readFile(new URL(await builtFile('assets/', /^live-.*\.css$/, SERVER), SERVER), 'utf8')
  const script = await builtFile('assets/', /^live-.*\.js$/, TEST_SITE)
  const tag = isEmbed ? '' : `<script type="module" crossorigin="" src="../${script}"></script>`
  const live = served.replace('</style>', () => `${sheet}</style>`).replace('</head>', () => `${tag}</head>`)
  return withPolicy(live, needs)
}

/** Path of a built file, from `root`. */
async function builtFile(folder: string, pattern: RegExp, root: URL): Promise<string> {
  const files = await readdir(new URL(folder, root))
  return `${folder}${files.find((name) => pattern.test(name))}`
}

/** Opens it. Files of pictures are made here, not built. */
async function openWith(page: Page, bodies: Block[][], options: { path?: string; direction?: string } = {}) {
  const { path = PAGE } = options
  const body = await printed(bodies, options)
  await answer(page, path, body)
  const asked: string[] = []
  await page.route('**/media/*', async (route) => {
    asked.push(route.request().url().split('/').at(-1) ?? '')
    const drawn = sharp({ create: { width: 800, height: 400, channels: 3, background: '#678' } })
    await route.fulfill({ body: await drawn.webp().toBuffer(), contentType: 'image/webp' })
  })
  await page.goto(`./${path}`)
  return asked
}

/** A picture in the first passage, and two in the second. */
const openWithMedia = (page: Page) =>
  openWith(page, [
    [{ kind: 'media', media: [picture('quay')] }],
    [{ kind: 'media', media: [picture('north'), picture('south')] }],
  ])

for (const width of [320, 1280])
  test(`a picture is shown at ${width} pixels, in the size and format asked for, with its caption and credit`, async ({
    page,
  }) => {
    await page.setViewportSize({ width, height: 800 })
    const asked = await openWithMedia(page)
    const quay = page.getByRole('figure').filter({ has: page.getByRole('img', { name: 'What quay shows' }) })
    await quay.scrollIntoViewIfNeeded()
    await expect(quay).toContainText('The quay. Ann Skipper')
    const image = quay.getByRole('img')
    await expect.poll(() => image.evaluate((img: HTMLImageElement) => img.naturalWidth)).toBeGreaterThan(0)
    const box = await image.boundingBox()
    expect((box?.width ?? 0) / (box?.height ?? 1)).toBeCloseTo(2, 1)
    expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(width)
    expect(asked.every((file) => file.endsWith('.webp'))).toBe(true)
    expect(asked).toContain(width === 320 ? 'quay-480.webp' : 'quay-800.webp')
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width)
  })

test('two pictures in a row stand beside each other where there is room, below each other where there is none', async ({
  page,
}) => {
  await openWithMedia(page)
  const tops = () =>
    Promise.all(
      ['north', 'south'].map(async (name) => (await page.getByAltText(`What ${name} shows`).boundingBox())?.y),
    )
  await page.setViewportSize({ width: 1280, height: 800 })
  const [left, right] = await tops()
  expect(left).toBe(right)
  await page.setViewportSize({ width: 320, height: 800 })
  const [upper = 0, lower = 0] = await tops()
  expect(lower).toBeGreaterThan(upper)
})

for (const path of [PAGE, EMBED])
  test(`the words of a drawing are set in the page’s own typeface: ${path}`, async ({ page }) => {
    await page.goto(`./${path}`)
    const text = page.locator('article svg[role="img"] text', { hasText: 'in the room' })
    await expect(text).toHaveCount(1)
    await page.evaluate(() => document.fonts.ready)
    const session = await page.context().newCDPSession(page)
    await session.send('DOM.enable')
    await session.send('CSS.enable')
    const { root } = await session.send('DOM.getDocument', { depth: 0 })
    const { nodeIds } = await session.send('DOM.querySelectorAll', {
      nodeId: root.nodeId,
      selector: 'article svg[role="img"] text',
    })
    const used = new Set<string>()
    for (const nodeId of nodeIds) {
      const { fonts } = await session.send('CSS.getPlatformFontsForNode', { nodeId })
      for (const { familyName, isCustomFont } of fonts)
        used.add(`${familyName}, ${isCustomFont ? 'ours' : 'the device’s'}`)
    }
    expect(nodeIds.length).toBe(2)
    expect([...used].filter((font) => !/^Source Sans 3.*, ours$/.test(font))).toEqual([])
  })

test('a drawing follows the colours the reader has chosen, and the device where they have chosen none', async ({
  page,
}) => {
  const [light, dark] = ['rgb(27, 27, 27)', 'rgb(233, 231, 225)']
  await page.emulateMedia({ colorScheme: 'light' })
  await page.goto(`./${PAGE}`)
  const ink = page
    .getByRole('img', { name: /^A line that climbs/ })
    .locator('circle.ink')
    .first()
  await expect(ink).toHaveCSS('fill', light)
  const colours = page.getByLabel('Appearance')
  await colours.selectOption('dark')
  await expect(ink).toHaveCSS('fill', dark)
  await page.emulateMedia({ media: 'print' })
  await expect(ink, 'paper is light').toHaveCSS('fill', light)
  await page.emulateMedia({ media: 'screen', forcedColors: 'active' })
  await expect(ink, 'forced colours are the device’s').toHaveCSS('fill', light)
  await page.emulateMedia({ media: 'screen', colorScheme: 'dark' })
  await colours.selectOption('light')
  await expect(ink, 'forced colours are the device’s').toHaveCSS('fill', dark)
  await page.emulateMedia({ media: 'screen', forcedColors: 'none' })
  await expect(ink).toHaveCSS('fill', light)
  await colours.selectOption('auto')
  await expect(ink).toHaveCSS('fill', dark)
})

for (const width of [320, 1280])
  test(`a drawing keeps its shape and its room at ${width} pixels, without a script too`, async ({ browser }) => {
    const page = await browser.newPage({ javaScriptEnabled: false, viewport: { width, height: 800 } })
    await page.goto(`./${PAGE}`)
    const drawings = page.locator('article figure svg[role="img"]')
    expect(await drawings.count()).toBe(2)
    for (const drawing of await drawings.all()) {
      const { width: own = 0, height = 0 } = await drawing.evaluate((svg: SVGSVGElement) => {
        const { width, height } = svg.viewBox.baseVal
        return { width, height }
      })
      const box = await drawing.boundingBox()
      expect(((box?.width ?? 0) / (box?.height ?? 1)) * (height / own)).toBeCloseTo(1, 2)
      expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(width)
    }
    await page.close()
  })

const address = 'https://youtu.be/aqz-KE-bpKQ?t=30'
const provider = providerOf(address)
const film = provider && filmAt(address, provider)
if (!film) throw new Error('no film')
const FILM: Block[][] = [[{ kind: 'media', media: [{ ...picture('quay'), film }] }]]
const PLAY = 'Play on YouTube (loads from youtube-nocookie.com)'

for (const path of [PAGE, EMBED])
  test(`a film elsewhere asks nobody before the press, and then only who was named: ${path}`, async ({
    page,
    baseURL,
  }) => {
    const foreign: { url: string; referrer: string | undefined }[] = []
    const answered = await page.context().newPage()
    const heard: string[] = []
    answered.on('console', (message) => {
      if (message.type() === 'error' || message.type() === 'warning') heard.push(message.text())
    })
    answered.on('request', (request) => {
      if (new URL(request.url()).origin !== new URL(baseURL ?? '').origin)
        foreign.push({ url: request.url(), referrer: request.headers()['referer'] })
    })
    await answered.route('https://www.youtube-nocookie.com/**', (route) =>
      route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>film</title><p>The film plays' }),
    )
    await openWith(answered, FILM, { path })
    const figure = answered.getByRole('figure').filter({ hasText: 'The quay. Ann Skipper' })
    const button = figure.getByRole('button', { name: PLAY })
    await button.scrollIntoViewIfNeeded()
    await expect(figure.getByRole('img', { name: 'What quay shows' })).toBeVisible()
    await expect(figure.getByRole('link', { name: 'Watch on YouTube' })).toHaveAttribute(
      'href',
      'https://www.youtube.com/watch?v=aqz-KE-bpKQ&t=30',
    )
    await expect(answered.locator('iframe')).toHaveCount(0)
    const before = await figure.boundingBox()
    expect(foreign).toEqual([])
    expect(await violationsIn(answered, { include: 'figure' })).toEqual([])

    await button.press('Enter')
    const player = figure.locator('iframe[title="What quay shows"]')
    await expect(player.contentFrame().getByText('The film plays')).toBeVisible()
    await expect(player).toBeFocused()
    expect(await figure.boundingBox(), 'nothing moves').toEqual(before)
    expect(foreign).toEqual([
      {
        url: 'https://www.youtube-nocookie.com/embed/aqz-KE-bpKQ?autoplay=1&start=30',
        referrer: `${new URL(baseURL ?? '').origin}/`,
      },
    ])
    await answered.emulateMedia({ media: 'print' })
    await expect(player).toBeHidden()
    const written = figure.getByRole('link', { name: 'Watch on YouTube' })
    expect(await written.evaluate((link) => getComputedStyle(link, '::after').content)).toContain('watch?v=')
    expect(heard).toEqual([])
  })

test('a page may show the players of its own films, and one without films nobody’s', async ({ page }) => {
  await openWith(page, FILM)
  const policy = page.locator('meta[http-equiv="Content-Security-Policy"]')
  await expect(policy).toHaveAttribute('content', /frame-src 'self' https:\/\/www\.youtube-nocookie\.com;/)
  await page.goto(`./${PAGE}be/`)
  await expect(policy).toHaveAttribute('content', /frame-src 'self';/)
})

test('without a script a film elsewhere is a poster and a link', async ({ browser }) => {
  const page = await browser.newPage({ javaScriptEnabled: false })
  await openWith(page, FILM)
  await expect(page.getByRole('link', { name: 'Watch on YouTube' })).toBeVisible()
  await expect(page.getByRole('button', { name: PLAY })).toBeHidden()
  await page.close()
})

test('in a frame without an origin, where no player plays, the link remains', async ({ page }) => {
  const embed = await printed(FILM, { path: EMBED })
  const host = await serve((request, response) => {
    if (request.url !== '/') return sendSite(request, response, () => embed)
    response.writeHead(200, { 'content-type': 'text/html' })
    response.end('<iframe sandbox="allow-scripts" height="680" src="/lost-band/embed/"></iframe>')
  })
  // One whose console nobody hears: the server has none of the pictures.
  const other = await page.context().newPage()
  await other.goto(host.url)
  const frame = other.frameLocator('iframe')
  await frame.getByRole('button', { name: 'Next' }).waitFor()
  await expect(frame.getByRole('link', { name: 'Watch on YouTube' })).toBeAttached()
  await expect(frame.getByText(PLAY)).toBeHidden()
  await other.close()
  host.close()
})

for (const [host, allow, says] of [
  ['no full screen', "fullscreen 'none'", true],
  ['full screen', 'fullscreen', false],
] as const)
  test(`where a host allows ${host}, a film ${says ? 'says so and leads to' : 'says nothing of'} the full explainer`, async ({
    page,
  }) => {
    const own = { ...picture('crane'), kind: 'film' as const, src: 'media/crane.mp4' }
    const bodies: Block[][] = [
      [],
      [
        { kind: 'media', media: [{ ...picture('quay'), film }] },
        { kind: 'media', media: [own] },
      ],
    ]
    const embed = await printed(bodies, { path: EMBED })
    const server = await serve((request, response) => {
      if (request.url !== '/') return sendSite(request, response, () => embed)
      response.writeHead(200, { 'content-type': 'text/html' })
      response.end(`<iframe allow="${allow}" width="640" height="680" src="/lost-band/embed/"></iframe>`)
    })
    const other = await page.context().newPage()
    await other.goto(server.url)
    const frame = other.frameLocator('iframe')
    await frame.getByRole('button', { name: 'Next' }).click()
    await expect(frame.getByRole('button', { name: PLAY })).toBeVisible()
    const id = await frame.locator('article > section:visible').getAttribute('id')
    for (const shows of ['quay', 'crane']) {
      const figure = frame.getByRole('figure').filter({ hasText: `The ${shows}.` })
      const link = figure.getByRole('link', {
        name: 'This page does not allow full screen. Watch in the full explainer',
      })
      await expect(link).toHaveCount(says ? 1 : 0)
      if (!says) continue
      await expect(link).toHaveAttribute('href', new RegExp(`/lost-band/#${id}$`))
      await expect(link).toHaveAttribute('target', '_blank')
    }
    await other.close()
    server.close()
  })

const COMPARED: Block[][] = [[{ kind: 'comparison', media: [picture('before'), picture('after')] }]]
const boxes = (page: Page) =>
  Promise.all(
    ['before', 'after'].map(async (name) => {
      const box = await page.getByAltText(`What ${name} shows`).boundingBox()
      return { x: box?.x ?? 0, y: box?.y ?? 0, width: box?.width ?? 0, height: box?.height ?? 0 }
    }),
  )

for (const direction of ['ltr', 'rtl'])
  test(`two pictures are compared by keys and by pointer, both described, ${direction}`, async ({ page }) => {
    await openWith(page, COMPARED, { direction })
    const slider = page.getByRole('slider', { name: 'Slide to compare the two pictures' })
    await slider.scrollIntoViewIfNeeded()
    await expect(page.getByText('The before. Ann Skipper')).toBeVisible()
    await expect(page.getByText('The after. Ann Skipper')).toBeVisible()
    const [below, above] = await boxes(page)
    expect(below).toEqual(above)
    const { x, y, width, height } = await page.locator('.live').evaluate((element) => {
      const box = element.querySelector('picture')?.getBoundingClientRect()
      return { x: box?.x ?? 0, y: box?.y ?? 0, width: box?.width ?? 0, height: box?.height ?? 0 }
    })
    /** How much is cut off the second picture, per cent, at the left and at the right */
    const cut = () =>
      page
        .locator('picture')
        .nth(1)
        .evaluate((element) => {
          const [, ...sides] =
            /inset\(([\d.]+\S*) ?(\S*) ?(\S*) ?(\S*)\)/.exec(getComputedStyle(element).clipPath) ?? []
          const [, right = '', , left = ''] = sides.map((side) => Math.round(Number.parseFloat(side) || 0))
          return { left: left || 0, right: right || 0 }
        })
    const at = (value: number) => (direction === 'ltr' ? { left: value, right: 0 } : { left: 0, right: value })
    await expect.poll(cut).toEqual(at(50))
    await slider.press('End')
    await expect.poll(cut).toEqual(at(100))
    await slider.press('Home')
    await expect.poll(cut).toEqual(at(0))
    await slider.press(direction === 'ltr' ? 'ArrowRight' : 'ArrowLeft')
    await expect.poll(async () => Object.values(await cut()).some((value) => value > 0)).toBe(true)
    // A quarter of the way from where the text begins.
    await page.mouse.click(x + width * (direction === 'ltr' ? 0.25 : 0.75), y + height / 2)
    await expect.poll(cut).toEqual(at(25))
    expect(await violationsIn(page, { include: '.live' })).toEqual([])
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(1280)
  })

test('compared pictures stand below each other without a script, and beside each other on paper', async ({
  browser,
  page,
}) => {
  const still = await browser.newPage({ javaScriptEnabled: false })
  await openWith(still, COMPARED)
  const [first, second] = await boxes(still)
  expect(second?.y).toBeGreaterThan((first?.y ?? 0) + (first?.height ?? 0))
  await expect(still.getByRole('slider')).toHaveCount(0)
  await still.close()

  await openWith(page, COMPARED)
  await expect(page.getByRole('slider')).toBeAttached()
  await page.emulateMedia({ media: 'print' })
  await expect(page.getByRole('slider')).toBeHidden()
  const [left, right] = await boxes(page)
  expect(right?.y).toBe(left?.y)
  expect(right?.x).toBeGreaterThan((left?.x ?? 0) + (left?.width ?? 0))
})
