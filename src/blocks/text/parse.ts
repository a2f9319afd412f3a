import { type BlockParser, lineOf } from '../parser.ts'

export const paragraph: BlockParser<'paragraph'> = {
  parse(node, reader) {
    if (node.type !== 'paragraph') return
    const text = reader.inlines(node.children)
    if (text.length === 0) return []
    // An image has already been reported.
    if (!node.children.some(({ type }) => type === 'image')) reader.needSource(text, lineOf(node))
    return [{ kind: 'paragraph', text }]
  },
  textsIn: ({ text }) => [text],
}

/** `### Words` */
export const subheading: BlockParser<'subheading'> = {
  parse(node, reader) {
    if (node.type === 'heading' && node.depth === 3)
      return [{ kind: 'subheading', text: reader.inlines(node.children) }]
    return
  },
  textsIn: ({ text }) => [text],
}
