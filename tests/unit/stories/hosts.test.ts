// @vitest-environment node
import { readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { readStory } from '../../../src/content/read.ts'

const STORIES = fileURLToPath(new URL('../../../src/stories/', import.meta.url))

/** What an address is that no newspaper prints; undefined for the publisher's own. */
function faultOf(address: string): string | undefined {
  const { hostname, pathname, port, search } = new URL(address)
  if (port || /:80(?:\/|$)/.test(address)) return 'a port'
  if (/(?:^|[.-])(?:stage|staging|test|dev|preview|webiis\d+)(?:[.-]|$)/.test(hostname)) return 'a staging host'
  if (/\.(?:cloudfront\.net|amplifyapp\.com|akamaized\.net|fastly\.net|pages\.dev)$/.test(hostname))
    return 'a delivery host'
  if (/mirror|^qnt|zerkal0/.test(hostname)) return 'a mirror'
  if (/(?:^|\.)(?:upnewsinfo|exbulletin)\.com$/.test(hostname)) return 'a scraper'
  if (!search && /^\/?$|^\/(?:[a-z-]+\/)*\d{4}\/\d{2}(?:\/\d{2})?\/?$/.test(pathname)) return 'an index, not an article'
  return undefined
}

it.each(readdirSync(STORIES))('%s: every source stands at an address of its publisher, or at none', async (slug) => {
  const { story } = await readStory(`${STORIES}${slug}`)
  const addresses = Object.values(story?.file.sources ?? {}).flatMap(({ url }) => url ?? [])
  expect(addresses.length).toBeGreaterThan(0)
  expect(addresses.flatMap((address) => (faultOf(address) ? `${address}: ${faultOf(address)}` : []))).toEqual([])
})

it.each([
  ['http://www.example.org:80/a-story', 'a port'],
  ['https://nextjs-stage-wp.example.org/a-story', 'a staging host'],
  ['http://stage.example.org/a-story', 'a staging host'],
  ['https://webiis08.example.org/a-story', 'a staging host'],
  ['https://d1len9mmddvt3u.cloudfront.net/a-story', 'a delivery host'],
  ['https://example-mirror.org/a-story', 'a mirror'],
  ['https://example.org/2025/12/13/', 'an index, not an article'],
  ['https://example.org/', 'an index, not an article'],
  ['https://example.org/?p=12', undefined],
  ['https://example.org/2025/12/13/a-story', undefined],
  ['https://www.sandstage.org/news/12', undefined],
])('%s is %s', (address, fault) => {
  expect(faultOf(address)).toBe(fault)
})
