/** The legs of the route with their arrowheads, and the discs of roughly known places under them. */
import { memo, useLayoutEffect, useMemo, useState } from 'react'
import { matches } from '../store/browser.ts'
import { dotSpacing, frontOf, rowSpacing } from '../story/crowd.ts'
import type { Leg, Route } from '../story/map.ts'
import { crowdLegs, membersOf } from '../story/members.ts'
import { Areas } from './Areas.tsx'
import { Band } from './Band.tsx'
import { Crowd } from './Crowd.tsx'
import { type Drawn, drawnAt, type Growth, useNextProgress } from './growth.ts'
import { isPast, type Moment, type Viewport } from './moment.ts'
import type { Paint } from './paint.ts'
import { Tip } from './Tip.tsx'

/** Opacity of a leg that is not drawn yet or not certain; of one that is faded (a factor). */
const [PALE, FADED] = [0.28, 0.2]

/** Duration of the drawing of a leg after a click, ms. */
const DURATION = 700

interface LegsProps extends Viewport {
  route: Route
  moment: Moment
  paint: Paint
  /** Set in the page, where legs grow. Without it every leg is drawn as in `moment` */
  growth?: Growth | undefined
}

export const Legs = memo(function Legs({ route, moment, paint, growth, view, scale }: LegsProps) {
  const { legs, itinerary, drawn, section } = moment
  const members = useMemo(() => membersOf(crowdLegs(route, section)) ?? [], [route, section])
  const width = scale * view.width
  const spacing = section ? rowSpacing(width) : dotSpacing(width, members.length)
  // Legs that are told now are on top.
  const inOrder = [...legs].sort((a, b) => Number(isPast(b, moment)) - Number(isPast(a, moment)))
  // A crowd is on the map from the step before its first leg on.
  const hasCrowd = section ? members.length > 0 : growth && legs.some(({ id }) => route.crowd?.includes(id))
  return (
    <>
      <Areas route={route} moment={moment} paint={paint} view={view} />
      {inOrder.map((leg) => {
        const road = growth && route.crowd?.includes(leg.id) ? spacing : undefined
        const faded = itinerary !== undefined && !itinerary.includes(leg.id)
        const props = { leg, faded, past: isPast(leg, moment), road, view, scale, paint }
        const stepsAhead = growth && !itinerary ? leg.step - growth.active.index : undefined
        if (growth && stepsAhead === 1) return <ScrolledLeg key={leg.id} {...props} growth={growth} />
        if (growth && stepsAhead === 0) return <PlayedLeg key={leg.id} {...props} growth={growth} />
        return <Line key={leg.id} {...props} {...drawn(leg)} />
      })}
      {hasCrowd && (
        <Crowd
          route={route}
          members={members}
          spacing={spacing}
          moment={moment}
          paint={paint}
          growth={growth}
          view={view}
          scale={scale}
        />
      )}
    </>
  )
})

interface LegProps extends Viewport {
  leg: Leg
  /** Faded while another person's itinerary is shown */
  faded: boolean
  /** Told at an earlier step */
  past: boolean
  /** Its people are drawn one by one at this distance, pixels: the band is their road */
  road: number | undefined
  paint: Paint
}

/** A leg of the next step: grows with the progress of the next passage. */
function ScrolledLeg({ growth, ...rest }: LegProps & { growth: Growth }) {
  return <Line {...rest} {...drawnAt(rest.leg, growth.active.index, useNextProgress(growth))} count={growth.count} />
}

/** A leg of the active step: animated after a click, otherwise complete. */
function PlayedLeg({ growth: { active, count }, ...rest }: LegProps & { growth: Growth }) {
  const [grown, setGrown] = useState(1)

  useLayoutEffect(
    function play() {
      setGrown(1)
      if (active.cause !== 'click' || matches('(prefers-reduced-motion: reduce)')) return
      let start: number | undefined
      let frame = requestAnimationFrame(function draw(now) {
        start ??= now
        const part = Math.min(1, (now - start) / DURATION)
        setGrown(1 - (1 - part) ** 3)
        if (part < 1) frame = requestAnimationFrame(draw)
      })
      setGrown(0)
      return () => cancelAnimationFrame(frame)
    },
    [active],
  )

  return (
    <Line
      {...rest}
      {...drawnAt(rest.leg, active.index, 0)}
      {...(active.cause !== 'start' && { grown })}
      count={count}
    />
  )
}

interface LineProps extends LegProps, Drawn {
  /** Set where the leg can grow: its tip then shows the count */
  count?: ((people: number) => string) | undefined
}

/** A leg: the announced part, the drawn part, and the count at its growing tip. */
const Line = memo(function Line({ leg, grown, announced, faded, past, road, count, ...place }: LineProps) {
  const fade = faded ? FADED : 1
  const done = leg.status === 'happened'
  /** The tip of the band: on a road, where the first of its people are */
  const front = road === undefined ? grown : Math.min(1, frontOf(leg, grown, place.scale, road))
  return (
    <>
      {announced && grown < 1 && (
        <Band leg={leg} part="ahead" grown={1} core="announced" opacity={PALE * fade} {...place} />
      )}
      {grown > 0 && (
        <Band
          leg={leg}
          part="done"
          grown={front}
          core={leg.status === 'happened' ? undefined : leg.status}
          isRoad={road !== undefined}
          past={past}
          opacity={(done ? 1 : PALE) * fade}
          {...place}
        />
      )}
      {count && grown > 0 && grown < 1 && !leg.section && (
        <Tip leg={leg} grown={grown} front={front} count={count} {...place} />
      )}
    </>
  )
})
