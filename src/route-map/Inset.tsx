import { viewBoxOf } from '../story/frame.ts'
import type { Point, Rect } from '../story/projection.ts'
import { isSmall, surroundings } from '../story/route.ts'
import type { Route } from '../story/story.ts'
import styles from './Inset.module.css'

/** Nearer than this, in degrees of longitude, the surroundings hold too few borders to tell anything. */
const NEAREST = 2

/** The corner the inset covers of the smallest frame that has it, in parts of its width and height. */
const CORNER = { width: 0.25, height: 0.26 }
const SMALL_CORNER = { width: 0.3, height: 0.3 }

/**
 * Where in the world: a small locator map of the surroundings with a box around the route, from the same ground.
 * `view`: what the map shows, and `marks` the places it marks: none of them may lie under the inset.
 */
export function Inset({ route, view, marks }: { route: Route; view: Rect; marks: string[] }) {
  const { whole, extent, projection, places } = route
  const seen = surroundings(whole, projection)
  const degrees = (whole.width / projection.world) * 360
  if (!holds(extent, seen) || degrees < NEAREST) return null
  const small = isSmall(whole, projection)
  const corner = small ? SMALL_CORNER : CORNER
  if (places.some((place) => marks.includes(place.id) && isInCorner(place, view, corner))) return null
  return (
    <svg
      width="0"
      height="0"
      className={styles.inset}
      data-small={small || undefined}
      viewBox={viewBoxOf(seen)}
      aria-hidden="true"
    >
      <use href="#_ground-land" />
      <use href="#_ground-focus" />
      <use href="#_ground-borders" />
      <rect x={whole.x} y={whole.y} width={whole.width} height={whole.height} />
    </svg>
  )
}

function isInCorner({ x, y }: Point, view: Rect, corner: typeof CORNER): boolean {
  return (
    x > view.x &&
    x < view.x + view.width * corner.width &&
    y > view.y + view.height * (1 - corner.height) &&
    y < view.y + view.height
  )
}

/** A story as wide as the world has no surroundings to be located in. */
function holds(outer: Rect, inner: Rect): boolean {
  return inner.width <= outer.width && inner.height <= outer.height
}
