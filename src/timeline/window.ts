/** Which beads are in the row, grouped by phase, and whether leader lines to the axis fit. */

import type { Phase } from '../story/story.ts'

/** Maximum number of steps with all beads in the row; a longer story shows some around the active one. */
const MAX_ROW = 60

/** Number of beads in the row of a longer story: at 44 pixels each they fit in a window of 1024. */
const WINDOW = 17

/** The range of steps in the row, without `to`. */
export interface Window {
  from: number
  to: number
}

/** All of `count` steps, or as many as fit around step `active`, centred except near the ends. */
export function windowAround(active: number, count: number): Window {
  if (count <= MAX_ROW) return { from: 0, to: count }
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
 * Layout of a row of `count` beads. `few` fit in a window of 1024 pixels and `some` in one of 1280, so leader lines can
 * connect them to the axis. `many` scroll sideways, where such lines would miss their dates. `window`: part of the
 * beads.
 */
export function settingOf(count: number): 'few' | 'some' | 'many' | 'window' {
  if (count > MAX_ROW) return 'window'
  if (count <= 17) return 'few'
  return count <= 23 ? 'some' : 'many'
}
