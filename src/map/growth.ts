/** How much of each leg is drawn at a step. */
import { useSyncExternalStore } from 'react'
import { matches } from '../store/browser.ts'
import type { ActiveStep, Progress } from '../store/store.ts'
import type { Leg } from '../story/map.ts'

/** Drawing of a leg. `grown`: drawn fraction, 0 to 1. `announced`: whether the rest is drawn as announced. */
export interface Drawn {
  grown: number
  announced: boolean
}

/** Minimum drawn fraction of a leg without a count, and of one that moves few. */
const [MIN_GROWN, MIN_COUNTED] = [0.01, 0.1]

export const WHOLE: Drawn = { grown: 1, announced: false }

/** How much of `leg` is drawn at step `index`. `progress`: of the next passage towards the reading line, 0 to 1. */
export function drawnAt(leg: Leg, index: number, progress: number): Drawn {
  if (leg.step <= index) return WHOLE
  // Below one person, the tip would only cover the place.
  const { amount, section } = leg
  const isCounted = typeof amount === 'number' && !section
  const isVisible = progress >= (isCounted ? Math.min(1 / amount, MIN_COUNTED) : MIN_GROWN)
  return {
    grown: leg.step === index + 1 && isVisible ? progress : 0,
    announced: leg.announced !== undefined && leg.announced <= index,
  }
}

/** Inputs for growing legs in the page. */
export interface Growth {
  active: ActiveStep
  progress: Progress
  /** Formats a number of people in the page's language */
  count: (people: number) => string
}

/**
 * The progress of the next passage, 0 to 1; 0 while the progress still belongs to another step, and for readers who want
 * less motion.
 */
export function useNextProgress({ active: { index }, progress }: Growth): number {
  return useSyncExternalStore(
    progress.listen,
    () => {
      const isHere = Math.floor(progress.value) === index && !matches('(prefers-reduced-motion: reduce)')
      return isHere ? progress.value - index : 0
    },
    () => 0,
  )
}
