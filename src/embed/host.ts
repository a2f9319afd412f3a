/**
 * The embedded page's side of the border: it tells its host how high it is and which step is active, in our own words
 * and in every protocol hosts already speak. It hears its parent only.
 */

import { hostProtocolsOf } from './hostProtocols.ts'
import { type FromFrame, type FromHost, fromHost, MOST_HEIGHT, STAGE_HEIGHT, wrapMessage } from './loader/messages.ts'

export interface Host {
  tell: (message: FromFrame) => void
  /** Has the host open an address in its own window. True when it was asked, false when it cannot be. */
  open: (address: string) => boolean
  /** Ends all listening. */
  leave: () => void
}

/** What the page says of itself to its host: `stage` is what has to fit, `slug` what the story is called. */
interface Guest {
  stage: HTMLElement
  slug: string
}

/** So many messages are kept at most. */
const MOST_EARLY = 50

const early: MessageEvent[] = []

function keep(event: MessageEvent) {
  if (event.source === parent && early.length < MOST_EARLY) early.push(event)
}

/**
 * Keeps what the host says until the page is connected: some hosts speak when the frame has loaded, and not again. To be
 * called while the page is still being read.
 */
export function keepMessages() {
  if (parent !== window) addEventListener('message', keep)
}

/** Connects the page to the window it is framed in. Nothing is sent outside a frame. */
export function connectHost({ stage, slug }: Guest, hear: (message: FromHost) => void): Host {
  const { parent } = window
  if (parent === window) return { tell() {}, open: () => false, leave() {} }
  const protocols = hostProtocolsOf(location, slug)
  let told = 0
  let frame = 0
  /** A host that has said a word of ours has an origin to name; only a sandboxed one has none. */
  let origin = '*'

  function post(message: unknown, to = '*') {
    if (message) parent.postMessage(message, to)
  }
  /** What the explainer needs: in a frame that is too low for it, more than it has; 0 where it is not laid out. */
  function sizeNow() {
    const { width, height } = stage.getBoundingClientRect()
    const needed = Math.min(MOST_HEIGHT, Math.max(STAGE_HEIGHT, Math.ceil(height)))
    return { width: Math.round(width), height: height > 0 ? needed : 0 }
  }
  function tellSize() {
    frame = 0
    const size = sizeNow()
    // In a box that is hidden nothing has a height, and a host must not be told to close it.
    if (size.height === told || size.height === 0) return
    told = size.height
    post(wrapMessage({ type: 'height', height: size.height }), origin)
    // Whoever speaks these protocols, a height is no secret.
    for (const protocol of protocols) post(protocol.size(size))
  }
  function listen({ source, data, origin: from }: MessageEvent) {
    if (source !== parent) return
    for (const protocol of protocols) if (protocol.asks?.(data)) post(protocol.size(sizeNow()))
    const message = fromHost(data)
    if (!message) return
    if (from !== 'null') origin = from
    hear(message)
  }

  const observer = new ResizeObserver(() => {
    if (frame === 0) frame = requestAnimationFrame(tellSize)
  })
  observer.observe(stage)
  addEventListener('message', listen)
  for (const { greeting } of protocols) post(greeting)
  // WordPress clips the frame until it has heard this, and a clipped frame is not laid out: no observer would call.
  tellSize()
  removeEventListener('message', keep)
  early.splice(0).forEach(listen)
  return {
    tell: (message) => post(wrapMessage(message), origin),
    open(address) {
      const asked = protocols.map((protocol) => protocol.link?.(new URL(address))).filter(Boolean)
      asked.forEach((message) => void post(message))
      return asked.length > 0
    },
    leave() {
      observer.disconnect()
      removeEventListener('message', listen)
      cancelAnimationFrame(frame)
    },
  }
}
