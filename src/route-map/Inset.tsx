import { viewBoxOf } from '../story/frame.ts'
import type { Point, Rect } from '../story/projection.ts'
import { grow } from '../story/route.ts'
import type { Route } from '../story/story.ts'
import styles from './Inset.module.css'

/** How much of the surroundings the inset shows on each side, in parts of the whole route. */
const AROUND = 1.45
/** Nearer than this, in degrees of longitude, the surroundings hold too few borders to tell anything. */
const NEAREST = 2

/** The corner the inset covers of the smallest frame that has it, in parts of its width and height. */
const CORNER = { width: 0.25, height: 0.26 }

/** Where in the world: a small locator map of the surroundings with a box around the route, from the same ground. */
/** `view`: what the map shows, and `marks` the places it marks: none of them may lie under the inset. */
export function Inset({ route, view, marks }: { route: Route; view: Rect; marks: string[] }) {
  const { whole, extent, projection, places } = route
  const seen = grow(whole, AROUND, AROUND)
  const degrees = (whole.width / projection.world) * 360
  if (!holds(extent, seen) || degrees < NEAREST) return null
  if (places.some((place) => marks.includes(place.id) && isInCorner(place, view))) return null
  return (
    <svg className={styles.inset} viewBox={viewBoxOf(seen)} aria-hidden="true">
      <use href="#_ground-land" />
      <use href="#_ground-focus" />
      <use href="#_ground-borders" />
      <rect x={whole.x} y={whole.y} width={whole.width} height={whole.height} />
    </svg>
  )
}

function isInCorner({ x, y }: Point, view: Rect): boolean {
  return (
    x > view.x &&
    x < view.x + view.width * CORNER.width &&
    y > view.y + view.height * (1 - CORNER.height) &&
    y < view.y + view.height
  )
}

/** A story as wide as the world has no surroundings to be located in. */
function holds(outer: Rect, inner: Rect): boolean {
  return inner.width <= outer.width && inner.height <= outer.height
}
