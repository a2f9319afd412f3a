/** Films that stay where they are: the closed list of those whose players may be shown, and what each needs. */

/** A film on somebody else's server. */
export interface Film {
  /** Who has it, as readers know them */
  provider: string
  /** The host that is asked when it is played */
  host: string
  /** Address of its player, which begins at once */
  player: string
  /** Address of the film itself */
  page: string
}

interface Provider {
  name: string
  /** The only origin that a page with one of its films may show in a frame */
  origin: string
  /** Hosts of the addresses that an author may paste */
  hosts: string[]
  /** How an address looks that names a film */
  example: string
  /** Path of the player and address of the film, for what an author has pasted; undefined where it names none */
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
      // A film that is not listed has a second number, without which it is not shown.
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
 * What a player's frame may do. It needs scripts and its own origin; its links open windows of their own. Players refuse
 * to play for who does not say where they are: the origin is told, never the page.
 */
export const PLAYER = {
  allow: 'autoplay; fullscreen; picture-in-picture',
  sandbox: 'allow-scripts allow-same-origin allow-popups allow-popups-to-escape-sandbox',
  referrerPolicy: 'strict-origin',
} as const

/** Who has what is at `address`; undefined where it is nobody on the list. */
export function providerOf(address: string): Provider | undefined {
  const url = URL.canParse(address) ? new URL(address) : undefined
  return PROVIDERS.find(({ hosts }) => url?.protocol === 'https:' && hosts.includes(url.hostname))
}

/** The film of `provider` at `address`; undefined where it names none. */
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
