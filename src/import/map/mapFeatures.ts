/** Reads GeoJSON, GPX and KML as a list of features, each with the folder it lies in. */
import { type Folder, gpx, kmlWithFolders } from '@tmcw/togeojson'
import { z } from 'zod'
import { readMapXml } from '../../content/tracks.ts'
import { InputError } from '../draft.ts'
import { parsed, words } from '../tolerant.ts'

/** A feature of a map. Texts may be HTML. */
export interface Feature {
  where: string
  /** Its id, empty if it has none */
  id: string
  geometry: Geometry | undefined
  properties: Record<string, unknown>
  folder: string
}

/** A map: its title and what it says of itself, if it does. */
export interface MapFile {
  title: string
  description: string
  features: Feature[]
}

const position = z.array(z.number()).min(2)
const geometry = z.discriminatedUnion('type', [
  z.object({ type: z.literal('Point'), coordinates: position }),
  z.object({ type: z.enum(['LineString', 'MultiPoint']), coordinates: z.array(position) }),
  z.object({ type: z.literal('MultiLineString'), coordinates: z.array(z.array(position)) }),
  z.object({ type: z.enum(['Polygon', 'MultiPolygon', 'GeometryCollection']) }),
])
export type Geometry = z.infer<typeof geometry>

const feature = z.object({
  id: words,
  geometry: z.unknown().optional(),
  properties: z.record(z.string(), z.unknown()).nullish(),
})
const collection = z.object({
  name: words,
  description: words,
  features: z.array(feature, { error: 'is not a list of features' }),
})

/** The features of a GeoJSON object. */
export function readGeoJson(data: unknown): MapFile {
  const alone = typeof data === 'object' && data !== null && !('features' in data)
  const single = alone && 'coordinates' in data ? { geometry: data } : data
  const { name, description, features } = parsed(collection, alone ? { features: [single] } : data)
  return {
    title: name,
    description,
    features: features.map((raw, i) => featureOf(raw, `features[${i}]`, '')),
  }
}

/** The features of a KML or GPX file. */
export function readXml(text: string): MapFile {
  const xml = readMapXml(text)
  if (typeof xml === 'string') throw new InputError(xml)
  const { root, document } = xml
  const [head, about] = root === 'gpx' ? ['metadata', 'desc'] : ['Document', 'description']
  const [title, description] = [textOf(document, head, 'name'), textOf(document, head, about)]
  if (root === 'gpx') return { ...readGeoJson(gpx(document)), title, description }
  const found: { raw: unknown; folder: string }[] = []
  const collect = (children: Folder['children'], folder: string) => {
    for (const child of children) {
      if (child.type !== 'folder') found.push({ raw: child, folder })
      else collect(child.children, typeof child.meta['name'] === 'string' ? child.meta['name'] : folder)
    }
  }
  collect(kmlWithFolders(document).children, '')
  const features = found.map(({ raw, folder }, i) => featureOf(raw, `Placemark ${i + 1}`, folder))
  if (!features.some(({ geometry }) => geometry) && document.getElementsByTagName('NetworkLink').length)
    throw new InputError(
      'holds only a link to the map, not the map itself',
      'in Google My Maps choose Export to KML/KMZ without “Keep data up to date”',
    )
  return { title, description, features }
}

function featureOf(raw: unknown, where: string, folder: string): Feature {
  const { id, geometry: shape, properties } = parsed(feature, raw)
  return { where, id, geometry: geometry.safeParse(shape).data, properties: properties ?? {}, folder }
}

/** Text of an element right below the first `parent`. */
function textOf(document: Parameters<typeof gpx>[0], parent: string, name: string): string {
  const holder = document.getElementsByTagName(parent)[0]
  const child = [...(holder?.childNodes ?? [])].find((node) => node.nodeName === name)
  return child?.textContent?.trim() ?? ''
}
