/** Films on other servers: the providers whose players may be embedded, and their addresses. */

/** A film on another server. */
export interface Film {
  /** Name of the provider */
  provider: string
  /** Host that receives a request when the film is played */
  host: string
  /** Address of its player, with autoplay */
  player: string
  /** Address of the film itself */
  page: string
}

interface Provider {
  name: string
  /** Origin of the player, for the page's `frame-src` */
  origin: string
  /** Hosts of addresses that authors may paste */
  hosts: string[]
  /** Form of a film's address, for hints */
  example: string
  /** Path of the player and address of the film at a pasted address; undefined if that is no film */
  find: (pasted: URL) => { player: string; page: string } | undefined
}

export const PROVIDERS: Provider[] = [
  {
    name: 'YouTube',
    origin: 'https://www.youtube-nocookie.com',
    hosts: ['www.youtube.com', 'youtube.com', 'm.youtube.com', 'youtu.be', 'www.youtube-nocookie.com'],
    example: 'https://www.youtube.com/watch?v=, and 11 letters, digits, - or _',
    find({ hostname, pathname, searchParams }) {
      const path = hostname === 'youtu.be' ? pathname : /^\/(?:embed|shorts|live)(\/.*)/.exec(pathname)?.[1]
      const id = path?.slice(1) ?? (pathname === '/watch' ? searchParams.get('v') : undefined)
      if (!id || !/^[\w-]{11}$/.test(id)) return
      const [, from] = /^(\d+)s?$/.exec(searchParams.get('t') ?? '') ?? []
      return {
        player: `/embed/${id}?autoplay=1${from ? `&start=${from}` : ''}`,
        page: `https://www.youtube.com/watch?v=${id}${from ? `&t=${from}` : ''}`,
      }
    },
  },
  {
    name: 'Vimeo',
    origin: 'https://player.vimeo.com',
    hosts: ['vimeo.com', 'www.vimeo.com', 'player.vimeo.com'],
    example: 'https://vimeo.com/, and a number',
    find({ pathname, searchParams }) {
      // An unlisted film has a second number, and does not play without it.
      const [, id, unlisted = searchParams.get('h')] = /^\/(?:video\/)?(\d+)(?:\/([\da-f]+))?\/?$/.exec(pathname) ?? []
      if (!id || (unlisted && !/^[\da-f]+$/.test(unlisted))) return
      return {
        player: `/video/${id}?autoplay=1&dnt=1${unlisted ? `&h=${unlisted}` : ''}`,
        page: `https://vimeo.com/${id}${unlisted ? `/${unlisted}` : ''}`,
      }
    },
  },
]

/**
 * Attributes of a player's iframe. It needs scripts and its own origin, and its links open new windows. Players refuse to
 * play without a referrer, so send the origin only, never the page.
 */
export const PLAYER = {
  allow: 'autoplay; fullscreen; picture-in-picture',
  sandbox: 'allow-scripts allow-same-origin allow-popups allow-popups-to-escape-sandbox',
  referrerPolicy: 'strict-origin',
} as const

/** The provider at `address`; undefined if it is not on the list. */
export function providerOf(address: string): Provider | undefined {
  const url = URL.canParse(address) ? new URL(address) : undefined
  return PROVIDERS.find(({ hosts }) => url?.protocol === 'https:' && hosts.includes(url.hostname))
}

/** The provider's film at `address`; undefined if that is no film. */
export function filmAt(address: string, { name, origin, find }: Provider): Film | undefined {
  const found = find(new URL(address))
  return (
    found && {
      provider: name,
      host: new URL(origin).hostname.replace(/^www\./, ''),
      player: origin + found.player,
      page: found.page,
    }
  )
}
