import { memo, useEffect, useRef } from 'react'
import type { Phase } from '../story/story.ts'
import { drawLines } from './drawing.ts'
import styles from './Phases.module.css'
import { Stretched } from './Stretched.tsx'

interface PhasesProps {
  phases: Phase[]
  /** Number of beads in the row */
  beads: number
}

/** Height of the row, pixels */
const HEIGHT = 26

/** Wider than half a bead on any screen, pixels: the spacers are too wide on purpose and shrink in proportion. */
const HALF_BEAD = 1000

/** A name counts as cut when less than this fraction is visible; less than 1 to allow for rounding. */
const UNCUT = 0.98

/**
 * The phases over their beads; screen readers get them from the lists of beads. The space of a name runs from the
 * middle of its phase's first bead to the middle of the next phase's. Empty SVGs set the width, since the content
 * security policy forbids style attributes. While the row scrolls, a name stays in the visible part of its phase.
 */
export const Phases = memo(function Phases({ phases, beads }: PhasesProps) {
  const names = useRef<HTMLDivElement>(null)

  useEffect(function hideCutNames() {
    const row = names.current
    if (!row || !('IntersectionObserver' in window)) return
    const observer = new IntersectionObserver(
      (entries) => {
        for (const { target, intersectionRatio } of entries)
          target.classList.toggle(`${styles.cut}`, intersectionRatio < UNCUT)
      },
      // Relative to the row's scroller: a row scrolled out of the window is not cut.
      { root: row.closest('#_beads'), threshold: UNCUT },
    )
    for (const name of row.querySelectorAll('span')) observer.observe(name)
    return () => observer.disconnect()
  }, [])

  return (
    <div className={styles.phases} aria-hidden="true">
      <Stretched className={styles.lines} height={HEIGHT}>
        <path
          d={drawLines(
            phases.map(({ first, last }) => [(first + 0.5) / beads, (last + 0.5) / beads]),
            HEIGHT - 4,
          )}
        />
      </Stretched>
      <div className={styles.names} ref={names}>
        <Spacer halves={2 * (phases[0]?.first ?? 0) + 1} />
        {phases.map(({ label, first }, i) => {
          const next = phases[i + 1]?.first
          return (
            <div key={first}>
              <Spacer halves={next === undefined ? 2 * (beads - first) - 1 : 2 * (next - first)} />
              <span>{label}</span>
            </div>
          )
        })}
      </div>
    </div>
  )
})

/** Space for a number of half beads. */
function Spacer({ halves }: { halves: number }) {
  return <svg width={halves * HALF_BEAD} height="0" />
}
