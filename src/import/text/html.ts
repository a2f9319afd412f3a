/** Reads the HTML of another program: as blocks of ours, as plain words, and what it links to and shows. */
import type { Element, ElementContent, Nodes, Root } from 'hast'
import rehypeParse from 'rehype-parse'
import rehypeRemark from 'rehype-remark'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import type { Sources } from './sources.ts'
import { type Tidied, tidyBlocks } from './tidyBlocks.ts'
import { singleLine } from './words.ts'

/** A text as blocks, and what it shows besides its words. */
export interface Prose extends Tidied {
  /** Pictures, films, sounds and frames in the text */
  media: { url: string; alt: string }[]
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
  return singleLine(wordsOf(toMdast.parse(html)))
}

function wordsOf(node: Nodes): string {
  if (node.type === 'text') return node.value
  if (node.type === 'element' && /^(script|style)$/.test(node.tagName)) return ''
  const text = 'children' in node ? node.children.map(wordsOf).join('') : ''
  return node.type === 'element' && /^(p|br|div|li|h\d|blockquote)$/.test(node.tagName) ? ` ${text} ` : text
}

/** Addresses of the links in HTML, with their words. */
export function linksIn(html: string): { url: string; title: string }[] {
  return elementsIn(toMdast.parse(html), /^a$/).flatMap((link) => {
    const url = attribute(link, 'href')
    return /^https?:/i.test(url) ? { url, title: wordsOf(link) } : []
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
    const words = wordsOf(cite).replace(/^[\s—–-]+/, '')
    cite.children = []
    const text = { type: 'text' as const, value: `— ${words}` }
    if (words) quotation.children.push({ type: 'element', tagName: 'p', properties: {}, children: [text] })
  }
}
