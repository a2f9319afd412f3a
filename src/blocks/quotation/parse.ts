import { type BlockParser, lineOf } from '../parser.ts'

/** A Markdown quotation whose last paragraph is the line of its speaker: `— Name, quoted by … [@source]` */
export const quotation: BlockParser<'quotation'> = {
  parse(node, reader) {
    if (node.type !== 'blockquote') return
    const line = lineOf(node)
    const paragraphs = node.children.flatMap((child) =>
      child.type === 'paragraph' ? [reader.inlines(child.children)] : [],
    )
    const by = paragraphs.at(-1) ?? []
    const [first] = by
    if (paragraphs.length < 2 || typeof first !== 'string' || !/^[—–]/.test(first))
      reader.report(line, 'a quotation without its speaker', 'end it with a paragraph “— Name, quoted by … [@source]”')
    reader.needSource(paragraphs.flat(), line)
    return [{ kind: 'quotation', text: paragraphs.slice(0, -1).flat(), by }]
  },
  textsIn: ({ text, by }) => [text, by],
}
