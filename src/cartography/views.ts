/** What part of the map each step of a story shows, so that nothing it tells of lies under the map's buttons. */

import { type Problem, warningAt } from '../content/problems.ts'
import type { ReadStory } from '../content/read.ts'
import { copyAt, pointAt } from '../story/line.ts'
import type { Point, Rect } from '../story/projection.ts'
import { grow, marksAt, viewOfStep } from '../story/route.ts'
import type { Leg, Place, Step } from '../story/story.ts'
import { type Ground, ownView } from './ground.ts'
import { clearOfControls, underControls } from './names/corners.ts'

/** A place wider than this part of the whole route is shown on all of it. */
const WIDE = 0.05

/**
 * The view of each step, map units. A view that its author has set stays as it is; where the map's buttons cover a place in
 * it, a warning says so. `mirrored`: whether the buttons stand on the left, as in languages written from the right.
 */
export function viewsOf(
  read: ReadStory,
  mirrored: boolean,
  ground: Ground,
  { places, legs, steps }: { places: Place[]; legs: Leg[]; steps: Step[] },
): { views: Rect[]; warnings: Problem[] } {
  const { file, at } = read
  const warnings: Problem[] = []
  const marked = places.filter(({ beyond }) => !beyond)
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
    const { view, zoom, note } = file.steps[step.index] ?? {}
    const shown = shownAt(step, places, legs, note)
    const own = ownView({ view }, ground)
    if (own) {
      check(`the view of the step “${step.id}”`, own, shown, 'steps', step.index)
      return own
    }
    const beyond = places.some((place) => place.id === step.place && place.beyond)
    const wide = places.some(({ id, roughly = 0 }) => id === step.place && roughly > ground.route.width * WIDE)
    // The last step looks back on all of it.
    const all = beyond || wide || shown.length === 0 || step.index === steps.length - 1
    const frame = all ? ground.route : viewOfStep([...shown, ...linesAt(step, legs)], ground.route)
    const marks = marksAt({ legs, places }, step)
    const points = marked.filter(({ id }) => marks.includes(id))
    const clear = (rect: Rect) => clearOfControls(rect, points, ground.projection, mirrored)
    return clear(closer(clear(frame), zoom))
  })
  return { views, warnings }
}

function closer(frame: Rect, zoom = 1): Rect {
  return grow(frame, (1 / zoom - 1) / 2, (1 / zoom - 1) / 2)
}

/** What a step's view must show: its place, the road that led there, what moves in it, and the road ahead. */
function shownAt(step: Step, places: Place[], legs: Leg[], note: string | undefined): Place[] {
  const shown = new Set<string>(step.places ?? (step.place ? [step.place] : []))
  for (const leg of legs) {
    const starts = leg.announced ?? leg.step
    const led = leg.to === step.place && leg.step < step.index
    if (led || leg.id === note || leg.step === step.index || starts === step.index || starts === step.index + 1)
      for (const id of [leg.from, leg.to, ...(leg.marks ?? [])]) shown.add(id)
  }
  return places.filter((place) => shown.has(place.id))
}

/** Points of the lines with more than one bend that move in a step or lie ahead of it: their ends do not tell where they go. */
function linesAt(step: Step, legs: Leg[]): Point[] {
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
