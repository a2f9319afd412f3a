import type { Film } from './films.ts'

/**
 * A passage as the page shows it: blocks of text made from Markdown at build. There is no HTML in it, so nothing an
 * author writes can become markup.
 */
export type Inline =
  | string
  | { kind: 'emphasis' | 'strong'; text: Inline[] }
  | { kind: 'link'; href: string; text: Inline[] }
  /** Where the text first names a person; `id` is that of their entry in the list of people. */
  | { kind: 'person'; id: string; text: Inline[] }
  /** Words in another language than the story's; `lang` is BCP 47 */
  | { kind: 'foreign'; lang: string; text: Inline[] }
  /** Reference marks; each number is the source's place in the list at the end, counted from 1. */
  | { kind: 'cite'; sources: number[] }

/** A picture, a film or sound. As an author names it `src` is a file beside the story; in the page, one under its folder. */
export interface Medium {
  kind: 'picture' | 'film' | 'sound'
  src: string
  alt: string
  caption: string
  credit: string
  /** Of film and sound: what is said in it, as WebVTT */
  captions?: string | undefined
  /** Pixels */
  width?: number
  height?: number
  /** The picture in modern formats, the best first; each entry of `srcset` is a file and its width */
  sources?: { type: string; srcset: string[] }[]
  /** Of a picture: the film that it is the poster of */
  film?: Film
  /** Of an SVG: its markup, which stands in the page in place of a file */
  svg?: string
}

export type Block =
  | { kind: 'paragraph'; text: Inline[] }
  /** `by` is the line that says who spoke and who printed it. */
  | { kind: 'quotation'; text: Inline[]; by: Inline[] }
  /** `start`: the first number of one that is counted */
  | { kind: 'list'; items: Inline[][]; start?: number }
  | { kind: 'subheading'; text: Inline[] }
  | { kind: 'table'; head: Inline[][]; rows: Inline[][][]; align: ('left' | 'center' | 'right' | undefined)[] }
  /** One medium, or a small gallery of them; or two pictures, to be compared */
  | { kind: 'media'; media: Medium[]; compared?: true }
  /** Where a figure of the story stands */
  | { kind: 'chart'; id: string }

/** A run of text without its marks and links. */
export function plainText(text: Inline[]): string {
  return text
    .map((part) => (typeof part === 'string' ? part : part.kind === 'cite' ? '' : plainText(part.text)))
    .join('')
}

/** A text without soft hyphens, for titles that are no part of a page: programs keep them, and some show them. */
export function withoutHyphens(text: string): string {
  return text.replaceAll('\u00AD', '')
}
