/** The legs of the route with their arrowheads, and the discs of roughly known places under them. */
import { memo, type ReactNode, useMemo, useState, useSyncExternalStore } from 'react'
import { matches } from '../store/browser.ts'
import { useIsomorphicLayoutEffect } from '../store/useIsomorphicLayoutEffect.ts'
import { crowdLegs, dotSpacing, frontOf, membersOf, rowSpacing } from '../story/crowd.ts'
import { copyAt, pathTo, pointAt } from '../story/line.ts'
import { seenFrom } from '../story/projection.ts'
import { isAt } from '../story/route.ts'
import type { Leg, Place, Route } from '../story/story.ts'
import { AREA_RADIUS, arrowhead, type Head, headOf, LETTERING, viewBoxOf } from '../story/viewport.ts'
import { Crowd } from './Crowd.tsx'
import { type Drawn, drawnAt, type Growth, progressAfter } from './growth.ts'
import type { Moment, Paint, Viewport } from './moment.ts'
import { Pin } from './Pin.tsx'

/** Opacity of a leg that is not drawn yet or not certain; of one that is faded (a factor). */
const [PALE, FADED] = [0.28, 0.2]

/** Width of the edge of a road, and the least width of a band that has room for one, pixels. */
const [EDGE, ROAD_FROM] = [1.25, 4]
/** Width of the light edge that tells crossing lines apart, pixels. */
const CASING = 1

const DASHES = { announced: '6 5', reported: '0 5' } as const

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
  const { marks, legs, itinerary, drawn } = moment
  const { section } = moment
  const members = useMemo(() => membersOf(crowdLegs(route, section)) ?? [], [route, section])
  const width = scale * view.width
  const spacing = section ? rowSpacing(width) : dotSpacing(width, members.length)
  const areas = route.places.filter(({ id, roughly }) => roughly !== undefined && marks.includes(id))
  return (
    <>
      {route.places.some(({ roughly }) => roughly !== undefined) && (
        <SoftPaints paint={paint} withBand={route.places.some(({ along }) => along)} />
      )}
      {areas.map((place) => (
        <Area
          key={place.id}
          place={seenFrom(view, place, route.projection)}
          active={isAt(moment.step, place.id)}
          view={view}
        />
      ))}
      {told(legs, moment).map((leg) => {
        const road = growth && route.crowd?.includes(leg.id) ? spacing : undefined
        const faded = itinerary !== undefined && !itinerary.includes(leg.id)
        const props = { leg, faded, past: isPast(leg, moment), road, view, scale, paint }
        const stepsAhead = growth && !itinerary ? leg.step - growth.active.index : undefined
        if (growth && stepsAhead === 1) return <ScrolledLeg key={leg.id} {...props} {...growth} />
        if (growth && stepsAhead === 0) return <PlayedLeg key={leg.id} {...props} {...growth} />
        return <Line key={leg.id} {...props} {...drawn(leg)} />
      })}
      {(section ? members.length > 0 : growth && isCrowdHere(route, moment)) && (
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

/** Whether a leg is of an earlier step than the one that is told: it is grey. */
export function isPast(leg: Leg, { step, itinerary }: Pick<Moment, 'step' | 'itinerary'>): boolean {
  if (itinerary) return !itinerary.includes(leg.id)
  return step !== undefined && leg.step < step.index
}

/** `legs`, those that are told now last, so that they are on top. */
function told(legs: Leg[], moment: Moment): Leg[] {
  return [...legs.filter((leg) => isPast(leg, moment)), ...legs.filter((leg) => !isPast(leg, moment))]
}

/** Whether the crowd is on the map: from the step before its first leg on. */
function isCrowdHere({ crowd }: Route, { legs }: Moment): boolean {
  return legs.some(({ id }) => crowd?.includes(id))
}

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
function ScrolledLeg({ active, progress, count, ...rest }: LegProps & Growth) {
  const nextProgress = useSyncExternalStore(
    progress.listen,
    () => progressAfter(active.index, progress.value),
    () => 0,
  )
  const drawn = drawnAt(rest.leg, active, matches('(prefers-reduced-motion: reduce)') ? 0 : nextProgress)
  return <Line {...rest} {...drawn} count={count} />
}

/** A leg of the active step: animated after a click, otherwise complete. */
function PlayedLeg({ active, progress: _, count, ...rest }: LegProps & Growth) {
  const [grown, setGrown] = useState(1)

  useIsomorphicLayoutEffect(
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

  return <Line {...rest} {...drawnAt(rest.leg, active, 0)} {...(active.cause !== 'start' && { grown })} count={count} />
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

interface BandProps extends Viewport {
  leg: Leg
  part: 'ahead' | 'done'
  grown: number
  isRoad?: boolean
  past?: boolean
  /** The thin line inside a band that shows how certain it is */
  core: 'announced' | 'reported' | undefined
  opacity: number
  paint: Paint
}

/** A band whose width stands for the number of people, with its arrowhead. */
function Band({ leg, part, grown, core, isRoad = false, past = false, opacity, view, scale, paint }: BandProps) {
  const tip = copyAt(leg.lines, grown, view.x + view.width / 2)
  const fullHead = tip && headOf(tip, leg.width, scale, grown, leg.open)
  const head = fullHead?.fits || grown < 1 ? fullHead : undefined
  const d = leg.lines.map((line) => pathTo(line, head?.cut ?? grown)).join('')
  const stroke = paint.colour(leg.others ? 'ink' : past ? 'map-muted' : 'route')
  const casing = core === undefined && !leg.section
  return (
    <g data-leg={leg.id} data-part={part} data-grown={grown < 1 ? 'part' : 'whole'} data-status={core ?? 'happened'}>
      <g opacity={Math.round(opacity * 100) / 100}>
        <Shape
          d={d}
          width={leg.width}
          casing={casing}
          head={head}
          colour={stroke}
          view={view}
          scale={scale}
          paint={paint}
        />
        {isRoad && leg.width > ROAD_FROM && (
          <Shape
            d={d}
            width={leg.width - 2 * EDGE}
            head={head}
            headWidth={leg.width}
            colour={past ? 'var(--road-past)' : 'var(--road)'}
            view={view}
            scale={scale}
            paint={paint}
          />
        )}
      </g>
      {core && (
        <InMapUnits view={view}>
          <path
            d={d}
            fill="none"
            stroke={stroke}
            strokeDasharray={dashes(DASHES[core], scale, paint)}
            strokeLinecap={core === 'reported' ? 'round' : undefined}
            {...strokeOf(core === 'reported' ? 2.5 : 1.5, scale, paint)}
          />
        </InMapUnits>
      )}
    </g>
  )
}

interface ShapeProps extends Viewport {
  /** Path of the band, map units */
  d: string
  /** Width of the band; `headWidth` if the arrowhead is that of a wider one, drawn inside it. Pixels */
  width: number
  headWidth?: number
  /** With a light edge under it */
  casing?: boolean
  head: Head | undefined
  colour: string
  paint: Paint
}

/** A band and its arrowhead in one colour. */
function Shape({ d, width, headWidth = width, casing = false, head, colour, view, scale, paint }: ShapeProps) {
  const { length, half } = arrowhead(headWidth)
  const inset = headWidth - width
  return (
    <>
      <InMapUnits view={view}>
        {casing && (
          <g>
            <path d={d} fill="none" stroke={paint.colour('land')} {...strokeOf(width + 2 * CASING, scale, paint)} />
          </g>
        )}
        <path d={d} fill="none" stroke={colour} {...strokeOf(width, scale, paint)} />
      </InMapUnits>
      {head && (
        <Pin at={head.at} view={view}>
          <path
            d={arrowPath(Math.round(-head.back * 10) / 10, length, half, inset / 2)}
            fill={colour}
            transform={`rotate(${Math.round(head.angle)})`}
          />
        </Pin>
      )}
    </>
  )
}

/** An arrowhead with its tip at `x`, `inset` pixels inside the full one so that its edge has an even width. */
function arrowPath(x: number, length: number, half: number, inset: number): string {
  if (inset === 0) return `M${x} 0l${-length} ${-half}v${2 * half}z`
  const slope = Math.hypot(length, half)
  const tip = (inset * slope) / half
  const back = length - tip - inset
  const round = (value: number) => Math.round(value * 10) / 10
  const side = round((back * half) / length)
  return `M${round(x - tip)} 0l${round(-back)} ${-side}v${2 * side}z`
}

/** Attributes of a stroke of `width` pixels. */
function strokeOf(width: number, scale: number, { strokes }: Paint) {
  return strokes === 'screen'
    ? { strokeWidth: width, vectorEffect: 'non-scaling-stroke' as const }
    : { strokeWidth: width / scale }
}

function dashes(pattern: string, scale: number, { strokes }: Paint): string {
  if (strokes === 'screen') return pattern
  return pattern
    .split(' ')
    .map((pixels) => Number(pixels) / scale)
    .join(' ')
}

/** Children in map units, clipped only by the map itself. */
function InMapUnits({ view, children }: Pick<Viewport, 'view'> & { children: ReactNode }) {
  return (
    <svg viewBox={viewBoxOf(view)} overflow="visible">
      {children}
    </svg>
  )
}

interface AreaProps extends Pick<Viewport, 'view'> {
  place: Place
  /** True when the active step happens here */
  active: boolean
}

/** Ids of the paints of soft areas */
const [SOFT, SOFT_ACTIVE, BAND] = ['_soft', '_soft-active', '_soft-band']

/** Opacity of a soft area in its middle, and at a fraction of its radius */
const SOFT_STOPS = [
  [0, 0.62],
  [0.5, 0.4],
  [1, 0],
] as const

/** The paints of soft areas. Gradients need no size, so an area is right in every view. */
function SoftPaints({ paint, withBand }: { paint: Paint; withBand: boolean }) {
  const stops = (colour: string, at: readonly (readonly [offset: number, opacity: number])[]) =>
    at.map(([offset, opacity]) => <stop key={offset} offset={offset} stopColor={colour} stopOpacity={opacity} />)
  const [muted, accent] = [paint.colour('map-muted'), paint.colour('accent')]
  return (
    <defs>
      <radialGradient id={SOFT}>{stops(muted, SOFT_STOPS)}</radialGradient>
      <radialGradient id={SOFT_ACTIVE}>{stops(accent, SOFT_STOPS)}</radialGradient>
      {(withBand ? [muted, accent] : []).map((colour, active) => (
        <linearGradient key={colour} id={active ? `${BAND}-active` : BAND}>
          {stops(colour, [
            [0, 0],
            [0.3, 0.5],
            [0.7, 0.5],
            [1, 0],
          ])}
        </linearGradient>
      ))}
    </defs>
  )
}

/** Length of the band along a latitude as a fraction of the view, and its width, pixels. */
const [BAND_LENGTH, BAND_WIDTH] = [0.56, 12]

/**
 * A place known only roughly: a soft disc with the radius of the uncertainty, and a minimum radius in pixels; a soft band
 * along the latitude where only that is known.
 */
function Area({ place, active, view }: AreaProps) {
  if (place.along)
    return (
      <g data-area={place.id}>
        <Pin at={place} view={view}>
          <rect
            x={`${-BAND_LENGTH * 50}%`}
            y={-BAND_WIDTH / 2}
            width={`${BAND_LENGTH * 100}%`}
            height={BAND_WIDTH}
            fill={`url(#${active ? `${BAND}-active` : BAND})`}
          />
        </Pin>
      </g>
    )
  const fill = `url(#${active ? SOFT_ACTIVE : SOFT})`
  return (
    <g data-area={place.id}>
      <InMapUnits view={view}>
        <circle cx={place.x} cy={place.y} r={place.roughly ?? 0} fill={fill} />
      </InMapUnits>
      <Pin at={place} view={view}>
        <circle r={AREA_RADIUS} fill={fill} />
      </Pin>
    </g>
  )
}

interface TipProps extends Viewport {
  leg: Leg
  grown: number
  /** Position of the tip on the leg, 0 to 1 */
  front: number
  count: (people: number) => string
  paint: Paint
}

/** The count at the tip of a growing leg, where the number is exact. */
function Tip({ leg, grown, front, count, view, paint }: TipProps) {
  const line = copyAt(leg.lines, front, view.x + view.width / 2)
  if (!line || typeof leg.amount !== 'number') return null
  const people = underWay(leg.amount, leg.arrive, grown)
  if (people === 0) return null
  const { size, weight } = LETTERING.people
  return (
    <Pin at={pointAt(line, front)} view={view} data-tip={leg.id}>
      <text
        x="14"
        y="5"
        fontSize={size}
        fontWeight={weight}
        fill={paint.colour('ink')}
        stroke={paint.colour('land')}
        strokeWidth="3"
        strokeLinejoin="round"
        paintOrder="stroke"
      >
        {count(people)}
      </text>
    </Pin>
  )
}

/** Number of people counted at the tip; where some are lost or join on the way, number left at this point. */
export function underWay(amount: number, arrive: number | undefined, grown: number): number {
  return Math.round(arrive === undefined ? amount * grown : amount + (arrive - amount) * grown)
}
