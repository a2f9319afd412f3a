/**
 * The projection of every map: spherical Web Mercator, the same as Leaflet's EPSG:3857, in map units instead of pixels;
 * near a pole, the stereographic one from above it. Both keep angles. A story's whole route is about 4,000 units wide, so
 * whole units are fine enough to draw with. Formulas: J. P. Snyder, Map Projections: A Working Manual (USGS 1395), p. 41
 * and p. 157.
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

/**
 * `lon0`: the meridian at x = 0, degrees east. `world`: map units around the equator. `y0`: units from the equator to
 * y = 0. `pole`: seen from above it; then `lon0` runs down from the north pole or up from the south pole, `world` is 360
 * times a degree at the pole, and `y0` is counted from there.
 */
export interface Projection {
  lon0: number
  world: number
  y0: number
  pole?: 'north' | 'south' | undefined
}

/** A place on the globe, [lon, lat] in degrees. */
export type LonLat = readonly [lon: number, lat: number]

/** Web Mercator ends here, degrees north and south; beyond, the square world would not close. */
const MAX_LATITUDE = 85.0511287798

/** The same meridian as `lon`, named so that it is at most half a turn from `lon0`. */
export function nearestLongitude(lon: number, lon0: number): number {
  return lon - 360 * Math.round((lon - lon0) / 360)
}

/** Degrees: what lies further from the pole a map is seen from is not on it. */
const FARTHEST = 150

/** Map units after which a map comes again; one from above a pole never does. */
export function worldWidthOf({ world, pole }: Projection): number {
  return pole ? Number.MAX_SAFE_INTEGER : world
}

/** Map units in a degree at latitude `lat`. */
export function degreeAt({ world, pole }: Projection, lat: number): number {
  const phi = (lat * Math.PI) / 180
  const scale = pole ? 2 / (1 + Math.sin(pole === 'north' ? phi : -phi)) : 1 / Math.cos(phi)
  return (world / 360) * scale
}

/** Globe to map units. The longitude is taken as it is: 190 lies east of 180. */
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
