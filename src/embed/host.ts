/**
 * The embedded page's side of the messages: reports its height and active step to the host, in our own protocol and in
 * those that hosts already support. It listens only to its parent.
 */

import { hostProtocolsOf } from './hostProtocols.ts'
import { type FromFrame, type FromHost, fromHost, MOST_HEIGHT, STAGE_HEIGHT, wrapMessage } from './loader/messages.ts'

export interface Host {
  send: (message: FromFrame) => void
  /** Asks the host to open an address in its own window; false if no protocol of the host can. */
  open: (address: string) => boolean
  /** Removes all listeners. */
  close: () => void
}

/** `stage`: the element whose height is reported. `slug`: of the story. */
interface EmbeddedPage {
  stage: HTMLElement
  slug: string
}

/** Maximum number of queued messages. */
const MAX_QUEUED = 50

const queue: MessageEvent[] = []

function enqueue(event: MessageEvent) {
  if (event.source === parent && queue.length < MAX_QUEUED) queue.push(event)
}

/**
 * Queues messages until the page is connected: some hosts send one when the frame has loaded and never again. Call it
 * before the page has loaded.
 */
export function queueMessages() {
  if (parent !== window) addEventListener('message', enqueue)
}

/** Connects the page to its parent window. Sends nothing if there is none. */
export function connectHost({ stage, slug }: EmbeddedPage, onMessage: (message: FromHost) => void): Host {
  const { parent } = window
  if (parent === window) return { send() {}, open: () => false, close() {} }
  const protocols = hostProtocolsOf(location, slug)
  let sentHeight = 0
  let frame = 0
  /** Origin of the host, known after its first message; a sandboxed host has none. */
  let origin = '*'

  function post(message: unknown, to = '*') {
    if (message) parent.postMessage(message, to)
  }
  /** The size the explainer needs, which may be higher than the frame. Height 0 if it is not laid out. */
  function currentSize() {
    const { width, height } = stage.getBoundingClientRect()
    const needed = Math.min(MOST_HEIGHT, Math.max(STAGE_HEIGHT, Math.ceil(height)))
    return { width: Math.round(width), height: height > 0 ? needed : 0 }
  }
  function sendSize() {
    frame = 0
    const size = currentSize()
    // Hidden elements have no height, and the host must not shrink the frame to 0.
    if (size.height === sentHeight || size.height === 0) return
    sentHeight = size.height
    post(wrapMessage({ type: 'height', height: size.height }), origin)
    // To any origin: a height is not confidential.
    for (const protocol of protocols) post(protocol.size(size))
  }
  function receive({ source, data, origin: from }: MessageEvent) {
    if (source !== parent) return
    for (const protocol of protocols) if (protocol.asks?.(data)) post(protocol.size(currentSize()))
    const message = fromHost(data)
    if (!message) return
    if (from !== 'null') origin = from
    onMessage(message)
  }

  const observer = new ResizeObserver(() => {
    if (frame === 0) frame = requestAnimationFrame(sendSize)
  })
  observer.observe(stage)
  addEventListener('message', receive)
  for (const { greeting } of protocols) post(greeting)
  // At once: WordPress clips the frame until it has the height, and a clipped frame is not laid out, so no observer
  // would fire.
  sendSize()
  removeEventListener('message', enqueue)
  // Once the caller has the connection, which its answers need.
  queueMicrotask(() => queue.splice(0).forEach(receive))
  return {
    send: (message) => post(wrapMessage(message), origin),
    open(address) {
      const requests = protocols.map((protocol) => protocol.link?.(new URL(address))).filter(Boolean)
      requests.forEach((message) => void post(message))
      return requests.length > 0
    },
    close() {
      observer.disconnect()
      removeEventListener('message', receive)
      cancelAnimationFrame(frame)
    },
  }
}
