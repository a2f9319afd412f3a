import type { LonLat } from '../story/projection.ts'

/** Kilometres in a degree of a great circle. */
const DEGREE = 111.2

/** Great-circle distance, degrees. */
export function degreesBetween([lon1, lat1]: LonLat, [lon2, lat2]: LonLat): number {
  const radians = Math.PI / 180
  const [phi1, phi2] = [lat1 * radians, lat2 * radians]
  const [north, east] = [(phi2 - phi1) / 2, ((lon2 - lon1) * radians) / 2]
  const half = Math.sin(north) ** 2 + Math.cos(phi1) * Math.cos(phi2) * Math.sin(east) ** 2
  return (2 * Math.asin(Math.min(1, Math.sqrt(half)))) / radians
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
