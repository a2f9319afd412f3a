/** The area that a basemap shows, and in how much detail. */
import { isInside, type Point, type Projection, type Rect } from '../../story/projection.ts'

/** What to draw. Lengths are map units. */
export interface Region {
  projection: Projection
  /** The first view */
  whole: Rect
  /** The area with full detail */
  core: Rect
  /** Views closer than the first: drawn with proportionally finer detail */
  close: Rect[]
  /** Extent of the map; outside the core it has less detail */
  extent: Rect
  /** Countries drawn lighter, ISO 3166 alpha-2 */
  focus: string[]
  /** Names of towns to leave out, and of towns that come before all others */
  hide: string[]
  add: string[]
}

/** Factor by which detail is coarser outside the core, where few readers see the detail. */
const COARSER = 20
/** Maximum factor by which detail is finer for close steps: the data has no more detail. */
const FINEST = 16

/**
 * How many times finer the ground is drawn at a point than at the scale of the first view: a power of two that follows
 * the closest view of the point. Outside the core it is coarser, unless a close view shows the point.
 */
export function detailFactorAt(point: Point, { whole, core, close }: Pick<Region, 'whole' | 'core' | 'close'>): number {
  const closest = Math.max(...close.filter((view) => isInside(point, view)).map(({ width }) => whole.width / width), 0)
  const finer = 2 ** Math.floor(Math.log2(closest))
  return Math.min(FINEST, Math.max(finer, isInside(point, core) ? 1 : 1 / COARSER))
}
