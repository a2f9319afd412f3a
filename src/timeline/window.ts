/** Which beads stand in the row, and how much room they leave for lines down to the axis. */

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

/**
 * How a row of `count` beads is set. `few` fit on a window of 1024 pixels and `some` on one of 1280, so that lines can
 * lead from them down to the axis; `many` scroll sideways, and such a line would miss its moment. `window`: see above.
 */
export function settingOf(count: number): 'few' | 'some' | 'many' | 'window' {
  if (count > ALL_UP_TO) return 'window'
  if (count <= 17) return 'few'
  return count <= 23 ? 'some' : 'many'
}
