import { useEffect } from 'react'
import type { ActiveStep } from '../store/useActiveStep.ts'
import type { Story } from '../story/story.ts'

/** Time at a passage reached by scrolling before it counts, ms. */
const MIN_STAY = 1000

/**
 * Makes the links to other languages lead to the step the reader was at. The links are at the top of the page: steps
 * scrolled past on the way up do not count, nor do steps while the links are visible.
 */
export function useEditionLinks(story: Story, { index, cause }: ActiveStep) {
  useEffect(
    function keepStep() {
      const step = cause === 'start' ? undefined : story.steps[index]
      if (!step) return
      const timer = setTimeout(
        () => {
          for (const link of document.querySelectorAll<HTMLAnchorElement>('header a[hreflang]'))
            if (link.getBoundingClientRect().bottom <= 0) link.hash = step.id
        },
        cause === 'scroll' ? MIN_STAY : 0,
      )
      return () => clearTimeout(timer)
    },
    [story, index, cause],
  )
}
