import { labelsAt } from '../story/labels.ts'
import type { Label, Route, View } from '../story/map.ts'
import type { Rect } from '../story/projection.ts'
import { rangeOf } from '../story/viewport.ts'
import drawing from './Drawing.module.css'

/**
 * The width ranges whose labels are in the served HTML, for maps on phones: a style sheet chooses. Labels of the wider one
 * do not overlap on still wider maps either; there the script adds more.
 */
const SERVED = [
  { range: 0, className: drawing.narrow },
  { range: 1, className: drawing.wide },
]

/**
 * The labels of a view at a width of the map, or those for phones while it is not known; in a view chosen by the reader
 * they depend on the scale.
 */
export function labelsOf(
  route: Route,
  view: View | Rect,
  width: number | undefined,
): { className?: string | undefined; placed: Label[] }[] {
  if (!('labels' in view) || view.labels.length === 0) return [{ placed: route.free }]
  const { labels } = view
  const inRange = (range: number) => labelsAt(route, labels[range])
  if (width !== undefined) return [{ placed: inRange(rangeOf(width)) }]
  return SERVED.map(({ range, className }) => ({ className, placed: inRange(range) }))
}
