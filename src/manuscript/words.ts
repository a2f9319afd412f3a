/** The words of a story in one language: a Markdown file with front matter and one section for each step. */
import type { Link, ListItem, Nodes, Paragraph, PhrasingContent, Root, RootContent } from 'mdast'
import remarkFrontmatter from 'remark-frontmatter'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import type { Block, Inline } from '../story/prose.ts'
import { didYouMean, type Report } from './problems.ts'
import { type WordsFile, wordsFile } from './schema.ts'
import { type Checked, readYaml } from './yaml.ts'

/** A section as it stands in the file; `line` is that of its heading. */
export interface Section {
  id: string
  heading: string
  line: number
  body: Block[]
}

/** An entry of “since then”: its words, and the line they stand on. */
export interface UpdateWords {
  id: string
  line: number
  text: Inline[]
}

export interface WordsRead {
  front: Checked<WordsFile> | undefined
  sections: Section[]
  updates: UpdateWords[]
  /** Ids of the people the text names, as often as it does, with the line */
  named: { id: string; line: number }[]
  /** Ids of the sources, in the order in which the text first cites them */
  cited: string[]
  /** Words in headings and body */
  wordCount: number
}

/** Section ids that are no steps, in their order: the last passage, what came after it, and what is not known. */
export const CLOSING = 'closing'
export const UPDATES = 'updates'
export const UNKNOWN = 'unknown'
export const AFTER_STEPS = [CLOSING, UPDATES, UNKNOWN]

/** What a text may refer to: ids of sources and of people. */
interface Known {
  sources: string[]
  people: string[]
}

/** Reads a language file against the ids it may refer to. Problems are reported, nothing is thrown. */
export function readWords(text: string, known: Known, report: Report): WordsRead {
  const root: Root = unified().use(remarkParse).use(remarkFrontmatter).parse(text)
  const scribe = new Scribe(known, report)
  const sections: Section[] = []
  let front: Checked<WordsFile> | undefined
  for (const node of root.children) {
    if (node.type === 'yaml') front = readYaml(node.value, wordsFile, report, lineOf(node) + 1)
    else if (node.type === 'heading' && node.depth === 2)
      sections.push(openSection(node.children, lineOf(node), scribe, report))
    else {
      const section = sections.at(-1)
      if (section) section.body.push(...scribe.block(node, section.id))
      else report(lineOf(node), 'text before the first section', 'begin with “## Heading {#step-id}”')
    }
  }
  if (root.children[0]?.type !== 'yaml')
    report(1, 'the front matter is missing', 'begin the file with “---”, the headline and the names')
  const { updates, named, cited, words } = scribe
  return { front, sections, updates, named, cited, wordCount: words }
}

function openSection(children: PhrasingContent[], line: number, scribe: Scribe, report: Report): Section {
  const text = plainText(children)
  const [, heading = text, id = ''] = /^(.*?)\s*\{#([^}]*)\}\s*$/.exec(text) ?? []
  if (!id) report(line, `the section “${text}” has no id`, 'write “## Heading {#step-id}”')
  if (!heading) report(line, `the section “${id}” has no heading`)
  scribe.count(heading)
  return { id, heading, line, body: [] }
}

/** Turns Markdown into blocks and keeps count of words and citations. */
class Scribe {
  cited: string[] = []
  named: { id: string; line: number }[] = []
  updates: UpdateWords[] = []
  words = 0

  constructor(
    private readonly known: Known,
    private readonly report: Report,
  ) {}

  count(text: string) {
    this.words += text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length
  }

  block(node: RootContent, section: string): Block[] {
    switch (node.type) {
      case 'paragraph':
        return this.paragraph(node)
      case 'blockquote':
        return this.quotation(node.children, lineOf(node))
      case 'list':
        if (section === UPDATES) {
          for (const item of node.children) this.update(item)
          return []
        }
        return [
          {
            kind: 'list',
            items: node.children.map((item) => {
              const text = item.children.flatMap((child) =>
                child.type === 'paragraph' ? this.inlines(child.children, section !== UNKNOWN) : [],
              )
              if (section !== UNKNOWN) this.needSource(text, lineOf(item))
              return text
            }),
          },
        ]
      case 'html':
        this.report(lineOf(node), 'HTML is left out', 'write Markdown', 'warning')
        return []
      case 'thematicBreak':
      case 'definition':
        return []
      default:
        this.report(
          lineOf(node),
          `${node.type} cannot stand in an article`,
          'paragraphs, quotations, lists and images can',
        )
        return []
    }
  }

  /** An entry of “since then” ends in its id; date and sources are in story.yaml. */
  private update(item: ListItem) {
    const text = item.children.flatMap((child) => (child.type === 'paragraph' ? this.inlines(child.children) : []))
    const last = text.at(-1)
    const [, words = '', id = ''] = (typeof last === 'string' && /^(.*?)\s*\{#([^}]*)\}$/s.exec(last)) || []
    if (!id) this.report(lineOf(item), 'an update without an id', 'end it with the id it has in story.yaml: {#id}')
    this.updates.push({ id, line: lineOf(item), text: id ? tidy([...text.slice(0, -1), words]) : text })
  }

  private paragraph(node: Paragraph): Block[] {
    const [only] = node.children
    if (only?.type === 'image' && node.children.length === 1) {
      if (!only.alt)
        this.report(
          lineOf(node),
          `the image ${only.url} has no alternative text`,
          'write it between the square brackets',
        )
      return [{ kind: 'image', src: only.url, alt: only.alt ?? '', caption: only.title ? [only.title] : [] }]
    }
    const text = this.inlines(node.children)
    if (text.length) this.needSource(text, lineOf(node))
    return text.length ? [{ kind: 'paragraph', text }] : []
  }

  private quotation(children: RootContent[], line: number): Block[] {
    const paragraphs = children.flatMap((child) => (child.type === 'paragraph' ? [this.inlines(child.children)] : []))
    const by = paragraphs.at(-1) ?? []
    const [first] = by
    if (paragraphs.length < 2 || typeof first !== 'string' || !/^[—–]/.test(first)) {
      this.report(line, 'a quotation without its speaker', 'end it with a paragraph “— Name, quoted by … [@source]”')
    }
    this.needSource(paragraphs.flat(), line)
    return [{ kind: 'quotation', text: paragraphs.slice(0, -1).flat(), by }]
  }

  private needSource(text: Inline[], line: number) {
    if (!text.some((part) => typeof part !== 'string' && part.kind === 'cite')) {
      this.report(line, 'a claim without a source', 'end the paragraph with its reference marks: [@source]')
    }
  }

  private inlines(nodes: PhrasingContent[], counted = true): Inline[] {
    return tidy(nodes.flatMap((node) => this.inline(node, counted)))
  }

  private inline(node: PhrasingContent, counted: boolean): Inline[] {
    switch (node.type) {
      case 'text':
        return this.text(node.value, lineOf(node), counted)
      case 'emphasis':
      case 'strong':
        return [{ kind: node.type, text: this.inlines(node.children, counted) }]
      case 'link':
        if (node.url.startsWith('@')) return this.person(node.url.slice(1), node, counted)
        if (/^(https?:|mailto:|#|[\w./-]*$)/i.test(node.url))
          return [{ kind: 'link', href: node.url, text: this.inlines(node.children, counted) }]
        this.report(lineOf(node), `the link to ${node.url} is left out`, 'links begin with https:', 'warning')
        return this.inlines(node.children, counted)
      case 'html':
        this.report(lineOf(node), `HTML is left out: ${node.value}`, 'write Markdown', 'warning')
        return []
      case 'inlineCode':
        return [node.value]
      case 'break':
        return [' ']
      case 'image':
        this.report(lineOf(node), 'an image inside a paragraph', 'give it a paragraph of its own')
        return []
      default:
        this.report(lineOf(node), `${node.type} cannot stand in a paragraph`)
        return []
    }
  }

  /** `[Maria Kolesnikova](@kolesnikova)`: the text names a person of the story. */
  private person(id: string, node: Link, counted: boolean): Inline[] {
    const text = this.inlines(node.children, counted)
    this.named.push({ id, line: lineOf(node) })
    if (this.known.people.includes(id)) return [{ kind: 'person', id, text }]
    this.report(lineOf(node), `unknown person “${id}”`, didYouMean(id, this.known.people))
    return text
  }

  /** Splits off reference marks: `… in Minsk. [@S05 @S14]`. */
  private text(value: string, line: number, counted: boolean): Inline[] {
    const parts: Inline[] = []
    let end = 0
    for (const match of value.matchAll(/\s*\[((?:@[^\s\]]+\s*)+)\]/g)) {
      parts.push(value.slice(end, match.index))
      end = match.index + match[0].length
      const before = value.slice(0, match.index).split('\n').length - 1 + (match[0].match(/^\s*\n/) ? 1 : 0)
      const ids = (match[1] ?? '')
        .trim()
        .split(/\s+/)
        .map((id) => id.replace(/^@|[;,]$/g, ''))
      parts.push({ kind: 'cite', sources: ids.flatMap((id) => this.cite(id, line + before)).sort((a, b) => a - b) })
    }
    parts.push(value.slice(end))
    if (counted) for (const part of parts) if (typeof part === 'string') this.count(part)
    return parts.map((part) => (typeof part === 'string' ? part.replace(/\s+/g, ' ') : part))
  }

  private cite(id: string, line: number): number[] {
    if (!this.known.sources.includes(id)) {
      this.report(line, `unknown source “${id}”`, didYouMean(id, this.known.sources))
      return []
    }
    if (!this.cited.includes(id)) this.cited.push(id)
    return [this.cited.indexOf(id) + 1]
  }
}

/** Joins strings that stand side by side and drops empty ones and space at the ends. */
function tidy(parts: Inline[]): Inline[] {
  const joined: Inline[] = []
  for (const part of parts) {
    const last = joined.at(-1)
    if (typeof part === 'string' && typeof last === 'string') joined[joined.length - 1] = last + part
    else joined.push(part)
  }
  const [first, last] = [joined[0], joined.at(-1)]
  if (typeof first === 'string') joined[0] = first.trimStart()
  if (typeof last === 'string' && joined.length) joined[joined.length - 1] = String(joined.at(-1)).trimEnd()
  return joined.filter((part) => part !== '')
}

function plainText(nodes: PhrasingContent[]): string {
  return nodes
    .map((node) => ('value' in node ? node.value : 'children' in node ? plainText(node.children) : ''))
    .join('')
}

function lineOf(node: Nodes): number {
  return node.position?.start.line ?? 1
}
