import { percent } from '../story/rounding.ts'
import styles from './Thread.module.css'
import type { Window } from './window.ts'

interface ThreadProps {
  /** Index of the active step */
  active: number
  /** The steps that have a bead */
  range: Window
  /** Number of all steps */
  count: number
}

/** The line through an even row of beads, red up to the active one. It continues to the edge where there are more steps. */
export function Thread({ active, range: { from, to }, count }: ThreadProps) {
  const middle = (index: number) => percent((index - from + 0.5) / (to - from))
  const start = from > 0 ? '0' : middle(from)
  return (
    <svg className={styles.thread} width="100%" height="44" aria-hidden="true">
      <line x1={start} x2={to < count ? '100%' : middle(to - 1)} y1="22" y2="22" />
      <line className={styles.past} x1={start} x2={middle(active)} y1="22" y2="22" />
    </svg>
  )
}
