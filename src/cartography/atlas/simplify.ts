/** Crops a topology to a region and simplifies it to the region's scale. */
import { filter, filterWeight, presimplify, simplify } from 'topojson-simplify'
import type { Objects, OrNull, Topology } from 'topojson-specification'
import { type LonLat, nearestLongitude, project } from '../../story/projection.ts'
import { detailFactorAt, type Region } from './region.ts'

/** Smallest triangle kept by simplification (Visvalingam and Whyatt, 1993), square map units: 1 to 3 square pixels. */
const DETAIL = 36

/** A point of a topology in `presimplify`: [lon, lat, weight], followed by values that `weight` below caches. */
type WeightedPoint = [lon: number, lat: number, weight?: number, x?: number, y?: number, finer?: number]

/** `topology` cropped to the region and simplified to its scale. */
export function simplifyTo<O extends Objects<{ name: string }>>(
  topology: Topology<O>,
  region: Region,
): Topology<OrNull<O>> {
  const { projection } = region
  // There are half a million points, each in three triangles, so the results are cached on the points.
  const cacheOn = (point: WeightedPoint) => {
    const { x, y } = project(projection, [nearestLongitude(point[0], projection.lon0), point[1]])
    point[3] = x
    point[4] = y
    point[5] = detailFactorAt({ x, y }, region) ** 2
  }
  const weight = ([a, b, c]: WeightedPoint[]) => {
    if (!a || !b || !c) return 0
    if (a[3] === undefined) cacheOn(a)
    if (b[3] === undefined) cacheOn(b)
    if (c[3] === undefined) cacheOn(c)
    const [ax, ay] = [a[3] ?? 0, a[4] ?? 0]
    const [bx, by] = [b[3] ?? 0, b[4] ?? 0]
    const [cx, cy] = [c[3] ?? 0, c[4] ?? 0]
    return (Math.abs((bx - ax) * (cy - ay) - (cx - ax) * (by - ay)) / 2) * (b[5] ?? 1)
  }
  const keepRing = filterWeight(topology, 1, (ring) => Number(mayBeSeen(ring, region)))
  return simplify(presimplify(filter(topology, keepRing), weight), DETAIL)
}

/**
 * Tests whether a ring may be on the map: others are not drawn, and simplifying them would take most of the time. A polar
 * map shows nearly everything, and a ring that spans half of the world may cross the seam.
 */
function mayBeSeen(ring: LonLat[], { projection, extent }: Region): boolean {
  if (projection.pole) return true
  const points = ring.map(([lon, lat]) => project(projection, [nearestLongitude(lon, projection.lon0), lat]))
  const [xs, ys] = [points.map(({ x }) => x), points.map(({ y }) => y)]
  const [west, east] = [Math.min(...xs), Math.max(...xs)]
  return (
    (east - west > projection.world / 2 || (west <= extent.x + extent.width && east >= extent.x)) &&
    Math.min(...ys) <= extent.y + extent.height &&
    Math.max(...ys) >= extent.y
  )
}
