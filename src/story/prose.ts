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
  /** Reference marks; each number is the source's place in the list at the end, counted from 1. */
  | { kind: 'cite'; sources: number[] }

export type Block =
  | { kind: 'paragraph'; text: Inline[] }
  /** `by` is the line that says who spoke and who printed it. */
  | { kind: 'quotation'; text: Inline[]; by: Inline[] }
  | { kind: 'list'; items: Inline[][] }
  | { kind: 'image'; src: string; alt: string; caption: Inline[] }

/** A run of text without its marks and links. */
export function plainText(text: Inline[]): string {
  return text
    .map((part) => (typeof part === 'string' ? part : part.kind === 'cite' ? '' : plainText(part.text)))
    .join('')
}
