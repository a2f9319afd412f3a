import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import sharp from 'sharp'
import type { Medium } from '../../src/story/prose.ts'
import type { Story } from '../../src/story/story.ts'
import { makeCopy } from '../component/make-story.ts'
import { expect, test } from './page.ts'

const DIST = new URL('../../dist/', import.meta.url)
const SERVER = new URL('../../node_modules/.datelines/server/server.js', import.meta.url)

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

/** The built page with a picture in its first passage and two in its second; its files are made here, not built. */
async function openWithMedia(page: Page) {
  const { renderExplainer }: typeof import('../../src/server.tsx') = await import(SERVER.href)
  const html = await readFile(new URL('belarus-prisoners/index.html', DIST), 'utf8')
  const data = /<script[^>]*id="_story"[^>]*>(.*?)<\/script>/s.exec(html)?.[1] ?? ''
  const story: Story = JSON.parse(data)
  const media = [[picture('quay')], [picture('north'), picture('south')]]
  const passages = story.steps.map(({ id, date, heading, index }) => {
    const shown = media[index]
    return { id, date, heading, body: shown ? [{ kind: 'media' as const, media: shown }] : [] }
  })
  const root = html.search(/<div[^>]*id="_explainer"/)
  const start = html.indexOf('>', root) + 1
  const end = html.indexOf('<script', start)
  const served = `${html.slice(0, start)}${renderExplainer(story, makeCopy({ passages }), '', './')}</div>${html.slice(end)}`
  await page.route('**/belarus-prisoners/', (route) => route.fulfill({ body: served, contentType: 'text/html' }))
  const asked: string[] = []
  await page.route('**/media/*', async (route) => {
    asked.push(route.request().url().split('/').at(-1) ?? '')
    const drawn = sharp({ create: { width: 800, height: 400, channels: 3, background: '#678' } })
    await route.fulfill({ body: await drawn.webp().toBuffer(), contentType: 'image/webp' })
  })
  await page.goto('./belarus-prisoners/')
  return asked
}

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
