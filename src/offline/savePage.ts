/**
 * Keeping a page for reading without a network. Nothing is stored before the reader asks for it: only then the page
 * registers its worker (`worker.ts`), which holds what was asked for until the reader gives it up.
 */
import { POLICY, thisPage, type Wish } from './savedFiles.ts'

/** The name of the worker's file, at the root of the site, so that it can reach every page. */
const WORKER = 'sw.js'

/** Keeps this page with all its files; `root`: from it to the root of the site. Throws when that cannot be done. */
export async function savePage(root: string) {
  const address = new URL(`${root}${WORKER}`, location.href).href
  await navigator.serviceWorker.register(scriptUrl(address))
  const { active } = await navigator.serviceWorker.ready
  await ask(active, { keep: thisPage() })
}

/** Gives up what is kept of this page; with the last page the worker goes too. */
export async function removePage() {
  const registration = await navigator.serviceWorker.getRegistration()
  await ask(registration?.active, { drop: thisPage() })
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
