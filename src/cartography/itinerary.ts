/** Where a leg goes on the globe, before anything is projected. */
import { geoDistance, geoInterpolate } from 'd3-geo'
import type { StoryFile } from '../content/schema.ts'
import { type LonLat, nearestLongitude } from '../story/projection.ts'

type LegFile = StoryFile['legs'][number]

/** Whether the author has drawn the line. Such a line is never bent. */
export function isDrawn({ via, path, line }: LegFile): boolean {
  return via.length > 0 || path !== undefined || line !== 'arc'
}

/** The points of a leg, [lon, lat], from its start over what it passes to its end. Longitudes run on past 180. */
export function coordinatesOf(leg: LegFile, { places }: Pick<StoryFile, 'places'>, path: LonLat[] = []): LonLat[] {
  const pointOf = (id: string): LonLat[] => {
    const place = places[id]
    return place ? [[place.lon, place.lat]] : []
  }
  const passed = leg.via.flatMap((point): LonLat[] => (typeof point === 'string' ? pointOf(point) : [point]))
  const points: LonLat[] = []
  for (const [lon, lat] of [...pointOf(leg.from), ...passed, ...path, ...pointOf(leg.to)])
    points.push([nearestLongitude(lon, points.at(-1)?.[0] ?? lon), lat])
  return leg.line === 'great-circle' ? alongGreatCircles(points) : points
}

/** Degrees between two points of a great circle */
const ARC_STEP = 2

/** `points` with those of the great circles between them. */
function alongGreatCircles(points: LonLat[]): LonLat[] {
  const found = points.slice(0, 1)
  for (const to of points.slice(1)) {
    const from = found.at(-1) ?? to
    const start: [number, number] = [from[0], from[1]]
    const end: [number, number] = [to[0], to[1]]
    const count = Math.ceil((geoDistance(start, end) * 180) / Math.PI / ARC_STEP)
    const between = geoInterpolate(start, end)
    for (let i = 1; i <= count; i += 1) {
      const [lon, lat] = between(i / count)
      found.push([nearestLongitude(lon, found.at(-1)?.[0] ?? lon), lat])
    }
  }
  return found
}
