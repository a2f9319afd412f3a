import { isDivider, mediaIn, parseImage } from '../media/parseImage.ts'
import { type BlockParser, lineOf } from '../parser.ts'

/** `![…](before.jpg "…") | ![…](after.jpg "…")` */
export const comparison: BlockParser<'comparison'> = {
  parse(node, reader) {
    const pieces = mediaIn(node)
    if (!pieces?.some(isDivider)) return
    const images = pieces.filter((piece) => piece.type === 'image')
    if (pieces.length !== 3 || images.length !== 2 || pieces[1]?.type !== 'text') {
      reader.report(
        lineOf(node),
        'two pictures are compared, no more and no less',
        'write ![…](before.jpg "…") | ![…](after.jpg "…")',
      )
      return []
    }
    const media = images.flatMap((image) => parseImage(image, reader) ?? [])
    if (media.length < 2) return []
    if (media.every(({ kind }) => kind === 'picture')) return [{ kind: 'comparison', media }]
    reader.report(
      lineOf(node),
      'only pictures are compared, no films and no sound',
      'write them without the | between them',
    )
    return []
  },
  textsIn: ({ media }) => media.map(({ caption }) => [caption]),
}
