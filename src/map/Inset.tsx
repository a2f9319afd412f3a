import { insetOf, liesUnderInset, surroundings } from '../story/inset.ts'
import type { Rect } from '../story/projection.ts'
import type { Route } from '../story/story.ts'
import { viewBoxOf } from '../story/viewport.ts'
import styles from './Inset.module.css'

/**
 * Where in the world: a small locator map of the surroundings with a box around the route, from the same ground.
 * `view`: what the map shows, and `marks` the places it marks: none of them may lie under the inset.
 */
export function Inset({ route, view, marks }: { route: Route; view: Rect; marks: string[] }) {
  const { whole, projection, places, mirrored } = route
  const inset = insetOf(route)
  const marked = places.filter(({ id }) => marks.includes(id))
  if (!inset || liesUnderInset(marked, view, inset, mirrored)) return null
  return (
    <svg
      width="0"
      height="0"
      className={styles.inset}
      data-small={inset === 'small' || undefined}
      viewBox={viewBoxOf(surroundings(whole, projection))}
      aria-hidden="true"
    >
      <use href="#_ground-land" />
      <use href="#_ground-focus" />
      <use href="#_ground-borders" />
      <rect x={whole.x} y={whole.y} width={whole.width} height={whole.height} />
    </svg>
  )
}
