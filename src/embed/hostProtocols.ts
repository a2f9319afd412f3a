/**
 * Protocols of hosts that already resize iframes, so they need no new script: pym.js 1.x (blog.apps.npr.org/pym.js),
 * AMP (amp-iframe, “embed-size”), WordPress (wp-embed.js), iframe-resizer 4 and 5, and the listeners that Datawrapper
 * and Flourish have authors paste. Protocols with an id or secret send nothing until the host has provided it.
 */

interface Size {
  width: number
  height: number
}

interface HostProtocol {
  /** Message sent once the frame listens */
  greeting?: unknown
  /** Message for a new size; undefined while the host has not identified itself */
  size: (size: Size) => unknown
  /** Whether a message from the host asks for the size */
  asks?: (data: unknown) => boolean
  /** Message that makes the host open an address in its own window; undefined if it would not */
  link?: (address: URL) => unknown
}

/** All protocols, for a frame at `location` with the story `slug`. */
export function hostProtocolsOf({ search, hash, host, origin, pathname }: Location, slug: string): HostProtocol[] {
  return [pym(search), amp, wordPress(hash, host), iframeResizer(), datawrapper(slug), flourish(origin + pathname)]
}

/** A pym.js host gives each frame an id, which every message repeats. */
function pym(search: string): HostProtocol {
  const id = plainWord(new URLSearchParams(search).get('childId'))
  const message = (type: string, value: string | number) => id && ['pym', id, type, value].join('xPYMx')
  return { size: ({ height }) => message('height', height), link: ({ href }) => message('navigateTo', href) }
}

const amp: HostProtocol = {
  greeting: { sentinel: 'amp', type: 'embed-ready' },
  size: (size) => ({ sentinel: 'amp', type: 'embed-size', ...size }),
}

/**
 * WordPress sandboxes the frame and gives it a secret, in the fragment or in its first message, which every message
 * repeats. It follows links only to the frame's own host.
 */
function wordPress(hash: string, host: string): HostProtocol {
  let secret = plainWord(/^#\?secret=(.*)$/.exec(hash)?.[1])
  const messageOf = (message: string, value: string | number) => secret && { message, value, secret }
  return {
    size: ({ height }) => messageOf('height', height),
    asks(data) {
      if (field(data, 'message') !== 'ready') return false
      secret ??= plainWord(field(data, 'secret'))
      return secret === field(data, 'secret')
    },
    link: (address) => (address.host === host ? messageOf('link', address.href) : undefined),
  }
}

/**
 * iframe-resizer sends the first message, at setup and again when the frame has loaded, with the id of the frame and
 * settings we ignore. Nothing is sent to other hosts.
 */
function iframeResizer(): HostProtocol {
  let id: string | undefined
  let type = 'init'
  return {
    asks(data) {
      const [, frameId] = /^\[iFrameSizer\]([^:]+):\d*:(?:true|false):/.exec(typeof data === 'string' ? data : '') ?? []
      if (!frameId) return false
      id = plainWord(frameId)
      type = 'init'
      return true
    },
    size({ width, height }) {
      if (!id) return
      // Version 5 expects a last field with the version of the frame's script, which may be empty.
      const message = `[iFrameSizer]${id}:${height}:${width}:${type}:`
      type = 'size'
      return message
    },
  }
}

const datawrapper = (slug: string): HostProtocol => ({
  size: ({ height }) => ({ 'datawrapper-height': { [slug]: height } }),
})

const flourish = (src: string): HostProtocol => ({
  size: ({ height }) => JSON.stringify({ sender: 'Flourish', context: 'iframe.resize', method: 'resize', height, src }),
})

/** `text` if it is a plain word, which is safe to repeat to any listener. */
function plainWord(text: unknown): string | undefined {
  return typeof text === 'string' && /^[\w-]{1,64}$/.test(text) ? text : undefined
}

function field(data: unknown, name: string): unknown {
  return typeof data === 'object' && data !== null ? Reflect.get(data, name) : undefined
}
