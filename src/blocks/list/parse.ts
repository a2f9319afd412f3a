import { type BlockParser, lineOf, nameOf } from '../parser.ts'

export const list: BlockParser<'list'> = {
  parse(node, reader) {
    if (node.type !== 'list') return
    const items = node.children.map((item) => {
      const text = item.children.flatMap((child) => {
        if (child.type === 'paragraph') return reader.inlines(child.children)
        const what = child.type === 'list' ? 'a list inside a list' : nameOf(child)
        reader.report(lineOf(child), `${what} cannot stand in a list`, 'an entry of a list is a line of text')
        return []
      })
      reader.needSource(text, lineOf(item))
      return text
    })
    return [{ kind: 'list', items, ...(node.ordered && { start: node.start ?? 1 }) }]
  },
  textsIn: ({ items }) => items,
}
