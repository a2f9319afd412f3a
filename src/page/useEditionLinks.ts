import { useEffect } from 'react'
import type { ActiveStep } from '../store/useActiveStep.ts'
import type { Story } from '../story/story.ts'

/** A passage scrolled to counts once the reader has stayed so long at it, ms. */
const STAY = 1000

/**
 * The links to the same story in other languages lead to where the reader has been. They stand at the top of the page:
 * what is passed on the way to them does not count, nor what is read while they are in sight.
 */
export function useEditionLinks(story: Story, { index, cause }: ActiveStep) {
  useEffect(
    function keepStep() {
      const step = cause === 'start' ? undefined : story.steps[index]
      if (!step) return
      const stayed = setTimeout(
        () => {
          for (const link of document.querySelectorAll<HTMLAnchorElement>('header a[hreflang]'))
            if (link.getBoundingClientRect().bottom <= 0) link.hash = step.id
        },
        cause === 'scroll' ? STAY : 0,
      )
      return () => clearTimeout(stayed)
    },
    [story, index, cause],
  )
}
