import { memo } from 'react'
import { crowdsAt, DOT_RADIUS, dotsPath, positionsOf, rowLength } from '../story/crowd.ts'
import type { Leg, Route } from '../story/map.ts'
import type { Member } from '../story/members.ts'
import { seenFrom } from '../story/projection.ts'
import { drawnAt, type Growth, useNextProgress } from './growth.ts'
import { InMapUnits } from './InMapUnits.tsx'
import type { Moment, Viewport } from './moment.ts'
import { Pin } from './Pin.tsx'
import { type Paint, strokeOf } from './paint.ts'

interface CrowdProps extends Viewport {
  route: Route
  members: Member[]
  /** Distance between two dots, pixels */
  spacing: number
  moment: Moment
  paint: Paint
}

/**
 * The people or ships of the route, one dot each: they wait, travel with the scroll, and have arrived after a click. One
 * path for each unit, whatever their number. While a person's card is open, the dot with that itinerary stands out.
 */
export const Crowd = memo(function Crowd({ growth, ...props }: CrowdProps & { growth?: Growth | undefined }) {
  if (growth) return <TravellingCrowd {...props} growth={growth} />
  const { moment } = props
  // The whole section shows where they begin: its lines show where they go.
  return <Dots {...props} grown={(leg) => (moment.step ? moment.drawn(leg).grown : 0)} />
})

function TravellingCrowd({ growth, ...props }: CrowdProps & { growth: Growth }) {
  const progress = useNextProgress(growth)
  const { itinerary } = props.moment
  const grown = (leg: Leg) => (itinerary?.includes(leg.id) ? 1 : drawnAt(leg, growth.active.index, progress).grown)
  return <Dots {...props} grown={grown} />
}

/** `grown`: the drawn fraction of a leg. */
function Dots({
  route,
  members,
  spacing,
  moment,
  paint,
  view,
  scale,
  grown,
}: CrowdProps & { grown: (leg: Leg) => number }) {
  const { itinerary, section } = moment
  const places = route.places.map((place) => seenFrom(view, place, route.projection))
  const points = positionsOf(members, { places, scale, spacing, grown, middle: view.x + view.width / 2 })
  const pointsOf = (others: boolean) => points.filter((_, i) => Boolean(members[i]?.travels[0]?.leg.others) === others)
  const found = itinerary
    ? members.findIndex(({ travels }) => travels.map(({ leg }) => leg.id).join() === itinerary.join())
    : -1
  const dots = (path: string, width: number, colour: string, opacity?: number) =>
    path && (
      <path
        d={path}
        fill="none"
        stroke={colour}
        strokeLinecap="round"
        opacity={opacity}
        {...strokeOf(width, scale, paint)}
      />
    )
  const diameter = 2 * DOT_RADIUS * spacing
  return (
    <>
      <InMapUnits view={view} data-part="crowd">
        {/* An edge tells the dots from the line they travel on. */}
        {section && dots(dotsPath(points), diameter + 3, paint.colour('paper'))}
        {dots(dotsPath(pointsOf(true)), diameter, paint.colour('ink'))}
        {dots(dotsPath(pointsOf(false)), diameter, paint.colour('route'), itinerary && 0.35)}
        {found >= 0 && dots(dotsPath(points.slice(found, found + 1)), 9, paint.colour('ink'))}
      </InMapUnits>
      {section && (
        <Counts
          route={route}
          counts={crowdsAt(members, grown, scale, spacing)}
          spacing={spacing}
          view={view}
          paint={paint}
        />
      )}
    </>
  )
}

interface CountsProps extends Pick<CrowdProps, 'route' | 'spacing' | 'view' | 'paint'> {
  /** Number of people by id of the place */
  counts: Map<string, number>
}

/** The number of people at each place of a section, at the end of their row. */
function Counts({ route, counts, spacing, view, paint }: CountsProps) {
  const size = Math.round(Math.max(15, spacing * 2.2))
  return route.places.map((place) => {
    const count = counts.get(place.id)
    if (!place.section || !count) return null
    return (
      <Pin key={place.id} at={place} view={view} data-place={place.id} data-part="count">
        <text
          x={(rowLength(count, spacing) + 8) * (place.section === 'left' ? -1 : 1)}
          y={size * 0.34}
          textAnchor={place.section === 'left' ? 'end' : undefined}
          fontSize={size}
          fontWeight="600"
          fill={paint.colour('ink')}
        >
          {count}
        </text>
      </Pin>
    )
  })
}
