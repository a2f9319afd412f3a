import { memo } from 'react'
import { percent } from '../story/percent.ts'
import type { Phase } from '../story/story.ts'
import styles from './PhaseLines.module.css'

/** The phases on the wide timeline: a line over the beads of each, with its name where it fits. */
export const PhaseLines = memo(function PhaseLines({ phases }: { phases: Phase[] }) {
  return (
    <div className={styles.phases} aria-hidden="true">
      {phases.map(({ first, label, lines = [], named }) =>
        lines.map(([from, to], i) => (
          <div key={`${first} ${from}`}>
            <svg width={percent(from)} />
            <span>{named && i === 0 && label}</span>
            <svg className={styles.line} width={percent(to - from)} />
          </div>
        )),
      )}
    </div>
  )
})
