import { onIdle } from './browser.ts'

/** Another piece is begun only when so much is left of an idle moment, ms. */
const PIECE = 8

/**
 * Has the browser lay out what the style sheet leaves for later, as many of `pieces` in each idle moment as it has room
 * for; gives back what ends it. Then every passage has its true place, whichever way the reader goes, and a picture of the
 * whole page is whole.
 */
export function layOutLater(pieces: Element[]): () => void {
  let laid = 0
  let stop = onIdle(lay)
  function lay(timeLeft: () => number) {
    do {
      pieces[laid]?.setAttribute('data-laid', '')
      // Asking has it laid out now, so that the time it took is known.
      pieces[laid]?.getBoundingClientRect()
      laid += 1
    } while (laid < pieces.length && timeLeft() > PIECE)
    if (laid < pieces.length) stop = onIdle(lay)
  }
  return () => stop()
}
