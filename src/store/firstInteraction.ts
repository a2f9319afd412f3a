/** The first interaction of a reader, for which the scripts that need React wait. */

/** What a reader does first. A restored position scrolls. */
export const INTERACTIONS = ['scroll', 'wheel', 'pointermove', 'pointerdown', 'touchstart', 'keydown', 'focusin']
/** Delay after which no interaction is needed, ms: screen readers send no events while they read. */
export const TIMEOUT = 10_000

/**
 * Calls `start` at the first interaction, or after a while, and returns a function that does so at once. The page itself does the
 * same in an inline script, `START` in `build/inlineScripts.ts`.
 */
export function onFirstInteraction(start: () => void): () => void {
  const timer = setTimeout(begin, TIMEOUT)
  let begun = false
  function begin() {
    if (begun) return
    begun = true
    clearTimeout(timer)
    for (const type of INTERACTIONS) removeEventListener(type, begin)
    start()
  }
  for (const type of INTERACTIONS) addEventListener(type, begin, { passive: true })
  return begin
}
