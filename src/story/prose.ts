import type { Film } from './films.ts'

/** Inline text, parsed from Markdown at build. It contains no HTML, so no author's text can become markup. */
export type Inline =
  | string
  | { kind: 'emphasis' | 'strong'; text: Inline[] }
  | { kind: 'link'; href: string; text: Inline[] }
  /** The first mention of a person; `id` is their id in the list of people */
  | { kind: 'person'; id: string; text: Inline[] }
  /** Words in another language than the story's; `lang` is BCP 47 */
  | { kind: 'foreign'; lang: string; text: Inline[] }
  | Cite

/** Where a claim comes from. */
export interface Cite {
  kind: 'cite'
  /** Numbers of sources in the list at the end, counted from 1 */
  sources: number[]
  /** Set if they contradict one another */
  differ?: true
  /** Ids of entries of what is not known */
  open?: string[]
  /** Set in a draft where no source has been found yet */
  awaits?: true
}

/** A picture, film or sound. `src` is a file beside the story as an author names it; in the page, a path under its folder. */
export interface Medium {
  kind: 'picture' | 'film' | 'sound'
  src: string
  alt: string
  caption: string
  credit: string
  /** WebVTT file of a film or sound */
  captions?: string | undefined
  /** Pixels */
  width?: number
  height?: number
  /** The picture in modern formats, best first, for `<source>`; `srcset` lists files with widths */
  sources?: { type: string; srcset: string[] }[]
  /** The film that this picture is the poster of */
  film?: Film
  /** Markup of an SVG, inlined instead of the file */
  svg?: string
}

/** What a block of each kind holds. */
interface Kinds {
  paragraph: { text: Inline[] }
  /** `by`: the line with the speaker and the publisher */
  quotation: { text: Inline[]; by: Inline[] }
  /** `start`: first number of an ordered list */
  list: { items: Inline[][]; start?: number }
  subheading: { text: Inline[] }
  table: { head: Inline[][]; rows: Inline[][][]; align: ('left' | 'center' | 'right' | undefined)[] }
  /** One medium, or a gallery */
  media: { media: Medium[] }
  /** Two pictures to compare */
  comparison: { media: Medium[] }
  /** A figure of the story, by id */
  chart: { id: string }
}

/** A block of a passage. `blocks/` has a folder for each kind. */
export type Block<K extends keyof Kinds = keyof Kinds> = { [Kind in K]: { kind: Kind } & Kinds[Kind] }[K]

/** Text without markup and reference marks. */
export function plainText(text: Inline[]): string {
  return text
    .map((part) => (typeof part === 'string' ? part : part.kind === 'cite' ? '' : plainText(part.text)))
    .join('')
}

/** Removes soft hyphens, for titles outside the page, where some programs show them. */
export function withoutHyphens(text: string): string {
  return text.replaceAll('\u00AD', '')
}
