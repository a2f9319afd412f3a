import type { PhrasingContent } from 'mdast'
import { textOfNodes } from '../../content/inlines.ts'
import type { DraftSource } from '../draft.ts'
import { singleLine, webAddress } from './words.ts'

/** The sources of a draft, each address once; links are sources that an editor has to confirm. */
export class Sources {
  readonly all: DraftSource[] = []
  /** Ids of the sources that the input names for the text that is being read, which need no confirmation */
  named: string[] = []

  /** The id of the source at an address of the web. */
  add(address: string, title: string, confirm = true): string {
    const url = webAddress(address) ?? address
    const known = this.all.find((source) => source.url === url)
    if (known) return known.id
    const { hostname } = new URL(url)
    const publisher = hostname.replace(/^www\./, '') || url
    return this.push({ publisher, title: singleLine(title) || url, url, confirm })
  }

  /** The id of a source as a sheet names it: “Island Post: The storm, https://…”, or the address alone; undefined if it says nothing. */
  addNamed(text: string): string | undefined {
    const [written = ''] = /https?:\/\/\S+/.exec(text) ?? []
    const url = webAddress(written)
    const words = singleLine(url ? text.replace(written, '') : text).replace(/[\s,;:–—-]+$/, '')
    if (!words) return url ? this.add(url, url, false) : undefined
    const [, publisher = words, title = words] = /^(\S.*?):\s+(\S.*)$/.exec(words) ?? []
    const source = { publisher, title, ...(url && { url }) }
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
  mark(nodes: PhrasingContent[]): string {
    if (this.named.length) return `[${this.named.map((id) => `@${id}`).join(' ')}]`
    const ids = [...new Set(linksOf(nodes).map(({ url, title }) => this.add(url, title)))]
    return `[${[...ids.map((id) => `@${id}`), '@?'].join(' ')}]`
  }
}

function linksOf(nodes: PhrasingContent[]): { url: string; title: string }[] {
  return nodes.flatMap((node) => {
    if (node.type === 'link')
      return /^https?:/i.test(node.url) ? [{ url: node.url, title: textOfNodes(node.children) }] : []
    return 'children' in node ? linksOf(node.children) : []
  })
}
