/** Frames that are too low for all three views, and cannot be scrolled. */
import { interactive, stepIn, test } from './host.ts'
import { expect } from './page.ts'

const FRAME = 'src="{site}lost-band/embed/#plan" scrolling="no"'
const LOW = {
  '390 × 219': `<iframe ${FRAME} width="390" height="219" style="border:0"></iframe>`,
  '640 × 360': `<iframe ${FRAME} width="640" height="360" style="border:0"></iframe>`,
  'clipped to 16:9': `<div style="width:390px;aspect-ratio:16/9;overflow:hidden"><iframe ${FRAME} style="border:0;width:100%;height:100%"></iframe></div>`,
}

for (const [size, html] of Object.entries(LOW))
  test(`a frame of ${size} has timeline, text and the way to the full story, and no map`, async ({ page, host }) => {
    await host.open(html)
    const frame = page.frameLocator('iframe')
    const next = frame.getByRole('button', { name: 'Next' })
    await expect(next).toBeInViewport({ ratio: 1 })
    await expect(frame.getByRole('region', { name: 'Route map' })).toBeHidden()
    await expect(stepIn(frame)).toBeInViewport()
    await next.click()
    await expect(stepIn(frame)).not.toHaveAttribute('href', '#plan')
    await expect(frame.locator('article > section:visible').getByRole('heading')).toBeInViewport({ ratio: 1 })
    await expect(frame.getByRole('link', { name: 'Read the full explainer' })).toBeInViewport({ ratio: 1 })
    const spare = await frame.locator('html').evaluate(({ scrollHeight, scrollWidth }) => ({
      down: innerHeight - scrollHeight,
      across: innerWidth - scrollWidth,
    }))
    expect(spare).toEqual({ down: 0, across: 0 })
    expect(host.heard).toEqual([])
  })

test('a low frame that is made higher has its map, on the same step', async ({ page, host }) => {
  await host.open(LOW['640 × 360'])
  const frame = page.frameLocator('iframe')
  await frame.getByRole('button', { name: 'Next' }).click()
  const step = (await stepIn(frame).getAttribute('href')) ?? ''
  await page.locator('iframe').evaluate((element) => element.setAttribute('height', '680'))
  await interactive(frame)
  await expect(frame.locator('#_ground')).toHaveAttribute('viewBox', /^-?[\d.]+( -?[\d.]+){3}$/)
  await expect(stepIn(frame)).toHaveAttribute('href', step)
})

test('no host that has not asked hears a word of iframe-resizer', async ({ page, host }) => {
  await host.open(`<script>window.told = []; addEventListener('message', ({ data }) => told.push(data))</script>
    <iframe src="{site}lost-band/embed/" width="640" height="680"></iframe>`)
  await interactive(page.frameLocator('iframe'))
  const told: unknown[] = await page.evaluate(() => Reflect.get(window, 'told'))
  expect(told).toContainEqual(expect.objectContaining({ datelines: 1, type: 'height', height: 680 }))
  expect(told.filter((data) => typeof data === 'string' && data.startsWith('[iFrame'))).toEqual([])
})
