import { memo } from 'react'
import { percent } from '../story/rounding.ts'
import type { Phase } from '../story/story.ts'
import { drawLines } from './drawing.ts'
import styles from './PhaseLines.module.css'
import { Stretched } from './Stretched.tsx'

/** How far a line reaches beyond its first and last bead, as a fraction of the timeline. */
const BEYOND = 0.01

/** The phases on the wide timeline: a line over the beads of each, with its name where it fits. */
export const PhaseLines = memo(function PhaseLines({ phases }: { phases: Phase[] }) {
  const lines = phases.flatMap(({ lines = [] }) => lines)
  return (
    <div className={styles.phases} aria-hidden="true">
      <Stretched className={styles.lines} height={1}>
        <path
          d={drawLines(
            lines.map(([from, to]) => [from - BEYOND, to + BEYOND]),
            0,
          )}
        />
      </Stretched>
      {phases.map(({ first, label, lines: [line] = [], named }) =>
        named && line ? (
          <div key={first} className={named === 'wide' ? styles.wide : undefined}>
            <svg width={percent(Math.max(0, line[0] - BEYOND))} />
            <span>{label}</span>
          </div>
        ) : null,
      )}
    </div>
  )
})
