/**
 * Keeping a page for reading without a network. Nothing is stored before the reader asks for it: only then the page
 * registers its worker (`worker.ts`), which holds what was asked for until the reader gives it up.
 */

/** The cache of all kept pages. */
export const CACHE = 'datelines-kept'

/** What a page asks of the worker; the worker answers with true when it is done. */
export type Wish = { keep: string } | { drop: string }

/** The name of the worker's file, at the root of the site, so that it can reach every page. */
const WORKER = 'sw.js'

/** The one policy on trusted types the site needs: its one script URL is that of the worker. */
export const POLICY = 'datelines-offline'

/** Where the files that belong to `page` are listed: beside it. */
export function listOf(page: string): string {
  return new URL('offline.json', page).href
}

/** False where the browser cannot keep pages, or may not: without https, or in a frame without an origin. */
export function canKeep(): boolean {
  try {
    return 'serviceWorker' in navigator && 'caches' in window
  } catch {
    return false
  }
}

/** Whether this page is kept. Asking stores nothing. */
export async function isKept(): Promise<boolean> {
  try {
    return (await caches.match(thisPage(), { cacheName: CACHE })) !== undefined
  } catch {
    return false
  }
}

/** Keeps this page with all its files; `root`: from it to the root of the site. Throws when that cannot be done. */
export async function keepPage(root: string) {
  const address = new URL(`${root}${WORKER}`, location.href).href
  await navigator.serviceWorker.register(scriptUrl(address))
  const { active } = await navigator.serviceWorker.ready
  await ask(active, { keep: thisPage() })
}

/** Gives up what is kept of this page; with the last page the worker goes too. */
export async function dropPage() {
  const registration = await navigator.serviceWorker.getRegistration()
  await ask(registration?.active, { drop: thisPage() })
}

/** The address of this page without what follows it: a step, a campaign. */
function thisPage(): string {
  return new URL(location.pathname, location.href).href
}

async function ask(worker: ServiceWorker | null | undefined, wish: Wish) {
  if (!worker) throw new Error('offline: there is no worker')
  const { port1, port2 } = new MessageChannel()
  const answered = new Promise((resolve) => {
    port1.onmessage = ({ data }) => resolve(data)
  })
  worker.postMessage(wish, [port2])
  if ((await answered) !== true) throw new Error('offline: the worker could not do it')
}

/** A policy can be made once. */
let policy: { createScriptURL: (url: string) => string } | undefined

function scriptUrl(address: string): string {
  policy ??= window.trustedTypes?.createPolicy(POLICY, { createScriptURL: (url) => url })
  return policy?.createScriptURL(address) ?? address
}
