/**
 * The embedded page's side of the messages: reports its height and active step to the host, in our own protocol and in
 * those that hosts already support. It listens only to its parent.
 */

import { hostProtocolsOf } from './hostProtocols.ts'
import { EMBED_HEIGHT, type FromFrame, type FromHost, fromHost, MOST_HEIGHT, wrapMessage } from './loader/messages.ts'

export interface Host {
  send: (message: FromFrame) => void
  /** Asks the host to open an address in its own window; false if no protocol of the host can. */
  open: (address: string) => boolean
}

/**
 * Connects the page to its parent window. Sends nothing if there is none. Call it before the page has loaded: some hosts
 * send a message then and never again. `stage`: the element whose height is reported. `slug`: of the story.
 */
export function connectHost(stage: HTMLElement, slug: string, onMessage: (message: FromHost) => void): Host {
  const { parent } = window
  if (parent === window) return { send() {}, open: () => false }
  const protocols = hostProtocolsOf(location, slug)
  let sentHeight = 0
  /** Origin of the host, known after its first message; a sandboxed host has none. */
  let origin = '*'

  function post(message: unknown, to = '*') {
    if (message) parent.postMessage(message, to)
  }
  /** The size the explainer needs, which may be higher than the frame. Height 0 if it is not laid out. */
  function currentSize() {
    const { width, height } = stage.getBoundingClientRect()
    const needed = Math.min(MOST_HEIGHT, Math.max(EMBED_HEIGHT, Math.ceil(height)))
    return { width: Math.round(width), height: height > 0 ? needed : 0 }
  }
  function sendSize() {
    const size = currentSize()
    // Hidden elements have no height, and the host must not shrink the frame to 0.
    if (size.height === sentHeight || size.height === 0) return
    sentHeight = size.height
    post(wrapMessage({ type: 'height', height: size.height }), origin)
    // To any origin: a height is not confidential.
    for (const protocol of protocols) post(protocol.size(size))
  }

  addEventListener('message', function receive({ source, data, origin: from }) {
    if (source !== parent) return
    for (const protocol of protocols) if (protocol.asks?.(data)) post(protocol.size(currentSize()))
    const message = fromHost(data)
    if (!message) return
    if (from !== 'null') origin = from
    onMessage(message)
  })
  new ResizeObserver(sendSize).observe(stage)
  for (const { greeting } of protocols) post(greeting)
  // At once: WordPress clips the frame until it has the height, and a clipped frame is not laid out, so no observer
  // would fire.
  sendSize()
  return {
    send: (message) => post(wrapMessage(message), origin),
    open(address) {
      const requests = protocols.map((protocol) => protocol.link?.(new URL(address))).filter(Boolean)
      requests.forEach((message) => void post(message))
      return requests.length > 0
    },
  }
}
