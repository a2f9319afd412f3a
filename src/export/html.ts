import type { Words } from '../content/read.ts'
import type { StoryFile } from '../content/schema/story.ts'
import { escapeHtml } from '../story/escapeHtml.ts'
import type { Block, Cite, Inline } from '../story/prose.ts'

/** The sources that marks refer to by number. */
export interface Cited {
  sources: StoryFile['sources']
  order: Words['sourceOrder']
}

/** The words of a passage as HTML, with the sources of each paragraph as links; pictures, films and charts are left out. */
export function htmlOf(blocks: Block[], cited: Cited): string {
  return blocks.map((block) => blockHtml(block, (text) => inlineHtml(text, cited))).join('')
}

function blockHtml(block: Block, html: (text: Inline[]) => string): string {
  switch (block.kind) {
    case 'paragraph':
      return `<p>${html(block.text)}</p>`
    case 'subheading':
      return `<h3>${html(block.text)}</h3>`
    case 'quotation':
      return `<blockquote><p>${html(block.text)}</p><cite>${html(block.by).replace(/^[—–]\s*/, '')}</cite></blockquote>`
    case 'list': {
      const tag = block.start === undefined ? 'ul' : 'ol'
      const start = block.start === undefined || block.start === 1 ? '' : ` start="${block.start}"`
      return `<${tag}${start}>${block.items.map((item) => `<li>${html(item)}</li>`).join('')}</${tag}>`
    }
    case 'table': {
      const row = (cells: Inline[][], tag: string) => cells.map((cell) => `<${tag}>${html(cell)}</${tag}>`).join('')
      const rows = block.rows.map((cells) => `<tr>${row(cells, 'td')}</tr>`).join('')
      return `<table><thead><tr>${row(block.head, 'th')}</tr></thead><tbody>${rows}</tbody></table>`
    }
    default:
      return ''
  }
}

function inlineHtml(text: Inline[], cited: Cited): string {
  const inner = (parts: Inline[]) => inlineHtml(parts, cited)
  return text
    .map((part) => {
      if (typeof part === 'string') return escapeHtml(part)
      switch (part.kind) {
        case 'emphasis':
          return `<em>${inner(part.text)}</em>`
        case 'strong':
          return `<strong>${inner(part.text)}</strong>`
        case 'link':
          return `<a href="${escapeHtml(part.href)}">${inner(part.text)}</a>`
        case 'foreign':
          return `<span lang="${part.lang}">${inner(part.text)}</span>`
        case 'person':
          return inner(part.text)
        case 'cite':
          return citeHtml(part, cited)
        default:
          return part satisfies never
      }
    })
    .join('')
}

/** “ (Island Post; Harbour Office)”, each a link if it has an address. */
function citeHtml({ sources: numbers }: Cite, { sources, order }: Cited): string {
  const names = numbers.flatMap((number) => {
    const source = sources[order[number - 1] ?? '']
    if (!source) return []
    const name = escapeHtml(source.publisher)
    return source.url ? `<a href="${escapeHtml(source.url)}" title="${escapeHtml(source.title)}">${name}</a>` : name
  })
  return names.length ? ` (${names.join('; ')})` : ''
}
