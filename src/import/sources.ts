/** Collects the links of an input as sources that an editor has to confirm. */
import type { Html, PhrasingContent } from 'mdast'
import type { DraftSource } from './draft.ts'
import { singleLine } from './words.ts'

/** The sources of a draft, each address once. */
export class Sources {
  readonly all: DraftSource[] = []
  /** Ids of the sources that the input names for the text that is being read, which need no confirmation */
  named: string[] = []

  /** The id of the source at an address of the web. */
  add(url: string, title: string, confirm = true): string {
    const known = this.all.find((source) => source.url === url)
    if (known) return known.id
    const { hostname } = new URL(url)
    const publisher = hostname.replace(/^www\./, '') || url
    return this.push({ publisher, title: singleLine(title) || url, url, confirm })
  }

  /** The id of a source as a sheet names it: “Island Post: The storm, https://…”, or the address alone. */
  addNamed(text: string): string {
    const [url] = /https?:\/\/\S+/.exec(text) ?? []
    const words = singleLine(url ? text.replace(url, '') : text).replace(/[\s,;:–—-]+$/, '')
    if (url && URL.canParse(url) && !words) return this.add(url, url, false)
    const [, publisher = words, title = words] = /^(.*?):\s+(\S.*)$/.exec(words) ?? []
    const source = { publisher, title, ...(url && URL.canParse(url) && { url }) }
    const same = this.all.find(
      (other) => other.publisher === publisher && other.title === title && other.url === source.url,
    )
    return same?.id ?? this.push({ ...source, confirm: false })
  }

  private push(source: Omit<DraftSource, 'id'>): string {
    const id = `L${this.all.length + 1}`
    this.all.push({ id, ...source })
    return id
  }

  /** The mark that ends a text: the sources named for it, else those it links to, to be confirmed, or none yet. */
  mark(nodes: PhrasingContent[]): Html {
    if (this.named.length) return { type: 'html', value: ` [${this.named.map((id) => `@${id}`).join(' ')}]` }
    const ids = [...new Set(linksOf(nodes).map(({ url, title }) => this.add(url, title)))]
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
