/** What is in a page before any script. */
import { createHash } from 'node:crypto'
import { expect, test } from './page.ts'
import { PAGE } from './rebuilt.ts'

const KB = 1024

test('words and sources stand in the page once', async ({ request }) => {
  const html = await (await request.get(`./${PAGE}`)).text()
  for (const text of ['sound a chord each hour', 'A concert on the quay', 'drum.example/quay'])
    expect(html.split(text)).toHaveLength(2)
})

test('the served HTML is ready for a strict content security policy', async ({ request }) => {
  const html = await (await request.get(`./${PAGE}`)).text()
  expect(html).not.toMatch(/<[^>]+\sstyle=/)
  expect(html).not.toMatch(/<[^>]+\son[a-z]+=/)
  const inline = [...html.matchAll(/<script(?![^>]*\bsrc=)(?![^>]*application\/(?:ld\+)?json)[^>]*>(.*?)<\/script>/gs)]
  const [script] = inline.map(([, text = '']) => createHash('sha256').update(text).digest('base64'))
  expect(inline, 'only what waits for the reader').toHaveLength(1)
  expect(html).toContain(`sha256-${script}`)
})

test('the head says what the page is', async ({ request }) => {
  const html = await (await request.get(`./${PAGE}`)).text()
  const data = JSON.parse(/<script type="application\/ld\+json">(.*?)<\/script>/s.exec(html)?.[1] ?? '{}')
  expect(data['@type']).toBe('NewsArticle')
  expect(data.datePublished).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/)
  expect(Date.parse(data.dateModified)).toBeGreaterThan(Date.parse(data.datePublished))
  expect(data.contentLocation.map((place: { name: string }) => place.name)).toContain('Cork')
  expect(data.mentions.map((person: { name: string }) => person.name)).toContain('Tom Quill')
  // What is read is not there once more.
  expect(JSON.stringify(data).length / KB).toBeLessThanOrEqual(3)
  expect(html).toMatch(/<title>[^<]+<\/title>/)
  expect(html).toMatch(/<meta name="description"/)
  expect(html).toMatch(/<meta name="robots" content="max-image-preview:large"\/?>/)
  expect(html).toMatch(/<meta property="og:title"/)
})

test('the poster has the size link previews are made for', async ({ request }) => {
  const poster = await (await request.get(`./${PAGE}poster.png`)).body()
  expect(poster.subarray(1, 4).toString()).toBe('PNG')
  expect([poster.readUInt32BE(16), poster.readUInt32BE(20)]).toEqual([1200, 630])
})
