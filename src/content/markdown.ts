/** Reads the words of a story in one language: a Markdown file with front matter and one section per step. */
import type { Heading, Link, List, ListItem, Nodes, Paragraph, PhrasingContent, Root, RootContent, Table } from 'mdast'
import remarkFrontmatter from 'remark-frontmatter'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import type { Block, Inline } from '../story/prose.ts'
import { foreignIn } from './foreign.ts'
import { DEEPEST_EMPHASIS, markdownExcessIn } from './limits.ts'
import { CHART, chartIn, groupGalleries, Pictures, type ShownFile } from './pictures.ts'
import { didYouMean, type Report } from './problems.ts'
import { type WordsFile, wordsFile } from './schema.ts'
import { invisibleIn, invisibleInWhole } from './text.ts'
import { type Checked, readYaml } from './yaml.ts'

/** A section of the file; `line` is that of its heading. */
export interface Section {
  id: string
  heading: string
  line: number
  body: Block[]
}

/** An entry of “since then”. */
export interface UpdateWords {
  id: string
  line: number
  text: Inline[]
}

export interface WordsRead {
  front: Checked<WordsFile> | undefined
  sections: Section[]
  updates: UpdateWords[]
  /** Each mention of a person: their id and the line */
  named: { id: string; line: number }[]
  files: ShownFile[]
  /** Ids of the figures that the text includes, with the line */
  charts: { id: string; line: number }[]
  /** Ids of the sources, in the order of their first citation */
  cited: string[]
  /** Words in headings and body */
  wordCount: number
}

/** Ids of the sections after the steps, in order: last passage, updates since then, open questions. */
export const CLOSING = 'closing'
export const UPDATES = 'updates'
export const UNKNOWN = 'unknown'
export const AFTER_STEPS = [CLOSING, UPDATES, UNKNOWN]

/** Ids that a text may refer to. `missed`: unknown ids that have already been reported. */
interface KnownIds {
  sources: string[]
  people: string[]
  missed: Set<string>
}

/** Reads a language file. Reports problems and never throws; undefined if the file as a whole cannot be read. */
export function readWords(text: string, known: KnownIds, report: Report): WordsRead | undefined {
  const lines = text.split('\n')
  const end = lines[0]?.trimEnd() === '---' ? lines.findIndex((line, i) => i > 0 && line.trimEnd() === '---') : 0
  if (end < 0) {
    report(1, 'the front matter has no end', 'close it with a line “---”')
    return
  }
  const excess = markdownExcessIn(lines, end + 1)
  if (excess) {
    report(excess.line, excess.message, excess.hint)
    return
  }

  const root: Root = unified()
    .use(remarkParse)
    .use(remarkGfm, { singleTilde: false })
    .use(remarkFrontmatter)
    .parse(text)
  const reader = new MarkdownReader(known, lines, report)
  const sections: Section[] = []
  if (root.children[0]?.type !== 'yaml') {
    report(1, 'the front matter is missing', 'begin the file with “---”, the headline and the names')
    return
  }
  let front: Checked<WordsFile> | undefined
  let early: RootContent | undefined
  for (const node of root.children) {
    if (node.type === 'yaml') front = readYaml(node.value, wordsFile, report, lineOf(node) + 1)
    else if (node.type === 'heading' && (node.depth === 2 || tagged(plainText(node.children)).id))
      sections.push(openSection(node, reader, report))
    else {
      const section = sections.at(-1)
      if (section) section.body.push(...reader.block(node, section.id))
      else early ??= node
    }
  }
  if (early) {
    report(lineOf(early), 'text before the first section', 'begin with “## Heading {#step-id}”')
    // Treat text before the first heading as a section without one.
    sections.unshift({ id: '', heading: '', line: lineOf(early), body: [] })
  }
  reader.reportUnknown()
  const { updates, named, charts, cited, pictures, words } = reader
  for (const section of sections) section.body = groupGalleries(section.body)
  return { front, sections, updates, files: pictures.files, named, charts, cited, wordCount: words }
}

function openSection(node: Heading, reader: MarkdownReader, report: Report): Section {
  const text = plainText(node.children)
  const line = lineOf(node)
  const { words: heading, id } = tagged(text)
  if (node.depth !== 2)
    report(line, `the section “${heading}” begins with “${'#'.repeat(node.depth)}”`, 'begin it with “##”')
  if (!id) report(line, `the section “${text}” has no id`, 'write “## Heading {#step-id}”')
  else if (!heading) report(line, `the section “${id}” has no heading`)
  if (/\{lang\b/.test(heading)) report(line, 'a heading is in one language', 'leave out {lang=…} and its brackets')
  reader.reportInvisible(text, line)
  reader.count(heading)
  return { id, heading, line, body: [] }
}

/** Splits the id off the end of `text`: “The boats {#boats}”. The id is empty if there is none. */
function tagged(text: string): { words: string; id: string } {
  const trimmed = text.trimEnd()
  const start = trimmed.endsWith('}') ? trimmed.lastIndexOf('{#') : -1
  return start < 0
    ? { words: trimmed, id: '' }
    : { words: trimmed.slice(0, start).trimEnd(), id: trimmed.slice(start + 2, -1).trim() }
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

/** Turns Markdown into blocks and collects word count, citations, mentions, figures and files. */
class MarkdownReader {
  cited: string[] = []
  named: { id: string; line: number }[] = []
  charts: { id: string; line: number }[] = []
  updates: UpdateWords[] = []
  words = 0
  readonly pictures: Pictures
  private depth = 0
  private readonly unknown = new Map<string, { kind: 'source' | 'person'; line: number; times: number }>()
  private readonly sources: Set<string>
  /** Source numbers by id, counted from 1 */
  private readonly numbers = new Map<string, number>()

  constructor(
    private readonly known: KnownIds,
    /** Lines of the file */
    private readonly lines: string[],
    private readonly report: Report,
  ) {
    this.sources = new Set(known.sources)
    this.pictures = new Pictures(report, this)
  }

  /** Reports invisible characters in `text` that came from entities (&#8203;); `textOf` has removed all others. */
  reportInvisible(text: string, line: number) {
    const invisible = invisibleIn(text)
    if (invisible) this.report(line, invisible.message, invisible.hint)
  }

  /** Checks a whole paragraph, since a pair of isolates may be split between its parts. */
  private reportInvisibleInWhole(nodes: PhrasingContent[]) {
    const text = plainText(nodes)
    const invisible = invisibleIn(text) ? undefined : invisibleInWhole(text)
    if (invisible && nodes[0]) this.report(lineOf(nodes[0]), invisible.message, invisible.hint)
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
        return [this.list(node, section)]
      case 'table':
        return [this.table(node)]
      case 'heading':
        if (node.depth !== 3) break
        return [{ kind: 'subheading', text: this.inlines(node.children) }]
      case 'html':
        this.report(lineOf(node), 'HTML is left out', 'write Markdown', 'warning')
        return []
      case 'thematicBreak':
      case 'definition':
        return []
    }
    this.report(
      lineOf(node),
      `${UNSUPPORTED[node.type] ?? node.type} cannot stand in an article`,
      'paragraphs, subheadings (###), quotations, lists, tables and images can',
    )
    return []
  }

  private list(node: List, section: string): Block {
    const items = node.children.map((item) => {
      const text = item.children.flatMap((child) => {
        if (child.type === 'paragraph') return this.inlines(child.children, section !== UNKNOWN)
        const what = child.type === 'list' ? 'a list inside a list' : (UNSUPPORTED[child.type] ?? child.type)
        this.report(lineOf(child), `${what} cannot stand in a list`, 'an entry of a list is a line of text')
        return []
      })
      if (section !== UNKNOWN) this.needSource(text, lineOf(item))
      return text
    })
    return { kind: 'list', items, ...(node.ordered && { start: node.start ?? 1 }) }
  }

  /** The source of a table may stand in any cell. */
  private table({ children, align, ...node }: Table): Block {
    const [head = [], ...rows] = children.map((row) => row.children.map((cell) => this.inlines(cell.children)))
    this.needSource([head, ...rows].flat(2), node.position?.start.line ?? 1)
    return { kind: 'table', head, rows, align: head.map((_, i) => align?.[i] ?? undefined) }
  }

  /** Reads an entry of “since then”, which ends in its id; date and sources are in story.yaml. */
  private update(item: ListItem) {
    const text = item.children.flatMap((child) => (child.type === 'paragraph' ? this.inlines(child.children) : []))
    const last = text.at(-1)
    const { words, id } = tagged(typeof last === 'string' ? last : '')
    if (!id) this.report(lineOf(item), 'an update without an id', 'end it with the id it has in story.yaml: {#id}')
    this.updates.push({ id, line: lineOf(item), text: id ? tidy([...text.slice(0, -1), words]) : text })
  }

  private paragraph(node: Paragraph): Block[] {
    const chart = chartIn(node)
    if (chart) {
      const id = chart.url.slice(CHART.length)
      this.reportInvisible(`${chart.alt ?? ''}${chart.url}`, lineOf(node))
      this.charts.push({ id, line: lineOf(node) })
      return [{ kind: 'chart', id }]
    }
    if (this.pictures.misread(node, this.lines)) return []
    const shown = this.pictures.read(node)
    if (shown) return shown
    const text = this.inlines(node.children)
    const hasImage = node.children.some(({ type }) => type === 'image')
    if (text.length && !hasImage) this.needSource(text, lineOf(node))
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
    this.depth += 1
    if (this.depth === 1) this.reportInvisibleInWhole(nodes)
    if (this.depth === DEEPEST_EMPHASIS && nodes[0])
      this.report(lineOf(nodes[0]), 'this is nested deeper than any story', 'write fewer * and _ inside each other')
    const text = this.depth < DEEPEST_EMPHASIS ? tidy(nodes.flatMap((node) => this.inline(node, counted))) : []
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

  private inline(node: PhrasingContent, counted: boolean): Inline[] {
    switch (node.type) {
      case 'text':
        return this.text(node.value, lineOf(node), counted)
      case 'emphasis':
      case 'strong':
        return [{ kind: node.type, text: this.inlines(node.children, counted) }]
      case 'link':
        this.reportInvisible(node.url, lineOf(node))
        if (node.url.startsWith('@')) return this.person(node.url.slice(1), node, counted)
        if (/^(https?:|mailto:|#|[\w./-]*$)/i.test(node.url))
          return [{ kind: 'link', href: node.url, text: this.inlines(node.children, counted) }]
        this.report(lineOf(node), `the link to ${node.url} is left out`, 'links begin with https:', 'warning')
        return this.inlines(node.children, counted)
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
        this.report(lineOf(node), `${UNSUPPORTED[node.type] ?? node.type} cannot stand in a paragraph`)
        return []
    }
  }

  /** Handles `[Ann Skipper](@skipper)`, a mention of a person. */
  private person(id: string, node: Link, counted: boolean): Inline[] {
    const text = this.inlines(node.children, counted)
    this.named.push({ id, line: lineOf(node) })
    if (this.known.people.includes(id)) return [{ kind: 'person', id, text }]
    this.miss('person', id, lineOf(node))
    return text
  }

  /** Splits off reference marks: `… in the harbour. [@A1 @A2]`. */
  private text(value: string, firstLine: number, counted: boolean): Inline[] {
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
      parts.push(before.trimEnd(), { kind: 'cite', sources: this.cites(mark, `@${content}`, line) })
      line += mark.split('\n').length - 1
      end = index + mark.length
    }
    parts.push(value.slice(end))
    if (counted) for (const part of parts) if (typeof part === 'string') this.count(part)
    // Keep no-break spaces.
    return parts.map((part) => (typeof part === 'string' ? part.replace(/[ \t\n]+/g, ' ') : part))
  }

  /** Numbers of the sources in a reference mark, sorted, each once. */
  private cites(mark: string, content: string, line: number): number[] {
    const names = content.split(/[\s;,]+/).filter(Boolean)
    if (!mark.endsWith(']')) this.report(line, `the reference mark “${mark.trim()}” is not closed`, 'write [@source]')
    else if (names.some((name) => !/^@./.test(name)))
      this.report(line, `the reference mark “${mark}” has more than sources`, 'write [@source @source]')
    else return [...new Set(names.flatMap((name) => this.cite(name.slice(1), line)))].sort((a, b) => a - b)
    return []
  }

  private cite(id: string, line: number): number[] {
    if (!this.sources.has(id)) {
      this.miss('source', id, line)
      return []
    }
    const number = this.numbers.get(id) ?? this.cited.push(id)
    this.numbers.set(id, number)
    return [number]
  }
}

/** Joins adjacent strings, drops empty ones and trims both ends. */
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

function plainText(nodes: PhrasingContent[], depth = 0): string {
  if (depth > DEEPEST_EMPHASIS) return ''
  return nodes
    .map((node) => ('value' in node ? node.value : 'children' in node ? plainText(node.children, depth + 1) : ''))
    .join('')
}

function lineOf(node: Nodes): number {
  return node.position?.start.line ?? 1
}
