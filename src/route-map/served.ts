/** The map as it is served: complete before any script, and on paper. */

import { formatNumber, say } from '../language/say.ts'
import { FRAME_WIDTHS, viewBoxOf } from '../story/frame.ts'
import { readLabels } from '../story/labels.ts'
import type { Rect } from '../story/projection.ts'
import { legsAt, marksAt } from '../story/route.ts'
import type { Story } from '../story/story.ts'
import { drawingOf } from './drawing.ts'
import { told } from './growth.ts'
import { linksTo } from './marks.ts'
import styles from './Stage.module.css'
import { markupOf } from './shape.ts'

/**
 * The ground and the whole route over it, as markup. The names are there for every range of widths and the style sheet
 * chooses; where a script may follow, it also holds the end of the story back. `ground`: the basemap as markup.
 */
export function servedMap({ route, steps, words }: Story, ground: string): string {
  const { whole } = route
  const drawing = drawingOf({
    route,
    moment: {
      view: whole,
      scale: servedScale(whole),
      marks: marksAt(route, undefined),
      legs: legsAt(route.legs, undefined),
      drawn: told,
    },
    labels: whole.labels.map((labels) => readLabels(route, labels)),
    paint: { colour: (colour) => `var(--${colour})`, lines: 'screen' },
    count: (people) => formatNumber(people, words.numbers),
    name: say(words.mapPicture, { places: route.places.map((place) => place.name).join(', ') }),
    linkTo: linksTo(steps, words.bead),
  })
  const frame = (content: string, attributes: string) => `<svg class="${styles.frame}" ${attributes}>${content}</svg>`
  return (
    frame(`<svg data-drawing="ground" viewBox="${viewBoxOf(whole)}">${ground}</svg>`, 'aria-hidden="true"') +
    `<svg class="${styles.frame} ${styles.route}" data-drawing="route" data-served="">${markupOf(drawing)}</svg>`
  )
}

/** Before the page knows its size, lines are cut for the widest frame: never too short, at most a little too long. */
function servedScale(view: Rect): number {
  return (FRAME_WIDTHS.at(-1)?.[1] ?? 0) / view.width
}
