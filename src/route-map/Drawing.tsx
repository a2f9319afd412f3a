import { memo, type ReactNode } from 'react'
import type { Point, Rect } from '../story/projection.ts'
import { pathTo } from '../story/route.ts'
import type { Label, Leg, Place, Route, View } from '../story/story.ts'
import styles from './Drawing.module.css'
import { percentIn, viewBoxOf } from './frame.ts'

/** The ground: land, waters and borders. Its markup is in the served page and is taken from there, never built again. */
export const Ground = memo(function Ground({ view, basemap }: { view: Rect; basemap: string }) {
  return (
    <svg className={styles.frame} aria-hidden="true">
      <svg data-drawing="ground" viewBox={viewBoxOf(view)} dangerouslySetInnerHTML={{ __html: basemap }} />
    </svg>
  )
})

interface DrawingProps {
  route: Route
  view: View
  /** True when the reader has moved the map: names then come by zoom, not by view */
  wandering: boolean
  /** Id of the active place */
  place: string | undefined
  /** Places the story has reached */
  reached: (place: Place) => boolean
  /** What the picture is called, for those who do not see it */
  name: string
}

/**
 * The route over the ground: bands, marks, names, numbers. Served whole; what is drawn at a step is set on the elements
 * by `drawLegs`, because it changes with every frame of scrolling.
 */
export function Drawing({ route, view, wandering, place: active, reached, name }: DrawingProps) {
  const ends = new Set(route.legs.flatMap(({ from, to }) => [from, to]))
  const names = wandering ? [route.names] : view.labels
  return (
    <svg className={`${styles.frame} ${styles.route}`} role="img" aria-label={name}>
      <g aria-hidden="true">
        <svg data-drawing="route" viewBox={viewBoxOf(view)} className={styles.legs}>
          {route.legs.map((leg) => (
            <LegBand key={leg.id} leg={leg} />
          ))}
        </svg>
        {route.places.map((place) => (
          <Pin key={place.id} at={place} view={view}>
            <circle
              className={styles.place}
              r={place.id === active ? 7 : ends.has(place.id) ? 5 : 3.5}
              data-aside={!ends.has(place.id) || undefined}
              data-active={place.id === active || undefined}
              data-reached={reached(place) || undefined}
            />
          </Pin>
        ))}
        {names.map((labels, range) => (
          <g key={range} className={wandering ? undefined : styles[`range${range}`]}>
            {labels.map((label) => (
              <Pin key={`${label.kind} ${label.of} ${label.text}`} at={label} view={view} from={label.from}>
                <Lettering label={label} active={label.of !== undefined && label.of === active} />
              </Pin>
            ))}
          </g>
        ))}
        {route.legs.map((leg) => (
          <Pin key={leg.id} at={{ x: 0, y: 0 }} view={view} tip={leg.id}>
            <circle r="6" className={styles.tip} />
            <text className={styles.people} dx="12" dy="5" />
          </Pin>
        ))}
      </g>
    </svg>
  )
}

function LegBand({ leg }: { leg: Leg }) {
  const path = leg.arcs.map((arc) => pathTo(arc, 1)).join('')
  return (
    <g data-leg={leg.id} data-status={leg.status}>
      <path className={styles.ahead} d={path} strokeWidth={leg.width} />
      <path className={styles.aheadCore} d={path} />
      <path className={styles.band} data-line="" d={path} strokeWidth={leg.width} />
      <path className={styles.core} data-line="" d={path} />
    </g>
  )
}

/** Something pinned to a map point: it keeps its size whatever the view. */
interface PinProps {
  at: Point
  view: Rect
  /** Id of the leg whose tip it is */
  tip?: string
  /** Shown from this scale on, pixels a map unit */
  from?: number | undefined
  children: ReactNode
}

function Pin({ at, view, tip, from, children }: PinProps) {
  return (
    <svg {...percentIn(view, at)} data-x={at.x} data-y={at.y} data-tip={tip} data-from={from} className={styles.pin}>
      {children}
    </svg>
  )
}

function Lettering({ label, active }: { label: Label; active: boolean }) {
  const { kind, text, dx, dy, anchor, of } = label
  return (
    <text
      className={kind === 'place' ? styles.placeName : styles[kind]}
      dx={dx}
      dy={dy}
      textAnchor={anchor === 'start' ? undefined : anchor}
      data-active={active || undefined}
      data-light={label.light}
      data-people={kind === 'people' ? of : undefined}
      data-stay={kind === 'stay' ? of : undefined}
    >
      {text}
    </text>
  )
}
