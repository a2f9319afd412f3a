/** The ground of a story's map: its projection, its extent and the basemap. */

import { cached } from '../cache.ts'
import { type Problem, warningAt } from '../content/problems.ts'
import { middleOf } from '../content/quantity.ts'
import type { ReadStory } from '../content/read.ts'
import type { StoryFile } from '../content/schema/story.ts'
import { onSection } from '../content/stage.ts'
import { surroundings } from '../story/inset.ts'
import {
  degreeAt,
  grow,
  type LonLat,
  nearestLongitude,
  type Point,
  type Projection,
  project,
  type Rect,
  worldWidthOf,
} from '../story/projection.ts'
import { VIEWPORT_RATIO } from '../story/viewport.ts'
import { type Basemap, drawBasemap, type Gazetteer } from './atlas/basemap.ts'
import { openingOf } from './atlas/opening.ts'
import { fitProjection, MOST_MERCATOR, wholeRouteView } from './fit.ts'
import { coordinatesOf, isDrawn } from './itinerary.ts'
import { clearOfControls } from './names/corners.ts'
import { layOutSection, type SectionGround } from './section.ts'

/** Margins around the first view with full detail and with any basemap, as fractions of its width and height. */
const DETAILED = [0.25, 0.12] as const
const REACH = [2.2, 1.6] as const
/** Margin around a step's view that a box of another aspect ratio shows, as fractions of its width and height. */
const BESIDE = [0.4, 0.3] as const

/** The ground is the same in every language, so it is drawn once for a story. */
export interface Ground {
  projection: Projection
  /** The first view: the whole route, with its surroundings if it is small */
  whole: Rect
  route: Rect
  extent: Rect
  /** Countries drawn lighter, ISO 3166 alpha-2 */
  focus: string[]
  /** Countries (ISO 3166 alpha-2) and towns without a name on the map */
  hidden: string[]
  /** Set if the map has no borders, countries and towns, and with `none` no seas either */
  unnamed?: 'coast' | 'none' | undefined
  /** The vertical section, if the story has one */
  section?: SectionGround | undefined
  basemap: Basemap
  gazetteer: Gazetteer
  /** Warnings for the author */
  warnings: Problem[]
}

/**
 * Draws the ground of a story. `mirrored`: whether the map's buttons are on the left, one value for each writing
 * direction of the story's languages, since all share one ground.
 */
export function drawGround(read: ReadStory, mirrored = [false]): Ground {
  const { section, places } = read.file
  const ground = section && Object.keys(places).length === 0 ? NO_MAP : drawMap(read, mirrored)
  return section ? { ...ground, section: layOutSection(section, ground.extent) } : ground
}

/** The ground of a story that is told on its section alone. */
const NOWHERE: Rect = { x: -2000, y: -1500, width: 4000, height: 3000 }
const NO_MAP: Ground = {
  // So wide that nothing repeats.
  projection: { lon0: 0, world: 1_000_000, y0: 0 },
  whole: NOWHERE,
  route: NOWHERE,
  extent: NOWHERE,
  focus: [],
  hidden: [],
  basemap: { land: '', focus: '', borders: '', lakes: '', rivers: '' },
  gazetteer: { countries: [], towns: [] },
  warnings: [],
}

function drawMap({ file, paths, at }: ReadStory, mirrored: boolean[]): Ground {
  const onMap = Object.values(file.places).filter(({ beyond }) => !beyond)
  const coordinates = (onMap.length ? onMap : Object.values(file.places)).map(({ lon, lat }) => [lon, lat] as const)
  const legsOnMap = file.legs.filter(
    ({ from, to }) => !file.places[from]?.beyond && !file.places[to]?.beyond && !onSection(from, file),
  )
  const drawnLegs = legsOnMap.filter(isDrawn)
  const tracks = drawnLegs.map((leg) => coordinatesOf(leg, file, paths[leg.id]))
  const clear = (view: Rect, projection: Projection) => {
    const points = coordinates.map(([lon, lat]) => project(projection, [nearestLongitude(lon, projection.lon0), lat]))
    return mirrored.reduce((rect, side) => clearOfControls(rect, points, projection, side), view)
  }
  const opening = (route: Rect, projection: Projection) =>
    authorViewOf(file, { projection }) ?? clear(openingOf(clear(route, projection), projection), projection)
  const travellers = drawnLegs.map((leg) => {
    const { amount } = leg
    return amount === undefined ? 1 : middleOf(amount)
  })
  const projection = fitProjection(coordinates, tracks, opening, travellers)
  const route = clear(wholeRouteView(projection, coordinates, tracks), projection)
  const whole = opening(route, projection)
  const views = file.steps.flatMap((step) => authorViewOf(step, { projection }) ?? [])
  const reach = boundsOf([grow(whole, ...REACH), surroundings(whole, projection)])
  const extent = boundsOf([
    limitWidth(reach, worldWidthOf(projection)),
    ...[route, ...views].map((view) => grow(view, ...BESIDE)),
  ])
  const { shows, hide, add } = file.context ?? { shows: 'all', hide: [], add: [] }
  const region = {
    projection,
    whole,
    core: grow(whole, ...DETAILED),
    // If a small story opens on its surroundings, every step is closer than the first view.
    close: route.width < whole.width ? [...views, grow(route, ...BESIDE)] : views,
    extent,
    focus: file.focus,
    hide,
    add,
  }
  const drawn = cached('ground', region, () => drawBasemap(region))
  const warnings: Problem[] = []
  for (const [id, { lat, beyond }] of Object.entries(file.places))
    if (!projection.pole && !beyond && Math.abs(lat) > MOST_MERCATOR)
      warnings.push(
        warningAt(
          at,
          ['places', id],
          `the place “${id}” is too near the pole for a map that reaches so far from it`,
          `the map ends near ${MOST_MERCATOR} degrees; mark what is far away from the pole as beyond: true`,
        ),
      )
  add.forEach((name, i) => {
    if (!drawn.gazetteer.towns.some((town) => town.name === name))
      warnings.push(
        warningAt(
          at,
          ['context', 'add', i],
          `the town “${name}” is not on this map`,
          'towns are named as GeoNames writes them, from 1,000 people on',
        ),
      )
  })
  const ground = { projection, whole, route, extent, focus: file.focus, hidden: hide, ...drawn, warnings }
  return shows === 'all' ? ground : withoutModernity(ground, shows)
}

/** The ground without the borders and towns of today, whose countries have no names; with `none` also without rivers. */
function withoutModernity(ground: Ground, shows: 'coast' | 'none'): Ground {
  const { basemap, gazetteer } = ground
  const waters = shows === 'none' ? { lakes: '', rivers: '' } : {}
  return {
    ...ground,
    focus: [],
    hidden: gazetteer.countries.map(({ code }) => code),
    basemap: { ...basemap, borders: '', focus: '', ...waters },
    gazetteer: { ...gazetteer, towns: [] },
    unnamed: shows,
  }
}

/** Limits `extent` to the width of the drawn ground: the world and one copy on each side. */
function limitWidth(extent: Rect, worldWidth: number): Rect {
  const width = Math.min(extent.width, 3 * worldWidth)
  return { ...extent, x: extent.x + (extent.width - width) / 2, width }
}

/** The bounding box of `rects`. */
function boundsOf(rects: Rect[]): Rect {
  const [x, y] = [Math.min(...rects.map((rect) => rect.x)), Math.min(...rects.map((rect) => rect.y))]
  const right = Math.max(...rects.map((rect) => rect.x + rect.width))
  const bottom = Math.max(...rects.map((rect) => rect.y + rect.height))
  return { x, y, width: right - x, height: bottom - y }
}

/** The view that an author has set for a step or as the first view, extended to the aspect ratio of all views. */
export function authorViewOf(
  { view }: Pick<StoryFile, 'view'>,
  { projection }: Pick<Ground, 'projection'>,
): Rect | undefined {
  if (!view) return
  const [west, south, east, north] = view
  const { x, y, width, height } = areaOf([west, south, west < east ? east : east + 360, north], projection)
  const fullWidth = Math.max(width, height * VIEWPORT_RATIO)
  return {
    x: x + (width - fullWidth) / 2,
    y: y + (height - fullWidth / VIEWPORT_RATIO) / 2,
    width: fullWidth,
    height: fullWidth / VIEWPORT_RATIO,
  }
}

/** Projects a box of degrees to a rectangle, map units; around a pole, to the bounding box of its points. */
export function areaOf([west, south, east, north]: [number, number, number, number], projection: Projection): Rect {
  if (projection.pole) {
    const points = Array.from(
      { length: 65 },
      (_, i): LonLat => [west + ((i % 13) / 12) * (east - west), south + (Math.floor(i / 13) / 4) * (north - south)],
    ).map((point) => project(projection, point))
    const [xs, ys] = [points.map(({ x }) => x), points.map(({ y }) => y)]
    const [left, top] = [Math.min(...xs), Math.min(...ys)]
    return { x: left, y: top, width: Math.max(...xs) - left, height: Math.max(...ys) - top }
  }
  const shift = nearestLongitude((west + east) / 2, projection.lon0) - (west + east) / 2
  const [left, right] = [project(projection, [west + shift, north]), project(projection, [east + shift, south])]
  return { x: left.x, y: left.y, width: right.x - left.x, height: right.y - left.y }
}

/** Length of a degree on the equator, km. */
const KM_PER_DEGREE = 111.32

/** Radius of the area that contains an approximate place, map units; 0 if unknown. */
export function radius({ lat, approximate }: StoryFile['places'][string], projection: Projection): number {
  if (typeof approximate !== 'number') return 0
  return Math.round((approximate / KM_PER_DEGREE) * degreeAt(projection, lat))
}

/** Position of a place, map units: whole, or to a tenth if steps are much closer than the first view. */
export function position({ projection, whole, route }: Ground, { lon, lat }: { lon: number; lat: number }): Point {
  const { x, y } = project(projection, [nearestLongitude(lon, projection.lon0), lat])
  const precision = route.width < whole.width ? 10 : 1
  return { x: Math.round(x * precision) / precision, y: Math.round(y * precision) / precision }
}
