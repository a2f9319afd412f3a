import type { RootContent } from 'mdast'
import type { Block, Inline } from '../story/prose.ts'
import { chart } from './chart/parse.ts'
import { comparison } from './comparison/parse.ts'
import { list } from './list/parse.ts'
import { media } from './media/parse.ts'
import type { BlockParser, TextReader } from './parser.ts'
import { quotation } from './quotation/parse.ts'
import { table } from './table/parse.ts'
import { paragraph, subheading } from './text/parse.ts'

/** The parser of each kind of block, tried in this order: a paragraph is what no other kind is. */
const PARSERS: { [K in Block['kind']]: BlockParser<K> } = {
  chart,
  comparison,
  media,
  quotation,
  list,
  table,
  subheading,
  paragraph,
}

/** The blocks that `node` stands for; undefined if no kind of block is written so. */
export function parseBlock(node: RootContent, reader: TextReader): Block[] | undefined {
  for (const { parse } of Object.values(PARSERS)) {
    const blocks = parse(node, reader)
    if (blocks) return blocks
  }
  return
}

/** The texts of a block that readers read. */
export function textsIn<K extends Block['kind']>(block: Block<K>): Inline[][] {
  return PARSERS[block.kind].textsIn(block)
}
