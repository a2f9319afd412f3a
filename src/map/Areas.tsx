import type { Place, Route } from '../story/map.ts'
import { seenFrom } from '../story/projection.ts'
import { isAt } from '../story/route.ts'
import { AREA_RADIUS } from '../story/viewport.ts'
import { InMapUnits } from './InMapUnits.tsx'
import type { Moment, Viewport } from './moment.ts'
import { Pin } from './Pin.tsx'
import type { Paint } from './paint.ts'

/** Ids of the paints of soft areas */
const [SOFT, SOFT_ACTIVE, BAND] = ['_soft', '_soft-active', '_soft-band']

/** Opacity of a soft area in its middle, and at a fraction of its radius */
const SOFT_STOPS = [
  [0, 0.62],
  [0.5, 0.4],
  [1, 0],
] as const

/** The paints: gradients need no size, so an area is right in every view. */
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

interface AreasProps extends Pick<Viewport, 'view'> {
  route: Route
  moment: Moment
  paint: Paint
}

/** The places known only roughly. */
export function Areas({ route, moment: { marks, step }, paint, view }: AreasProps) {
  const rough = route.places.filter(({ roughly }) => roughly !== undefined)
  if (rough.length === 0) return null
  return (
    <>
      <SoftPaints paint={paint} withBand={rough.some(({ along }) => along)} />
      {rough
        .filter(({ id }) => marks.includes(id))
        .map((place) => (
          <Area
            key={place.id}
            place={seenFrom(view, place, route.projection)}
            active={isAt(step, place.id)}
            view={view}
          />
        ))}
    </>
  )
}

interface AreaProps extends Pick<Viewport, 'view'> {
  place: Place
  /** True when the active step happens here */
  active: boolean
}

/**
 * A place known only roughly: a soft disc with the radius of the uncertainty, and a minimum radius in pixels; a soft band
 * along the latitude where only that is known.
 */
function Area({ place, active, view }: AreaProps) {
  if (place.along)
    return (
      <g data-place={place.id} data-part="area">
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
    <g data-place={place.id} data-part="area">
      <InMapUnits view={view}>
        <circle cx={place.x} cy={place.y} r={place.roughly ?? 0} fill={fill} />
      </InMapUnits>
      <Pin at={place} view={view}>
        <circle r={AREA_RADIUS} fill={fill} />
      </Pin>
    </g>
  )
}
