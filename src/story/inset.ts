/** The locator inset: its extent, which maps have it, and when it is hidden. */

import type { Point, Projection, Rect } from './projection.ts'
import { grow } from './projection.ts'

/** Margin of the inset on each side of the first view, as a fraction of its size. */
const AROUND = 1.45
/** Minimum width of the inset, degrees of longitude, so that readers recognise the coast. */
const RECOGNISABLE = 45

/** The extent of the inset around the `whole` view. */
export function surroundings(whole: Rect, { world, pole }: Projection): Rect {
  const wide = pole ? 0 : ((RECOGNISABLE / 360) * world) / whole.width
  const around = Math.max(AROUND, (wide - 1) / 2)
  return grow(whole, around, around)
}

/** Minimum width of the whole view, degrees of longitude: below it, the inset has too few borders to be of use. */
const NEAREST = 2

/** Size of the inset in the smallest viewport that has it, as fractions of the viewport's width and height. */
const CORNERS = { wide: { width: 0.25, height: 0.26 }, small: { width: 0.3, height: 0.3 } }

/** `small`: a story so small that even phones need the inset to show where it is. */
export type InsetKind = keyof typeof CORNERS

/** The kind of a map's inset; undefined if the story is too wide or too small for one. */
export function insetOf(map: { whole: Rect; extent: Rect; projection: Projection }): InsetKind | undefined {
  const { whole, extent, projection } = map
  const shown = surroundings(whole, projection)
  const degrees = (whole.width / projection.world) * 360
  if (shown.width > extent.width || shown.height > extent.height || degrees < NEAREST) return
  return shown.width > grow(whole, AROUND, AROUND).width ? 'small' : 'wide'
}

/**
 * Whether one of `points` is under the inset in `view`, which hides the inset. `mirrored`: on right-to-left pages, where
 * the inset is in the right corner.
 */
export function liesUnderInset(points: Point[], view: Rect, inset: InsetKind, mirrored: boolean | undefined): boolean {
  const { width, height } = CORNERS[inset]
  return points.some(({ x, y }) => {
    const [across, down] = [(x - view.x) / view.width, (y - view.y) / view.height]
    const inwards = mirrored ? 1 - across : across
    return inwards > 0 && inwards < width && down > 1 - height && down < 1
  })
}
