/** The course of a leg on the globe, before projection. */
import { geoDistance, geoInterpolate } from 'd3-geo'
import type { StoryFile } from '../content/schema/story.ts'
import { type LonLat, nearestLongitude } from '../story/projection.ts'

type LegFile = StoryFile['legs'][number]

/** Whether the author has drawn the line of a leg. Such a line is never bent. */
export function isDrawn({ via, path, line }: LegFile): boolean {
  return via.length > 0 || path !== undefined || line !== 'arc'
}

/** The points of a leg from start to end, [lon, lat]. Longitudes may continue beyond 180. */
export function coordinatesOf(leg: LegFile, { places }: Pick<StoryFile, 'places'>, path: LonLat[] = []): LonLat[] {
  const pointOf = (id: string): LonLat[] => {
    const place = places[id]
    return place ? [[place.lon, place.lat]] : []
  }
  const waypoints = leg.via.flatMap((point): LonLat[] => (typeof point === 'string' ? pointOf(point) : [point]))
  const points: LonLat[] = []
  for (const [lon, lat] of [...pointOf(leg.from), ...waypoints, ...path, ...pointOf(leg.to)])
    points.push([nearestLongitude(lon, points.at(-1)?.[0] ?? lon), lat])
  return leg.line === 'great-circle' ? alongGreatCircles(points) : points
}

/** Degrees between two points of a great circle. */
const ARC_STEP = 2

/** Adds the points of the great circles between `points`. */
function alongGreatCircles(points: LonLat[]): LonLat[] {
  const result = points.slice(0, 1)
  for (const to of points.slice(1)) {
    const from = result.at(-1) ?? to
    const start: [number, number] = [from[0], from[1]]
    const end: [number, number] = [to[0], to[1]]
    const count = Math.ceil((geoDistance(start, end) * 180) / Math.PI / ARC_STEP)
    const between = geoInterpolate(start, end)
    for (let i = 1; i <= count; i += 1) {
      const [lon, lat] = between(i / count)
      result.push([nearestLongitude(lon, result.at(-1)?.[0] ?? lon), lat])
    }
  }
  return result
}
