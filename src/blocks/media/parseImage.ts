/** Parses a picture, film or sound: a Markdown image on a line of its own. */
import type { Image, PhrasingContent, RootContent } from 'mdast'
import { providerOf } from '../../story/films.ts'
import type { Medium } from '../../story/prose.ts'
import { lineOf, type TextReader } from '../parser.ts'
import { type Fault, misnamed } from './parseFaults.ts'

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

/** Hint: the file types of `kinds`. */
export function endingsOf(...kinds: Medium['kind'][]): string {
  return `name a file that ends in ${kinds.flatMap((kind) => ENDINGS[kind]).join(', ')}`
}

/** The children of a paragraph without line breaks and blank text. */
export function piecesOf(node: RootContent): PhrasingContent[] {
  if (node.type !== 'paragraph') return []
  return node.children.filter((child) => child.type !== 'break' && !(child.type === 'text' && !child.value.trim()))
}

/** The pieces of a paragraph that has only media and dividers between them; undefined for others. */
export function mediaIn(node: RootContent): PhrasingContent[] | undefined {
  const pieces = piecesOf(node)
  const isMedium = (piece: PhrasingContent) => piece.type === 'image' || posterIn(piece) !== undefined
  return pieces.some(isMedium) && pieces.every((piece) => isMedium(piece) || isDivider(piece)) ? pieces : undefined
}

/** The image in a link, which is the poster of a film. */
export function posterIn(node: PhrasingContent): Image | undefined {
  const [only, ...more] = node.type === 'link' ? node.children : []
  return only?.type === 'image' && more.length === 0 ? only : undefined
}

/** True for the line between two pictures to compare. */
export function isDivider(node: PhrasingContent): boolean {
  return node.type === 'text' && node.value.trim() === '|'
}

/** Parses `![What it shows](file.jpg "Caption. Credit: whose it is")`; undefined if a problem was reported. */
export function parseImage(node: Image, reader: TextReader): Medium | undefined {
  const { url, title } = node
  const [line, alt] = [lineOf(node), node.alt?.trim() ?? '']
  reader.reportInvisible(`${node.alt ?? ''}${title ?? ''}${url}`, line)
  const kind = (['picture', 'film', 'sound'] as const).find((kind) =>
    ENDINGS[kind].some((ending) => url.toLowerCase().endsWith(ending)),
  )
  const [, caption = '', credit = ''] = /^(.*?)\s*\bCredit:\s*(\S.*)$/s.exec(title ?? '') ?? []
  const fault = faultOf(url, kind, alt, caption && credit)
  if (fault) reader.report(line, ...fault)
  if (fault || !kind) return
  const captions = kind === 'picture' ? undefined : url.replace(/\.\w+$/, '.vtt')
  reader.files.push({ file: url, line }, ...(captions ? [{ file: captions, line, captionsOf: url }] : []))
  return { kind, src: url, alt, caption, credit, captions }
}

/** The first problem of an image. */
function faultOf(url: string, kind: Medium['kind'] | undefined, alt: string, words: string): Fault | undefined {
  if (providerOf(url))
    return [
      `the film ${url} has no poster`,
      `write [![What it shows](poster.jpg "What it is. Credit: whose it is")](${url})`,
    ]
  if (/[/\\:]/.test(url))
    return [`the image ${url} is not in the story’s folder`, 'put the file beside story.yaml and write its name alone']
  if (!/^[\w.-]+$/.test(url)) return misnamed(url)
  const unshown = UNSHOWN.find(({ endings }) => endings.test(url))
  if (unshown)
    return [
      `${url} is ${unshown.what} that browsers do not show`,
      `save it as ${unshown.format}: ${url.replace(unshown.endings, unshown.ending)}`,
    ]
  if (!kind) return [`${url} is no picture, film or sound`, endingsOf('picture', 'film', 'sound')]
  if (!alt) return [`the image ${url} has no alternative text`, 'write it between the square brackets']
  if (!words)
    return [`the image ${url} has no caption with its credit`, `write (${url} "What it is. Credit: whose it is")`]
  return
}
