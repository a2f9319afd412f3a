import { percent } from '../story/percent.ts'
import type { Step } from '../story/story.ts'
import { LANE } from '../story/strip.ts'
import axis from './Axis.module.css'
import { AXIS_LENGTH, drawMoments } from './drawing.ts'
import styles from './Lanes.module.css'

interface LanesProps {
  lanes: string[]
  steps: Step[]
  /** The active step */
  step: Step | undefined
}

/** Height of the ticks, pixels */
const TICK = 8

/**
 * A row under the axis for each lane, on the same scale. Hidden from screen readers: beads and datelines name the lane.
 */
export function Lanes({ lanes, steps, step }: LanesProps) {
  const height = lanes.length * LANE
  const middle = (row: number) => (row + 0.5) * LANE
  return (
    <svg className={`${axis.drawing} ${styles.lanes}`} width="100%" height={height} aria-hidden="true">
      <svg viewBox={`0 0 ${AXIS_LENGTH} ${height}`} width="100%" height={height} preserveAspectRatio="none">
        {lanes.map((lane, row) => {
          const at = steps.flatMap((each) => (each.lane === lane ? (each.at ?? []) : []))
          const [from = 0, to = from] = [at[0], at.at(-1)]
          const line = `M${from * AXIS_LENGTH} ${middle(row)}H${to * AXIS_LENGTH}`
          return <path key={lane} d={line + drawMoments(at, middle(row) - TICK / 2, middle(row) + TICK / 2)} />
        })}
      </svg>
      {lanes.map((lane, row) => (
        <text key={lane} dx="-10" y={middle(row) + 4} data-active={lane === step?.lane || undefined}>
          {lane}
        </text>
      ))}
      {step?.lane && step.at !== undefined && (
        <circle cx={percent(step.at)} cy={middle(lanes.indexOf(step.lane))} r="5" />
      )}
    </svg>
  )
}
