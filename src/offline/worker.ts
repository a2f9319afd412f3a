/**
 * The service worker of readers who keep pages. A page comes from the network whenever there is one, so nobody reads an
 * old one unawares; what is kept of it is then renewed. What has a hash in its name comes from what is kept.
 */
import { CACHE, listOf, type Wish } from './savedFiles.ts'

/** What this script needs of its surroundings; TypeScript’s own types of them exclude those of a page. */
interface Worker {
  addEventListener(type: 'install' | 'activate', listener: (event: Lasting) => void): void
  addEventListener(type: 'fetch', listener: (event: Asked) => void): void
  addEventListener(type: 'message', listener: (event: Lasting & MessageEvent<Wish>) => void): void
  skipWaiting(): Promise<void>
  clients: { claim(): Promise<void> }
  registration: ServiceWorkerRegistration
}
interface Lasting extends Event {
  waitUntil(work: Promise<unknown>): void
}
interface Asked extends Lasting {
  request: Request
  respondWith(answer: Promise<Response>): void
}
declare const self: Worker

self.addEventListener('install', () => void self.skipWaiting())
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()))

self.addEventListener('message', (event) => {
  const work = 'keep' in event.data ? keep(event.data.keep) : drop(event.data.drop)
  const answer = (done: boolean) => event.ports[0]?.postMessage(done)
  event.waitUntil(
    work.then(
      () => answer(true),
      () => answer(false),
    ),
  )
})

self.addEventListener('fetch', (event) => {
  const { request } = event
  const { mode, destination } = request
  // Other servers are not ours to answer for, and a page in a frame is an embed.
  if (request.method !== 'GET' || !request.url.startsWith(self.registration.scope)) return
  if (mode === 'navigate' && destination !== 'document') return
  const address = mode === 'navigate' ? withoutQuery(request.url) : request.url
  if (mode === 'navigate') event.waitUntil(renew(address))
  event.respondWith(/\/assets\//.test(address) ? keptFirst(address, request) : networkFirst(address, request))
})

async function keptFirst(address: string, request: Request): Promise<Response> {
  return (await kept(address)) ?? fetch(request)
}

async function networkFirst(address: string, request: Request): Promise<Response> {
  try {
    return await fetch(request)
  } catch (error) {
    const response = await kept(address)
    if (response) return response
    throw error
  }
}

/** Stores a page after all its files, so that what is kept is always whole. */
async function keep(page: string) {
  const list = await (await fresh(listOf(page))).text()
  const cache = await caches.open(CACHE)
  for (const file of filesIn(list, page)) {
    const known = /\/assets\//.test(file) && (await cache.match(file))
    if (!known) await cache.put(file, await fresh(file))
  }
  const html = await fresh(page)
  // A new build may have come in between: then page and files are not of one kind.
  if ((await (await fresh(listOf(page))).text()) !== list) throw new Error('the page has just changed')
  await cache.put(page, html)
  await cache.put(listOf(page), new Response(list))
}

/** Of a page that is kept and has changed, keeps the new one. */
async function renew(page: string) {
  try {
    const known = await kept(listOf(page))
    if (!known || (await known.text()) === (await (await fresh(listOf(page))).text())) return
    await keep(page)
    await clearAway(await caches.open(CACHE))
  } catch {
    // Without a network, or in the middle of a change: with the next visit.
  }
}

async function drop(page: string) {
  const cache = await caches.open(CACHE)
  for (const address of [page, listOf(page)]) await cache.delete(address)
  if (await clearAway(cache)) return
  await caches.delete(CACHE)
  await self.registration.unregister()
}

/** Deletes what no kept page needs; false when no page is kept. */
async function clearAway(cache: Cache): Promise<boolean> {
  const needed = new Set<string>()
  for (const { url } of await cache.keys()) {
    if (listOf(url) !== url) continue
    const page = new URL('./', url).href
    const list = (await (await cache.match(url))?.text()) ?? ''
    for (const address of [url, ...filesIn(list, page)]) needed.add(address)
  }
  // A page is needed by its own list.
  for (const { url } of await cache.keys()) if (!needed.has(url) && !needed.has(listOf(url))) await cache.delete(url)
  return needed.size > 0
}

function filesIn(list: string, page: string): string[] {
  const { files = [] }: { files?: string[] } = list ? JSON.parse(list) : {}
  return files.map((file) => new URL(file, page).href)
}

async function fresh(address: string): Promise<Response> {
  const response = await fetch(address, { cache: 'no-cache' })
  if (!response.ok) throw new Error(`${address}: ${response.status}`)
  return response
}

function kept(address: string): Promise<Response | undefined> {
  return caches.match(address, { cacheName: CACHE })
}

function withoutQuery(address: string): string {
  const url = new URL(address)
  return url.origin + url.pathname
}
