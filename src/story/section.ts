/**
 * The vertical section of a story: a second ground in the same map units, far below the map, so that places, legs, people
 * and names work on it as on the map.
 */

import type { Route } from './map.ts'
import { isInside, type Rect } from './projection.ts'
import type { Step } from './story.ts'

type Staged = Pick<Route, 'whole' | 'extent' | 'section'>

/** Whether a step is shown on the section; without a step, whether the story opens on it. */
export function isOnSection({ section }: Pick<Route, 'section'>, step: Step | undefined): boolean {
  return step ? step.section === true : section?.opens === true
}

/** The view of the whole story: of the route or of the section. */
export function openingOf<R extends Staged>(route: R): R['whole'] {
  return route.section?.opens ? route.section.whole : route.whole
}

/** The ground that a view is of: the section or the map. */
export function groundOf<R extends Staged>(route: R, view: Rect): Pick<R, 'whole' | 'extent'> {
  return route.section && isInside(view, route.section.extent) ? route.section : route
}

/** Whether a view is of the section. */
export function showsSection(route: Staged, view: Rect): boolean {
  return groundOf(route, view) !== route
}

/** Width of a way on a section, pixels: who goes is counted, and the line is as wide for one as for many. */
export const WAY_WIDTH = 2

/** Width of a passage that is too narrow to show at the scale of the section, and of its edges, pixels. */
export const [PASSAGE_WIDTH, PASSAGE_EDGE] = [8, 1]

/** Room on the left for the scale of depths, pixels. */
export const SCALE_WIDTH = 46
