/** How much of each leg there is at a step. */
import type { ActiveStep } from '../reader/useActiveStep.ts'
import type { Leg } from '../story/story.ts'

/**
 * A leg on the map. `grown`: how much of it is there, 0 to 1. `ahead`: what lies under the part that is still missing:
 * nothing, the pale line of the way ahead, or the dashed one of what has been announced.
 */
export interface Drawn {
  grown: number
  ahead: 'none' | 'pale' | 'announced'
}

const WHOLE: Drawn = { grown: 1, ahead: 'none' }

/** Every leg at its end, as on paper and on the poster. */
export const told = (): Drawn => WHOLE

/**
 * How much of `leg` is drawn at a step. Before the reader has moved, the whole way lies ahead, pale: it says where the
 * story leads without giving away its end. `approach`: how far the passage after the active one has come.
 */
export function drawnAt(leg: Leg, { index, cause }: ActiveStep, approach: number): Drawn {
  if (cause === 'start') return { grown: 0, ahead: 'pale' }
  if (leg.step <= index) return WHOLE
  // A tip that stands for nobody yet would only lie on its place.
  const counts = typeof leg.amount !== 'number' || leg.amount * approach >= 1
  return {
    grown: leg.step === index + 1 && counts ? approach : 0,
    ahead: leg.announced !== undefined && leg.announced <= index ? 'announced' : 'none',
  }
}

/** True when every road has come to its end, so that the map may say who stays where. */
export function isTold(legs: Leg[], drawn: (leg: Leg) => Drawn): boolean {
  return legs.every((leg) => drawn(leg).grown === 1)
}
