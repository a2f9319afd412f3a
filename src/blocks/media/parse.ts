import type { Block } from '../../story/prose.ts'
import { parseFilm } from '../film/parse.ts'
import type { BlockParser } from '../parser.ts'
import { reportMisread } from './parseFaults.ts'
import { mediaIn, parseImage } from './parseImage.ts'

/** A paragraph of pictures, films and sounds, each a block until `groupGalleries`. */
export const media: BlockParser<'media'> = {
  parse(node, reader) {
    const pieces = mediaIn(node)
    if (!pieces) return node.type === 'paragraph' && reportMisread(node, reader) ? [] : undefined
    return pieces.flatMap((piece) => {
      const medium =
        piece.type === 'image' ? parseImage(piece, reader) : piece.type === 'link' && parseFilm(piece, reader)
      return medium ? { kind: 'media', media: [medium] } : []
    })
  },
  textsIn: ({ media }) => media.map(({ caption }) => [caption]),
}

/** Merges adjacent media into galleries; films on other servers and comparisons stay apart. */
export function groupGalleries(body: Block[]): Block[] {
  const blocks: Block[] = []
  for (const block of body) {
    const last = blocks.at(-1)
    if (inGallery(block) && last && inGallery(last))
      blocks[blocks.length - 1] = { ...last, media: [...last.media, ...block.media] }
    else blocks.push(block)
  }
  return blocks
}

function inGallery(block: Block): block is Block<'media'> {
  return block.kind === 'media' && !block.media.some(({ film }) => film)
}
