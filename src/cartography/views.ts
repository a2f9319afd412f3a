/** Chooses the view of each step so that the map's buttons cover none of its places. */

import { type Problem, warningAt } from '../content/problems.ts'
import type { ReadStory } from '../content/read.ts'
import { copyAt, pointAt } from '../story/line.ts'
import type { Leg, Place } from '../story/map.ts'
import type { Point, Rect } from '../story/projection.ts'
import { grow } from '../story/projection.ts'
import { marksAt } from '../story/route.ts'
import type { Step } from '../story/story.ts'
import { viewAround } from './fit.ts'
import { authorViewOf, type Ground } from './ground.ts'
import { clearOfControls, underControls } from './names/corners.ts'

/** A step at a place with a radius above this fraction of the route's width shows the whole route. */
const WIDE = 0.05

/**
 * The view of each step, map units. A view set by the author is not changed; if the map's buttons cover a place in it,
 * there is a warning. `mirrored`: the buttons are on the left, as in right-to-left languages.
 */
export function viewsOf(
  read: ReadStory,
  mirrored: boolean,
  ground: Ground,
  { places, steps, ...all }: { places: Place[]; legs: Leg[]; steps: Step[] },
): { views: Rect[]; warnings: Problem[] } {
  const { file, at } = read
  const warnings: Problem[] = []
  const legs = all.legs.filter(({ section }) => !section)
  const marked = places.filter(({ beyond, section }) => !beyond && !section)
  const check = (name: string, view: Rect, points: Place[], ...path: (string | number)[]) => {
    for (const { id } of underControls(points, view, mirrored))
      warnings.push(
        warningAt(
          at,
          [...path, 'view'],
          `${name} has the place “${id}” under the buttons of the map on some screens`,
          `let it reach further north or ${mirrored ? 'west' : 'east'}`,
        ),
      )
  }
  if (file.view) check('the first view', ground.whole, marked)
  const views = steps.map((step) => {
    if (step.section && ground.section) return ground.section.whole
    const { view, zoom, note } = file.steps[step.index] ?? {}
    const shown = placesOf(step, places, legs, note)
    const authorView = authorViewOf({ view }, ground)
    if (authorView) {
      check(`the view of the step “${step.id}”`, authorView, shown, 'steps', step.index)
      return authorView
    }
    const first = places.find(({ id }) => id === step.places[0])
    const wide = (first?.roughly ?? 0) > ground.route.width * WIDE
    // The last step shows the whole route again.
    const showsRoute = first?.beyond || wide || shown.length === 0 || step.index === steps.length - 1
    const frame = showsRoute ? ground.route : viewOfStep([...shown, ...linePointsOf(step, legs)], ground.route)
    const marks = marksAt({ legs, places }, step)
    const points = marked.filter(({ id }) => marks.includes(id))
    const clear = (rect: Rect) => clearOfControls(rect, points, ground.projection, mirrored)
    const own = places.filter(({ id }) => step.places.includes(id))
    return clear(zoomed(clear(frame), zoom, own))
  })
  return { views, warnings }
}

/** `view` zoomed by `zoom`; closer, it is centred on the step's `own` places, which would be left outside otherwise. */
function zoomed(view: Rect, zoom = 1, own: Point[]): Rect {
  const rect = grow(view, (1 / zoom - 1) / 2, (1 / zoom - 1) / 2)
  if (zoom <= 1 || own.length === 0) return rect
  const middle = (values: number[]) => (Math.min(...values) + Math.max(...values)) / 2
  const [x, y] = [middle(own.map(({ x }) => x)), middle(own.map(({ y }) => y))]
  return { ...rect, x: x - rect.width / 2, y: y - rect.height / 2 }
}

/** Places that a step's view must show: its own, and the ends of legs that led there, move in it or come next. */
function placesOf(step: Step, places: Place[], legs: Leg[], note: string | undefined): Place[] {
  const shown = new Set(step.places)
  for (const leg of legs) {
    const starts = leg.announced ?? leg.step
    const ledHere = leg.to === step.places[0] && leg.step < step.index
    if (ledHere || leg.id === note || leg.step === step.index || starts === step.index || starts === step.index + 1)
      for (const id of [leg.from, leg.to, ...(leg.marks ?? [])]) shown.add(id)
  }
  return places.filter((place) => shown.has(place.id))
}

/** Points of the lines that move in a step or come next and have several bends, so that their ends are not enough. */
function linePointsOf(step: Step, legs: Leg[]): Point[] {
  return legs
    .filter((leg) => leg.step === step.index || (leg.announced ?? leg.step) === step.index + 1)
    .filter(({ lines }) => lines.some((line) => line.length > 2))
    .flatMap(({ lines }) =>
      Array.from({ length: 21 }, (_, i) => i / 20).flatMap((t) => {
        const line = copyAt(lines, t)
        return line ? [pointAt(line, t)] : []
      }),
    )
}

/** Minimum width of a step's view, as a fraction of the whole route's, so that readers keep their bearings. */
const CLOSEST = 0.5

/** The view of a step around `points`, within the view of the whole `route` and at least half as wide. */
export function viewOfStep(points: Point[], route: Rect): Rect {
  const view = viewAround(points, route.width * CLOSEST)
  if (view.width >= route.width) return route
  const clamp = (low: number, value: number, high: number) => Math.min(Math.max(value, low), high)
  return {
    ...view,
    x: clamp(route.x, view.x, route.x + route.width - view.width),
    y: clamp(route.y, view.y, route.y + route.height - view.height),
  }
}
