/** Which beads stand in the row, in which phases, and how much room they leave for lines down to the axis. */

import type { Phase } from '../story/story.ts'

/** Up to this many steps all beads are in the row; a longer story shows some around the active one. */
const ALL_UP_TO = 60

/** Beads in the row of a longer story: at 44 pixels each they fit beside each other on a window of 1024. */
const WINDOW = 17

/** The steps in the row: from `from` up to, not including, `to`. */
export interface Window {
  from: number
  to: number
}

/** All of `count` steps, or as many as fit around step `active`, which stands in the middle except near the ends. */
export function windowAround(active: number, count: number): Window {
  if (count <= ALL_UP_TO) return { from: 0, to: count }
  const from = Math.min(count - WINDOW, Math.max(0, active - (WINDOW - 1) / 2))
  return { from, to: from + WINDOW }
}

/** Beads beside each other that are of one phase, or of none. */
export interface Run extends Window {
  phase: Phase | undefined
}

/** The beads of the row by their phases, in their order. */
export function runsOf(phases: Phase[], { from, to }: Window): Run[] {
  const runs: Run[] = []
  for (let at = from; at < to; at = runs.at(-1)?.to ?? to) {
    const phase = phases.find(({ first, last }) => first <= at && at <= last)
    const next = phase
      ? phase.last + 1
      : Math.min(...phases.map(({ first }) => first).filter((first) => first > at), to)
    runs.push({ phase, from: at, to: Math.min(next, to) })
  }
  return runs
}

/**
 * How a row of `count` beads is set. `few` fit on a window of 1024 pixels and `some` on one of 1280, so that lines can
 * lead from them down to the axis; `many` scroll sideways, and such a line would miss its moment. `window`: see above.
 */
export function settingOf(count: number): 'few' | 'some' | 'many' | 'window' {
  if (count > ALL_UP_TO) return 'window'
  if (count <= 17) return 'few'
  return count <= 23 ? 'some' : 'many'
}
