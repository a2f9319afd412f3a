import { memo, useEffect, useRef } from 'react'
import type { Phase } from '../story/story.ts'
import { drawPhases, UNIT } from './drawing.ts'
import styles from './Phases.module.css'

interface PhasesProps {
  phases: Phase[]
  /** Number of beads in the row */
  beads: number
}

/** Pixels */
const HEIGHT = 26

/**
 * Wider than half a bead on any screen, pixels: the parts of the row, given far too much room, shrink in proportion to it.
 */
const HALF_BEAD = 1000

/** A name of which less than this part is seen is cut; a browser's own rounding may take the rest. */
const WHOLE = 0.98

/**
 * The phases over their beads, for the eye; the lists of beads say them. A name has room from the middle of its phase's
 * first bead to the middle of the next one's: empty drawings keep it, since a policy forbids style attributes. While the
 * row scrolls a name stays inside the part of its phase that is seen.
 */
export const Phases = memo(function Phases({ phases, beads }: PhasesProps) {
  const names = useRef<HTMLDivElement>(null)

  useEffect(function hideCutNames() {
    const row = names.current
    if (!row || !('IntersectionObserver' in window)) return
    const observer = new IntersectionObserver(
      (entries) => {
        for (const { target, intersectionRatio } of entries)
          target.toggleAttribute('data-cut', intersectionRatio < WHOLE)
      },
      // A row further up the page is out of the window, but not cut: the row's own scroller is what counts.
      { root: row.closest('[data-scroller]'), threshold: WHOLE },
    )
    for (const name of row.querySelectorAll('span')) observer.observe(name)
    return () => observer.disconnect()
  }, [])

  return (
    <div className={styles.phases} aria-hidden="true">
      <svg
        className={styles.lines}
        viewBox={`0 0 ${beads * UNIT} ${HEIGHT}`}
        width="100%"
        height={HEIGHT}
        preserveAspectRatio="none"
        fill="none"
      >
        <path d={drawPhases(phases, HEIGHT - 4)} />
      </svg>
      <div className={styles.names} ref={names}>
        <Room halves={2 * (phases[0]?.first ?? 0) + 1} />
        {phases.map(({ label, first }, i) => {
          const next = phases[i + 1]?.first
          return (
            <div key={first}>
              <Room halves={next === undefined ? 2 * (beads - first) - 1 : 2 * (next - first)} />
              <span>{label}</span>
            </div>
          )
        })}
      </div>
    </div>
  )
})

/** Room for so many halves of a bead. */
function Room({ halves }: { halves: number }) {
  return <svg width={halves * HALF_BEAD} height="0" />
}
