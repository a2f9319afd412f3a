/** The map as it is served: complete before any script, and on paper. */

import { viewBoxOf } from '../story/frame.ts'
import { readLabels } from '../story/labels.ts'
import { legsAt, marksAt } from '../story/route.ts'
import type { Story } from '../story/story.ts'
import { drawingOf, linksTo, SERVED_SCALE } from './drawing.ts'
import { told } from './growth.ts'
import styles from './Stage.module.css'
import { markupOf } from './shape.ts'

/**
 * The ground and the whole route over it, as markup. The names are there for every range of widths and the style sheet
 * chooses; where a script may follow, it also holds the end of the story back. `ground`: the basemap as markup.
 */
export function servedMap(
  { route, steps }: Story,
  ground: string,
  {
    name,
    count,
    bead,
  }: { name: string; count: (people: number) => string; bead: (date: string, heading: string) => string },
): string {
  const { whole } = route
  const drawing = drawingOf({
    route,
    moment: {
      view: whole,
      scale: SERVED_SCALE(whole),
      marks: marksAt(route, undefined),
      legs: legsAt(route.legs, undefined),
      drawn: told,
    },
    labels: whole.labels.map((labels) => readLabels(route, labels)),
    paint: { colour: (colour) => `var(--${colour})`, lines: 'screen' },
    count,
    name,
    linkTo: linksTo(steps, bead),
  })
  const frame = (content: string, attributes: string) => `<svg class="${styles.frame}" ${attributes}>${content}</svg>`
  return (
    frame(`<svg data-drawing="ground" viewBox="${viewBoxOf(whole)}">${ground}</svg>`, 'aria-hidden="true"') +
    `<svg class="${styles.frame} ${styles.route}" data-drawing="route" data-served="">${markupOf(drawing)}</svg>`
  )
}
