import { explainer, interactive, SCRIPT, STORY, stepIn, test } from './host.ts'
import { expect } from './page.ts'
import { serve } from './serve.ts'

test('a plain frame of any width: nothing sticks out, nothing is cut, text can be scrolled', async ({ page, host }) => {
  await page.setViewportSize({ width: 1280, height: 900 })
  await host.open(
    '<iframe src="{site}lost-band/embed/?mode=scroll#plan" width="280" height="680" style="border:0"></iframe>',
  )
  const frame = page.frameLocator('iframe')
  await interactive(frame)
  await expect(stepIn(frame)).toHaveAttribute('href', '#plan')
  await expect(frame.locator('article > section:visible'), 'without the loader it is clicked').toHaveCount(1)
  for (const width of [280, 390, 480, 610, 640, 1200])
    await test.step(`${width} px`, async () => {
      await page.locator('iframe').evaluate((element, width) => element.setAttribute('width', `${width}`), width)
      const size = () =>
        frame.locator('body').evaluate(() => {
          const { scrollWidth, scrollHeight } = document.documentElement
          const text = document.querySelector('main section[tabindex]')
          const longer = Number(text?.scrollHeight) > Number(text?.clientHeight)
          const hint = document.querySelector('#_passages + p')
          const cue = hint !== null && getComputedStyle(hint).visibility === 'visible'
          return { innerWidth, scrollWidth, scrollHeight, longer, cue }
        })
      await expect.poll(async () => (await size()).innerWidth).toBe(width)
      const { scrollWidth, scrollHeight } = await size()
      expect(scrollWidth).toBeLessThanOrEqual(width)
      expect(scrollHeight).toBeLessThanOrEqual(682)
      const isCueTrue = async () => {
        const { cue, longer } = await size()
        return cue === longer
      }
      await expect.poll(isCueTrue, 'the cue is there when there is more').toBe(true)
      await expect(frame.getByRole('link', { name: 'Read the full explainer' })).toBeVisible()
    })
  expect(host.heard).toEqual([])
})

test('on a phone half of the stage is text', async ({ page, host }) => {
  await host.open('<iframe src="{site}lost-band/embed/#parting" width="340" height="680" style="border:0"></iframe>')
  const frame = page.frameLocator('iframe')
  await interactive(frame)
  const text = await frame.getByRole('region', { name: 'Step text' }).boundingBox()
  const cue = frame.getByText('More ↓')
  const height = (text?.height ?? 0) + ((await cue.isVisible()) ? ((await cue.boundingBox())?.height ?? 0) : 0)
  expect(Math.round(height)).toBeGreaterThanOrEqual(340)
  const map = await frame.getByRole('region', { name: 'Route map' }).boundingBox()
  expect(map?.height).toBeGreaterThan(150)
  await expect(frame.getByRole('link', { name: /13 May 1933/ }).first()).toBeInViewport()
})

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
  const text = await frame.getByRole('region', { name: 'Step text' }).boundingBox()
  expect(text?.height).toBeGreaterThan(100)
})

test('a real pym.js parent gets the height, and it settles', async ({ page, host }) => {
  await host.open(
    `<div id="story" style="width:500px"></div><script src="/pym.js"></script><script src="data:text/javascript,
      window.sizes=[];addEventListener('message',e=>{if(/xPYMxheightxPYMx/.test(e.data))sizes.push(e.data)});
      new pym.Parent('story','{site}lost-band/embed/',{})"></script>`,
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
  await frame.getByRole('link', { name: 'Read the full explainer' }).click()
  await expect(page, 'navigateTo opens the full page in the window of the host').toHaveURL(/\/lost-band\/$/)
})

test('an AMP parent hears embed-ready and embed-size', async ({ page, host }) => {
  await host.open(
    `<script src="data:text/javascript,
      window.amp=[];addEventListener('message',e=>{if(e.data.sentinel==='amp'){amp.push(e.data);
      if(e.data.type==='embed-size')document.querySelector('iframe').height=e.data.height}})"></script>
    <iframe src="{site}lost-band/embed/" width="600" height="200" sandbox="allow-scripts allow-same-origin allow-popups"></iframe>`,
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

test('a sandboxed host: the explainer is there and alive', async ({ page, host }) => {
  const inner = `${SCRIPT}${STORY()}`.replaceAll('{site}', host.site).replaceAll('"', '&quot;')
  await host.open(`<iframe id="box" sandbox="allow-scripts" width="700" height="900" srcdoc="${inner}"></iframe>`)
  const frame = page.frameLocator('#box').frameLocator('datelines-story iframe')
  await expect(frame.getByRole('heading', { level: 1 })).toBeVisible()
  await interactive(frame)
  await frame.locator('nav a[href="#plan"]').click()
  await expect(frame.locator('article > section:visible')).toHaveAttribute('id', 'plan')
})

test('with JavaScript off, the link is there, and a plain frame can be read', async ({ browser, baseURL }) => {
  const page = await browser.newPage({ javaScriptEnabled: false })
  const server = await serve((_, response) => {
    response.writeHead(200, { 'content-type': 'text/html' })
    response.end(
      `${SCRIPT}${STORY()}<iframe src="{site}lost-band/embed/" width="600" height="680"></iframe>`.replaceAll(
        '{site}',
        baseURL ?? '',
      ),
    )
  })
  await page.goto(server.url)
  await expect(page.getByRole('link', { name: 'The explainer' })).toBeVisible()
  const frame = page.frameLocator('iframe')
  await expect(frame.getByRole('img', { name: /^Map of the route/ })).toBeVisible()
  expect(await frame.locator('article > section').count()).toBe(11)
  await frame.locator('#concert').scrollIntoViewIfNeeded()
  await expect(frame.locator('#concert h2')).toBeInViewport()
  await page.close()
  server.close()
})
