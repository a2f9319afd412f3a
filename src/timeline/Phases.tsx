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

/** A name of which less than this part is seen is cut; a browser's own rounding may take the rest. */
const WHOLE = 0.98

/**
 * The phases over their beads, for the eye; the lists of beads say them. A table, because columns need no style: two to
 * a bead, and a phase's name has room from the middle of its first bead to the next phase's. While the row scrolls it
 * stays inside the part of its phase that is seen.
 */
export const Phases = memo(function Phases({ phases, beads }: PhasesProps) {
  const names = useRef<HTMLTableRowElement>(null)

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
      <table className={styles.names}>
        <colgroup span={beads * 2} />
        <tbody>
          <tr ref={names}>
            {phases.map(({ label, first }, i) => {
              const before = i === 0 ? 2 * first + 1 : 0
              const next = phases[i + 1]?.first
              return [
                before > 0 && <td key="before" colSpan={before} />,
                <td key={first} colSpan={next === undefined ? 2 * (beads - first) - 1 : 2 * (next - first)}>
                  <span>{label}</span>
                </td>,
              ]
            })}
          </tr>
        </tbody>
      </table>
    </div>
  )
})
