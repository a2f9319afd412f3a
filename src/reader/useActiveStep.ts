/** The one piece of state: which step is active, and what made it so. */
import { useCallback, useReducer } from 'react'
import type { Step } from '../story/story.ts'
import { useBrowserLayoutEffect } from './useBrowserLayoutEffect.ts'

/**
 * What changed the step. A click (or key) adds a history entry and brings the passage into view, scrolling replaces the
 * entry, the fragment is already in the address. At the start nothing has: the map shows the whole route.
 */
export type Cause = 'start' | 'click' | 'scroll' | 'fragment'

export interface ActiveStep {
  /** Counted from 0 */
  index: number
  cause: Cause
}

export type GoTo = (index: number, cause: 'click' | 'scroll') => void

const START: ActiveStep = { index: 0, cause: 'start' }

/**
 * The active step, kept in step with the address: `#<step id>` opens there, Back and Forward return there. With
 * `history: 'replace'` no click adds an entry: inside another page they would be that page's.
 */
export function useActiveStep(
  steps: Step[],
  { history: entries }: { history: 'push' | 'replace' } = { history: 'push' },
): [ActiveStep, GoTo] {
  const [active, become] = useReducer((_: ActiveStep, next: ActiveStep) => next, START)

  useBrowserLayoutEffect(
    function followFragment() {
      function read() {
        const index = indexOfFragment(steps, location.hash)
        if (index !== undefined) become({ index, cause: 'fragment' })
        else if (location.hash === '') become(START)
      }
      read()
      addEventListener('popstate', read)
      addEventListener('hashchange', read)
      return () => {
        removeEventListener('popstate', read)
        removeEventListener('hashchange', read)
      }
    },
    [steps],
  )

  const goTo = useCallback<GoTo>(
    (index, cause) => {
      const step = steps[index]
      if (!step) return
      become({ index, cause })
      const fragment = `#${step.id}`
      if (location.hash === fragment) return
      // In full, because an embedded page's base address is another page.
      const address = `${location.pathname}${location.search}${fragment}`
      try {
        if (cause === 'click' && entries === 'push') history.pushState(null, '', address)
        else history.replaceState(null, '', address)
      } catch {
        // Safari allows a hundred changes in half a minute; the page goes on, the address catches up at the next step.
      }
    },
    [steps, entries],
  )

  return [active, goTo]
}

/** The step a fragment names; undefined for any other, hostile or broken ones included. */
export function indexOfFragment(steps: Step[], hash: string): number | undefined {
  const index = steps.findIndex((step) => `#${step.id}` === hash)
  return index < 0 ? undefined : index
}
