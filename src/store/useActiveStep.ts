/** The one piece of state: which step is active, and what made it so. */
import { useCallback, useReducer, useState } from 'react'
import type { Step } from '../story/story.ts'
import { useIsomorphicLayoutEffect } from './useIsomorphicLayoutEffect.ts'

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
  const [address] = useState(() => new Address(entries))

  useIsomorphicLayoutEffect(
    function followFragment() {
      function read() {
        address.drop()
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
    [steps, address],
  )

  const goTo = useCallback<GoTo>(
    (index, cause) => {
      const step = steps[index]
      if (!step) return
      become({ index, cause })
      address.write(`#${step.id}`, cause)
    },
    [steps, address],
  )

  return [active, goTo]
}

/** So long after the last step by scrolling the reader is taken to rest there, ms. */
const REST = 250

/** The fragment of the page's address. A click writes it at once; scrolling, which passes many steps, when it rests. */
class Address {
  private due: { fragment: string; timer: number } | undefined

  constructor(private readonly entries: 'push' | 'replace') {}

  write(fragment: string, cause: 'click' | 'scroll') {
    const left = this.drop()
    if (cause === 'scroll') {
      const timer = window.setTimeout(() => this.put(this.drop() ?? fragment, 'replace'), REST)
      this.due = { fragment, timer }
      return
    }
    // The step that was left must be in the entry that Back returns to.
    if (left !== undefined) this.put(left, 'replace')
    this.put(fragment, this.entries)
  }

  /** Gives up what is due, since the address has been changed by others; gives back what it was. */
  drop(): string | undefined {
    const { fragment, timer } = this.due ?? {}
    clearTimeout(timer)
    this.due = undefined
    return fragment
  }

  private put(fragment: string, how: 'push' | 'replace') {
    if (location.hash === fragment) return
    try {
      if (how === 'push') history.pushState(null, '', fragment)
      else history.replaceState(null, '', fragment)
    } catch {
      // Safari allows a hundred changes in half a minute, a sandboxed frame none; the page goes on.
    }
  }
}

/** The step a fragment names; undefined for any other, hostile or broken ones included. */
export function indexOfFragment(steps: Step[], hash: string): number | undefined {
  const index = steps.findIndex((step) => `#${step.id}` === hash)
  return index < 0 ? undefined : index
}
