/** The first sign of a reader, for which the scripts that need React wait. */

/** What a reader does first. A restored position scrolls. */
export const ACTS = ['scroll', 'wheel', 'pointermove', 'pointerdown', 'touchstart', 'keydown', 'focusin']
/** Delay after which no sign is needed, ms: screen readers send no events while they read. */
export const PATIENCE = 10_000

/**
 * Calls `start` at the first act, or after a while, and returns a function that does so at once. The page itself does the
 * same in an inline script, `START` in `build/inlineScripts.ts`.
 */
export function onFirstAct(start: () => void): () => void {
  const timer = setTimeout(begin, PATIENCE)
  let begun = false
  function begin() {
    if (begun) return
    begun = true
    clearTimeout(timer)
    for (const act of ACTS) removeEventListener(act, begin)
    start()
  }
  for (const act of ACTS) addEventListener(act, begin, { passive: true })
  return begin
}
