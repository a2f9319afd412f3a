/** Reads pictures, films and sound: Markdown images on lines of their own. */
import type { Image, Link, Nodes, Paragraph, PhrasingContent } from 'mdast'
import { filmAt, PROVIDERS, providerOf } from '../story/films.ts'
import type { Block, Medium } from '../story/prose.ts'
import { didYouMean, type Report } from './problems.ts'

/** A file that the text shows, with the line; `captionsOf`: the film or sound that it captions. */
export interface ShownFile {
  file: string
  line: number
  captionsOf?: string
}

/** File types that all supported browsers show. */
const ENDINGS: Record<Medium['kind'], string[]> = {
  picture: ['.jpg', '.jpeg', '.png', '.webp', '.avif', '.svg'],
  film: ['.mp4', '.webm'],
  sound: ['.mp3', '.m4a'],
}

/** Common file types that browsers do not show, and the format to convert them to. */
const UNSHOWN = [
  {
    endings: /\.(heic|heif|tiff?|bmp|gif|jfif|jxl|psd|raw|dng|cr2|nef)$/i,
    what: 'a picture',
    format: 'JPEG',
    ending: '.jpg',
  },
  { endings: /\.(mov|m4v|avi|mkv|wmv|3gp|mpe?g)$/i, what: 'a film', format: 'MP4', ending: '.mp4' },
  { endings: /\.(wav|aiff?|flac|ogg|opus|wma|aac)$/i, what: 'sound', format: 'MP3', ending: '.mp3' },
]

function kindOf(file: string): Medium['kind'] | undefined {
  const kinds = ['picture', 'film', 'sound'] as const
  return kinds.find((kind) => ENDINGS[kind].some((ending) => file.toLowerCase().endsWith(ending)))
}

/** Hint: the syntax of a picture. */
const FORM = 'write ![What it shows](file.jpg "What it is. Credit: whose it is")'

/** Prefix of a figure's address: `![…](chart:crossed)` */
export const CHART = 'chart:'

/** The figure that a paragraph consists of; undefined for other paragraphs. */
export function chartIn(node: Paragraph): Image | undefined {
  const [only, ...more] = piecesOf(node)
  return only?.type === 'image' && only.url.startsWith(CHART) && more.length === 0 ? only : undefined
}

/** Reads paragraphs of media and collects the files they name. */
export class Pictures {
  files: ShownFile[] = []

  constructor(
    private readonly report: Report,
    private readonly text: { reportInvisible: (text: string, line: number) => void; count: (text: string) => void },
  ) {}

  /**
   * Reports lines that look like pictures but that Markdown reads as text, and returns whether there are any. `lines`: of
   * the whole file.
   */
  misread(node: Paragraph, lines: string[]): boolean {
    const images = imagesIn(node).map(lineOf)
    const [first, last] = [lineOf(node), node.position?.end.line ?? 1]
    const wrong = lines.slice(first - 1, last).flatMap((written, i) => {
      if (!/^\s*\[?!\[/.test(written)) return []
      const [intended, parsed] = [written.split('![').length - 1, images.filter((line) => line === first + i).length]
      return intended > parsed ? { written, line: first + i } : []
    })
    for (const { written, line } of wrong) {
      const faults = written.split(/\s\|\s/).map(faultOf)
      const [message, hint] = faults.find((fault) => fault) ?? ['this line begins like a picture and is none', FORM]
      this.report(line, message, hint)
    }
    return wrong.length > 0
  }

  /** Reads a paragraph that consists of pictures only; undefined for other paragraphs. */
  read(node: Paragraph): Block[] | undefined {
    const pieces = piecesOf(node)
    const pictures = pieces.filter((piece) => piece.type === 'image' || posterIn(piece))
    const dividers = pieces.filter(isDivider)
    if (pictures.length === 0 || pictures.length + dividers.length < pieces.length) return
    if (dividers.length) return this.compared(pieces, lineOf(node))
    const media = pictures.flatMap((piece) =>
      piece.type === 'image' ? this.medium(piece) : piece.type === 'link' ? this.film(piece) : [],
    )
    return media.map((medium) => ({ kind: 'media', media: [medium] }))
  }

  /** Reads a comparison: `![…](before.jpg "…") | ![…](after.jpg "…")` */
  private compared([first, divider, second, ...more]: PhrasingContent[], line: number): Block[] {
    if (first?.type !== 'image' || !divider || !isDivider(divider) || second?.type !== 'image' || more.length) {
      this.report(
        line,
        'two pictures are compared, no more and no less',
        'write ![…](before.jpg "…") | ![…](after.jpg "…")',
      )
      return []
    }
    const media = [...this.medium(first), ...this.medium(second)]
    if (media.length < 2) return []
    if (media.every(({ kind }) => kind === 'picture')) return [{ kind: 'media', media, compared: true }]
    this.report(line, 'only pictures are compared, no films and no sound', 'write them without the | between them')
    return []
  }

  /** Reads a film on another server with a poster of ours: `[![What it shows](poster.jpg "…")](https://…)` */
  private film(node: Link): Medium[] {
    const { url } = node
    const poster = posterIn(node)
    const provider = providerOf(url)
    const film = provider && filmAt(url, provider)
    this.text.reportInvisible(url, lineOf(node))
    const refuse = (message: string, hint: string) => {
      this.report(lineOf(node), message, hint)
      return []
    }
    if (!provider)
      return refuse(`the film at ${url} is with nobody whose films can be shown`, nearestHost(url) ?? everyExample())
    if (!film) return refuse(`the address ${url} names no film`, `of ${provider.name} it is ${provider.example}`)
    const [medium] = poster ? this.medium(poster) : []
    if (!medium) return []
    if (medium.kind === 'picture') return [{ ...medium, film }]
    return refuse(
      `the poster of a film is a picture, ${medium.src} is not`,
      `name a file that ends in ${ENDINGS.picture.join(', ')}`,
    )
  }

  /** Reads `![What it shows](file.jpg "Caption. Credit: whose it is")` and reports the first problem. */
  private medium(node: Image): Medium[] {
    const { url, alt, title } = node
    const line = lineOf(node)
    this.text.reportInvisible(`${alt ?? ''}${title ?? ''}${url}`, line)
    const kind = kindOf(url)
    const [, caption = '', credit = ''] = /^(.*?)\s*\bCredit:\s*(\S.*)$/s.exec(title ?? '') ?? []
    const unshown = UNSHOWN.find(({ endings }) => endings.test(url))
    const wrong = providerOf(url)
      ? [
          `the film ${url} has no poster`,
          `write [![What it shows](poster.jpg "What it is. Credit: whose it is")](${url})`,
        ]
      : /[/\\:]/.test(url)
        ? [`the image ${url} is not in the story’s folder`, 'put the file beside story.yaml and write its name alone']
        : !/^[\w.-]+$/.test(url)
          ? misnamed(url)
          : unshown
            ? [
                `${url} is ${unshown.what} that browsers do not show`,
                `save it as ${unshown.format}: ${url.replace(unshown.endings, unshown.ending)}`,
              ]
            : !kind
              ? [
                  `${url} is no picture, film or sound`,
                  `name a file that ends in ${Object.values(ENDINGS).flat().join(', ')}`,
                ]
              : !alt?.trim()
                ? [`the image ${url} has no alternative text`, 'write it between the square brackets']
                : !caption || !credit
                  ? [
                      `the image ${url} has no caption with its credit`,
                      `write (${url} "What it is. Credit: whose it is")`,
                    ]
                  : undefined
    if (wrong || !kind) {
      this.report(line, wrong?.[0] ?? '', wrong?.[1])
      return []
    }
    const captions = kind === 'picture' ? undefined : url.replace(/\.\w+$/, '.vtt')
    this.files.push({ file: url, line }, ...(captions ? [{ file: captions, line, captionsOf: url }] : []))
    this.text.count(caption)
    return [{ kind, src: url, alt: alt?.trim() ?? '', caption, credit, captions }]
  }
}

/** Merges adjacent media into galleries; films on other servers and comparisons stay apart. */
export function groupGalleries(body: Block[]): Block[] {
  const blocks: Block[] = []
  for (const block of body) {
    const last = blocks.at(-1)
    if (inGallery(block) && last && inGallery(last))
      blocks[blocks.length - 1] = { ...last, media: [...last.media, ...block.media] }
    else blocks.push(block)
  }
  return blocks
}

function inGallery(block: Block): block is Extract<Block, { kind: 'media' }> {
  return block.kind === 'media' && !block.compared && !block.media.some(({ film }) => film)
}

type Fault = [message: string, hint: string]

/** Why Markdown does not parse `written`, “![…](…)”, as a picture; undefined if the reason is unclear. */
function faultOf(written: string): Fault | undefined {
  const { 0: opening = '', index = 0 } = /\]\s*\(/.exec(written) ?? {}
  if (!opening) return /\]\s*[(<[]/.test(written) ? undefined : ['a picture without its file', FORM]
  if (opening !== '](') return ['a space between ] and ( of a picture', 'write ](…) without it']
  const inside = written.slice(index + opening.length)
  const start = inside.search(/\s["'“”„«»‘’]/)
  const file = (start < 0 ? inside.replace(/\)[^)]*$/, '') : inside.slice(0, start)).trim()
  if (!/^[\w.-]+$/.test(file)) return /[/\\:]/.test(file) ? undefined : misnamed(file)
  const caption = inside.slice(start).trim()
  const mark = caption[0] ?? ''
  if (/[“”„«»‘’]/.test(mark))
    return [`curly quotation marks around the caption of ${file}`, `write straight ones: (${file} "…")`]
  if (!/\)/.test(caption)) return [`the picture ${file} has no closing bracket`, `write (${file} "…")`]
  const marks = caption.replaceAll(`\\${mark}`, '').split(mark).length - 1
  if (marks === 1) return [`the caption of ${file} has no closing quotation mark`, `write (${file} "…")`]
  if (marks > 2) return [`a straight quotation mark inside the caption of ${file}`, 'write “ and ” inside a caption']
  return
}

/** The problem of a file name that is unsafe in addresses or on some servers. */
function misnamed(file: string): Fault {
  const name = decoded(file)
  const plain = name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replaceAll('ß', 'ss')
    .replace(/[^\w.]+/g, '-')
    .replace(/^-+|-+(?=\.|$)/g, '')
  const better = /^[\w-]+\.\w+$/.test(plain)
    ? `rename the file to ${plain}`
    : 'rename the file, to quay.jpg for example'
  return [`the name of the file “${name}” has other characters than a to z, 0 to 9, - and _`, better]
}

/** Decodes `%20` and the like; returns invalid input unchanged. */
function decoded(file: string): string {
  try {
    return decodeURIComponent(file)
  } catch {
    return file
  }
}

/** All images in a paragraph, including reference-style images and images in links. */
function imagesIn(node: Paragraph | PhrasingContent): Nodes[] {
  if (node.type === 'image' || node.type === 'imageReference') return [node]
  return 'children' in node ? node.children.flatMap(imagesIn) : []
}

/** The children of a paragraph without line breaks and blank text. */
function piecesOf({ children }: Paragraph): PhrasingContent[] {
  return children.filter((child) => child.type !== 'break' && !(child.type === 'text' && !child.value.trim()))
}

/** The image in a link, which is the poster of a film. */
function posterIn(node: PhrasingContent): Image | undefined {
  const [only, ...more] = node.type === 'link' ? node.children : []
  return only?.type === 'image' && more.length === 0 ? only : undefined
}

function isDivider(node: PhrasingContent): boolean {
  return node.type === 'text' && node.value.trim() === '|'
}

/** A hint for a misspelt host. */
function nearestHost(url: string): string | undefined {
  const [, host = ''] = /^(?:https?:)?\/*([^/?#]+)/.exec(url) ?? []
  const hosts = PROVIDERS.flatMap((provider) => provider.hosts)
  return hosts.includes(host) ? `write https://${host}/…` : didYouMean(host, hosts)
}

function everyExample(): string {
  return `write that of ${PROVIDERS.map(({ name, example }) => `${name} (${example})`).join(' or ')}`
}

function lineOf(node: Nodes): number {
  return node.position?.start.line ?? 1
}
