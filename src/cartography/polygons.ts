/** Polygons of the map: rings of points in map units. */

import { isInside, type Point, type Rect } from '../story/projection.ts'

/** The bounding box of the largest ring, which contains most of a country. */
export function mainland(rings: Point[][]): Rect {
  const size = ({ width, height }: Rect) => width * height
  return rings
    .map(boundsOf)
    .reduce((largest, box) => (size(box) > size(largest) ? box : largest), { x: 0, y: 0, width: 0, height: 0 })
}

const boundsCache = new WeakMap<Point[], Rect>()

/** The bounding box of a ring, cached because it is often needed. */
function boundsOf(ring: Point[]): Rect {
  const cached = boundsCache.get(ring)
  if (cached) return cached
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity]
  for (const { x, y } of ring) {
    if (x < left) left = x
    if (x > right) right = x
    if (y < top) top = y
    if (y > bottom) bottom = y
  }
  const box = { x: left, y: top, width: right - left, height: bottom - top }
  boundsCache.set(ring, box)
  return box
}

/** Whether the bounding box of a ring reaches into `view`. */
export function intersects(ring: Point[], view: Rect): boolean {
  const { x, y, width, height } = boundsOf(ring)
  return x + width > view.x && x < view.x + view.width && y + height > view.y && y < view.y + view.height
}

/** Whether a point is inside `rings` by the even-odd rule. */
export function contains(rings: Point[][], { x, y }: Point): boolean {
  let odd = false
  for (const ring of rings) {
    if (!isInside({ x, y }, boundsOf(ring))) continue
    for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
      const [a, b] = [ring[i], ring[j]]
      if (a && b && a.y > y !== b.y > y && x < ((b.x - a.x) * (y - a.y)) / (b.y - a.y) + a.x) odd = !odd
    }
  }
  return odd
}
