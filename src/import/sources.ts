/** Collects the links of an input as sources that an editor has to confirm. */
import type { Html, PhrasingContent } from 'mdast'
import { withoutInvisible } from '../content/text.ts'
import type { DraftSource } from './draft.ts'

/** The sources of a draft, each address once. */
export class Sources {
  readonly all: DraftSource[] = []

  /** The id of the source at an address of the web. */
  add(url: string, title: string): string {
    const known = this.all.find((source) => source.url === url)
    if (known) return known.id
    const { hostname } = new URL(url)
    const publisher = hostname.replace(/^www\./, '') || url
    return this.push({ publisher, title: singleLine(title) || url, url })
  }

  /** The id of a source that the input only names. */
  addNamed(publisher: string, title: string): string {
    const known = this.all.find((source) => source.publisher === publisher && source.title === title)
    return known?.id ?? this.push({ publisher, title })
  }

  private push(source: Omit<DraftSource, 'id'>): string {
    const id = `L${this.all.length + 1}`
    this.all.push({ id, ...source })
    return id
  }

  /** The mark that ends a text: the sources it links to, to be confirmed, or none yet. */
  mark(nodes: PhrasingContent[], others: string[] = []): Html {
    const ids = [...new Set([...linksOf(nodes).map(({ url, title }) => this.add(url, title)), ...others])]
    return { type: 'html', value: ` [${[...ids.map((id) => `@${id}`), '@?'].join(' ')}]` }
  }
}

function linksOf(nodes: PhrasingContent[]): { url: string; title: string }[] {
  return nodes.flatMap((node) => {
    if (node.type === 'link')
      return /^https?:/i.test(node.url) ? [{ url: node.url, title: wordsOf(node.children) }] : []
    return 'children' in node ? linksOf(node.children) : []
  })
}

function wordsOf(nodes: PhrasingContent[]): string {
  return nodes.map((node) => ('value' in node ? node.value : 'children' in node ? wordsOf(node.children) : '')).join('')
}

function singleLine(text: string): string {
  return withoutInvisible(text).replace(/\s+/g, ' ').trim()
}
