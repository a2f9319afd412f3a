import type { Store } from '../store/store.ts'
import type { Story } from '../story/story.ts'

/** Time at a passage reached by scrolling before it counts, ms. */
const MIN_STAY = 1000

/**
 * Makes the links to other languages lead to the step the reader was at. The links are at the top of the page: steps
 * scrolled past on the way up do not count, nor do steps while the links are visible.
 */
export function keepStepInEditionLinks({ steps }: Story, store: Store) {
  const links = document.querySelectorAll<HTMLAnchorElement>('header a[hreflang]')
  let timer = 0
  store.watchStep(({ index, cause }) => {
    clearTimeout(timer)
    const step = cause === 'start' ? undefined : steps[index]
    if (!step) return
    timer = window.setTimeout(
      () => {
        for (const link of links) if (link.getBoundingClientRect().bottom <= 0) link.hash = step.id
      },
      cause === 'scroll' ? MIN_STAY : 0,
    )
  })
}
