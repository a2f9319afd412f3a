import { geoDistance } from 'd3-geo'
import type { LonLat } from '../story/projection.ts'

/** Kilometres in a degree of a great circle. */
const DEGREE = 111.2

/** Great-circle distance, degrees. */
export function degreesBetween(a: LonLat, b: LonLat): number {
  return (geoDistance([...a], [...b]) * 180) / Math.PI
}

/** Great-circle distance, kilometres. */
export function distanceBetween(a: LonLat, b: LonLat): number {
  return degreesBetween(a, b) * DEGREE
}

/** Formats a distance: “1,240 km”; one decimal below 10 km, metres below 1 km. */
export function formatDistance(km: number): string {
  if (km < 1) return `${Math.round(km * 1000)} m`
  return `${(km < 10 ? Math.round(km * 10) / 10 : Math.round(km)).toLocaleString('en')} km`
}
