/** Reads the words of a story in one language: a Markdown file with front matter and one section per step. */
import type { Heading, ListItem, RootContent } from 'mdast'
import remarkFrontmatter from 'remark-frontmatter'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import { groupGalleries } from '../blocks/media/parse.ts'
import { lineOf, nameOf } from '../blocks/parser.ts'
import { parseBlock, textsIn } from '../blocks/parsers.ts'
import { type Block, type Inline, plainText } from '../story/prose.ts'
import { InlineReader, type KnownIds, textOfNodes, tidy } from './inlines.ts'
import { markdownExcessIn } from './limits.ts'
import type { Report } from './problems.ts'
import { type WordsFile, wordsFile } from './schema/words.ts'
import { type Checked, readYaml } from './yaml.ts'

/** A section of the file; `line` is that of its heading. */
export interface Section {
  id: string
  heading: string
  line: number
  body: Block[]
}

/** An entry of “since then” or of what is not known. The id is empty if there is none. */
interface Entry {
  id: string
  line: number
  text: Inline[]
}

/** What a file says, and what its texts refer to. */
export interface WordsRead extends Pick<InlineReader, 'named' | 'files' | 'charts' | 'cited' | 'asked' | 'awaiting'> {
  front: Checked<WordsFile> | undefined
  sections: Section[]
  updates: Entry[]
  questions: Entry[]
  /** Words in headings and body */
  wordCount: number
}

/** Ids of the sections after the steps, in order: last passage, updates since then, open questions. */
export const CLOSING = 'closing'
export const UPDATES = 'updates'
export const UNKNOWN = 'unknown'
export const AFTER_STEPS = [CLOSING, UPDATES, UNKNOWN]

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

  const { children: nodes } = unified()
    .use(remarkParse)
    .use(remarkGfm, { singleTilde: false })
    .use(remarkFrontmatter)
    .parse(text)
  const reader = new InlineReader(known, lines, report)
  const [first] = nodes
  if (first?.type !== 'yaml') {
    report(1, 'the front matter is missing', 'begin the file with “---”, the headline and the names')
    return
  }
  const front = readYaml(first.value, wordsFile, report, lineOf(first) + 1)
  const sections: Section[] = []
  const updates: Entry[] = []
  const questions: Entry[] = []
  let early: RootContent | undefined
  for (const node of nodes.slice(1)) {
    const section = sections.at(-1)
    if (node.type === 'heading' && (node.depth === 2 || tagged(textOfNodes(node.children)).id))
      sections.push(readHeading(node, reader))
    else if (!section) early ??= node
    else if (node.type === 'list' && (section.id === UPDATES || section.id === UNKNOWN)) {
      const entries = node.children.map((item) => readEntry(item, reader))
      if (section.id === UPDATES) updates.push(...entries)
      else questions.push(...entries)
    } else section.body.push(...(parseBlock(node, reader) ?? reportUnsupported(node, report)))
  }
  if (early) {
    report(lineOf(early), 'text before the first section', 'begin with “## Heading {#step-id}”')
    // Treat text before the first heading as a section without one.
    sections.unshift({ id: '', heading: '', line: lineOf(early), body: [] })
  }
  for (const { id, line } of updates)
    if (!id) report(line, 'an update without an id', 'end it with the id it has in story.yaml: {#id}')
  reader.reportUnknown()
  for (const section of sections) section.body = groupGalleries(section.body)
  const { named, files, charts, cited, asked, awaiting } = reader
  const texts = sections.flatMap((section) => (section.id === UNKNOWN ? [] : textsOf(section, { updates, questions })))
  const words = [...sections.map(({ heading }) => heading), ...texts.map(plainText)].join(' ').split(/\s+/)
  const wordCount = words.filter((word) => /[\p{L}\p{N}]/u.test(word)).length
  return { front, sections, updates, questions, named, files, charts, cited, asked, awaiting, wordCount }
}

/** All texts of a section below its heading. */
export function textsOf(
  { id, body }: Section,
  { updates, questions }: Pick<WordsRead, 'updates' | 'questions'>,
): Inline[][] {
  const entries = id === UPDATES ? updates : id === UNKNOWN ? questions : []
  return [...entries.map(({ text }) => text), ...body.flatMap(textsIn)]
}

function readHeading(node: Heading, reader: InlineReader): Section {
  const text = textOfNodes(node.children)
  const line = lineOf(node)
  const { words: heading, id } = tagged(text)
  if (node.depth !== 2)
    reader.report(line, `the section “${heading}” begins with “${'#'.repeat(node.depth)}”`, 'begin it with “##”')
  if (!id) reader.report(line, `the section “${text}” has no id`, 'write “## Heading {#step-id}”')
  else if (!heading) reader.report(line, `the section “${id}” has no heading`)
  if (/\{lang\b/.test(heading))
    reader.report(line, 'a heading is in one language', 'leave out {lang=…} and its brackets')
  reader.reportInvisible(text, line)
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

/** Reads an entry of a list that ends in its id. */
function readEntry(item: ListItem, reader: InlineReader): Entry {
  const text = item.children.flatMap((child) => (child.type === 'paragraph' ? reader.inlines(child.children) : []))
  const last = text.at(-1)
  const { words, id } = tagged(typeof last === 'string' ? last : '')
  return { id, line: lineOf(item), text: id ? tidy([...text.slice(0, -1), words]) : text }
}

/** Reports a node that is no block of an article. */
function reportUnsupported(node: RootContent, report: Report): Block[] {
  if (node.type === 'html') {
    const hasText = /[\p{L}\p{N}]|<iframe/iu.test(
      node.value.replace(/<(script|style)[\s\S]*?<\/\1>|<!--[\s\S]*?-->|<(?!iframe)[^>]*>/gi, ''),
    )
    if (hasText) report(lineOf(node), 'HTML is left out, and what it shows with it', 'write the text in Markdown')
    else report(lineOf(node), 'HTML is left out', 'write Markdown', 'warning')
  } else if (node.type !== 'thematicBreak' && node.type !== 'definition')
    report(
      lineOf(node),
      `${nameOf(node)} cannot stand in an article`,
      'paragraphs, subheadings (###), quotations, lists, tables and images can',
    )
  return []
}
