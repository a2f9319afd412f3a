/** Media of a page: which need a script, whom they may contact, and their files. */
import type { Copy } from '../story/copy.ts'

/** The blocks with media in the text of a story. */
function mediaIn({ passages, closing }: Copy) {
  const blocks = [...passages, ...(closing ? [closing] : [])].flatMap(({ body }) => body)
  return blocks.filter((block) => 'media' in block)
}

/**
 * Whether a page needs the script of `blocks/live.ts`: it has a film, a comparison of pictures or a picture that covers
 * the map.
 */
export function hasLiveBlocks(copy: Copy): boolean {
  return (
    copy.passages.some(({ lead }) => lead !== undefined) ||
    mediaIn(copy).some(
      ({ kind, media }) => kind === 'comparison' || media.some(({ kind, film }) => film || kind === 'film'),
    )
  )
}

/** Origins of the players of a page's films. */
export function playersIn(copy: Copy): string[] {
  const films = mediaIn(copy).flatMap(({ media }) => media.flatMap(({ film }) => film ?? []))
  return [...new Set(films.map(({ player }) => new URL(player).origin))]
}

/** Pictures of a page in all sizes and formats, from the folder of its story: a browser requests the one it prefers. */
export function picturesIn(copy: Copy): string[] {
  const shown = mediaIn(copy).flatMap(({ media }) => media.filter(({ kind, svg }) => kind === 'picture' && !svg))
  const portraits = copy.people.flatMap(({ portrait }) => portrait ?? [])
  return [...shown, ...portraits].flatMap(({ src, sources = [] }) => [
    ...sources.flatMap(({ srcset }) => srcset.map((file) => file.split(' ')[0] ?? '')),
    src,
  ])
}
