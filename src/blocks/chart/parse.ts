import { piecesOf } from '../media/parseImage.ts'
import { type BlockParser, lineOf } from '../parser.ts'

/** Prefix of a figure's address: `![…](chart:crossed)` */
const CHART = 'chart:'

/** The place of a figure of story.yaml, on a line of its own. */
export const chart: BlockParser<'chart'> = {
  parse(node, reader) {
    const [image, ...more] = piecesOf(node)
    if (image?.type !== 'image' || !image.url.startsWith(CHART) || more.length) return
    const [id, line] = [image.url.slice(CHART.length), lineOf(node)]
    reader.reportInvisible(`${image.alt ?? ''}${image.url}`, line)
    reader.charts.push({ id, line })
    return [{ kind: 'chart', id }]
  },
  textsIn: () => [],
}
