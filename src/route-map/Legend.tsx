import type { ReactNode } from 'react'
import type { Language } from '../language/index.ts'
import type { Status } from '../story/schema.ts'
import type { Route } from '../story/story.ts'
import styles from './Legend.module.css'

interface LegendProps {
  route: Route
  language: Language
  /** What a reader can do with the map as it is */
  children?: ReactNode
}

/** What the lines mean, only for what this story draws. */
export function Legend({ route, language, children }: LegendProps) {
  const used = new Set<Status>(route.legs.map((leg) => leg.status))
  if (route.legs.some((leg) => leg.announced !== undefined)) used.add('announced')
  const statuses = (['happened', 'announced', 'reported'] as const).filter((status) => used.has(status))
  return (
    statuses.length > 0 && (
      <ul className={styles.legend}>
        {statuses.map((status) => (
          <li key={status}>
            <svg width="30" height="8" aria-hidden="true" data-status={status}>
              <line className={styles.band} x1="0" x2="30" y1="4" y2="4" />
              <line className={styles.core} x1="0" x2="30" y1="4" y2="4" />
            </svg>
            {language.status[status]}
          </li>
        ))}
        <li>{language.width}</li>
        <li>{language.schematic}</li>
        {children && <li>{children}</li>}
      </ul>
    )
  )
}
