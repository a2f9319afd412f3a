import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import config from '../../../datelines.config.ts'
import { expect, open, test } from '../page.ts'
import { SHIPPED_SITE } from '../sites.ts'

const DIST = fileURLToPath(SHIPPED_SITE)
const KB = 1024
/** The largest page there is */
const MAIN = config.main

const files = readdirSync(join(DIST, 'assets'))
const gzip = (path: string) => gzipSync(readFileSync(join(DIST, path)), { level: 9 }).length
const sum = (pattern: RegExp) =>
  files.filter((file) => pattern.test(file)).reduce((total, file) => total + gzip(`assets/${file}`), 0)

test('the page, gzipped, keeps its budgets', () => {
  const page = readFileSync(join(DIST, `${MAIN}/index.html`), 'utf8')
  const sizes = {
    html: gzip(`${MAIN}/index.html`),
    scriptBeforeMap: sum(/^index.*\.js$/),
    map: sum(/^map-.*\.js$/),
    hands: sum(/^MapGestures.*\.js$/),
    frameScript: sum(/^embed-(?!gestures-|views-).*\.js$/),
    frameViews: sum(/^embed-views-.*\.js$/),
    frameHands: sum(/^embed-gestures-.*\.js$/),
    style: gzipSync(/<style>(.*?)<\/style>/s.exec(page)?.[1] ?? '', { level: 9 }).length,
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
  expect(sizes.html, 'with its style').toBeLessThanOrEqual(64.5 * KB)
  expect(page.length / KB, 'raw').toBeLessThanOrEqual(264)
  expect(sizes.style).toBeLessThanOrEqual(11.25 * KB)
  expect(sizes.scriptBeforeMap).toBeLessThanOrEqual(79.5 * KB)
  const [index = ''] = files.filter((file) => /^index.*\.js\.br$/.test(file))
  expect(statSync(join(DIST, 'assets', index)).size, 'before a reader acts, Brotli').toBeLessThanOrEqual(70 * KB)
  expect(sizes.map).toBeLessThanOrEqual(13 * KB)
  expect(sizes.hands).toBeLessThanOrEqual(48 * KB)
  expect(sizes.frameScript, 'the frame’s script').toBeGreaterThan(0)
  expect(sizes.frameScript, 'before a reader acts').toBeLessThanOrEqual(7.25 * KB)
  expect(sizes.frameViews, 'hardly heavier than the page’s with its map').toBeLessThanOrEqual(
    sizes.scriptBeforeMap + sizes.map + KB / 2,
  )
  expect(sizes.frameHands).toBeLessThanOrEqual(48 * KB)
})

test('the loader is one small script that leaves its address alone', async ({ request }) => {
  expect(gzip('embed.js')).toBeLessThanOrEqual(3.7 * KB)
  expect(await (await request.get('./embed.js')).text()).not.toMatch(
    /\b(import|export)\b|fetch\(|document\.cookie|localStorage/,
  )
  expect(gzip(`${MAIN}/embed/index.html`)).toBeLessThanOrEqual(53.25 * KB)
})

test('the page has few elements when it is loaded', async ({ page }) => {
  await open(page, '', MAIN)
  expect(await page.evaluate(() => document.getElementsByTagName('*').length)).toBeLessThanOrEqual(1560)
})

test('at most twelve requests, the icon among them, until everything is interactive', async ({ page }) => {
  const requests: string[] = []
  page.on('request', (request) => requests.push(request.url()))
  await open(page, '', MAIN)
  await page.waitForLoadState('networkidle')
  expect(requests.length, requests.join('\n')).toBeLessThanOrEqual(12)
})
