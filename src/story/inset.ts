/** The locator inset: what it shows around a story, on which maps it is, and when it gives way. */

import type { Point, Projection, Rect } from './projection.ts'
import { grow } from './route.ts'

/** How much of what is around the first view the inset shows on each side, in parts of it. */
const AROUND = 1.45
/** Degrees of longitude: the inset is at least so wide, or nobody knows the coast in it. */
const KNOWN = 45

/** What the inset shows around the `whole` map. */
export function surroundings(whole: Rect, { world, pole }: Projection): Rect {
  const wide = pole ? 0 : ((KNOWN / 360) * world) / whole.width
  const around = Math.max(AROUND, (wide - 1) / 2)
  return grow(whole, around, around)
}

/** Nearer than this, in degrees of longitude, the surroundings hold too few borders to tell anything. */
const NEAREST = 2

/** The corner the inset covers of the smallest frame that has it, in parts of its width and height. */
const CORNERS = { wide: { width: 0.25, height: 0.26 }, small: { width: 0.3, height: 0.3 } }

/** `small`: the story is, so that even a phone has the inset; without it nobody knows where this is. */
export type InsetKind = keyof typeof CORNERS

/** The inset of a map; undefined where a story is as wide as the world, or so near that it would tell nothing. */
export function insetOf(map: { whole: Rect; extent: Rect; projection: Projection }): InsetKind | undefined {
  const { whole, extent, projection } = map
  const seen = surroundings(whole, projection)
  const degrees = (whole.width / projection.world) * 360
  if (seen.width > extent.width || seen.height > extent.height || degrees < NEAREST) return
  return seen.width > grow(whole, AROUND, AROUND).width ? 'small' : 'wide'
}

/**
 * Whether a point of `points` lies in the corner of `view` where the inset is; there it is not shown. `mirrored`: on a
 * page written from right to left, where it is the corner on the right.
 */
export function liesUnderInset(points: Point[], view: Rect, inset: InsetKind, mirrored: boolean | undefined): boolean {
  const { width, height } = CORNERS[inset]
  return points.some(({ x, y }) => {
    const [across, down] = [(x - view.x) / view.width, (y - view.y) / view.height]
    const inwards = mirrored ? 1 - across : across
    return inwards > 0 && inwards < width && down > 1 - height && down < 1
  })
}
