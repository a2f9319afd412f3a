/** How much of each leg there is at a step. */
import type { ActiveStep } from '../store/useActiveStep.ts'
import type { Leg } from '../story/story.ts'

/**
 * A leg on the map. `grown`: how much of it is drawn, 0 to 1. `ahead`: what lies under the missing part: nothing, the
 * pale line of the road ahead, or the dashed line of what was announced.
 */
export interface Drawn {
  grown: number
  ahead: 'none' | 'pale' | 'announced'
}

/** As much of a leg without a count is drawn at least. */
const LEAST = 0.01

export const WHOLE: Drawn = { grown: 1, ahead: 'none' }

/**
 * How much of `leg` is drawn at a step. Before the reader has moved, the whole route lies ahead, pale: it says where the
 * story leads without giving away its end. `approach`: how near the passage after the active one is, 0 to 1.
 */
export function drawnAt(leg: Leg, { index, cause }: ActiveStep, approach: number): Drawn {
  if (cause === 'start') return { grown: 0, ahead: 'pale' }
  if (leg.step <= index) return WHOLE
  // A tip that stands for nobody yet would only cover its place.
  const counts = typeof leg.amount === 'number' ? leg.amount * approach >= 1 : approach >= LEAST
  return {
    grown: leg.step === index + 1 && counts ? approach : 0,
    ahead: leg.announced !== undefined && leg.announced <= index ? 'announced' : 'none',
  }
}
