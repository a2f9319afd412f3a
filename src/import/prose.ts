/** Turns the HTML of another program into blocks that our Markdown can hold, each with its reference mark. */
import type { Element, ElementContent, Nodes, Root } from 'hast'
import type { Blockquote, List, PhrasingContent, RootContent, Table } from 'mdast'
import rehypeParse from 'rehype-parse'
import rehypeRemark from 'rehype-remark'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import { withoutInvisible } from '../content/text.ts'
import type { Sources } from './sources.ts'
import { singleLine, webAddress } from './words.ts'

/** What a text holds besides its words. */
export interface Prose {
  blocks: RootContent[]
  /** Pictures, films, sounds and frames in the text */
  media: { url: string; alt: string }[]
  /** Quotations that name no speaker */
  unnamed: number
  /** Addresses of links that a story cannot have, such as one to a file of the old site */
  unlinked: string[]
}

const markdown = unified().use(remarkParse).use(remarkGfm, { singleTilde: false })
const toMdast = unified().use(rehypeParse, { fragment: true }).use(rehypeRemark)

/** Converts HTML, or plain text in which a blank line begins a paragraph. Links become sources to confirm. */
export function proseOf(text: string, sources: Sources): Prose {
  const root = toMdast.parse(paragraphs(text))
  const media: Prose['media'] = []
  takeMedia(root, media)
  markSpeakers(root)
  const { children } = toMdast.runSync(root)
  return { ...tidyBlocks(children, sources), media }
}

/** Converts Markdown, as in a cell of our own sheet. */
export function proseOfMarkdown(text: string, sources: Sources): Prose {
  return { ...tidyBlocks(markdown.parse(text).children, sources), media: [] }
}

/** The words of HTML in a single line: a heading, a caption. */
export function plainWords(html: string): string {
  const words = (node: Nodes): string => {
    if (node.type === 'text') return node.value
    if (node.type === 'element' && /^(script|style)$/.test(node.tagName)) return ''
    const text = 'children' in node ? node.children.map(words).join('') : ''
    return node.type === 'element' && /^(p|br|div|li|h\d|blockquote)$/.test(node.tagName) ? ` ${text} ` : text
  }
  return singleLine(words(toMdast.parse(html)))
}

/** Addresses of the links in HTML, with their words. */
export function linksIn(html: string): { url: string; title: string }[] {
  return elementsIn(toMdast.parse(html), /^a$/).flatMap((link) => {
    const url = attribute(link, 'href')
    return /^https?:/i.test(url) ? { url, title: textOf(link) } : []
  })
}

/** The address of the frame or picture that a piece of HTML is. */
export function sourceOfEmbed(html: string): string | undefined {
  const media: Prose['media'] = []
  takeMedia(toMdast.parse(html), media)
  return media[0]?.url
}

/** Wraps plain text in paragraphs where it has blank lines and no blocks of its own. */
function paragraphs(text: string): string {
  if (/<(p|div|ul|ol|blockquote|table|h\d)\b/i.test(text)) return text
  return text
    .split(/\r?\n[ \t]*\r?\n/)
    .map((part) => `<p>${part}</p>`)
    .join('')
}

function elementsIn(node: Nodes, name: RegExp): Element[] {
  const inside = 'children' in node ? node.children.flatMap((child) => elementsIn(child, name)) : []
  return node.type === 'element' && name.test(node.tagName) ? [node, ...inside] : inside
}

function attribute(element: Element, name: string): string {
  const value = element.properties[name]
  return typeof value === 'string' ? value.trim() : ''
}

function textOf(node: Nodes): string {
  if (node.type === 'text') return node.value
  return 'children' in node ? node.children.map(textOf).join('') : ''
}

/** Takes pictures, films and frames out of the text. */
function takeMedia(parent: Root | Element, media: Prose['media']) {
  const kept: ElementContent[] = []
  for (const child of parent.children) {
    if (child.type === 'doctype') continue
    if (child.type === 'element' && /^(img|iframe|video|audio|embed|object)$/.test(child.tagName)) {
      const inner = elementsIn(child, /^source$/)[0]
      const url = attribute(child, 'src') || attribute(child, 'data') || (inner ? attribute(inner, 'src') : '')
      if (url) media.push({ url, alt: attribute(child, 'alt') || attribute(child, 'title') })
      continue
    }
    if (child.type === 'element') takeMedia(child, media)
    kept.push(child)
  }
  parent.children = kept
}

/** Turns `<cite>` or `<footer>` of a quotation into the line of its speaker. */
function markSpeakers(root: Root) {
  for (const quotation of elementsIn(root, /^blockquote$/)) {
    const [cite] = elementsIn(quotation, /^(cite|footer)$/)
    if (!cite) continue
    const words = textOf(cite).replace(/^[\s—–-]+/, '')
    cite.children = []
    const text = { type: 'text' as const, value: `— ${words}` }
    if (words) quotation.children.push({ type: 'element', tagName: 'p', properties: {}, children: [text] })
  }
}

type Tidied = Omit<Prose, 'media'>

/** Keeps what our Markdown has, and ends each block in its mark. */
function tidyBlocks(nodes: RootContent[], sources: Sources): Tidied {
  const tidied: Tidied = { blocks: [], unnamed: 0, unlinked: [] }
  const words = (children: PhrasingContent[]) => inlines(children, tidied.unlinked)
  const marked = (children: PhrasingContent[]) => endIn(children, sources.mark(children))
  const add = (node: RootContent): void => {
    switch (node.type) {
      case 'paragraph':
        for (const part of splitAtBreaks(node.children)) {
          const children = words(part)
          if (hasWords(children)) tidied.blocks.push({ type: 'paragraph', children: marked(children) })
        }
        return
      case 'heading': {
        const children = words(node.children)
        if (hasWords(children)) tidied.blocks.push({ type: 'heading', depth: 3, children })
        return
      }
      case 'code':
        add({ type: 'paragraph', children: [{ type: 'text', value: node.value }] })
        return
      case 'list':
        tidied.blocks.push(...listOf(node, words, marked))
        return
      case 'blockquote':
        tidied.blocks.push(...quotationOf(node, words, marked, tidied))
        return
      case 'table':
        tidied.blocks.push(tableOf(node, words, marked))
        return
      default:
        if ('children' in node && node.type !== 'footnoteDefinition') for (const child of node.children) add(child)
    }
  }
  for (const node of nodes) add(node)
  return tidied
}

type Words = (children: PhrasingContent[]) => PhrasingContent[]

/** A list without lists inside it: their entries follow one another. */
function listOf(node: List, words: Words, marked: Words): List[] {
  const entries = (list: List): PhrasingContent[][] =>
    list.children.flatMap((item) => {
      const own = item.children.flatMap((child) =>
        'children' in child && child.type === 'paragraph' ? child.children : [],
      )
      const inner = item.children.flatMap((child) => (child.type === 'list' ? entries(child) : []))
      return [words(own), ...inner].filter(hasWords)
    })
  const items = entries(node)
  if (!items.length) return []
  return [
    {
      type: 'list',
      ordered: node.ordered ?? false,
      spread: false,
      ...(node.ordered && { start: node.start ?? 1 }),
      children: items.map((children) => ({
        type: 'listItem',
        spread: false,
        children: [{ type: 'paragraph', children: marked(children) }],
      })),
    },
  ]
}

function quotationOf(node: Blockquote, words: Words, marked: Words, tidied: Tidied): Blockquote[] {
  const said = node.children
    .flatMap((child) => (child.type === 'paragraph' ? splitAtBreaks(child.children) : []))
    .map(words)
    .filter(hasWords)
  if (!said.length) return []
  const [first] = said.at(-1) ?? []
  const named = said.length > 1 && first?.type === 'text' && /^[—–]/.test(first.value)
  if (!named) {
    tidied.unnamed += 1
    said.push([{ type: 'text', value: '— Speaker to be named' }])
  }
  return [
    {
      type: 'blockquote',
      children: said.map((children, i) => ({
        type: 'paragraph',
        children: i === said.length - 1 ? marked(children) : children,
      })),
    },
  ]
}

function tableOf(node: Table, words: Words, marked: Words): Table {
  const last = node.children.at(-1)
  return {
    ...node,
    children: node.children.map((row) => ({
      ...row,
      children: row.children.map((cell, i) => {
        const children = words(cell.children)
        return { ...cell, children: row === last && i === row.children.length - 1 ? marked(children) : children }
      }),
    })),
  }
}

/** Splits a paragraph where two breaks follow one another. */
function splitAtBreaks(nodes: PhrasingContent[]): PhrasingContent[][] {
  const parts: PhrasingContent[][] = [[]]
  let breaks = 0
  for (const node of nodes) {
    const blank = node.type === 'text' && !node.value.trim()
    if (node.type === 'break') breaks += 1
    else if (!blank) {
      if (breaks > 1) parts.push([])
      breaks = 0
    }
    parts.at(-1)?.push(node)
  }
  return parts
}

function hasWords(nodes: PhrasingContent[]): boolean {
  return nodes.some((node) => ('value' in node ? /\S/.test(node.value) : 'children' in node && hasWords(node.children)))
}

/** Keeps words, emphasis and links. */
function inlines(nodes: PhrasingContent[], unlinked: string[]): PhrasingContent[] {
  const parts = nodes.flatMap((node): PhrasingContent[] => {
    switch (node.type) {
      case 'text':
        return linkify(withoutInvisible(node.value))
      case 'inlineCode':
        return [{ type: 'text', value: withoutInvisible(node.value) }]
      case 'break':
        return [{ type: 'text', value: ' ' }]
      case 'emphasis':
      case 'strong': {
        const children = inlines(node.children, unlinked)
        return hasWords(children) ? [{ type: node.type, children }] : children
      }
      case 'link': {
        const children = inlines(node.children, unlinked).flatMap((child) =>
          child.type === 'link' ? child.children : child,
        )
        const url = webAddress(node.url)
        if (!hasWords(children)) return []
        if (url) return [{ type: 'link', url, children }]
        unlinked.push(node.url)
        return children
      }
      case 'delete':
        return inlines(node.children, unlinked)
      default:
        return []
    }
  })
  return trimmed(joined(parts))
}

/** Makes links of bare addresses, as TimelineJS does. */
function linkify(text: string): PhrasingContent[] {
  return text.split(/(https?:\/\/[^\s<>"“”]*[^\s<>"“”.,;:!?)\]’'])/).flatMap((part, i): PhrasingContent[] => {
    if (!part) return []
    const url = i % 2 ? webAddress(part) : undefined
    return url
      ? [{ type: 'link', url, children: [{ type: 'text', value: harmless(part) }] }]
      : [{ type: 'text', value: part }]
  })
}

/** Changes what our Markdown would read as a reference mark, a footnote, an id or a language. */
function harmless(text: string): string {
  return text
    .replace(/[ \t\r\n]+/g, ' ')
    .replace(/\[(?=[@^])/g, '(')
    .replace(/\{(?=\s*(lang|#))/gi, '(')
}

function joined(nodes: PhrasingContent[]): PhrasingContent[] {
  const parts: PhrasingContent[] = []
  for (const node of nodes) {
    const last = parts.at(-1)
    if (node.type === 'text' && last?.type === 'text')
      parts[parts.length - 1] = { ...last, value: last.value + node.value }
    else parts.push(node)
  }
  return parts
}

/** Ends a text in a mark or an id, which stand as they are. */
export function endIn(children: PhrasingContent[], value: string): PhrasingContent[] {
  return [...joined([...children, { type: 'text', value: ' ' }]), { type: 'html', value }]
}

/** Without spaces at both ends and double ones between. */
function trimmed(nodes: PhrasingContent[]): PhrasingContent[] {
  return nodes.map((node, i) => {
    if (node.type !== 'text') return node
    let value = harmless(node.value)
    if (i === 0) value = value.trimStart()
    if (i === nodes.length - 1) value = value.trimEnd()
    return { ...node, value }
  })
}
