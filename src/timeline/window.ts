/** Which beads are in the row, grouped by phase, and how the timeline is laid out. */

import type { Phase, Story } from '../story/story.ts'
import { MAX_BEADS } from '../story/strip.ts'

/** Number of beads in the row of a longer story: at 44 pixels each they fit in a window of 1024. */
const WINDOW = 17

/** The range of steps in the row, without `to`. */
export interface Window {
  from: number
  to: number
}

/** All of `count` steps, or as many as fit around step `active`, centred except near the ends. */
export function windowAround(active: number, count: number): Window {
  if (count <= MAX_BEADS) return { from: 0, to: count }
  const from = Math.min(count - WINDOW, Math.max(0, active - (WINDOW - 1) / 2))
  return { from, to: from + WINDOW }
}

/** Adjacent beads of one phase, or of none. */
export interface Run extends Window {
  phase: Phase | undefined
}

/** The beads of the row grouped by phase, in order. */
export function runsOf(phases: Phase[], { from, to }: Window): Run[] {
  const runs: Run[] = []
  for (let at = from; at < to; at += 1) {
    const phase = phases.find(({ first, last }) => first <= at && at <= last)
    const run = runs.at(-1)
    if (run && run.phase === phase) run.to = at + 1
    else runs.push({ phase, from: at, to: at + 1 })
  }
  return runs
}

/**
 * Layout of the timeline. `scale`: on wide screens beads are at true scale; on others, and everywhere in the other two,
 * they are in an even row. `window`: the row shows part of the beads.
 */
export function settingOf({ steps, axis }: Story): 'scale' | 'row' | 'window' {
  if (steps.length > MAX_BEADS) return 'window'
  return axis?.levels ? 'scale' : 'row'
}
