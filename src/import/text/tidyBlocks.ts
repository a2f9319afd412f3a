import type { Blockquote, List, ListItem, PhrasingContent, RootContent, Table } from 'mdast'
import { endIn, hasWords, inlines, splitAtBreaks } from './inlines.ts'
import type { Sources } from './sources.ts'

/** Blocks that a story can hold, and what could not be kept of them. */
export interface Tidied {
  blocks: RootContent[]
  /** Quotations that name no speaker */
  unnamed: number
  /** Addresses of links that a story cannot have, such as one to a file of the old site */
  unlinked: string[]
}

/** Keeps of Markdown what a story can hold, and ends each block in its reference mark. Links become sources to confirm. */
export function tidyBlocks(nodes: RootContent[], sources: Sources): Tidied {
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
    list.children.flatMap(({ children }) => {
      const own = children.flatMap((child) => (child.type === 'paragraph' ? child.children : []))
      const inner = children.flatMap((child) => (child.type === 'list' ? entries(child) : []))
      return [words(own), ...inner].filter(hasWords)
    })
  const items = entries(node)
  if (!items.length) return []
  const children = items.map((item): ListItem => {
    const paragraph = { type: 'paragraph' as const, children: marked(item) }
    return { type: 'listItem', spread: false, children: [paragraph] }
  })
  const start = node.ordered && { start: node.start ?? 1 }
  return [{ type: 'list', ordered: node.ordered ?? false, spread: false, ...start, children }]
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
  const children = said.map((children, i) => ({
    type: 'paragraph' as const,
    children: i === said.length - 1 ? marked(children) : children,
  }))
  return [{ type: 'blockquote', children }]
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
