import { percent } from '../story/rounding.ts'
import type { Step } from '../story/story.ts'
import { LANE } from '../story/strip.ts'
import axis from './Axis.module.css'
import { drawLines, drawMoments } from './drawing.ts'
import styles from './Lanes.module.css'
import { Stretched } from './Stretched.tsx'

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
      <Stretched height={height}>
        {lanes.map((lane, row) => {
          const at = steps.flatMap((each) => (each.lane === lane ? (each.at ?? []) : []))
          const [from = 0, to = from] = [at[0], at.at(-1)]
          const y = middle(row)
          return <path key={lane} d={drawLines([[from, to]], y) + drawMoments(at, y - TICK / 2, y + TICK / 2)} />
        })}
      </Stretched>
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
