/**
 * What hosts that already resize frames want to hear, so that they need nothing new: pym.js 1.x
 * (blog.apps.npr.org/pym.js), AMP (amp-iframe, “embed-size”), WordPress (wp-embed.js), iframe-resizer 4 and 5, and the
 * listeners that Datawrapper and Flourish have authors paste. What a host has not asked for by name costs it nothing.
 */

interface Size {
  width: number
  height: number
}

interface HostProtocol {
  /** What to say once the frame listens */
  greeting?: unknown
  /** What to say when the explainer has a new size; undefined while this host has not been met */
  size: (size: Size) => unknown
  /** True when the host asks for the size */
  asks?: (data: unknown) => boolean
  /** What to say for the host to open an address in its own window; undefined when it would not */
  link?: (address: URL) => unknown
}

/** Every protocol of a frame at `location`, whose story is called `slug`. */
export function hostProtocolsOf({ search, hash, host, origin, pathname }: Location, slug: string): HostProtocol[] {
  return [pym(search), amp, wordPress(hash, host), iframeResizer(), datawrapper(slug), flourish(origin + pathname)]
}

/** A pym.js host gives each frame an id, which is repeated in every message. */
function pym(search: string): HostProtocol {
  const id = plainWord(new URLSearchParams(search).get('childId'))
  const said = (type: string, value: string | number) => id && ['pym', id, type, value].join('xPYMx')
  return { size: ({ height }) => said('height', height), link: ({ href }) => said('navigateTo', href) }
}

const amp: HostProtocol = {
  greeting: { sentinel: 'amp', type: 'embed-ready' },
  size: (size) => ({ sentinel: 'amp', type: 'embed-size', ...size }),
}

/**
 * WordPress sandboxes the frame and gives it a secret, in the fragment or with its first word, which each message
 * repeats. It follows links to the frame's own host only.
 */
function wordPress(hash: string, host: string): HostProtocol {
  let secret = plainWord(/^#\?secret=(.*)$/.exec(hash)?.[1])
  const said = (message: string, value: string | number) => secret && { message, value, secret }
  return {
    size: ({ height }) => said('height', height),
    asks(data) {
      if (field(data, 'message') !== 'ready') return false
      secret ??= plainWord(field(data, 'secret'))
      return secret === field(data, 'secret')
    },
    link: (address) => (address.host === host ? said('link', address.href) : undefined),
  }
}

/**
 * iframe-resizer begins, when it is set up and once more when the frame has loaded: its message has the id it has given
 * to the frame, and settings that are nothing to us. No other host hears a word of it.
 */
function iframeResizer(): HostProtocol {
  let id: string | undefined
  let type = 'init'
  return {
    asks(data) {
      const [, named] = /^\[iFrameSizer\]([^:]+):\d*:(?:true|false):/.exec(typeof data === 'string' ? data : '') ?? []
      if (!named) return false
      id = plainWord(named)
      type = 'init'
      return true
    },
    size({ width, height }) {
      if (!id) return
      // Version 5 expects a word of the frame's own version at the end, if an empty one.
      const said = `[iFrameSizer]${id}:${height}:${width}:${type}:`
      type = 'size'
      return said
    },
  }
}

const datawrapper = (slug: string): HostProtocol => ({
  size: ({ height }) => ({ 'datawrapper-height': { [slug]: height } }),
})

const flourish = (src: string): HostProtocol => ({
  size: ({ height }) => JSON.stringify({ sender: 'Flourish', context: 'iframe.resize', method: 'resize', height, src }),
})

/** `text` if it may be repeated to whoever listens: a plain word. */
function plainWord(text: unknown): string | undefined {
  return typeof text === 'string' && /^[\w-]{1,64}$/.test(text) ? text : undefined
}

function field(data: unknown, name: string): unknown {
  return typeof data === 'object' && data !== null ? Reflect.get(data, name) : undefined
}
