import { memo } from 'react'
import { percent } from '../story/rounding.ts'
import type { Span } from '../story/story.ts'
import styles from './Spans.module.css'

/**
 * What lasted, as bars at true scale over the axis, each with its name at its start and its length where that fits.
 * Screen readers and paper get a list in words. Empty SVGs set the widths, as in `Phases`.
 */
export const Spans = memo(function Spans({ spans }: { spans: Span[] }) {
  return (
    <ul className={styles.spans}>
      {spans.map(({ id, from, to, name, length, text }) => (
        <li key={id}>
          <span className="visually-hidden">{text}</span>
          <svg width={percent(from)} aria-hidden="true" />
          <span className={styles.name} aria-hidden="true">
            {name}
          </span>
          <svg className={styles.bar} width={percent(to - from)} aria-hidden="true" />
          <span className={styles.length} aria-hidden="true">
            {length}
          </span>
        </li>
      ))}
    </ul>
  )
})
