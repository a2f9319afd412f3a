/** Reads inline text: emphasis, links, people, languages and citations. */
import type { Link, PhrasingContent } from 'mdast'
import { lineOf, nameOf, type ShownFile, type TextReader } from '../blocks/parser.ts'
import type { Cite, Inline } from '../story/prose.ts'
import { foreignIn } from './foreign.ts'
import { DEEPEST_EMPHASIS } from './limits.ts'
import { didYouMean, type Report } from './problems.ts'
import { invisibleIn, invisibleInWhole } from './text.ts'

/** Ids that a text may refer to. `missed`: unknown ids that have already been reported. */
export interface KnownIds {
  sources: string[]
  people: string[]
  /** Whether paragraphs need no marks, since the story names its sources as a whole */
  whole?: boolean
  /** Whether ids are not known, since story.yaml cannot be read: any will do */
  any?: boolean
  missed: Set<string>
}

/** Reads the text of one file, and collects citations, mentions, figures and files. */
export class InlineReader implements TextReader {
  files: ShownFile[] = []
  charts: { id: string; line: number }[] = []
  /** Each mention of a person: their id and the line */
  named: { id: string; line: number }[] = []
  /** Ids of the sources, in the order of their first citation */
  cited: string[] = []
  /** Each mention of what is not known: the id of the entry and the line */
  asked: { id: string; line: number }[] = []
  /** Lines of `[@?]`, where a claim awaits its source */
  awaiting: number[] = []
  private depth = 0
  private readonly unknown = new Map<string, { kind: 'source' | 'person'; line: number; times: number }>()
  constructor(
    private readonly known: KnownIds,
    readonly lines: string[],
    readonly report: Report,
  ) {}

  /** Reports invisible characters in `text` that came from entities (&#8203;); `textOf` has removed all others. */
  reportInvisible(text: string, line: number, check = invisibleIn) {
    const invisible = check(text)
    if (invisible) this.report(line, invisible.message, invisible.hint)
  }

  /** Reports each unknown id once. */
  reportUnknown() {
    for (const [id, { kind, line, times }] of this.unknown) {
      if (this.known.missed.has(id)) continue
      this.known.missed.add(id)
      const among = kind === 'source' ? this.known.sources : this.known.people
      this.report(line, `unknown ${kind} “${id}”${times > 1 ? `, ${times} times` : ''}`, didYouMean(id, among))
    }
  }

  private miss(kind: 'source' | 'person', id: string, line: number) {
    const { line: first, times } = this.unknown.get(id) ?? { line, times: 0 }
    this.unknown.set(id, { kind, line: first, times: times + 1 })
  }

  /** Reports `text` if it cites no source. */
  needSource(text: Inline[], line: number) {
    const isMark = (part: Inline) =>
      typeof part !== 'string' && part.kind === 'cite' && (part.sources.length > 0 || !part.open || part.awaits)
    if (!this.known.whole && !text.some(isMark))
      this.report(line, 'a claim without a source', 'end the paragraph with its reference marks: [@source]')
  }

  /** Parses the children of a node. */
  inlines(nodes: PhrasingContent[]): Inline[] {
    this.depth += 1
    const [first] = nodes
    const whole = this.depth === 1 ? textOfNodes(nodes) : ''
    // A pair of isolates may be split between the parts of a paragraph; each part is checked by itself.
    if (first && !invisibleIn(whole)) this.reportInvisible(whole, lineOf(first), invisibleInWhole)
    if (first && this.depth === DEEPEST_EMPHASIS)
      this.report(lineOf(first), 'this is nested deeper than any story', 'write fewer * and _ inside each other')
    const text = this.depth < DEEPEST_EMPHASIS ? tidy(nodes.flatMap((node) => this.inline(node))) : []
    this.depth -= 1
    return this.foreign(text, nodes)
  }

  /** Handles `[Estamos bien]{lang=es}`. */
  private foreign(text: Inline[], nodes: PhrasingContent[]): Inline[] {
    const { text: marked, faults } = foreignIn(text)
    for (const { mark, message, hint } of faults) {
      const node = nodes.find((node) => node.type === 'text' && node.value.includes(mark))
      const above = node?.type === 'text' ? node.value.slice(0, node.value.indexOf(mark)).split('\n').length - 1 : 0
      this.report(node ? lineOf(node) + above : 1, message, hint)
    }
    return marked
  }

  private inline(node: PhrasingContent): Inline[] {
    switch (node.type) {
      case 'text':
        return this.text(node.value, lineOf(node))
      case 'emphasis':
      case 'strong':
        return [{ kind: node.type, text: this.inlines(node.children) }]
      case 'link':
        this.reportInvisible(node.url, lineOf(node))
        if (node.url.startsWith('@')) return this.person(node.url.slice(1), node)
        if (/^(https?:|mailto:|#|[\w./-]*$)/i.test(node.url))
          return [{ kind: 'link', href: node.url, text: this.inlines(node.children) }]
        this.report(lineOf(node), `the link to ${node.url} is left out`, 'links begin with https:', 'warning')
        return this.inlines(node.children)
      case 'html':
        if (!node.value.startsWith('</'))
          this.report(lineOf(node), `HTML is left out: ${node.value}`, 'write Markdown', 'warning')
        return []
      case 'inlineCode':
        this.reportInvisible(node.value, lineOf(node))
        return [node.value]
      case 'break':
        return [' ']
      case 'footnoteReference':
        return [] // its definition is reported
      case 'image':
        this.report(lineOf(node), 'an image inside a paragraph', 'give it a paragraph of its own')
        return []
      default:
        this.report(lineOf(node), `${nameOf(node)} cannot stand in a paragraph`)
        return []
    }
  }

  /** Handles `[Ann Skipper](@skipper)`, a mention of a person. */
  private person(id: string, node: Link): Inline[] {
    const text = this.inlines(node.children)
    this.named.push({ id, line: lineOf(node) })
    if (this.known.any || this.known.people.includes(id)) return [{ kind: 'person', id, text }]
    this.miss('person', id, lineOf(node))
    return text
  }

  /** Splits off reference marks: `… in the harbour. [@A1 @A2]`. */
  private text(value: string, firstLine: number): Inline[] {
    this.reportInvisible(value, firstLine)
    // Markdown leaves a footnote reference without a definition as text.
    const [note] = value.match(/\[\^[^\]\s]+\]/) ?? []
    if (note)
      this.report(
        firstLine,
        `a footnote cannot stand in a paragraph: ${note}`,
        'cite a source, [@source], or say it in the text',
      )
    const parts: Inline[] = []
    let [end, line] = [0, firstLine]
    for (const { 0: mark, 1: content = '', index } of value.matchAll(/\[@([^[\]]*)\]?/g)) {
      const before = value.slice(end, index)
      line += before.split('\n').length - 1
      parts.push(before.trimEnd(), this.cites(mark, `@${content}`, line))
      line += mark.split('\n').length - 1
      end = index + mark.length
    }
    parts.push(value.slice(end))
    // Keep no-break spaces.
    return parts.map((part) => (typeof part === 'string' ? part.replace(/[ \t\n]+/g, ' ') : part))
  }

  /**
   * Reads a reference mark: sources, sorted, each once; `vs` between sources that contradict one another; `@?id` for an
   * entry of what is not known; `@?` alone for a source that is still to be found.
   */
  private cites(mark: string, content: string, line: number): Cite {
    const words = content.split(/[\s;,]+/).filter(Boolean)
    const open = words.flatMap((word) => (word.startsWith('@?') && word.slice(2)) || [])
    const [awaits, differ] = [words.includes('@?'), words.includes('vs')]
    const names = words.filter((word) => word !== 'vs' && !word.startsWith('@?'))
    this.asked.push(...open.map((id) => ({ id, line })))
    if (awaits) this.awaiting.push(line)
    let sources: number[] = []
    if (!mark.endsWith(']')) this.report(line, `the reference mark “${mark.trim()}” is not closed`, 'write [@source]')
    else if (names.some((name) => !/^@./.test(name)))
      this.report(line, `the reference mark “${mark}” has more than sources`, 'write [@source @source]')
    else sources = [...new Set(names.flatMap((name) => this.cite(name.slice(1), line)))].sort((a, b) => a - b)
    return {
      kind: 'cite',
      sources,
      ...(differ && { differ }),
      ...(awaits && { awaits }),
      ...(open.length > 0 && { open }),
    }
  }

  private cite(id: string, line: number): number[] {
    if (this.known.any || this.known.sources.includes(id)) return [this.cited.indexOf(id) + 1 || this.cited.push(id)]
    this.miss('source', id, line)
    return []
  }
}

/** Joins adjacent strings, drops empty ones and trims both ends. */
export function tidy(parts: Inline[]): Inline[] {
  const joined: Inline[] = []
  for (const part of parts) {
    const last = joined.at(-1)
    if (typeof part === 'string' && typeof last === 'string') joined.splice(-1, 1, last + part)
    else joined.push(part)
  }
  const [first] = joined
  if (typeof first === 'string') joined[0] = first.trimStart()
  const last = joined.at(-1)
  if (typeof last === 'string') joined.splice(-1, 1, last.trimEnd())
  return joined.filter((part) => part !== '')
}

/** The words of a text without its marks. */
export function textOfNodes(nodes: PhrasingContent[], depth = 0): string {
  if (depth > DEEPEST_EMPHASIS) return ''
  return nodes
    .map((node) => ('value' in node ? node.value : 'children' in node ? textOfNodes(node.children, depth + 1) : ''))
    .join('')
}
