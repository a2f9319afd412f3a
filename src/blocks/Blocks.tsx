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

/** The blocks of a passage. `lead`: index of the one that covers the map where it can. Rendered at build only. */
export function Blocks({ blocks, lead, ...around }: Surroundings & { blocks: Block[]; lead?: number | undefined }) {
  return blocks.map((block, i) => {
    const view = <View key={i} block={block} {...around} />
    return i === lead ? (
      <div key={i} className="in-text">
        {view}
      </div>
    ) : (
      view
    )
  })
}

function View<K extends Block['kind']>(props: BlockProps<K>) {
  return VIEWS[props.block.kind](props)
}
