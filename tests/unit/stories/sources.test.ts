// @vitest-environment node
import { readdirSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'

const STORIES = new URL('../../../src/stories/', import.meta.url)

/** Addresses that a reader cannot open, or that show another thing to each: a library's door, a search, an app's view */
const CLOSED = [
  /^https?:\/\/[^/]*\.(?:[:/]|$)/, // a host with a dot at its end
  /ezproxy|\/incognito\/|[?&]vq=|[?&]outputType=amp/,
  /^https?:\/\/(?:[a-z.]*\.)?(?:scribd\.com|newssniffer\.co\.uk|archive\.observer)\//,
  /^https?:\/\/(?:app-webview|websocket|staging)\./,
]

it.each(readdirSync(STORIES))('%s: a reader can open the address of every source', (slug) => {
  const story = readFileSync(new URL(`${slug}/story.yaml`, STORIES), 'utf8')
  const addresses = [...story.matchAll(/^ {4}url: (\S+)$/gm)].flatMap(([, address]) => address ?? [])
  expect(addresses.length).toBeGreaterThan(0)
  expect(addresses.filter((address) => CLOSED.some((closed) => closed.test(address)))).toEqual([])
})
