/** A way somebody has drawn or recorded: GeoJSON, GPX or KML, as points on the globe. */
import { gpx, kml } from '@tmcw/togeojson'
import { DOMParser } from '@xmldom/xmldom'
import { z } from 'zod'
import { type LonLat, nearestTurn } from '../story/projection.ts'

/** Bytes of a file: a walk of a year, recorded every second, is not larger. */
const LARGEST = 20_000_000

const position = z.tuple([z.number().min(-720).max(720), z.number().min(-90).max(90)]).rest(z.unknown())
const shape = z.discriminatedUnion('type', [
  z.object({ type: z.literal('Point'), coordinates: position }),
  z.object({ type: z.enum(['LineString', 'MultiPoint']), coordinates: z.array(position) }),
  z.object({ type: z.literal('MultiLineString'), coordinates: z.array(z.array(position)) }),
])
const feature = z.object({ type: z.literal('Feature'), geometry: z.unknown() })
const collection = z.object({ type: z.literal('FeatureCollection'), features: z.array(z.unknown()) })
const geometries = z.object({ type: z.literal('GeometryCollection'), geometries: z.array(z.unknown()) })

/**
 * The way in a file called `name`: its lines one after the other, or, where it has none, its points. Longitudes go on
 * beyond 180 where it crosses the antimeridian. Where there is no way in it, what is wrong, to be put after its name.
 */
export function pathIn(name: string, bytes: Uint8Array): LonLat[] | string {
  if (bytes.length > LARGEST) return `is larger than ${LARGEST / 1_000_000} megabytes`
  const shapes = shapesIn(name, new TextDecoder().decode(bytes))
  if (typeof shapes === 'string') return shapes
  const lines = shapes.filter(({ type }) => type.endsWith('LineString'))
  const points = (lines.length ? lines : shapes).flatMap(pointsOf)
  if (points.length < 2) return 'has no line'
  let last = points[0]?.[0] ?? 0
  return points.map(([lon, lat]): LonLat => {
    last = nearestTurn(lon, last)
    return [last, lat]
  })
}

type Shape = z.infer<typeof shape>

function shapesIn(name: string, text: string): Shape[] | string {
  if (/\.geojson$/i.test(name)) {
    try {
      return flat(JSON.parse(text))
    } catch {
      return 'is not GeoJSON: it cannot be read as JSON'
    }
  }
  const format = /\.gpx$/i.test(name) ? 'GPX' : 'KML'
  try {
    const document = new DOMParser({ onError: stop }).parseFromString(text.trimStart(), 'text/xml')
    return flat(format === 'GPX' ? gpx(document) : kml(document))
  } catch {
    return `is not ${format}: it cannot be read as XML`
  }
}

function stop(level: string, message: string) {
  if (level !== 'warning') throw new Error(message)
}

/** Every point and line in a GeoJSON object, in its order; what is neither is passed over. */
function flat(node: unknown): Shape[] {
  const found = shape.safeParse(node)
  if (found.success) return [found.data]
  const inner = feature.safeParse(node)
  if (inner.success) return flat(inner.data.geometry)
  const many = collection.safeParse(node)
  if (many.success) return many.data.features.flatMap(flat)
  const parts = geometries.safeParse(node)
  return parts.success ? parts.data.geometries.flatMap(flat) : []
}

function pointsOf({ type, coordinates }: Shape): LonLat[] {
  const take = ([lon, lat]: z.infer<typeof position>): LonLat => [lon, lat]
  switch (type) {
    case 'Point':
      return [take(coordinates)]
    case 'MultiLineString':
      return coordinates.flat().map(take)
    default:
      return coordinates.map(take)
  }
}
