import type { Nodes, PhrasingContent, RootContent } from 'mdast'
import type { Report } from '../content/problems.ts'
import type { Block, Inline } from '../story/prose.ts'

/** A kind of block in an author's Markdown. */
export interface BlockParser<K extends Block['kind']> {
  /** The blocks that `node` stands for, none if a problem was reported; undefined if `node` is of another kind. */
  parse: (node: RootContent, reader: TextReader) => Block<K>[] | undefined
  /** The texts of a block that readers read, for counting words and comparing translations */
  textsIn: (block: Block<K>) => Inline[][]
}

/** A file that the text shows, with the line; `captionsOf`: the film or sound that it captions. */
export interface ShownFile {
  file: string
  line: number
  captionsOf?: string
}

/** The reader of a language file, as far as blocks use it. */
export interface TextReader {
  report: Report
  /** Lines of the file, for mistakes that Markdown parses as text */
  lines: string[]
  /** Collects the files that the text shows. */
  files: ShownFile[]
  /** Collects the ids of the figures that the text includes, with the line. */
  charts: { id: string; line: number }[]
  /** Parses emphasis, links, people, languages and citations. */
  inlines: (nodes: PhrasingContent[]) => Inline[]
  /** Reports `text` if it cites no source. */
  needSource: (text: Inline[], line: number) => void
  /** Reports invisible characters in `text`. */
  reportInvisible: (text: string, line: number) => void
}

/** Markdown nodes that a story cannot use, in an author's words. */
const UNSUPPORTED: Record<string, string> = {
  heading: 'a heading of this level',
  code: 'a block of code (or a line with four spaces before it)',
  html: 'HTML',
  linkReference: 'a link by its name',
  imageReference: 'an image by its name',
  footnoteDefinition: 'a footnote',
  delete: 'a text struck through',
}

/** What an author would call a node that cannot be used where it is. */
export function nameOf({ type }: Nodes): string {
  return UNSUPPORTED[type] ?? type
}

/** Line where a node begins. */
export function lineOf({ position }: Nodes): number {
  return position?.start.line ?? 1
}
