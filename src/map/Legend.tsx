import type { ReactNode } from 'react'
import type { Language } from '../language/language.ts'
import type { Route } from '../story/map.ts'
import styles from './Legend.module.css'
import { type Moment, momentOf } from './moment.ts'

interface LegendProps {
  route: Route
  language: Language
  moment: Moment
  /** Actions for the map, such as “Save picture” */
  children?: ReactNode
}

/** The line under the map: only the signs now visible. The rest is in “About this map”. */
export function Legend({ route, language, moment, children }: LegendProps) {
  const { step, itinerary } = moment
  const signs = signsOn(route, moment)
  const { about } = language
  // The swatch has the colour of the lines: grey where none of them is told now.
  const past = step !== undefined && !itinerary && !route.legs.some((leg) => leg.step === step.index)
  // Where nothing is announced or reported, every line took place.
  const tells = (sign: SignKind) => sign !== 'happened' || isIn('announced', route) || isIn('reported', route)
  // “About this map” has the signs in words.
  const list = (signs: SignKind[], className: string | undefined) =>
    signs.some(tells) && (
      <ul className={className} aria-hidden="true">
        {signs.filter(tells).map((sign) => (
          <li key={sign}>
            <Sign sign={sign} past={past} />
            {language.signs[sign]}
          </li>
        ))}
      </ul>
    )
  return (
    <div className={styles.legend}>
      {list(signs, styles.now)}
      {list(signsOn(route, momentOf(route)), styles.complete)}
      {moment.section ? (
        <span>{route.section?.legend}</span>
      ) : (
        route.legend && signs.some((sign) => LINES.has(sign)) && <span>{route.legend}</span>
      )}
      <details className={styles.about}>
        <summary>{about.title}</summary>
        <div>
          {route.section && <p>{route.section.legend}</p>}
          {route.note && <p>{route.note}</p>}
          {route.scale && <p>{route.scale}</p>}
          {route.ways && <p>{route.ways}</p>}
          <ul>
            {SIGNS.filter((sign) => isIn(sign, route)).map((sign) => (
              <li key={sign}>
                <Sign sign={sign} /> {about.signs[sign]}
              </li>
            ))}
          </ul>
          {children && <p>{children}</p>}
        </div>
      </details>
    </div>
  )
}

const SIGNS = ['happened', 'announced', 'reported', 'symbolic', 'area'] as const

const LINES = new Set<SignKind>(['happened', 'announced', 'reported'])

type SignKind = (typeof SIGNS)[number]

/** The signs on the map at a moment. */
function signsOn(route: Route, { legs, marks, drawn }: Moment): SignKind[] {
  const visible = new Set<SignKind>()
  for (const leg of legs) {
    const { grown, announced } = drawn(leg)
    if (grown > 0) visible.add(leg.status)
    else if (announced) visible.add('announced')
  }
  for (const { id, symbolic, roughly } of route.places) {
    if (!marks.includes(id)) continue
    if (roughly !== undefined) visible.add('area')
    else if (symbolic && route.legs.length > 0 && visible.size > 0) visible.add('symbolic')
  }
  return SIGNS.filter((sign) => visible.has(sign))
}

/** Whether the story uses the sign at any step. */
function isIn(sign: SignKind, { legs, places }: Route): boolean {
  if (sign === 'symbolic') return places.some(({ symbolic }) => symbolic)
  if (sign === 'area') return places.some(({ roughly }) => roughly !== undefined)
  return legs.some(({ status, announced }) => status === sign || (sign === 'announced' && announced !== undefined))
}

function Sign({ sign, past = false }: { sign: SignKind; past?: boolean }) {
  if (sign === 'symbolic')
    return (
      <svg width="14" height="14" viewBox="-7 -7 14 14" aria-hidden="true">
        <circle r="5" className={styles.ring} />
      </svg>
    )
  if (sign === 'area')
    return (
      <svg width="16" height="16" viewBox="-8 -8 16 16" aria-hidden="true">
        <circle r="8" className={styles.area} />
      </svg>
    )
  return (
    <svg
      width="30"
      height="12"
      viewBox="0 0 30 12"
      aria-hidden="true"
      className={[past && styles.past, styles[sign]].filter(Boolean).join(' ')}
    >
      <path className={styles.band} d="M0 3.5h20V0l10 6-10 6V8.5H0z" />
      <line className={styles.core} x1="0" x2="24" y1="6" y2="6" />
    </svg>
  )
}
