import { memo, useSyncExternalStore } from 'react'
import { matches } from '../store/browser.ts'
import { DOT_RADIUS, dotsPath, type Member, positionsOf } from '../story/crowd.ts'
import type { Route } from '../story/story.ts'
import { viewBoxOf } from '../story/viewport.ts'
import { drawnAt, type Growth, progressAfter } from './growth.ts'
import type { Moment, Paint, Viewport } from './moment.ts'

interface CrowdProps extends Viewport {
  route: Route
  members: Member[]
  /** Distance between two dots, pixels */
  spacing: number
  moment: Moment
  paint: Paint
  growth: Growth
}

/**
 * The people or ships of the route, one dot each: they wait, travel with the scroll, and have arrived after a click. One
 * path, whatever their number. While a person's card is open, the dot with that itinerary stands out.
 */
export const Crowd = memo(function Crowd({ route, members, spacing, moment, paint, growth, view, scale }: CrowdProps) {
  const { active, progress } = growth
  const nextProgress = useSyncExternalStore(
    progress.listen,
    () => (matches('(prefers-reduced-motion: reduce)') ? 0 : progressAfter(active.index, progress.value)),
    () => 0,
  )
  const { itinerary } = moment
  const points = positionsOf(members, {
    places: route.places,
    scale,
    spacing,
    grown: (leg) => (itinerary?.includes(leg.id) ? 1 : drawnAt(leg, active, nextProgress).grown),
  })
  const found = itinerary
    ? members.findIndex(({ travels }) => travels.map(({ leg }) => leg.id).join() === itinerary.join())
    : -1
  const dots = (path: string, width: number, colour: string, opacity?: number) => (
    <path
      d={path}
      fill="none"
      stroke={colour}
      strokeWidth={width}
      strokeLinecap="round"
      vectorEffect="non-scaling-stroke"
      opacity={opacity}
    />
  )
  return (
    <svg viewBox={viewBoxOf(view)} overflow="visible" data-crowd={members.length}>
      {dots(dotsPath(points), 2 * DOT_RADIUS * spacing, paint.colour('route'), itinerary && 0.35)}
      {found >= 0 && dots(dotsPath(points.slice(found, found + 1)), 9, paint.colour('ink'))}
    </svg>
  )
})
