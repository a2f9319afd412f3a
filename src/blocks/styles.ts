/** Styles of the blocks that every page may have. Those of blocks that act in the browser come with `live.ts`. */
import './chart/Chart.module.css'
import './list/List.module.css'
import './media/Media.module.css'
import './person/People.module.css'
import './quotation/Quotation.module.css'
import './sources/Receipt.module.css'
import './table/Table.module.css'
import './text/Text.module.css'
