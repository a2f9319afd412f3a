/** Limits for moving the map. */

import type { Route } from '../story/map.ts'
import type { Rect } from '../story/projection.ts'
import { groundOf } from '../story/section.ts'

/** Maximum zoom relative to the whole route, and relative to the closest step: the basemap has no more detail. */
const [CLOSEST, CLOSER] = [8, 2]

/** Minimum width of a view, map units. */
export function narrowest(route: Route, view: Rect): number {
  const { whole } = groundOf(route, view)
  const views = route.views.filter((other) => groundOf(route, other).whole === whole)
  return Math.min(whole.width / CLOSEST, ...views.map(({ width }) => width / CLOSER))
}

/** A move by a button. `right`, `down`: fractions of the view. `closer`: zoom factor. */
export interface Move {
  right?: number
  down?: number
  closer?: number
}

/** `view` after a move, limited to the basemap and its detail. */
export function moved(view: Rect, { right = 0, down = 0, closer = 1 }: Move, route: Route): Rect {
  const { extent } = groundOf(route, view)
  const within = (low: number, value: number, high: number) => Math.min(Math.max(value, low), Math.max(low, high))
  const ratio = view.width / view.height
  const widest = Math.min(extent.width, extent.height * ratio)
  const width = within(narrowest(route, view), view.width / closer, widest)
  const height = width / ratio
  const x = view.x + right * view.width + (view.width - width) / 2
  const y = view.y + down * view.height + (view.height - height) / 2
  return {
    x: within(extent.x, x, extent.x + extent.width - width),
    y: within(extent.y, y, extent.y + extent.height - height),
    width,
    height,
  }
}
