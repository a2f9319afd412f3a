/** The marks of places, and where they lead. */
import { say } from '../language/say.ts'
import { isAt } from '../story/route.ts'
import type { Place, Route, Step } from '../story/story.ts'
import { type Moment, type Paint, pin } from './moment.ts'
import type { Shape } from './shape.ts'

/** Side of the square a finger can hit, CSS pixels: WCAG 2.5.5. */
const TARGET = 44

/** Where the mark of a place leads, and what the link is called. */
export type LinkTo = (place: Place) => { href: string; name: string } | undefined

/** The mark of a place leads to the first step that happens there. `bead`: how a date and a heading are said, a template. */
export function linksTo(steps: Step[], bead: string): LinkTo {
  return ({ name, step: index }: Place) => {
    const step = index === undefined ? undefined : steps[index]
    return (
      step && { href: `#${step.id}`, name: `${name}: ${say(bead, { date: step.date.label, heading: step.heading })}` }
    )
  }
}

/**
 * The marks of the places. One that a step happens in is a link to its passage, so that it works before and without the
 * script.
 */
export function marksOf(route: Route, moment: Moment, paint: Paint, linkTo?: LinkTo): Shape[] {
  return route.places
    .filter(({ id, beyond }) => moment.marks.includes(id) && !beyond)
    .map((place) => {
      const mark = markOf(place, moment, paint)
      const link = linkTo?.(place)
      const target: Shape = { tag: 'circle', key: 'target', attrs: { r: TARGET / 2, fill: 'transparent' } }
      const content: Shape[] = link
        ? [{ tag: 'a', key: 'link', attrs: { href: link.href, 'aria-label': link.name }, content: [target, ...mark] }]
        : mark
      return pin(`place ${place.id}`, place, moment.view, content, { 'data-place': place.id })
    })
}

function markOf(place: Place, { step, drawn, legs }: Moment, { colour }: Paint): Shape[] {
  const circle = (r: number, fill: string, stroke: string, width: number, more: Shape['attrs'] = {}): Shape[] => [
    { tag: 'circle', key: 'mark', attrs: { r, fill, stroke, 'stroke-width': width, ...more } },
  ]
  // A soft area has no point to mark.
  if (place.roughly !== undefined) return []
  if (isAt(step, place.id)) return circle(7, colour('accent'), colour('paper'), 2)
  if (place.symbolic) return circle(5.5, colour('paper'), colour('ink'), 2, { 'stroke-dasharray': '3.3 2.46' })
  const incoming = legs.filter(({ to }) => to === place.id)
  const isStart = legs.some(({ from }) => from === place.id) && incoming.length === 0
  const reached =
    isStart ||
    incoming.some((leg) => drawn(leg).grown === 1) ||
    (step !== undefined && place.step !== undefined && place.step <= step.index)
  if (incoming.length === 0 && !isStart) return circle(4, colour('ink'), colour('paper'), 1.5)
  return reached ? circle(5, colour('ink'), colour('paper'), 1.5) : circle(5, colour('paper'), colour('ink'), 2)
}
