import { insetOf, liesUnderInset, surroundings } from '../story/inset.ts'
import type { Route } from '../story/map.ts'
import type { Rect } from '../story/projection.ts'
import { viewBoxOf } from '../story/viewport.ts'
import styles from './Inset.module.css'

/**
 * A locator map: the surroundings with a box around the route, drawn from the same basemap. Left out where it would
 * cover one of the marked places. `view`: visible part of the map. `marks`: ids of the marked places.
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
      className={inset === 'small' ? `${styles.inset} ${styles.small}` : styles.inset}
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
