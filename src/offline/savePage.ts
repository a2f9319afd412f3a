/**
 * Saves a page for offline reading. The page registers its service worker (`worker.ts`) only when the reader saves a
 * page; before that nothing is stored. The worker keeps the page until the reader removes it.
 */
import { POLICY, thisPage, type WorkerRequest } from './savedFiles.ts'
// At the root of the site, so that its scope covers every page.
import worker from './worker.ts?worker&url'

/** Saves this page with all its files. Rejects on failure. */
export async function savePage() {
  await navigator.serviceWorker.register(scriptUrl(worker))
  const { active } = await navigator.serviceWorker.ready
  await send(active, { keep: thisPage() })
}

/** Removes this page; with the last page also the worker. */
export async function removePage() {
  const registration = await navigator.serviceWorker.getRegistration()
  await send(registration?.active, { drop: thisPage() })
}

async function send(worker: ServiceWorker | null | undefined, request: WorkerRequest) {
  if (!worker) throw new Error('offline: there is no worker')
  const { port1, port2 } = new MessageChannel()
  const answered = new Promise((resolve) => {
    port1.onmessage = ({ data }) => resolve(data)
  })
  worker.postMessage(request, [port2])
  if ((await answered) !== true) throw new Error('offline: the worker could not do it')
}

/** A policy of one name can be created only once. */
let policy: { createScriptURL: (url: string) => string } | undefined

function scriptUrl(address: string): string {
  policy ??= window.trustedTypes?.createPolicy(POLICY, { createScriptURL: (url) => url })
  return policy?.createScriptURL(address) ?? address
}
