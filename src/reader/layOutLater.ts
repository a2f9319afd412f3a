import { onIdle } from './browser.ts'

/**
 * Has the browser lay out what the style sheet leaves for later, one of `pieces` in each idle moment; gives back what ends
 * it. Then every passage has its true place, whichever way the reader goes, and a picture of the whole page is whole.
 */
export function layOutLater(pieces: Element[]): () => void {
  let stop = () => {}
  function wait([piece, ...rest]: Element[]) {
    if (!piece) return
    stop = onIdle(() => {
      piece.setAttribute('data-laid', '')
      wait(rest)
    })
  }
  wait(pieces)
  return () => stop()
}
