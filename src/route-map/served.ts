/** The map as it is served: complete before any script, and on paper. */

import { formatCount } from '../language/say.ts'
import { FRAME_WIDTHS, viewBoxOf } from '../story/frame.ts'
import { readLabels } from '../story/labels.ts'
import type { Rect } from '../story/projection.ts'
import { legsAt, marksAt } from '../story/route.ts'
import type { Story } from '../story/story.ts'
import { drawingOf } from './drawing.ts'
import { told } from './growth.ts'
import { linksTo } from './marks.ts'
import styles from './Stage.module.css'
import { escaped, markupOf, type Shape } from './shape.ts'

/**
 * The ground and the whole route over it, as markup. The names are there for every range of widths and the style sheet
 * chooses; where a script may follow, it also holds the end of the story back. `ground`: the basemap as markup; `name`: what
 * the picture says to those who do not see it.
 */
export function servedMap({ route, steps, words }: Story, ground: string, name: string): string {
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
    count: (people) => formatCount(people, words),
    name,
    linkTo: linksTo(steps, words.bead),
  })
  const { texts, shapes } = wordsOnce(drawing)
  // Their sizes are those of a page without its style: a map of black shapes would tell nothing.
  const none = 'width="0" height="0"'
  const frame = (content: string, attributes: string) =>
    `<svg class="${styles.frame}" ${none} ${attributes}>${content}</svg>`
  return (
    frame(`<svg data-drawing="ground" viewBox="${viewBoxOf(whole)}">${ground}</svg>`, 'aria-hidden="true"') +
    `<svg class="${styles.frame} ${styles.route}" ${none} data-drawing="route" data-served="">${texts}${markupOf(shapes)}</svg>`
  )
}

/** Before the page knows its size, lines are cut for the widest frame: never too short, at most a little too long. */
function servedScale(view: Rect): number {
  return (FRAME_WIDTHS.at(-1)?.[1] ?? 0) / view.width
}

/** The words of a drawing, each once and apart for browsers that show text alone, and the shapes that refer to them. */
function wordsOnce(drawing: Shape[]): { texts: string; shapes: Shape[] } {
  const known = new Map<string, string>()
  function use(text: string, attrs: Shape['attrs'], key: string): Shape {
    const id = known.get(text) ?? `_name-${known.size}`
    known.set(text, id)
    return { tag: 'use', key, attrs: { href: `#${id}`, ...attrs } }
  }
  function referring(shape: Shape): Shape {
    const { tag, key, attrs, content = [] } = shape
    if (typeof content === 'string') return tag === 'text' || tag === 'tspan' ? use(content, attrs, key) : shape
    return { tag: tag === 'text' ? 'g' : tag, key, attrs, content: content.map(referring) }
  }
  const shapes = drawing.map(referring)
  const texts = [...known].map(([text, id]) => `<text id="${id}">${escaped(text)}</text>`)
  return { texts: `<defs>${texts.join(' ')}</defs>`, shapes }
}
