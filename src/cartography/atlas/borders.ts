/**
 * Corrects Natural Earth's borders, which are de facto, to those recognised by the United Nations. Each correction
 * identifies a polygon by a point inside it and moves it to another country. The engine draws no other borders.
 */
import { geoContains } from 'd3-geo'
import { feature, mergeArcs } from 'topojson-client'
import type { GeometryCollection, GeometryObject, MultiPolygon, Polygon, Topology } from 'topojson-specification'

interface Correction {
  territory: string
  /** A point inside the polygon to move, [lon, lat] */
  inside: [number, number]
  /** ISO 3166 numeric code of the country it belongs to */
  to: string
  source: string
}

const CORRECTIONS: Correction[] = [
  { territory: 'Crimea', inside: [34.1, 44.95], to: '804', source: 'UN General Assembly resolution 68/262' },
  {
    territory: 'Northern Cyprus',
    inside: [33.6, 35.3],
    to: '196',
    source: 'UN Security Council resolution 541 (1983)',
  },
  {
    territory: 'UN buffer zone in Cyprus',
    inside: [33.2, 35.13],
    to: '196',
    source: 'UN Security Council resolution 541 (1983)',
  },
  { territory: 'Somaliland', inside: [45.5, 9.5], to: '706', source: 'Member state: Somalia' },
]

export type Country = Polygon<{ name: string }> | MultiPolygon<{ name: string }>
export type World = Topology<{ countries: GeometryCollection<{ name: string }> }>

/** Applies all corrections to `world`, without a border between a country and its territory. */
export function recognised(world: World): World {
  return CORRECTIONS.reduce(moveTerritory, world)
}

function moveTerritory(world: World, { territory, inside, to }: Correction): World {
  const countries = world.objects.countries.geometries.filter(isCountry)
  const owner = countries.find((country) => country.id === to)
  const holder = countries.find((country) => country.id !== to && geoContains(feature(world, country), inside))
  if (!owner || !holder)
    throw new Error(`basemap: ${territory} was not found in the border data; has world-atlas changed?`)
  const [moved, kept] = partition(rings(holder), (arcs) => {
    return geoContains(feature(world, { type: 'Polygon', arcs }), inside)
  })
  const joined = mergeArcs(world, [{ type: 'MultiPolygon', arcs: [...rings(owner), ...moved] }])
  const geometries = countries.flatMap((country): Country[] => {
    if (country === owner) return [{ ...owner, type: 'MultiPolygon', arcs: joined.arcs }]
    if (country !== holder) return [country]
    return kept.length ? [{ ...holder, type: 'MultiPolygon', arcs: kept }] : []
  })
  return { ...world, objects: { countries: { type: 'GeometryCollection', geometries } } }
}

function isCountry(geometry: GeometryObject<{ name: string }>): geometry is Country {
  return geometry.type === 'Polygon' || geometry.type === 'MultiPolygon'
}

function rings(country: Country): number[][][] {
  return country.type === 'Polygon' ? [country.arcs] : country.arcs
}

function partition<T>(items: T[], test: (item: T) => boolean): [T[], T[]] {
  return [items.filter(test), items.filter((item) => !test(item))]
}
