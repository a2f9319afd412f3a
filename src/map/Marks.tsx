/** The marks of the places. */
import { memo } from 'react'
import type { Place, Route } from '../story/map.ts'
import { type Rect, seenFrom } from '../story/projection.ts'
import { isAt } from '../story/route.ts'
import type { Step } from '../story/story.ts'
import type { Moment } from './moment.ts'
import { Pin } from './Pin.tsx'
import type { Paint } from './paint.ts'

/** Diameter of the touch target of a mark, CSS pixels: WCAG 2.5.5. */
const TARGET = 44

interface MarksProps {
  route: Route
  moment: Moment
  view: Rect
  paint: Paint
  /** Each place links to the passage of its first step; without steps there are no links */
  steps?: Step[]
}

/**
 * The marks of the places. A place where a step happens links to its passage, without a script. The links are for the
 * mouse and the finger: for the keyboard and screen readers the timeline has them.
 */
export const Marks = memo(function Marks({ route, moment, view, paint, steps }: MarksProps) {
  return (
    route.places
      .filter(({ id, beyond }) => moment.marks.includes(id) && !beyond)
      // On a section two rows may begin at one spot.
      .filter(({ section, x, y }, i, marked) => !section || marked.findIndex((one) => one.x === x && one.y === y) === i)
      .map((place) => {
        const mark = <Mark place={place} moment={moment} paint={paint} />
        const step = place.step === undefined ? undefined : steps?.[place.step]
        return (
          <Pin key={place.id} at={seenFrom(view, place, route.projection)} view={view} data-place={place.id}>
            {step ? (
              <a href={`#${step.id}`} tabIndex={-1}>
                <circle r={TARGET / 2} fill="transparent" />
                {mark}
              </a>
            ) : (
              mark
            )}
          </Pin>
        )
      })
  )
})

/** The mark of a place: active, symbolic for a country, reached or still ahead. */
function Mark({ place, moment: { step, drawn, legs }, paint }: { place: Place; moment: Moment; paint: Paint }) {
  const [accent, ink, paper] = [paint.colour('accent'), paint.colour('ink'), paint.colour('paper')]
  // Roughly known: drawn in Areas.tsx.
  if (place.roughly !== undefined) return null
  if (place.section)
    return isAt(step, place.id) ? (
      <circle r="6" fill={accent} stroke={paper} strokeWidth="2" />
    ) : (
      <circle r="4" fill={ink} stroke={paper} strokeWidth="1.5" />
    )
  if (isAt(step, place.id)) return <circle r="7" fill={accent} stroke={paper} strokeWidth="2" />
  if (place.symbolic) return <circle r="5.5" fill={paper} stroke={ink} strokeWidth="2" strokeDasharray="3.3 2.46" />
  const incoming = legs.filter(({ to }) => to === place.id)
  const isStart = incoming.length === 0 && legs.some(({ from }) => from === place.id)
  const reached =
    isStart ||
    incoming.some((leg) => drawn(leg).grown === 1) ||
    (step !== undefined && place.step !== undefined && place.step <= step.index)
  if (incoming.length === 0 && !isStart) return <circle r="4" fill={ink} stroke={paper} strokeWidth="1.5" />
  return reached ? (
    <circle r="5" fill={ink} stroke={paper} strokeWidth="1.5" />
  ) : (
    <circle r="5" fill={paper} stroke={ink} strokeWidth="2" />
  )
}
