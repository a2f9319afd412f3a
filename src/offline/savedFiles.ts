/** Names and checks shared by page and worker. The page loads `savePage.ts` on demand. */

/** Name of the cache of all saved pages. */
export const CACHE = 'datelines-kept'

/** Request from the page to the worker, by address of the page; the worker answers true on success. */
export type WorkerRequest = { keep: string } | { drop: string }

/** Name of the only Trusted Types policy of the site, for the script URL of the worker. */
export const POLICY = 'datelines-offline'

/** Address of the list of files of `page`, next to it. */
export function listOf(page: string): string {
  return new URL('offline.json', page).href
}

/** False if the browser cannot save pages or is not on https. */
export function canSave(): boolean {
  return 'serviceWorker' in navigator && 'caches' in window
}

/** Whether this page is saved. Checking stores nothing. */
export async function isSaved(): Promise<boolean> {
  try {
    return (await caches.match(thisPage(), { cacheName: CACHE })) !== undefined
  } catch {
    return false
  }
}

/** Address of this page without query and fragment. */
export function thisPage(): string {
  return new URL(location.pathname, location.href).href
}
