/**
 * The one projection of every map: spherical Web Mercator, the same as Leaflet's EPSG:3857, in map units instead of
 * pixels. A story's whole route is about 4,000 units wide, so whole units are fine enough to draw with.
 * Formulas: J. P. Snyder, Map Projections: A Working Manual (USGS 1395), p. 41.
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

/** `lon0`: the meridian at x = 0, degrees east. `world`: map units around the equator. `y0`: units from the equator to y = 0. */
export interface Projection {
  lon0: number
  world: number
  y0: number
}

/** A place on the globe, [lon, lat] in degrees. */
export type LonLat = readonly [lon: number, lat: number]

/** Web Mercator ends here, degrees north and south; beyond, the square world would not close. */
const MAX_LATITUDE = 85.0511287798

/** The same meridian as `lon`, named so that it is at most half a turn from `lon0`. */
export function nearestTurn(lon: number, lon0: number): number {
  return lon - 360 * Math.round((lon - lon0) / 360)
}

/** Globe to map units. The longitude is taken as it is: 190 lies east of 180. */
export function project({ lon0, world, y0 }: Projection, [lon, lat]: LonLat): Point {
  const phi = (Math.max(-MAX_LATITUDE, Math.min(MAX_LATITUDE, lat)) * Math.PI) / 180
  const y = (-Math.log(Math.tan(Math.PI / 4 + phi / 2)) / (2 * Math.PI)) * world
  return { x: ((lon - lon0) / 360) * world, y: y - y0 }
}

/** Map units back to the globe. */
export function unproject({ lon0, world, y0 }: Projection, { x, y }: Point): LonLat {
  const lat = Math.atan(Math.sinh((-(y + y0) / world) * 2 * Math.PI)) * (180 / Math.PI)
  return [(x / world) * 360 + lon0, lat]
}
