/** The shared state: the active step and the cause of the last change. */
import { useCallback, useReducer, useState } from 'react'
import type { Step } from '../story/story.ts'
import { useIsomorphicLayoutEffect } from './useIsomorphicLayoutEffect.ts'

/**
 * What changed the step. A click or key adds a history entry and scrolls to the passage; scrolling replaces the entry;
 * a fragment is already in the address. `start`: nothing yet, and the map shows the whole route.
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
 * The active step, synchronised with the address: `#<step id>` opens a step, Back and Forward return to one. With
 * `history: 'replace'` clicks add no entries: in an iframe they would land in the host's history.
 */
export function useActiveStep(
  steps: Step[],
  { history: entries }: { history: 'push' | 'replace' } = { history: 'push' },
): [ActiveStep, GoTo] {
  const [active, setActive] = useReducer((_: ActiveStep, next: ActiveStep) => next, START)
  const [address] = useState(() => new Address(entries))

  useIsomorphicLayoutEffect(
    function followFragment() {
      function read() {
        address.cancel()
        const index = indexOfFragment(steps, location.hash)
        if (index !== undefined) setActive({ index, cause: 'fragment' })
        else if (location.hash === '') setActive(START)
      }
      read()
      addEventListener('popstate', read)
      addEventListener('hashchange', read)
      return () => {
        removeEventListener('popstate', read)
        removeEventListener('hashchange', read)
      }
    },
    [steps, address],
  )

  const goTo = useCallback<GoTo>(
    (index, cause) => {
      const step = steps[index]
      if (!step) return
      setActive({ index, cause })
      address.write(`#${step.id}`, cause)
    },
    [steps, address],
  )

  return [active, goTo]
}

/** Delay before a step reached by scrolling is written to the address, ms. */
const SCROLL_DELAY = 250

/** The fragment of the page's address. Clicks write it at once; scrolling, which passes many steps, after a delay. */
class Address {
  private pending: { fragment: string; timer: number } | undefined

  constructor(private readonly entries: 'push' | 'replace') {}

  write(fragment: string, cause: 'click' | 'scroll') {
    const previous = this.cancel()
    if (cause === 'scroll') {
      const timer = window.setTimeout(() => this.put(this.cancel() ?? fragment, 'replace'), SCROLL_DELAY)
      this.pending = { fragment, timer }
      return
    }
    // Back must return to the step the reader came from.
    if (previous !== undefined) this.put(previous, 'replace')
    this.put(fragment, this.entries)
  }

  /** Cancels the pending write and returns its fragment. */
  cancel(): string | undefined {
    const { fragment, timer } = this.pending ?? {}
    clearTimeout(timer)
    this.pending = undefined
    return fragment
  }

  private put(fragment: string, how: 'push' | 'replace') {
    if (location.hash === fragment) return
    try {
      if (how === 'push') history.pushState(null, '', fragment)
      else history.replaceState(null, '', fragment)
    } catch {
      // Safari allows 100 changes in 30 seconds, a sandboxed iframe none. The page works without.
    }
  }
}

/** Index of the step with this fragment; undefined if there is none. */
export function indexOfFragment(steps: Step[], hash: string): number | undefined {
  const index = steps.findIndex((step) => `#${step.id}` === hash)
  return index < 0 ? undefined : index
}
