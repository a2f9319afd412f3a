/** The ground a story stands on: how the earth is laid flat for it, what the map shows of it, and the land drawn. */

import { cached } from '../cache.ts'
import { type Problem, warningAt } from '../content/problems.ts'
import type { ReadStory } from '../content/read.ts'
import type { StoryFile } from '../content/schema.ts'
import { surroundings } from '../story/inset.ts'
import {
  degreeAt,
  type LonLat,
  nearestLongitude,
  type Point,
  type Projection,
  project,
  type Rect,
  worldWidthOf,
} from '../story/projection.ts'
import { fitProjection, grow, MOST_MERCATOR, VIEWPORT_RATIO, wholeRouteView } from '../story/route.ts'
import { type Basemap, drawBasemap, type Gazetteer } from './atlas/basemap.ts'
import { openingOf } from './atlas/opening.ts'
import { coordinatesOf, isDrawn } from './itinerary.ts'
import { clearOfControls } from './names/corners.ts'

/** How far full detail and the basemap itself reach beyond the whole route, in parts of its width and height. */
const DETAILED = [0.25, 0.12] as const
const REACH = [2.2, 1.6] as const
/** How far a box that is wider or higher than the frame lets see beyond a step's view. */
const BESIDE = [0.4, 0.3] as const

/** The basemap is the same in every language, so it is drawn once for a story. */
export interface Ground {
  projection: Projection
  /** The first view: the whole route, and what is around it where it is small */
  whole: Rect
  route: Rect
  extent: Rect
  /** Countries drawn lighter, ISO 3166 alpha-2 */
  focus: string[]
  /** What is not named, countries by their codes */
  hidden: string[]
  basemap: Basemap
  gazetteer: Gazetteer
  /** What its author should look at */
  warnings: Problem[]
}

/**
 * Draws the ground of a story: any region of the world. `mirrored`: whether the map's buttons stand on the left, one value
 * for each writing direction among the story's languages; one ground serves them all.
 */
export function drawGround({ file, paths, at }: ReadStory, mirrored = [false]): Ground {
  const within = Object.values(file.places).filter(({ beyond }) => !beyond)
  const globe = (within.length ? within : Object.values(file.places)).map(({ lon, lat }) => [lon, lat] as const)
  const near = file.legs.filter(({ from, to }) => !file.places[from]?.beyond && !file.places[to]?.beyond)
  const ways = near.filter(isDrawn).map((leg) => coordinatesOf(leg, file, paths[leg.id]))
  const clear = (frame: Rect, at: Projection) => {
    const points = globe.map(([lon, lat]) => project(at, [nearestLongitude(lon, at.lon0), lat]))
    return mirrored.reduce((rect, side) => clearOfControls(rect, points, at, side), frame)
  }
  const opening = (route: Rect, at: Projection) =>
    ownView(file, { projection: at }) ?? clear(openingOf(clear(route, at), at), at)
  const projection = fitProjection(globe, ways, opening)
  const route = clear(wholeRouteView(projection, globe, ways), projection)
  const whole = opening(route, projection)
  const views = file.steps.flatMap((step) => ownView(step, { projection }) ?? [])
  const reach = around([grow(whole, ...REACH), surroundings(whole, projection)])
  const extent = around([
    once(reach, worldWidthOf(projection)),
    ...[route, ...views].map((view) => grow(view, ...BESIDE)),
  ])
  const { hide, add } = file.context ?? { hide: [], add: [] }
  const region = {
    projection,
    whole,
    core: grow(whole, ...DETAILED),
    // Where a small story opens on what is around it, every step comes closer.
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
  return { projection, whole, route, extent, focus: file.focus, hidden: hide, ...drawn, warnings }
}

/** No wider than the ground is drawn: the world, and once more on either side. */
function once(extent: Rect, turn: number): Rect {
  const width = Math.min(extent.width, 3 * turn)
  return { ...extent, x: extent.x + (extent.width - width) / 2, width }
}

/** The smallest rectangle that holds all of `rects`. */
function around(rects: Rect[]): Rect {
  const [x, y] = [Math.min(...rects.map((rect) => rect.x)), Math.min(...rects.map((rect) => rect.y))]
  const right = Math.max(...rects.map((rect) => rect.x + rect.width))
  const bottom = Math.max(...rects.map((rect) => rect.y + rect.height))
  return { x, y, width: right - x, height: bottom - y }
}

/** The frame that an author has set for a step or the first view, as large as its box asks for. */
export function ownView(
  { view }: Pick<StoryFile, 'view'>,
  { projection }: Pick<Ground, 'projection'>,
): Rect | undefined {
  if (!view) return
  const [west, south, east, north] = view
  const { x, y, width, height } = areaOf([west, south, west < east ? east : east + 360, north], projection)
  const whole = Math.max(width, height * VIEWPORT_RATIO)
  return {
    x: x + (width - whole) / 2,
    y: y + (height - whole / VIEWPORT_RATIO) / 2,
    width: whole,
    height: whole / VIEWPORT_RATIO,
  }
}

/** A box of degrees as a rectangle of the map. */
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
  const turn = nearestLongitude((west + east) / 2, projection.lon0) - (west + east) / 2
  const [left, right] = [project(projection, [west + turn, north]), project(projection, [east + turn, south])]
  return { x: left.x, y: left.y, width: right.x - left.x, height: right.y - left.y }
}

/** Kilometres in a degree of the equator. */
const KM_A_DEGREE = 111.32

/** Radius of the area a place is known to lie in, in map units; 0 where even that is not known. */
export function radius({ lat, approximate }: StoryFile['places'][string], projection: Projection): number {
  if (typeof approximate !== 'number') return 0
  return Math.round((approximate / KM_A_DEGREE) * degreeAt(projection, lat))
}

/** Whole units are fine enough for the first view, tenths for steps that come much closer. */
export function position({ projection, whole, route }: Ground, { lon, lat }: { lon: number; lat: number }): Point {
  const { x, y } = project(projection, [nearestLongitude(lon, projection.lon0), lat])
  const parts = route.width < whole.width ? 10 : 1
  return { x: Math.round(x * parts) / parts, y: Math.round(y * parts) / parts }
}
