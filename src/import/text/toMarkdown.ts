import type { RootContent } from 'mdast'
import remarkGfm from 'remark-gfm'
import remarkStringify from 'remark-stringify'
import { unified } from 'unified'

const writer = unified()
  .use(remarkGfm, { singleTilde: false })
  .use(remarkStringify, { bullet: '-', emphasis: '*', rule: '-', listItemIndent: 'one' })

/** Writes blocks as Markdown, a paragraph a line. */
export function toMarkdown(blocks: RootContent[]): string {
  return writer.stringify({ type: 'root', children: blocks })
}
