/**
 * What the map shows over its ground, from the route and the moment of the story: the one account of it, for the page,
 * the poster and a picture the reader saves.
 */
import type { Label, Route } from '../story/story.ts'
import { lettersOf } from './letters.ts'
import { linesOf, tipsOf } from './lines.ts'
import { type LinkTo, marksOf } from './marks.ts'
import type { Moment, Paint } from './moment.ts'
import type { Shape } from './shape.ts'

interface DrawingOptions {
  route: Route
  moment: Moment
  /** The names of each range of frame widths; one list where the width is known */
  labels: Label[][]
  paint: Paint
  /** A number of people as the page's language writes it */
  count: (people: number) => string
  /** What the picture is called, for those who do not see it */
  name?: string
  linkTo?: LinkTo
}

/** Everything over the ground: lines and areas, then names, then the marks of places. */
export function drawingOf({ route, moment, labels, paint, count, name, linkTo }: DrawingOptions): Shape[] {
  const written = labels.map((range, i): Shape => {
    const attrs = labels.length > 1 ? { 'data-range': i } : {}
    return { tag: 'g', key: `names ${i}`, attrs, content: lettersOf(range, moment, paint) }
  })
  return [
    {
      tag: 'g',
      key: 'picture',
      attrs: name === undefined ? {} : { role: 'img', 'aria-label': name },
      content: [
        { tag: 'g', key: 'lines', attrs: {}, content: linesOf(route, moment, paint) },
        {
          tag: 'g',
          key: 'letters',
          attrs: { 'stroke-width': 3, 'stroke-linejoin': 'round', 'paint-order': 'stroke' },
          content: [...written, ...tipsOf(moment, paint, count)],
        },
      ],
    },
    { tag: 'g', key: 'marks', attrs: {}, content: marksOf(route, moment, paint, linkTo) },
  ]
}
