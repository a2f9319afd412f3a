/** What of the site a reader has kept, as page and worker both know it; the page loads `keeping.ts` when it is asked to. */

/** The cache of all kept pages. */
export const CACHE = 'datelines-kept'

/** What a page asks of the worker; the worker answers with true when it is done. */
export type Wish = { keep: string } | { drop: string }

/** The one policy on trusted types the site needs: its one script URL is that of the worker. */
export const POLICY = 'datelines-offline'

/** Where the files that belong to `page` are listed: beside it. */
export function listOf(page: string): string {
  return new URL('offline.json', page).href
}

/** False where the browser cannot keep pages, or may not: without https, or in a frame without an origin. */
export function canSave(): boolean {
  try {
    return 'serviceWorker' in navigator && 'caches' in window
  } catch {
    return false
  }
}

/** Whether this page is kept. Asking stores nothing. */
export async function isSaved(): Promise<boolean> {
  try {
    return (await caches.match(thisPage(), { cacheName: CACHE })) !== undefined
  } catch {
    return false
  }
}

/** The address of this page without what follows it: a step, a campaign. */
export function thisPage(): string {
  return new URL(location.pathname, location.href).href
}
