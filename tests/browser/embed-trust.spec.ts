import fc from 'fast-check'
import { fromFrame, fromHost } from '../../src/embed/loader/messages.ts'
import { explainer, interactive, SCRIPT, STORY, seenBy, stepIn, test } from './host.ts'
import { expect } from './page.ts'

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

test('a source that is no address is an error the host can hear, and no frame', async ({ page, host }) => {
  await host.open(`${SCRIPT}<datelines-story src="javascript:alert(1)"><a href="#x">A link</a></datelines-story>`)
  await expect.poll(async () => (await seenBy(page)).events[0]?.[0]).toBe('error')
  await expect(page.locator('datelines-story iframe')).toHaveCount(0)
  await expect(page.getByRole('link', { name: 'A link' })).toBeVisible()
})

test('a thousand hostile messages change nothing', async ({ page, host }) => {
  await host.open(`${SCRIPT}${STORY('step="plan"')}<iframe id="stranger" srcdoc="<p>Stranger</p>"></iframe>`)
  const frame = explainer(page)
  await interactive(frame)
  const state = async () => ({
    step: await stepIn(frame).getAttribute('href'),
    view: await frame.locator('#_ground').getAttribute('viewBox'),
    mode: await frame.locator('[data-mode]').getAttribute('data-mode'),
    theme: await frame.locator('html').getAttribute('data-theme'),
    height: await page.locator('datelines-story').evaluate((element) => element.clientHeight),
    events: (await seenBy(page)).events.length,
    scroll: await page.evaluate(() => scrollY),
  })
  const before = await state()
  const value = fc.oneof(
    fc.jsonValue(),
    fc.constantFrom(Number.NaN, Number.POSITIVE_INFINITY, -1, 2, 1e9, '0.5', '<img src=x onerror=alert(1)>', '#plan'),
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
    { datelines: 1, type: 'step', id: 'rehearsal' },
    { datelines: 1, type: 'height', height: 3000 },
    { datelines: 1, type: 'seek', progress: 0.9 },
    { datelines: 1, type: 'step', id: 'rehearsal', index: 0 },
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
  await host.open(`<iframe src="{site}lost-band/embed/#plan" width="640" height="680"></iframe>
    <iframe id="stranger" srcdoc="<p>Stranger</p>"></iframe>`)
  const frame = page.frameLocator('iframe').first()
  await interactive(frame)
  const send = (message: unknown) =>
    page
      .frameLocator('#stranger')
      .locator('body')
      .evaluate((_, data) => parent.frames[0]?.postMessage(data, '*'), message)
  await send({ datelines: 1, type: 'step', id: 'rehearsal' })
  await send({ datelines: 1, type: 'theme', theme: 'dark' })
  await send({ datelines: 1, type: 'scroll', progress: 0.9 })
  // What the parent says comes after all that, and is heard.
  await page.evaluate(() => frames[0]?.postMessage({ datelines: 1, type: 'theme', theme: 'light' }, '*'))
  await expect(frame.locator('html')).toHaveAttribute('data-theme', 'light')
  await expect(stepIn(frame)).toHaveAttribute('href', '#plan')
  await expect(frame.locator('[data-mode]')).toHaveAttribute('data-mode', 'click')
})
