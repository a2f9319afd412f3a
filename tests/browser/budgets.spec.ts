import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { expect, open, test } from './page.ts'

const DIST = fileURLToPath(new URL('../../dist', import.meta.url))
const KB = 1024

const files = readdirSync(join(DIST, 'assets'))
const gzip = (path: string) => gzipSync(readFileSync(join(DIST, path)), { level: 9 }).length
const sum = (pattern: RegExp) =>
  files.filter((file) => pattern.test(file)).reduce((total, file) => total + gzip(`assets/${file}`), 0)

test('the page, gzipped, keeps its budgets', () => {
  const page = readFileSync(join(DIST, 'belarus-prisoners/index.html'), 'utf8')
  const sizes = {
    html: gzip('belarus-prisoners/index.html'),
    scriptBeforeMap: sum(/^index.*\.js$/),
    map: sum(/^map-.*\.js$/),
    hands: sum(/^MapGestures.*\.js$/),
    frameScript: sum(/^embed-(?!gestures-).*\.js$/),
    frameHands: sum(/^embed-gestures-.*\.js$/),
    style: gzipSync(/<style>(.*?)<\/style>/s.exec(page)?.[1] ?? '', { level: 9 }).length,
    laterStyle: gzip(`assets/${/later-[\w-]+\.css/.exec(page)?.[0]}`),
  }
  console.log(
    Object.entries(sizes)
      .map(([name, size]) => `${name} ${(size / KB).toFixed(1)} KB`)
      .join(', '),
  )
  expect(sizes.scriptBeforeMap, 'script').toBeGreaterThan(0)
  expect(sizes.map, 'script of the map').toBeGreaterThan(0)
  expect(sizes.hands, 'script of its hands').toBeGreaterThan(0)
  expect(sizes.style, 'style').toBeGreaterThan(0)
  expect(sizes.html, 'with its style').toBeLessThanOrEqual(57 * KB)
  expect(page.length / KB, 'raw').toBeLessThanOrEqual(198)
  expect(sizes.style, 'of the first screen').toBeLessThanOrEqual(7.6 * KB)
  expect(sizes.laterStyle, 'the rest').toBeLessThanOrEqual(3 * KB)
  expect(sizes.scriptBeforeMap).toBeLessThanOrEqual(79.25 * KB)
  expect(sizes.map).toBeLessThanOrEqual(10.25 * KB)
  expect(sizes.hands).toBeLessThanOrEqual(48 * KB)
  expect(sizes.frameScript, 'the frame’s script').toBeGreaterThan(0)
  expect(sizes.frameScript, 'hardly heavier than the page’s with its map').toBeLessThanOrEqual(
    sizes.scriptBeforeMap + sizes.map + KB / 2,
  )
  expect(sizes.frameHands).toBeLessThanOrEqual(48 * KB)
})

test('the loader is one small script that leaves its address alone', async ({ request }) => {
  expect(gzip('embed.js')).toBeLessThanOrEqual(3.7 * KB)
  expect(await (await request.get('./embed.js')).text()).not.toMatch(
    /\b(import|export)\b|fetch\(|document\.cookie|localStorage/,
  )
  expect(gzip('belarus-prisoners/embed/index.html')).toBeLessThanOrEqual(47 * KB)
})

test('words and sources stand in the page once', async ({ request }) => {
  const html = await (await request.get('./belarus-prisoners/')).text()
  for (const text of ['tore up her passport', 'The torn passport', 'voiceofbelarus.com/es/live-feed'])
    expect(html.split(text)).toHaveLength(2)
})

test('the page has few elements when it is loaded', async ({ page }) => {
  await open(page)
  expect(await page.evaluate(() => document.getElementsByTagName('*').length)).toBeLessThanOrEqual(1420)
})

test('at most twelve requests, the icon among them, until everything is interactive', async ({ page }) => {
  const requests: string[] = []
  page.on('request', (request) => requests.push(request.url()))
  await open(page)
  await page.waitForLoadState('networkidle')
  expect(requests.length, requests.join('\n')).toBeLessThanOrEqual(12)
})

test('the served HTML is ready for a strict content security policy', async ({ request }) => {
  const html = await (await request.get('./belarus-prisoners/')).text()
  expect(html).not.toMatch(/<[^>]+\sstyle=/)
  expect(html).not.toMatch(/<[^>]+\son[a-z]+=/)
  expect(html).not.toMatch(/<script(?![^>]*\bsrc=)(?![^>]*application\/(ld\+)?json)/)
})

test('the head says what the page is', async ({ request }) => {
  const html = await (await request.get('./belarus-prisoners/')).text()
  const data = JSON.parse(/<script type="application\/ld\+json">(.*?)<\/script>/s.exec(html)?.[1] ?? '{}')
  expect(data['@type']).toBe('NewsArticle')
  expect(data.datePublished).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/)
  expect(Date.parse(data.dateModified)).toBeGreaterThan(Date.parse(data.datePublished))
  expect(data.contentLocation.map((place: { name: string }) => place.name)).toContain('Chernihiv')
  expect(data.mentions.map((person: { name: string }) => person.name)).toContain('Ales Bialiatski')
  // What is read is not there once more.
  expect(JSON.stringify(data).length / KB).toBeLessThanOrEqual(3)
  expect(html).toMatch(/<title>[^<]+<\/title>/)
  expect(html).toMatch(/<meta name="description"/)
  expect(html).toContain('<meta name="robots" content="max-image-preview:large">')
  expect(html).toMatch(/<meta property="og:title"/)
})

test('the poster has the size link previews are made for', async ({ request }) => {
  const poster = await (await request.get('./belarus-prisoners/poster.png')).body()
  expect(poster.subarray(1, 4).toString()).toBe('PNG')
  expect([poster.readUInt32BE(16), poster.readUInt32BE(20)]).toEqual([1200, 630])
})
