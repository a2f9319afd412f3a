/** Decides what becomes of a picture, film, map, quotation or other page that an input shows in a step. */
import { basename } from 'node:path'
import type { Paragraph, RootContent } from 'mdast'
import { attempt } from '../../content/attempt.ts'
import { filmAt, providerOf } from '../../story/films.ts'
import type { DraftPlace, LocalFile, Note } from '../draft.ts'
import { shortSlug } from '../ids.ts'
import { linksIn, plainWords, proseOf, sourceOfEmbed } from './html.ts'
import { isMapAddress, placeOfMap } from './mapAddress.ts'
import type { Sources } from './sources.ts'
import { toMarkdown } from './toMarkdown.ts'
import { webAddress } from './words.ts'

/** What an input shows beside a text. Captions and credits may be HTML. */
export interface MediaItem {
  url: string
  caption?: string | undefined
  credit?: string | undefined
  alt?: string | undefined
}

/** What becomes of it in a step. */
export interface PlacedMedia {
  blocks: RootContent[]
  place?: DraftPlace
  /** Id of the source that it became */
  source?: string
}

/** What is to decide about a quotation without its speaker */
export const UNNAMED = 'who is quoted: write the name in place of “Speaker to be named”'

const PICTURE = /\.(jpe?g|png|webp|avif|svg|gif|tiff?|bmp|heic)$/i
const SHOWN = /\.(jpe?g|png|webp|avif|svg)$/i
const RECORDING = /\.(mp4|webm|mov|mp3|m4a|wav|ogg)$/i

/** The media of one input. */
export class MediaReader {
  readonly files = new Map<string, Uint8Array>()
  /** File names, by address */
  private readonly names = new Map<string, string>()

  constructor(
    private readonly sources: Sources,
    private readonly local: LocalFile,
    private readonly note: Note,
  ) {}

  /** Places `item` in the step with this heading. */
  async place(item: MediaItem, heading: string, where: string): Promise<PlacedMedia> {
    const written = item.url.trim()
    for (const { url, title } of [...linksIn(item.caption ?? ''), ...linksIn(item.credit ?? '')])
      this.sources.add(url, title)
    if (!written) return { blocks: [] }
    if (/^\s*</.test(written) || (/\s\S+\s/.test(written) && !PICTURE.test(written)))
      return this.html(written, item, heading, where)
    const url = written.startsWith('//')
      ? `https:${written}`
      : written.replace(/^http:(?=\/\/[^/]*(youtu|vimeo))/, 'https:')
    if (isMapAddress(url)) return this.map(url, item, where)
    const provider = providerOf(url)
    const path = url.replace(/[?#].*$/, '')
    const ask = (what: string) => {
      this.note('to decide', what, where)
      return { blocks: [] }
    }
    if (provider && filmAt(url, provider)) {
      const line = this.line(item, heading, this.nameOf(url, '.jpg', shortSlug(heading) || 'film'), url)
      return ask(`a film: put a poster for it beside story.yaml and write ${line}`)
    }
    if (PICTURE.test(path)) return this.picture(url, item, heading, where)
    if (!RECORDING.test(path)) return this.page(url, item, where)
    const name = this.nameOf(url, /\.(mov|mp4|webm)/i.test(url) ? '.mp4' : '.mp3')
    const captions = name.replace(/\.\w+$/, '.vtt')
    const line = this.line(item, heading, name)
    return ask(`a recording: put ${url} beside story.yaml as ${name}, its words as ${captions}, and write ${line}`)
  }

  private async html(html: string, item: MediaItem, heading: string, where: string): Promise<PlacedMedia> {
    const embedded = sourceOfEmbed(html)
    if (embedded) return this.place({ ...item, url: embedded }, heading, where)
    const { blocks, unnamed } = proseOf(/^</.test(html) ? html : `<p>${html}</p>`, this.sources)
    if (unnamed) this.note('to decide', UNNAMED, where)
    if (blocks.length) this.note('carried', /<blockquote/i.test(html) ? 'quotations' : 'texts shown as media', where)
    else this.note('left out', `what is shown by this HTML: ${html.slice(0, 80)}`, where)
    return { blocks }
  }

  private map(url: string, { caption = '' }: MediaItem, where: string): PlacedMedia {
    const place = placeOfMap(url)
    if (place) this.note('changed', 'maps: each is a place of the story', where)
    else this.note('to decide', `where it is: the map at ${url} does not tell latitude and longitude`, where)
    return { blocks: [], ...(place && { place: { ...place, name: plainWords(place.name) || plainWords(caption) } }) }
  }

  private async picture(url: string, item: MediaItem, heading: string, where: string): Promise<PlacedMedia> {
    const ending = SHOWN.exec(url.replace(/[?#].*$/, ''))?.[0].toLowerCase()
    const bytes = await this.local(url)
    const name = this.nameOf(url, ending ?? '.jpg')
    if (!bytes || !ending) {
      const save = ending ? '' : ', saved as JPEG'
      const line = this.line(item, heading, name)
      this.note('to decide', `a picture: put ${url}${save} beside story.yaml as ${name} and write ${line}`, where)
      return { blocks: [] }
    }
    this.files.set(name, bytes)
    this.note('carried', 'pictures beside the input', where)
    const missing = [!item.alt && 'what it shows, in the square brackets', !item.credit && 'its credit'].filter(Boolean)
    if (missing.length) this.note('to decide', `of the picture ${name}: ${missing.join(' and ')}`, where)
    return { blocks: [this.image(item, heading, name)] }
  }

  private page(url: string, { caption = '', credit = '' }: MediaItem, where: string): PlacedMedia {
    const address = /^http/i.test(url) ? webAddress(url) : undefined
    const texts = [caption, credit].map((html) => plainWords(html).replace(/\.$/, ''))
    const words = texts.filter(Boolean).join(', ')
    if (address) this.note('changed', 'pages that were shown are sources to confirm', where)
    else this.note('left out', `what is shown: ${url}${words && ` (${words})`}`, where)
    return { blocks: [], ...(address && { source: this.sources.add(address, words || address) }) }
  }

  /** A line of Markdown that shows the file, or the film with the file as its poster. */
  private line(item: MediaItem, heading: string, name: string, film?: string): string {
    return toMarkdown([this.image(item, heading, name, film)]).trim()
  }

  private image(
    { caption = '', credit = '', alt = '' }: MediaItem,
    heading: string,
    name: string,
    film?: string,
  ): Paragraph {
    const said = plainWords(caption) || heading
    const stop = /[.!?…]$/.test(said) ? '' : '.'
    const image = {
      type: 'image' as const,
      url: name,
      alt: plainWords(alt) || said,
      title: `${said}${stop} Credit: ${plainWords(credit) || 'to be found'}`,
    }
    return { type: 'paragraph', children: [film ? { type: 'link', url: film, children: [image] } : image] }
  }

  /** A file name of a to z, digits, - and _, the same for the same address and for no other. */
  private nameOf(url: string, ending: string, stem = stemOf(url)): string {
    const known = this.names.get(url)
    if (known) return known
    const used = [...this.names.values()]
    let name = `${stem}${ending}`
    for (let i = 2; used.includes(name); i += 1) name = `${stem}-${i}${ending}`
    this.names.set(url, name)
    return name
  }
}

function stemOf(url: string): string {
  const path = url.replace(/[?#].*$/, '')
  const stem = basename(attempt(() => decodeURIComponent(path)) ?? path)
    .replace(/\.\w{2,4}$/, '')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/\W+/g, '-')
    .slice(0, 60)
  return stem.replace(/^-+|-+$/g, '') || 'file'
}
