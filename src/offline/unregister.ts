/**
 * What stands in the worker's place where a publisher has switched keeping off: browsers ask for the worker of a kept page
 * with every visit, find this one, and it takes all that was kept and itself away.
 */
import { CACHE } from './savedFiles.ts'

declare const self: {
  addEventListener(type: string, listener: (event: Event & { waitUntil(work: Promise<unknown>): void }) => void): void
  skipWaiting(): Promise<void>
  registration: ServiceWorkerRegistration
}

self.addEventListener('install', () => void self.skipWaiting())
self.addEventListener('activate', (event) =>
  event.waitUntil(caches.delete(CACHE).then(() => self.registration.unregister())),
)
