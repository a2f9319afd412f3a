/** Crops a topology to a region and simplifies it to the region's scale. */
import { presimplify, simplify } from 'topojson-simplify'
import type { Objects, Topology } from 'topojson-specification'
import { nearestLongitude, project } from '../../story/projection.ts'
import { detailFactorAt, type Region } from './region.ts'

/** Smallest triangle kept by simplification (Visvalingam and Whyatt, 1993), square map units: 1 to 3 square pixels. */
const DETAIL = 36

/** A point of a topology in `presimplify`: [lon, lat, weight], followed by values that `weight` below caches. */
type WeightedPoint = [lon: number, lat: number, weight?: number, x?: number, y?: number, finer?: number]

/** `topology` cropped to the region and simplified to its scale. */
export function simplifyTo<O extends Objects<{ name: string }>>(topology: Topology<O>, region: Region): Topology<O> {
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
  return simplify(presimplify(cropTo(topology, region), weight), DETAIL)
}

/**
 * `topology` without shapes that are entirely outside the map: they are not drawn, and simplifying them would take most
 * of the time. Polar maps and maps of the world show nearly everything, so there it is returned as it is.
 */
function cropTo<O extends Objects<{ name: string }>>(
  topology: Topology<O>,
  { projection, extent }: Region,
): Topology<O> {
  if (projection.pole || extent.width >= projection.world / 2) return topology
  const arcs = topology.arcs.map((arc) => boxOf(arc, topology.transform))
  const used = new Set<number>()
  /** Conservative: a shape that crosses the seam of the map counts as visible. */
  const isVisible = (indices: number[]) => {
    const boxes = indices.flatMap((index) => arcs[index < 0 ? ~index : index] ?? [])
    const [west, east] = [Math.min(...boxes.map(({ west }) => west)), Math.max(...boxes.map(({ east }) => east))]
    const [south, north] = [Math.min(...boxes.map(({ south }) => south)), Math.max(...boxes.map(({ north }) => north))]
    const [left, right] = [nearestLongitude(west, projection.lon0), nearestLongitude(east, projection.lon0)]
    const from = project(projection, [left, north])
    const to = project(projection, [right, south])
    const crosses = left > right || east - west > 180
    return (
      (crosses || (from.x <= extent.x + extent.width && to.x >= extent.x)) &&
      from.y <= extent.y + extent.height &&
      to.y >= extent.y
    )
  }
  const objects = { ...topology.objects }
  for (const [name, object] of Object.entries(objects)) {
    if (object.type !== 'GeometryCollection') continue
    const geometries = object.geometries.filter((geometry) => {
      const indices = arcsOf(geometry)
      if (!isVisible(indices)) return false
      for (const index of indices) used.add(index < 0 ? ~index : index)
      return true
    })
    Reflect.set(objects, name, { ...object, geometries })
  }
  return { ...topology, objects, arcs: topology.arcs.map((arc, i) => (used.has(i) ? arc : arc.slice(0, 1))) }
}

/** Indices of the arcs of a shape; TopoJSON writes a reversed arc `i` as `~i`. */
function arcsOf(geometry: object): number[] {
  const arcs: unknown = Reflect.get(geometry, 'arcs')
  return Array.isArray(arcs) ? arcs.flat(3) : []
}

/** Bounding box of an arc, degrees; undefined if it has no points. */
function boxOf(arc: number[][], transform: Topology['transform']) {
  const [kx, ky] = transform?.scale ?? [1, 1]
  const [dx, dy] = transform?.translate ?? [0, 0]
  let [x, y] = [0, 0]
  const box = { west: Infinity, south: Infinity, east: -Infinity, north: -Infinity }
  for (const [a = 0, b = 0] of arc) {
    // Only a topology with a transform is delta-encoded.
    ;[x, y] = transform ? [x + a, y + b] : [a, b]
    box.west = Math.min(box.west, x * kx + dx)
    box.east = Math.max(box.east, x * kx + dx)
    box.south = Math.min(box.south, y * ky + dy)
    box.north = Math.max(box.north, y * ky + dy)
  }
  return arc.length ? box : undefined
}
