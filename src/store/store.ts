/** The state shared by the views. It lives outside React, since most of the page is HTML that React never touches. */
import type { Step } from '../story/story.ts'
import { isModified } from './browser.ts'
import { Fragment } from './fragment.ts'
import { type Observable, observable } from './observable.ts'
import type { Reading } from './reading.ts'

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

export interface State {
  active: ActiveStep
  /** Ids of the legs of the person whose card is open */
  itinerary: string[] | undefined
}

/** The state before the reader has done anything, and in the served HTML. */
export const START: State = { active: { index: 0, cause: 'start' }, itinerary: undefined }

/**
 * The reader's progress through the story, which changes too often for React state: index of the step being read, plus
 * the progress of the next passage towards the reading line, 0 to 1. One number, so a view one frame behind is still
 * consistent.
 */
export type Progress = Observable<number>

export interface Store {
  getState: () => State
  /** Calls `listener` after every change of state. Returns a function that removes it. */
  subscribe: (listener: () => void) => () => void
  /** Calls `listener` now and after every change of the active step. */
  watchStep: (listener: (active: ActiveStep) => void) => void
  progress: Progress
  goTo: GoTo
  /**
   * Follows a reading position. `begun`: false while the reader is still above the text, which leaves the step alone.
   */
  read: (reading: Reading, begun: boolean) => void
  showItinerary: (legs: string[] | undefined) => void
  /** Opens the step in the address, and does so again on Back, Forward and edits of the address. */
  followFragment: () => void
}

/**
 * Creates the store of a story. With `entries: 'replace'` clicks add no history entries: in an iframe they would land in
 * the host's history.
 */
export function createStore(steps: Step[], entries: 'push' | 'replace' = 'push'): Store {
  const state = observable(START)
  const fragment = new Fragment(entries)
  const progress: Progress = observable(0)

  function setState(change: Partial<State>) {
    state.set({ ...state.value, ...change })
  }
  const goTo: GoTo = (index, cause) => {
    const step = steps[index]
    if (!step) return
    setState({ active: { index, cause } })
    fragment.write(`#${step.id}`, cause)
  }
  function openFragment() {
    fragment.cancel()
    const index = indexOfFragment(steps, location.hash)
    if (index !== undefined) setState({ active: { index, cause: 'fragment' } })
    else if (location.hash === '') setState({ active: START.active })
  }

  return {
    getState: () => state.value,
    subscribe: state.listen,
    watchStep(listener) {
      let seen: ActiveStep | undefined
      function update() {
        if (state.value.active === seen) return
        seen = state.value.active
        listener(seen)
      }
      update()
      state.listen(update)
    },
    progress,
    goTo,
    read(reading, begun) {
      progress.set(reading.step + reading.progress)
      const { index, cause } = state.value.active
      if (begun && (reading.step !== index || cause === 'start')) goTo(reading.step, 'scroll')
    },
    showItinerary: (legs) => setState({ itinerary: legs?.length ? legs : undefined }),
    followFragment() {
      openFragment()
      addEventListener('popstate', openFragment)
      addEventListener('hashchange', openFragment)
    },
  }
}

/** Index of the step that a clicked link leads to; undefined for other clicks, and those that open a tab or window. */
export function clickedStep(
  steps: Step[],
  event: Pick<MouseEvent, 'target' | 'shiftKey' | 'metaKey' | 'ctrlKey' | 'altKey'>,
): number | undefined {
  if (isModified(event) || event.shiftKey || !(event.target instanceof Element)) return
  return indexOfFragment(steps, event.target.closest('a')?.getAttribute('href') ?? '')
}

/** Index of the step with this fragment; undefined if there is none. */
export function indexOfFragment(steps: Step[], hash: string): number | undefined {
  const index = steps.findIndex((step) => `#${step.id}` === hash)
  return index < 0 ? undefined : index
}
