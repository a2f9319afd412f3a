/** Keeps of a line of Markdown what a story can hold: words, emphasis and links. */
import type { PhrasingContent } from 'mdast'
import { textOfNodes } from '../../content/inlines.ts'
import { visible, webAddress } from './words.ts'

/** Splits a paragraph where two breaks follow one another. */
export function splitAtBreaks(nodes: PhrasingContent[]): PhrasingContent[][] {
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

/** True if a text has more than spaces. */
export function hasWords(nodes: PhrasingContent[]): boolean {
  return /\S/.test(textOfNodes(nodes))
}

/** Words, emphasis and links; addresses that a story cannot have are added to `unlinked`. */
export function inlines(nodes: PhrasingContent[], unlinked: string[]): PhrasingContent[] {
  const parts = nodes.flatMap((node): PhrasingContent[] => {
    switch (node.type) {
      case 'text':
        return linkify(node.value)
      case 'inlineCode':
        return [{ type: 'text', value: node.value }]
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
  return visible(text)
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
