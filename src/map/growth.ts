/** How much of each leg is drawn at a step. */
import type { ActiveStep } from '../store/store.ts'
import type { Leg } from '../story/story.ts'

/**
 * Drawing of a leg. `grown`: drawn fraction, 0 to 1. `ahead`: style of the rest: nothing, a pale line, or the dashed
 * line of an announced leg.
 */
export interface Drawn {
  grown: number
  ahead: 'none' | 'pale' | 'announced'
}

/** Minimum drawn fraction of a leg without a count. */
const MIN_GROWN = 0.01

export const WHOLE: Drawn = { grown: 1, ahead: 'none' }

/**
 * How much of `leg` is drawn at a step. Before the first move the whole route is ahead and pale: it shows where the
 * story leads without giving away its end. `progress`: of the next passage towards the reading line, 0 to 1.
 */
export function drawnAt(leg: Leg, { index, cause }: ActiveStep, progress: number): Drawn {
  if (cause === 'start') return { grown: 0, ahead: 'pale' }
  if (leg.step <= index) return WHOLE
  // Below one person, the tip would only cover the place.
  const isVisible = typeof leg.amount === 'number' ? leg.amount * progress >= 1 : progress >= MIN_GROWN
  return {
    grown: leg.step === index + 1 && isVisible ? progress : 0,
    ahead: leg.announced !== undefined && leg.announced <= index ? 'announced' : 'none',
  }
}
