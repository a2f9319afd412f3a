/**
 * The service worker of readers who saved pages. Pages come from the network if there is one, so nobody reads an old
 * version by accident, and the saved copy is updated. Files with a hash in their name come from the cache first.
 */
import { CACHE, listOf, type WorkerRequest } from './savedFiles.ts'

/** The worker's global scope, as used here. TypeScript’s `webworker` types cannot be combined with those of a page. */
interface Worker {
  addEventListener(type: 'install' | 'activate', listener: (event: ExtendableEvent) => void): void
  addEventListener(type: 'fetch', listener: (event: FetchEvent) => void): void
  addEventListener(type: 'message', listener: (event: ExtendableEvent & MessageEvent<WorkerRequest>) => void): void
  skipWaiting(): Promise<void>
  clients: { claim(): Promise<void> }
  registration: ServiceWorkerRegistration
}
interface ExtendableEvent extends Event {
  waitUntil(work: Promise<unknown>): void
}
interface FetchEvent extends ExtendableEvent {
  request: Request
  respondWith(answer: Promise<Response>): void
}
declare const self: Worker

self.addEventListener('install', () => void self.skipWaiting())
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()))

self.addEventListener('message', (event) => {
  const work = 'keep' in event.data ? save(event.data.keep) : remove(event.data.drop)
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
  // Ignores other servers, and pages in iframes, which are embeds.
  if (request.method !== 'GET' || !request.url.startsWith(self.registration.scope)) return
  if (mode === 'navigate' && destination !== 'document') return
  const address = mode === 'navigate' ? withoutQuery(request.url) : request.url
  if (mode === 'navigate') event.waitUntil(update(address))
  event.respondWith(/\/assets\//.test(address) ? cacheFirst(address, request) : networkFirst(address, request))
})

async function cacheFirst(address: string, request: Request): Promise<Response> {
  return (await saved(address)) ?? fetch(request)
}

async function networkFirst(address: string, request: Request): Promise<Response> {
  try {
    return await fetch(request)
  } catch (error) {
    const response = await saved(address)
    if (response) return response
    throw error
  }
}

/** Saves the files first and the page last, so a saved page is always complete. */
async function save(page: string) {
  const list = await (await fetchFresh(listOf(page))).text()
  const cache = await caches.open(CACHE)
  for (const file of filesIn(list, page)) {
    const isCached = /\/assets\//.test(file) && (await cache.match(file))
    if (!isCached) await cache.put(file, await fetchFresh(file))
  }
  const html = await fetchFresh(page)
  // If a new build was published meanwhile, page and files do not match.
  if ((await (await fetchFresh(listOf(page))).text()) !== list) throw new Error('the page has just changed')
  await cache.put(page, html)
  await cache.put(listOf(page), new Response(list))
}

/** Updates a saved page that has changed. */
async function update(page: string) {
  try {
    const list = await saved(listOf(page))
    if (!list || (await list.text()) === (await (await fetchFresh(listOf(page))).text())) return
    await save(page)
    await deleteUnneeded(await caches.open(CACHE))
  } catch {
    // Offline, or a build was being published: retries on the next visit.
  }
}

async function remove(page: string) {
  const cache = await caches.open(CACHE)
  for (const address of [page, listOf(page)]) await cache.delete(address)
  if (await deleteUnneeded(cache)) return
  await caches.delete(CACHE)
  await self.registration.unregister()
}

/** Deletes files that no saved page needs; false when no page is saved. */
async function deleteUnneeded(cache: Cache): Promise<boolean> {
  const needed = new Set<string>()
  for (const { url } of await cache.keys()) {
    if (listOf(url) !== url) continue
    const page = new URL('./', url).href
    const list = (await (await cache.match(url))?.text()) ?? ''
    for (const address of [url, ...filesIn(list, page)]) needed.add(address)
  }
  // A page is needed as long as its list is cached.
  for (const { url } of await cache.keys()) if (!needed.has(url) && !needed.has(listOf(url))) await cache.delete(url)
  return needed.size > 0
}

function filesIn(list: string, page: string): string[] {
  const { files = [] }: { files?: string[] } = list ? JSON.parse(list) : {}
  return files.map((file) => new URL(file, page).href)
}

async function fetchFresh(address: string): Promise<Response> {
  const response = await fetch(address, { cache: 'no-cache' })
  if (!response.ok) throw new Error(`${address}: ${response.status}`)
  return response
}

function saved(address: string): Promise<Response | undefined> {
  return caches.match(address, { cacheName: CACHE })
}

function withoutQuery(address: string): string {
  const url = new URL(address)
  return url.origin + url.pathname
}
