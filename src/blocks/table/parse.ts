import { type BlockParser, lineOf } from '../parser.ts'

/** A table; its source may be cited in any cell. */
export const table: BlockParser<'table'> = {
  parse(node, reader) {
    if (node.type !== 'table') return
    const [head = [], ...rows] = node.children.map((row) => row.children.map((cell) => reader.inlines(cell.children)))
    reader.needSource([head, ...rows].flat(2), lineOf(node))
    return [{ kind: 'table', head, rows, align: head.map((_, i) => node.align?.[i] ?? undefined) }]
  },
  textsIn: ({ head, rows }) => [...head, ...rows.flat()],
}
