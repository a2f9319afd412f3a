import { gpx, kml } from '@tmcw/togeojson'
import { DOMParser, type Document } from '@xmldom/xmldom'
import { z } from 'zod'
import { type LonLat, nearestLongitude } from '../story/projection.ts'
import { distanceBetween } from './distance.ts'
import { decodeAny } from './text.ts'

/** Maximum size of a file, bytes. */
const LARGEST = 20_000_000

/** A track, and how it was read, for warnings. */
export interface Track {
  /** Longitudes continue beyond 180 if it crosses the antimeridian */
  points: LonLat[]
  /** Number of lines that were joined; undefined if the file has only points */
  parts: number | undefined
  /** Longest gap between joined lines, km */
  longestJump: number
  /** Whether a stray point at 0, 0 was left out: devices without a fix record it */
  leftOutZero: boolean
}

const position = z
  .tuple([z.number(), z.number()])
  .rest(z.unknown())
  .transform(([lon, lat]): LonLat => [lon, lat])
const shape = z.discriminatedUnion('type', [
  z.object({ type: z.literal('Point'), coordinates: position }),
  z.object({ type: z.enum(['LineString', 'MultiPoint']), coordinates: z.array(position) }),
  z.object({ type: z.literal('MultiLineString'), coordinates: z.array(z.array(position)) }),
  z.object({ type: z.enum(['Polygon', 'MultiPolygon']) }),
])
/** A feature or a collection */
const holder = z.object({
  geometry: z.unknown().optional(),
  features: z.array(z.unknown()).default([]),
  geometries: z.array(z.unknown()).default([]),
})

type Shape = z.infer<typeof shape>

/**
 * Reads a drawn or recorded track (GeoJSON, GPX, KML): the file's lines joined in order, or its points if it has no line. Returns an error message that
 * continues the file name if there is no track.
 */
export function readTrack(name: string, bytes: Uint8Array): Track | string {
  if (bytes.length > LARGEST) return `is larger than ${LARGEST / 1_000_000} megabytes`
  const text = decodeAny(bytes).trim()
  const shapes = /json$/i.test(name) ? jsonShapes(text) : xmlShapes(text, /gpx$/i.test(name) ? 'GPX' : 'KML')
  if (typeof shapes === 'string') return shapes
  const lines = shapes.flatMap(linesOf)
  const points = shapes.flatMap(pointsOf)
  const parts = lines.length ? lines : points.map((point) => [point])
  const positions = parts.flat()
  if (positions.length < 2) return `has no line${contentsOf(shapes, text)}`
  if (positions.some(([lon, lat]) => Math.abs(lon) > 720 || Math.abs(lat) > 180))
    return 'is in metres, of Web Mercator or another projection: save it in degrees (WGS 84, EPSG:4326)'
  if (positions.some(([, lat]) => Math.abs(lat) > 90))
    return `has latitude first: it begins with ${positions[0]?.join(', ')}; longitude comes first, also in GeoJSON`
  const kept = parts.map((part) =>
    part.filter((point, i) => !isStrayZero(point, part[i - 1] ?? part[i + 1], positions)),
  )
  const used = kept.filter((part) => part.length > 0)
  return {
    points: withoutWrap(used.flat()),
    parts: lines.length || undefined,
    longestJump: longestJumpOf(used),
    leftOutZero: kept.flat().length < positions.length,
  }
}

/** Kilometres: a point at 0, 0 is a recording error if its neighbour is farther away. */
const STRAY = 500

function isStrayZero(point: LonLat, beside: LonLat | undefined, positions: LonLat[]): boolean {
  if (point[0] !== 0 || point[1] !== 0) return false
  const neighbour = beside ?? positions.find(([lon, lat]) => lon !== 0 || lat !== 0)
  return neighbour !== undefined && distanceBetween(point, neighbour) > STRAY
}

/** Removes jumps at the antimeridian by letting longitudes continue beyond 180. */
function withoutWrap(points: LonLat[]): LonLat[] {
  let last = points[0]?.[0] ?? 0
  return points.map(([lon, lat]): LonLat => {
    last = nearestLongitude(lon, last)
    return [last, lat]
  })
}

function longestJumpOf(parts: LonLat[][]): number {
  return parts.reduce((longest, part, i) => {
    const [from, to] = [parts[i - 1]?.at(-1), part[0]]
    return from && to ? Math.max(longest, distanceBetween(from, to)) : longest
  }, 0)
}

function jsonShapes(text: string): Shape[] | string {
  try {
    return flat(JSON.parse(text))
  } catch {
    if (/^[[{]/.test(text) && !/[\]}]$/.test(text)) return 'is cut off in the middle: save it again'
    return 'is not GeoJSON: it cannot be read as JSON'
  }
}

function xmlShapes(text: string, format: 'GPX' | 'KML'): Shape[] | string {
  const xml = readMapXml(text, format)
  if (typeof xml === 'string') return xml
  return flat(xml.root === 'gpx' ? gpx(xml.document) : kml(xml.document))
}

/** The XML of a GPX or KML file. Returns an error message that continues the file name if it is none. */
export function readMapXml(text: string, format = 'GPX or KML'): { root: string; document: Document } | string {
  const [, prefix, root = ''] = /<(?:([\w.-]+):)?(gpx|kml)\b/i.exec(text) ?? []
  try {
    // togeojson expects names without a prefix: <trkpt> instead of <gpx:trkpt>.
    const plain = prefix === undefined ? text : text.replaceAll(new RegExp(`(</?)${prefix}:`, 'g'), '$1')
    const document = new DOMParser({ onError: stop }).parseFromString(plain, 'text/xml')
    if (!root) return `is not ${format}: it begins with <${document.documentElement?.tagName}>`
    return { root: root.toLowerCase(), document }
  } catch {
    if (root && !new RegExp(`</(?:[\\w.-]+:)?${root}\\s*>$`, 'i').test(text))
      return 'is cut off in the middle: save it again'
    return `is not ${format}: it cannot be read as XML`
  }
}

function stop(level: string, message: string) {
  if (level !== 'warning') throw new Error(message)
}

/** All shapes in a GeoJSON object, in order; ignores anything else. */
function flat(node: unknown): Shape[] {
  const found = shape.safeParse(node)
  if (found.success) return [found.data]
  const { success, data } = holder.safeParse(node)
  return success ? [data.geometry, ...data.features, ...data.geometries].flatMap(flat) : []
}

/** Describes the contents of a file without a line, continuing “has no line”. */
function contentsOf(shapes: Shape[], text: string): string {
  const count = (kind: RegExp, noun: string) => {
    const { length } = shapes.filter(({ type }) => kind.test(type))
    return length === 0 ? [] : length === 1 ? `one ${noun}` : `${length} ${noun}s`
  }
  const held = [
    count(/Polygon/, 'polygon'),
    count(/Point/, 'point'),
    count(/Line/, 'line of a single point'),
    /<(?:[\w.-]+:)?NetworkLink\b/.test(text) ? 'a link to another file: save that one' : [],
    /<(?:[\w.-]+:)?GroundOverlay\b/.test(text) ? 'a picture on the ground' : [],
    /"type"\s*:\s*"Topology"/.test(text) ? 'TopoJSON: save it as GeoJSON' : [],
  ].flat()
  return held.length ? `: it holds ${held.join(' and ')}` : ': it is empty'
}

function linesOf(shape: Shape): LonLat[][] {
  if (shape.type === 'LineString') return [shape.coordinates].filter((line) => line.length > 1)
  return shape.type === 'MultiLineString' ? shape.coordinates : []
}

function pointsOf(shape: Shape): LonLat[] {
  if (shape.type === 'Point') return [shape.coordinates]
  return shape.type === 'MultiPoint' ? shape.coordinates : []
}
