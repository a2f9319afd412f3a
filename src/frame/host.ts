/**
 * The embedded page's side of the border: it tells its host how high it is and which step is active, in our own words
 * and in those of pym.js 1.x (blog.apps.npr.org/pym.js) and of AMP (amp-iframe, “embed-size”), so that a host that
 * already resizes frames needs nothing new. It hears its parent only.
 */
import { type FromFrame, type FromHost, fromHost, sealed } from '../loader/messages.ts'

export interface Host {
  tell: (message: FromFrame) => void
  /** For a host that speaks pym.js: opens an address in the host's own window. True when it was asked. */
  navigate: (address: string) => boolean
  /** Ends all listening. */
  leave: () => void
}

const PYM = 'xPYMx'

/** Connects the page to the window it is framed in; `stage` is what has to fit. Nothing is sent outside a frame. */
export function connectHost(stage: HTMLElement, hear: (message: FromHost) => void): Host {
  const { parent } = window
  if (parent === window) return { tell() {}, navigate: () => false, leave() {} }
  const pymChild = pymChildId(location.search)
  let told = { height: 0, width: 0 }
  let frame = 0

  function post(message: unknown) {
    // Heights and steps are no secret, and a sandboxed host has no origin to name.
    parent.postMessage(message, '*')
  }
  function pym(type: 'height' | 'navigateTo', value: string | number) {
    if (pymChild) post(['pym', pymChild, type, value].join(PYM))
  }
  function tellSize() {
    frame = 0
    const { width, height } = stage.getBoundingClientRect()
    const size = { width: Math.round(width), height: Math.ceil(height) }
    if (size.height === told.height && size.width === told.width) return
    const grown = size.height !== told.height
    told = size
    if (!grown) return
    post(sealed({ type: 'height', height: size.height }))
    pym('height', size.height)
    post({ sentinel: 'amp', type: 'embed-size', ...size })
  }
  function listen({ source, data }: MessageEvent) {
    if (source !== parent) return
    const message = fromHost(data)
    if (message) hear(message)
  }

  const observer = new ResizeObserver(() => {
    if (frame === 0) frame = requestAnimationFrame(tellSize)
  })
  observer.observe(stage)
  addEventListener('message', listen)
  post({ sentinel: 'amp', type: 'embed-ready' })
  return {
    tell: (message) => post(sealed(message)),
    navigate(address) {
      pym('navigateTo', address)
      return pymChild !== undefined
    },
    leave() {
      observer.disconnect()
      removeEventListener('message', listen)
      cancelAnimationFrame(frame)
    },
  }
}

/** The id a pym.js host has given this frame; it is repeated in every message, so it must be a plain word. */
export function pymChildId(search: string): string | undefined {
  const id = new URLSearchParams(search).get('childId') ?? ''
  return /^[\w-]{1,64}$/.test(id) ? id : undefined
}
