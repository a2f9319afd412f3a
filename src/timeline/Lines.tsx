import { useMemo } from 'react'
import { percent } from '../story/percent.ts'
import type { Step } from '../story/story.ts'
import { drawLeader, drawLeaders, drawLens, LEADER_HEIGHT, UNIT } from './drawing.ts'
import styles from './Lines.module.css'
import type { Window } from './window.ts'

interface ThreadProps {
  /** Index of the active step */
  active: number
  /** The steps that have a bead */
  range: Window
  /** Number of all steps */
  count: number
}

/** The line through the beads, red up to the active one. It continues to the edge where there are more steps. */
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

interface LeadersProps {
  steps: Step[]
  active: number
  range: Window
}

/**
 * Leader lines from the beads to their dates on the axis, the active one in red. When the row shows part of the story,
 * an area marks that part of the axis instead.
 */
export function Leaders({ steps, active, range: { from, to } }: LeadersProps) {
  const slots = to - from
  const isPart = slots < steps.length
  const at = (index: number) => steps[index]?.at ?? 0
  const leaders = useMemo(() => (isPart ? '' : drawLeaders(steps.map((step) => step.at))), [isPart, steps])
  return (
    <svg
      className={styles.leaders}
      width="100%"
      height={LEADER_HEIGHT}
      viewBox={`0 0 ${slots * UNIT} ${LEADER_HEIGHT}`}
      preserveAspectRatio="none"
      fill="none"
      aria-hidden="true"
    >
      {isPart ? <path className={styles.lens} d={drawLens(at(from), at(to - 1), slots)} /> : <path d={leaders} />}
      <path className={styles.active} d={drawLeader(active - from, at(active), slots)} />
    </svg>
  )
}
