/**
 * Map projections, in map units: spherical Web Mercator (Leaflet's EPSG:3857), or the polar stereographic projection near
 * a pole. Both are conformal. A story's whole route is about 4,000 units wide, so whole units are precise enough to draw
 * with. Formulas: J. P. Snyder, Map Projections: A Working Manual (USGS 1395), p. 41 and p. 157.
 */

/** A point in map units; x grows to the east, y to the south. */
export interface Point {
  x: number
  y: number
}

/** A rectangle in map units. */
export interface Rect extends Point {
  width: number
  height: number
}

/** Tells whether a point is in a rectangle, its edge included. */
export function isInside({ x, y }: Point, box: Rect): boolean {
  return x >= box.x && x <= box.x + box.width && y >= box.y && y <= box.y + box.height
}

/** Grows `rect` on each side by these fractions of its width and height. */
export function grow(rect: Rect, byWidth: number, byHeight: number): Rect {
  return {
    x: rect.x - rect.width * byWidth,
    y: rect.y - rect.height * byHeight,
    width: rect.width * (1 + 2 * byWidth),
    height: rect.height * (1 + 2 * byHeight),
  }
}

/**
 * `lon0`: the meridian at x = 0, degrees east. `world`: map units around the equator. `y0`: units from the equator to
 * y = 0. `pole`: polar stereographic; then `lon0` runs down from the north pole or up from the south pole, `world` is 360
 * times a degree at the pole, and `y0` is counted from the pole.
 */
export interface Projection {
  lon0: number
  world: number
  y0: number
  pole?: 'north' | 'south' | undefined
}

/** A position on the globe, [lon, lat] in degrees. */
export type LonLat = readonly [lon: number, lat: number]

/** Limit of Web Mercator, degrees north and south, at which the world is square. */
const MAX_LATITUDE = 85.0511287798

/** `lon`, shifted by whole turns to within 180 degrees of `lon0`. */
export function nearestLongitude(lon: number, lon0: number): number {
  return lon - 360 * Math.round((lon - lon0) / 360)
}

/** Maximum distance from the pole of a polar map, degrees. */
const FARTHEST = 150

/** Map units after which a map repeats; a polar map never does. */
export function worldWidthOf({ world, pole }: Projection): number {
  return pole ? Number.MAX_SAFE_INTEGER : world
}

/** `point`, moved by whole turns of the world to where a view sees it: a world map repeats. */
export function seenFrom<P extends Point>(view: Rect, point: P, projection: Projection): P {
  const world = worldWidthOf(projection)
  // A point at the edge of a view of the whole world stays.
  const turns = Math.round(((view.x + view.width / 2 - point.x) / world) * 0.999)
  return turns === 0 ? point : { ...point, x: point.x + turns * world }
}

/** Map units in a degree at latitude `lat`. */
export function degreeAt({ world, pole }: Projection, lat: number): number {
  const phi = (lat * Math.PI) / 180
  const scale = pole ? 2 / (1 + Math.sin(pole === 'north' ? phi : -phi)) : 1 / Math.cos(phi)
  return (world / 360) * scale
}

/** Globe to map units. Longitudes are not wrapped: 190 is east of 180. */
export function project({ lon0, world, y0, pole }: Projection, [lon, lat]: LonLat): Point {
  if (pole) {
    const hand = pole === 'north' ? 1 : -1
    const [far, lambda] = [Math.min(90 - hand * lat, FARTHEST), ((lon - lon0) * Math.PI) / 180]
    const r = (world / Math.PI) * Math.tan((far * Math.PI) / 360)
    return { x: r * Math.sin(lambda), y: hand * r * Math.cos(lambda) - y0 }
  }
  const phi = (Math.max(-MAX_LATITUDE, Math.min(MAX_LATITUDE, lat)) * Math.PI) / 180
  const y = (-Math.log(Math.tan(Math.PI / 4 + phi / 2)) / (2 * Math.PI)) * world
  return { x: ((lon - lon0) / 360) * world, y: y - y0 }
}

/** Map units back to the globe. */
export function unproject({ lon0, world, y0, pole }: Projection, { x, y }: Point): LonLat {
  if (pole) {
    const hand = pole === 'north' ? 1 : -1
    const far = (Math.atan((Math.hypot(x, y + y0) * Math.PI) / world) * 360) / Math.PI
    return [(Math.atan2(x, hand * (y + y0)) * 180) / Math.PI + lon0, hand * (90 - far)]
  }
  const lat = Math.atan(Math.sinh((-(y + y0) / world) * 2 * Math.PI)) * (180 / Math.PI)
  return [(x / world) * 360 + lon0, lat]
}
