/**
 * Replaces the worker when the publisher switches offline reading off. Browsers with a saved page check for a new
 * worker on each visit, install this one, and it deletes all saved pages and unregisters itself.
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
