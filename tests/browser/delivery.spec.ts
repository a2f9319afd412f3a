import { type IncomingHttpHeaders, request } from 'node:http'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { expect, test } from '@playwright/test'

test('text comes compressed as the reader can read it, and never twice', async ({ baseURL }) => {
  const asset = /assets\/index-[^"]+\.js/.exec(await (await fetch(new URL('lost-band/', baseURL))).text())?.[0]
  for (const [path, type] of [
    ['lost-band/', 'text/html;charset=utf-8'],
    ['lost-band/embed/', 'text/html;charset=utf-8'],
    ['embed.js', 'text/javascript'],
    ['icon.svg', 'image/svg+xml'],
    ['lost-band/oembed.json', 'application/json'],
    [asset ?? '', 'text/javascript'],
  ] as const) {
    const plain = await sent(new URL(path, baseURL), 'identity')
    expect(plain.headers['content-encoding']).toBeUndefined()
    for (const [encoding, unpack] of [
      ['br', brotliDecompressSync],
      ['gzip', gunzipSync],
    ] as const) {
      const packed = await sent(new URL(path, baseURL), encoding)
      expect(packed.headers['content-encoding'], `${path} ${encoding}`).toBe(encoding)
      expect(packed.headers['content-type']).toBe(type)
      expect(packed.headers['vary']).toContain('Accept-Encoding')
      expect(packed.bytes.length).toBeLessThan(plain.bytes.length)
      expect(unpack(packed.bytes).equals(plain.bytes), path).toBe(true)
    }
  }
})

test('only what has a hash in its name is kept for ever', async ({ request }) => {
  const html = await (await request.get('./lost-band/')).text()
  const cacheOf = async (path: string) => (await request.get(path)).headers()['cache-control']
  const hashed = [...new Set(html.match(/assets\/[^"]+/g))]
  expect(hashed.length).toBeGreaterThan(3)
  for (const path of hashed) expect(await cacheOf(`./${path}`)).toContain('immutable')
  for (const path of ['lost-band/', 'embed.js', 'icon.svg', 'lost-band/poster.png'])
    expect(await cacheOf(`./${path}`)).not.toContain('immutable')
})

test('a story’s address without its last slash leads to the story', async ({ page }) => {
  await page.goto('./lost-band?a=b#fog')
  await expect(page).toHaveURL(/\/lost-band\/\?a=b#fog$/)
  await page.getByRole('button', { name: 'Move the map' }).waitFor()
})

/** An answer as it came: `fetch` would unpack it. */
function sent(url: URL, encoding: string) {
  return new Promise<{ headers: IncomingHttpHeaders; bytes: Buffer }>((resolve, reject) => {
    request(url, { headers: { 'accept-encoding': encoding } }, (response) => {
      const parts: Buffer[] = []
      response.on('data', (part) => parts.push(part))
      response.on('end', () => resolve({ headers: response.headers, bytes: Buffer.concat(parts) }))
    })
      .on('error', reject)
      .end()
  })
}
