import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { test as base, type FrameLocator, type Page } from '@playwright/test'
import fc from 'fast-check'
import { fromFrame, fromHost } from '../../src/embed/messages.ts'
import { expect } from './page.ts'
import { serve } from './serve.ts'

const require = createRequire(import.meta.url)
const PYM = readFileSync(require.resolve('pym.js/dist/pym.v1.min.js'), 'utf8')

interface Host {
  /** Opens a page of another origin with `body`; `{site}` in it is the address of the built site */
  open: (body: string, options?: { head?: string; policy?: string }) => Promise<void>
  heard: string[]
}

/** A host page on another port, and what its console says. */
const test = base.extend<{ host: Host }>({
  host: async ({ page, baseURL }, use) => {
    const site = baseURL ?? ''
    const heard: string[] = []
    const closing: (() => void)[] = []
    page.on('console', (message) => {
      if (message.type() === 'error' || message.type() === 'warning') heard.push(message.text())
    })
    page.on('pageerror', (error) => heard.push(error.message))
    await page.addInitScript(watchHost)
    await use({
      heard,
      async open(body, { head = '', policy } = {}) {
        const server = await serve((request, response) => {
          if (request.url === '/pym.js') return response.writeHead(200, { 'content-type': 'text/javascript' }).end(PYM)
          if (request.url === '/favicon.ico') return response.writeHead(204).end()
          const headers = policy ? { 'content-security-policy': policy.replaceAll('{site}', site) } : {}
          response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', ...headers })
          response.end(
            `<!doctype html><html lang="en"><head><meta name="viewport" content="width=device-width">${head}</head><body>${body}</body></html>`.replaceAll(
              '{site}',
              site,
            ),
          )
        })
        closing.push(server.close)
        // Not “load”: a frame that is held back may hold that back too.
        await page.goto(server.url, { waitUntil: 'domcontentloaded' })
      },
    })
    for (const close of closing) close()
  },
})

/** Runs in the host page: notes layout shifts, our events, and the globals there were before. */
function watchHost() {
  const seen = { shifts: [] as string[], events: [] as unknown[], globals: Object.keys(window) }
  Object.assign(window, { seen })
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
      if (!('value' in entry) || Reflect.get(entry, 'hadRecentInput')) continue
      const sources: { node?: Node; previousRect: DOMRect; currentRect: DOMRect }[] = Reflect.get(entry, 'sources')
      const moved = sources.map(
        ({ node, previousRect: from, currentRect: to }) =>
          `${node?.nodeName} ${from.x},${from.y} ${from.width}×${from.height} → ${to.x},${to.y} ${to.width}×${to.height}`,
      )
      seen.shifts.push(`${entry.value} ${moved.join('; ')}`)
    }
  }).observe({ type: 'layout-shift', buffered: true })
  for (const name of ['ready', 'step', 'error'])
    addEventListener(`datelines:${name}`, (event) => {
      seen.events.push([name, Reflect.get(event, 'detail')])
    })
}

const seenBy = (
  page: Page,
): Promise<{ shifts: string[]; events: [string, Record<string, unknown>][]; globals: string[] }> =>
  page.evaluate(() => Reflect.get(window, 'seen'))

const SCRIPT = '<script async src="{site}embed.js"></script>'
const ROOM = 'style="display:block;min-height:680px"'
const STORY = (attributes = '') => `<datelines-story src="{site}belarus-prisoners/" lang="en" ${ROOM} ${attributes}>
  <a href="{site}belarus-prisoners/"><img src="{site}belarus-prisoners/poster.png" width="1200" height="630" alt="" style="max-width:100%;height:auto">The explainer</a>
</datelines-story>`
const BEFORE = '<p><a href="#before">Before</a></p>'
const AFTER = '<p><a href="#after">After</a></p>'

const explainer = (page: Page, nth = 0) => page.locator('datelines-story').nth(nth).frameLocator('iframe')

async function interactive(frame: FrameLocator) {
  await expect(frame.getByRole('button', { name: 'Move the map' })).toBeVisible()
}

const stepIn = (frame: FrameLocator) => frame.locator('nav [aria-current="step"]')

test('the loader, clicked: it fits, says what happens and leaves nothing behind', async ({ page, host }) => {
  await host.open(`${BEFORE}${SCRIPT}${STORY('mode="click"')}${AFTER}`)
  const frame = explainer(page)
  await interactive(frame)
  await frame.locator('nav a[href="#handover"]').click()
  await expect(frame.locator('article > section:visible')).toHaveCount(1)
  await expect(frame.locator('article > section:visible')).toHaveAttribute('id', 'handover')
  await expect.poll(async () => (await seenBy(page)).events.at(-1)).toEqual(['step', { id: 'handover', index: 7 }])
  const { events, shifts, globals } = await seenBy(page)
  expect(events[0]).toEqual(['ready', { steps: 13 }])
  expect(shifts).toEqual([])
  const now = await page.evaluate(() => Object.keys(window))
  expect(now.filter((name) => !globals.includes(name) && name !== 'seen')).toEqual([])
  const element = page.locator('datelines-story iframe')
  for (const [name, value] of [
    ['title', 'The explainer'],
    ['loading', 'lazy'],
    ['allow', ''],
    ['referrerpolicy', 'no-referrer'],
  ] as const)
    await expect(element).toHaveAttribute(name, value)
  expect(await element.getAttribute('sandbox')).not.toContain('allow-forms')
  expect(await page.evaluate(() => history.length), 'no entry in the host’s history').toBeLessThanOrEqual(2)
  expect(host.heard).toEqual([])
})

test('the explainer in its frame sets no cookie and stores nothing', async ({ page, host, context }) => {
  await host.open(`${SCRIPT}${STORY()}`)
  await interactive(explainer(page))
  await explainer(page).getByRole('button', { name: 'Next' }).click()
  expect(await context.cookies()).toEqual([])
  const stored = await explainer(page)
    .locator('body')
    .evaluate(() => localStorage.length + sessionStorage.length)
  expect(stored).toBe(0)
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
    for (let y = from; y <= to; y += 40) {
      await page.evaluate((top) => scrollTo(0, top), y)
      const [step = '', length = 0] = await frame.locator('body').evaluate(async () => {
        for (let i = 0; i < 3; i += 1) await new Promise((done) => requestAnimationFrame(done))
        const line = document.querySelector<SVGPathElement>('[data-leg="minsk-chernihiv"] path[data-line]')
        return [document.querySelector('[aria-current="step"]')?.getAttribute('href'), line?.getTotalLength()] as const
      })
      if (step && step !== steps.at(-1)) steps.push(step)
      lengths.add(Math.round(length))
    }
    expect(steps.length, 'every step comes by').toBe(13)
    expect(lengths.size, 'the line grows with the scroll').toBeGreaterThan(2)
    const top = await page.locator('datelines-story iframe').evaluate((element) => element.getBoundingClientRect().top)
    expect(Math.abs(top)).toBeLessThanOrEqual(1)
    await frame.locator('nav a[href="#warsaw"]').click()
    await expect(stepIn(frame)).toHaveAttribute('href', '#warsaw')
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

for (const width of [280, 390, 640, 1200]) {
  test(`a plain frame, ${width} px: nothing sticks out, nothing is cut, text can be scrolled`, async ({
    page,
    host,
  }) => {
    await page.setViewportSize({ width: 1280, height: 900 })
    await host.open(
      `<iframe src="{site}belarus-prisoners/embed/?mode=scroll#deal" width="${width}" height="680" style="border:0"></iframe>`,
    )
    const frame = page.frameLocator('iframe')
    await interactive(frame)
    await expect(stepIn(frame)).toHaveAttribute('href', '#deal')
    await expect(frame.locator('article > section:visible'), 'without the loader it is clicked').toHaveCount(1)
    const size = await frame.locator('body').evaluate(() => {
      const { scrollWidth, scrollHeight } = document.documentElement
      const text = document.querySelector('main section[tabindex]')
      const cue = document.querySelector('[data-more]')
      return {
        scrollWidth,
        scrollHeight,
        longer: Number(text?.scrollHeight) > Number(text?.clientHeight),
        cue: Boolean(cue),
      }
    })
    expect(size.scrollWidth).toBeLessThanOrEqual(width)
    expect(size.scrollHeight).toBeLessThanOrEqual(682)
    expect(size.cue, 'the cue is there when there is more').toBe(size.longer)
    await expect(frame.getByRole('link', { name: 'Read the full explainer' })).toBeVisible()
    expect(host.heard).toEqual([])
  })
}

test('twice the text size in the narrowest column: the frame grows, nothing is cut', async ({ page, host }) => {
  await host.open(`<div style="width:280px">${SCRIPT}${STORY()}</div>`)
  const frame = explainer(page)
  await interactive(frame)
  await frame.locator('html').evaluate((html) => {
    html.style.fontSize = '200%'
  })
  const needed = () =>
    frame.locator('body').evaluate(() => document.querySelector('[data-mode]')?.getBoundingClientRect().height ?? 0)
  const given = () => page.locator('datelines-story iframe').evaluate((element) => element.clientHeight)
  await expect.poll(async () => Math.abs((await needed()) - (await given()))).toBeLessThanOrEqual(2)
  expect(await needed()).toBeGreaterThan(680)
  const wide = await frame.locator('html').evaluate((html) => html.scrollWidth)
  expect(wide).toBeLessThanOrEqual(280)
  const text = await frame.getByRole('region', { name: 'Text of the step' }).boundingBox()
  expect(text?.height).toBeGreaterThan(100)
})

test('a real pym.js parent gets the height, and it settles', async ({ page, host }) => {
  await host.open(
    `<div id="story" style="width:500px"></div><script src="/pym.js"></script><script src="data:text/javascript,
      window.sizes=[];addEventListener('message',e=>{if(/xPYMxheightxPYMx/.test(e.data))sizes.push(e.data)});
      new pym.Parent('story','{site}belarus-prisoners/embed/',{})"></script>`,
  )
  const frame = page.frameLocator('#story iframe')
  await interactive(frame)
  const content = () =>
    frame.locator('body').evaluate(() => document.querySelector('[data-mode]')?.getBoundingClientRect().height ?? 0)
  const given = () => page.locator('#story iframe').evaluate((element) => element.clientHeight)
  for (const width of [500, 300, 900]) {
    await page.locator('#story').evaluate((box, w) => {
      box.style.width = `${w}px`
      dispatchEvent(new Event('resize'))
    }, width)
    await expect.poll(async () => Math.abs((await content()) - (await given()))).toBeLessThanOrEqual(2)
  }
  const told = await page.evaluate(async () => {
    for (let i = 0; i < 20; i += 1) await new Promise(requestAnimationFrame)
    return Reflect.get(window, 'sizes').length
  })
  expect(told).toBeGreaterThan(0)
  expect(told, 'a height is told when it changes, not in a loop').toBeLessThan(6)
})

test('an AMP parent hears embed-ready and embed-size', async ({ page, host }) => {
  await host.open(
    `<script src="data:text/javascript,
      window.amp=[];addEventListener('message',e=>{if(e.data.sentinel==='amp'){amp.push(e.data);
      if(e.data.type==='embed-size')document.querySelector('iframe').height=e.data.height}})"></script>
    <iframe src="{site}belarus-prisoners/embed/" width="600" height="200" sandbox="allow-scripts allow-same-origin allow-popups"></iframe>`,
  )
  await interactive(page.frameLocator('iframe'))
  await expect.poll(() => page.locator('iframe').evaluate((element) => element.getAttribute('height'))).toBe('680')
  const messages: { type: string; height?: number }[] = await page.evaluate(() => Reflect.get(window, 'amp'))
  expect(messages.map(({ type }) => type)).toEqual(['embed-ready', 'embed-size'])
  expect(messages[1]?.height).toBe(680)
})

test('a host with a strict content security policy', async ({ page, host }) => {
  await host.open(`${SCRIPT}${STORY().replaceAll(/ style="[^"]*"/g, '')}`, {
    policy: "default-src 'none'; script-src {site}embed.js; frame-src {site}; img-src {site}",
  })
  await interactive(explainer(page))
  expect(await page.locator('datelines-story iframe').evaluate((element) => element.clientHeight)).toBe(680)
  expect(host.heard).toEqual([])
})

test('a sandboxed host: the text is there', async ({ page, host, baseURL }) => {
  const inner = `${SCRIPT}${STORY()}`.replaceAll('{site}', baseURL ?? '').replaceAll('"', '&quot;')
  await host.open(`<iframe id="box" sandbox="allow-scripts" width="700" height="900" srcdoc="${inner}"></iframe>`)
  const frame = page.frameLocator('#box').frameLocator('datelines-story iframe')
  await expect(frame.getByRole('heading', { level: 1 })).toBeVisible()
  await expect(frame.locator('article > section').first()).toBeVisible()
})

test('two explainers on a page do not know each other', async ({ page, host }) => {
  await host.open(`${SCRIPT}${STORY()}${STORY('step="deal"')}`)
  await interactive(explainer(page, 0))
  await interactive(explainer(page, 1))
  await explainer(page, 0).getByRole('button', { name: 'Next' }).click()
  await expect(stepIn(explainer(page, 0))).toHaveAttribute('href', '#border')
  await expect(stepIn(explainer(page, 1))).toHaveAttribute('href', '#deal')
})

test('attributes may change later', async ({ page, host }) => {
  await host.open(`${SCRIPT}${STORY()}`)
  const frame = explainer(page)
  await interactive(frame)
  const set = (name: string, value: string) =>
    page.locator('datelines-story').evaluate((element, [n, v]) => element.setAttribute(n ?? '', v ?? ''), [name, value])
  await set('theme', 'dark')
  await expect(frame.locator('html')).toHaveAttribute('data-theme', 'dark')
  await set('step', 'onward')
  await expect(stepIn(frame)).toHaveAttribute('href', '#onward')
  await set('headline', '0')
  await interactive(frame)
  await expect(frame.getByRole('heading', { level: 1 })).toBeHidden()
  await expect(stepIn(frame)).toHaveAttribute('href', '#onward')
  await expect(frame.locator('html')).toHaveAttribute('data-theme', 'dark')
})

test('a source that is no address is an error the host can hear, and no frame', async ({ page, host }) => {
  await host.open(`${SCRIPT}<datelines-story src="javascript:alert(1)"><a href="#x">A link</a></datelines-story>`)
  await expect.poll(async () => (await seenBy(page)).events[0]?.[0]).toBe('error')
  await expect(page.locator('datelines-story iframe')).toHaveCount(0)
  await expect(page.getByRole('link', { name: 'A link' })).toBeVisible()
})

test('an element that is removed leaves no listener and no observer', async ({ page, host }) => {
  await page.addInitScript(() => {
    const open = new Map<string, number>()
    Object.assign(window, { openListeners: open })
    const count = (type: string, by: number) => open.set(type, (open.get(type) ?? 0) + by)
    const { addEventListener: add, removeEventListener: remove } = EventTarget.prototype
    window.addEventListener = function (this: Window, ...args: Parameters<typeof add>) {
      count(args[0], 1)
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
  for (const name of ['message', 'scroll', 'resize']) expect(left[name], name).toBe(0)
  expect(left['observer']).toBeLessThanOrEqual(0)
})

test('with the script blocked, the link and the poster are there', async ({ page, host }) => {
  await page.route('**/embed.js', (route) => route.abort())
  await host.open(`${SCRIPT}${STORY()}`)
  await expect(page.getByRole('link', { name: 'The explainer' })).toBeVisible()
  const loaded = await page.locator('datelines-story img').evaluate((image: HTMLImageElement) => image.naturalWidth)
  expect(loaded).toBe(1200)
})

test('with JavaScript off, the link is there, and a plain frame can be read', async ({ browser, baseURL }) => {
  const page = await browser.newPage({ javaScriptEnabled: false })
  const server = await serve((_, response) => {
    response.writeHead(200, { 'content-type': 'text/html' })
    response.end(
      `${SCRIPT}${STORY()}<iframe src="{site}belarus-prisoners/embed/" width="600" height="680"></iframe>`.replaceAll(
        '{site}',
        baseURL ?? '',
      ),
    )
  })
  await page.goto(server.url)
  await expect(page.getByRole('link', { name: 'The explainer' })).toBeVisible()
  const frame = page.frameLocator('iframe')
  await expect(frame.getByRole('img', { name: /^Map of the route/ })).toBeVisible()
  expect(await frame.locator('article > section').count()).toBe(13)
  await frame.locator('#arrived').scrollIntoViewIfNeeded()
  await expect(frame.locator('#arrived h2')).toBeInViewport()
  await page.close()
  server.close()
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
  const box = await explainer(page)
    .getByRole('group', { name: /^Map: / })
    .boundingBox()
  await page.mouse.move((box?.x ?? 0) + (box?.width ?? 0) / 2, (box?.y ?? 0) + (box?.height ?? 0) / 2)
  await page.mouse.wheel(0, 200)
  await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(100)
})

test.describe('with fingers', () => {
  test.use({ hasTouch: true, viewport: { width: 390, height: 700 } })

  test('one finger on the map scrolls the host', async ({ page, host }) => {
    await host.open(`${SCRIPT}${STORY()}<div style="height:2000px">${AFTER}</div>`)
    await interactive(explainer(page))
    const box = await explainer(page)
      .getByRole('group', { name: /^Map: / })
      .boundingBox()
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

test('a thousand hostile messages change nothing', async ({ page, host }) => {
  await host.open(`${SCRIPT}${STORY('step="deal"')}<iframe id="stranger" srcdoc="<p>Stranger</p>"></iframe>`)
  const frame = explainer(page)
  await interactive(frame)
  const state = async () => ({
    step: await stepIn(frame).getAttribute('href'),
    view: await frame.locator('[data-drawing="ground"]').getAttribute('viewBox'),
    mode: await frame.locator('[data-mode]').getAttribute('data-mode'),
    theme: await frame.locator('html').getAttribute('data-theme'),
    height: await page.locator('datelines-story').evaluate((element) => element.clientHeight),
    events: (await seenBy(page)).events.length,
    scroll: await page.evaluate(() => scrollY),
  })
  const before = await state()
  const value = fc.oneof(
    fc.jsonValue(),
    fc.constantFrom(Number.NaN, Number.POSITIVE_INFINITY, -1, 2, 1e9, '0.5', '<img src=x onerror=alert(1)>', '#deal'),
  )
  const near = fc.record(
    {
      datelines: fc.constant(1),
      type: fc.oneof(fc.constantFrom('scroll', 'theme', 'step', 'ready', 'height', 'seek'), fc.string()),
      progress: value,
      theme: value,
      id: value,
      steps: value,
      height: value,
      index: value,
    },
    { requiredKeys: ['datelines', 'type'] },
  )
  const pym = fc
    .tuple(fc.string(), fc.constantFrom('height', 'width', 'navigateTo'), fc.string())
    .map((p) => ['pym', ...p].join('xPYMx'))
  const messages: unknown[] = fc.sample<unknown>(fc.oneof(value, near, near, pym), { numRuns: 1200, seed: 1869 })
  const toFrame = messages.filter((message) => fromHost(message) === undefined)
  const toHost = messages.filter((message) => fromFrame(message) === undefined)
  const wellFormed = [
    { datelines: 1, type: 'scroll', progress: 0.9 },
    { datelines: 1, type: 'step', id: 'vote' },
    { datelines: 1, type: 'height', height: 3000 },
    { datelines: 1, type: 'seek', progress: 0.9 },
    { datelines: 1, type: 'step', id: 'vote', index: 0 },
  ]
  expect(toFrame.length + toHost.length).toBeGreaterThan(1000)
  // From the host, badly formed.
  await page.evaluate((all) => {
    const target = document.querySelector('datelines-story')?.shadowRoot?.querySelector('iframe')?.contentWindow
    for (const message of all) target?.postMessage(message, '*')
  }, toFrame)
  // From the frame, badly formed.
  await frame.locator('body').evaluate((_, all) => {
    for (const message of all) parent.postMessage(message, '*')
  }, toHost)
  // From a stranger, well formed, to both.
  await page
    .frameLocator('#stranger')
    .locator('body')
    .evaluate((_, all) => {
      for (const message of all) {
        parent.postMessage(message, '*')
        for (let i = 0; i < parent.frames.length; i += 1) parent.frames[i]?.postMessage(message, '*')
      }
    }, wellFormed)
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))))
  expect(await state()).toEqual(before)
  expect(host.heard).toEqual([])
})

test('the frame hears its parent only', async ({ page, host }) => {
  await host.open(`<iframe src="{site}belarus-prisoners/embed/#deal" width="640" height="680"></iframe>
    <iframe id="stranger" srcdoc="<p>Stranger</p>"></iframe>`)
  const frame = page.frameLocator('iframe').first()
  await interactive(frame)
  const send = (message: unknown) =>
    page
      .frameLocator('#stranger')
      .locator('body')
      .evaluate((_, data) => parent.frames[0]?.postMessage(data, '*'), message)
  await send({ datelines: 1, type: 'step', id: 'vote' })
  await send({ datelines: 1, type: 'theme', theme: 'dark' })
  await send({ datelines: 1, type: 'scroll', progress: 0.9 })
  // What the parent says comes after all that, and is heard.
  await page.evaluate(() => frames[0]?.postMessage({ datelines: 1, type: 'theme', theme: 'light' }, '*'))
  await expect(frame.locator('html')).toHaveAttribute('data-theme', 'light')
  await expect(stepIn(frame)).toHaveAttribute('href', '#deal')
  await expect(frame.locator('[data-mode]')).toHaveAttribute('data-mode', 'click')
})

test('the demonstration page: unfriendly styles do not reach the explainers', async ({ page }) => {
  const heard: string[] = []
  page.on('console', (message) => message.type() === 'error' && heard.push(message.text()))
  await page.addInitScript(watchHost)
  await page.goto('./demo/')
  await interactive(explainer(page))
  const [frame, column] = await page.evaluate(() => {
    const box = document.querySelector('datelines-story')?.shadowRoot?.querySelector('iframe')?.getBoundingClientRect()
    return [box, document.querySelector('main p')?.getBoundingClientRect()]
  })
  expect(frame?.height).toBe(680)
  expect(frame?.width).toBe(column?.width)
  await expect(page.locator('datelines-story').nth(1).locator('iframe')).toHaveCount(0)
  expect((await seenBy(page)).shifts).toEqual([])
  await page
    .locator('datelines-story')
    .nth(1)
    .evaluate((element) => element.scrollIntoView())
  await interactive(explainer(page, 1))
  expect(heard).toEqual([])
})

test('“Embed this”: the code it gives works on another page', async ({ page, host, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.goto('./belarus-prisoners/')
  await page.getByRole('button', { name: 'Embed this' }).click()
  const dialog = page.getByRole('dialog', { name: 'Embed this explainer' })
  await expect(dialog).toBeVisible()
  await interactive(dialog.frameLocator('iframe'))
  await dialog.getByLabel('Colours').selectOption('dark')
  const code = dialog.getByLabel('Code to paste')
  const snippet = await code.inputValue()
  await dialog.getByRole('button', { name: 'Copy' }).click()
  await expect(dialog.getByRole('status')).toHaveText('Copied')
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(snippet)
  for (const [form, text] of [
    ['iframe', '<iframe src='],
    ['amp', '<amp-iframe'],
    ['wordpress', '/belarus-prisoners/'],
  ] as const) {
    await dialog.getByLabel('Code for').selectOption(form)
    expect(await code.inputValue()).toContain(text)
  }
  await page.keyboard.press('Escape')
  await expect(dialog).toBeHidden()
  await expect(page.getByRole('button', { name: 'Embed this' })).toBeFocused()
  await host.open(snippet)
  await interactive(explainer(page))
  await expect(explainer(page).locator('html')).toHaveAttribute('data-theme', 'dark')
})

test('oEmbed is found and describes the frame', async ({ request }) => {
  const html = await (await request.get('./belarus-prisoners/')).text()
  const [, address = ''] = /<link rel="alternate" type="application\/json\+oembed" href="([^"]+)"/.exec(html) ?? []
  expect(html.indexOf('application/json+oembed')).toBeLessThan(150_000)
  const answer = await (await request.get(`./belarus-prisoners/${address}`)).json()
  expect(answer).toMatchObject({ version: '1.0', type: 'rich', width: 640, height: 680, cache_age: 86_400 })
})
