/**
 * The wide timeline, on which beads are at true scale: along it first the axis, then the lens, if there is one. In
 * fractions of its length, 0 to 1; `Timeline.module.css` has the same numbers.
 */
import type { Lens, Step } from './story.ts'

/** Minimum length of the wide timeline, pixels: in a window 900 pixels wide, with names beside the bars. */
export const STRIP = 740

/** Maximum number of steps with all beads in the timeline; a longer story shows some around the active one. */
export const MAX_BEADS = 60

/** Height of the row of a lane under the axis, pixels */
export const LANE = 14

/** End of the axis and start of the lens. */
export const [AXIS_END, LENS_START] = [0.52, 0.58]

/** Position of a step's bead on the wide timeline. */
export function placeOf(
  { index, at = 0 }: Pick<Step, 'index' | 'at'>,
  lens: Pick<Lens, 'first' | 'at'> | undefined,
): number {
  if (!lens) return at
  const within = lens.at[index - lens.first]
  return within === undefined ? at * AXIS_END : LENS_START + within * (1 - LENS_START)
}
