import type { ReactNode } from 'react'
import type { Block } from '../story/prose.ts'
import { ChartBlock } from './chart/Chart.tsx'
import { Comparison } from './comparison/Comparison.tsx'
import { List } from './list/List.tsx'
import { Media } from './media/Media.tsx'
import { Quotation } from './quotation/Quotation.tsx'
import { Table } from './table/Table.tsx'
import { Paragraph, Subheading } from './text/Text.tsx'
import type { BlockProps, Surroundings } from './view.ts'

/** The view of each kind of block. */
const VIEWS: { [K in Block['kind']]: (props: BlockProps<K>) => ReactNode } = {
  paragraph: Paragraph,
  subheading: Subheading,
  quotation: Quotation,
  list: List,
  table: Table,
  media: Media,
  comparison: Comparison,
  chart: ChartBlock,
}

/** The blocks of a passage. Rendered at build only. */
export function Blocks({ blocks, ...around }: Surroundings & { blocks: Block[] }) {
  return blocks.map((block, i) => <View key={i} block={block} {...around} />)
}

function View<K extends Block['kind']>(props: BlockProps<K>) {
  return VIEWS[props.block.kind](props)
}
