/** Candidate positions of names on land and on water: the points farthest from any border. */

import { isInside, type Point, type Rect } from '../../story/projection.ts'
import { contains, intersects } from '../polygons.ts'
import type { Candidate } from './candidates.ts'

/** Points inside a country and the view, the farthest from any border first. */
export function insideCountry(rings: Point[][], view: Rect): Candidate[] {
  const visible = rings.filter((ring) => intersects(ring, view))
  return visible.length ? roomiestFirst(view, visible, (at) => contains(visible, at)) : []
}

/** Points of a sea inside the view, the farthest from any coast first. */
export function onWater(coastlines: Point[][], area: Rect, view: Rect): Candidate[] {
  const left = Math.max(area.x, view.x)
  const top = Math.max(area.y, view.y)
  const width = Math.min(area.x + area.width, view.x + view.width) - left
  const height = Math.min(area.y + area.height, view.y + view.height) - top
  if (width <= 0 || height <= 0) return []
  const visible = { x: left, y: top, width, height }
  const coasts = coastlines.filter((ring) => intersects(ring, visible))
  return roomiestFirst(visible, coasts, (at) => !contains(coasts, at)).filter(({ x, y }) => {
    const reach = view.width / 20
    return ![-reach, reach].some((dx) => contains(coasts, { x: x + dx, y }))
  })
}

/** Points of a grid over `view` that pass `test`, the farthest from `rings` and from the edge first. */
function roomiestFirst(view: Rect, rings: Point[][], test: (at: Point) => boolean): Candidate[] {
  const [columns, rows] = [28, 21]
  // A border outside the view is never nearer than its edge.
  const borders = rings.flatMap((ring) => ring.filter((point) => isInside(point, view)))
  const spots: { at: Point; room: number }[] = []
  for (let i = 1; i < columns; i += 1) {
    for (let j = 1; j < rows; j += 1) {
      const at = { x: view.x + (view.width * i) / columns, y: view.y + (view.height * j) / rows }
      if (test(at)) spots.push({ at, room: roomAround(borders, at, view) })
    }
  }
  return spots
    .sort((a, b) => b.room - a.room)
    .slice(0, 120)
    .map(({ at }) => ({ x: Math.round(at.x), y: Math.round(at.y), dx: 0, dy: 4, anchor: 'middle' }))
}

/** Distance from `at` to the nearest border or edge, with vertical distance doubled because names are wide. */
function roomAround(borders: Point[], at: Point, view: Rect): number {
  let nearest = Math.min(
    at.x - view.x,
    view.x + view.width - at.x,
    2 * (at.y - view.y),
    2 * (view.y + view.height - at.y),
  )
  for (const p of borders) {
    const [dx, dy] = [p.x - at.x, 2 * (p.y - at.y)]
    if (Math.abs(dx) < nearest && Math.abs(dy) < nearest) nearest = Math.min(nearest, Math.hypot(dx, dy))
  }
  return nearest
}
