import { memo } from 'react'
import type { GoTo } from '../store/store.ts'
import { tenth } from '../story/rounding.ts'
import type { Lens as LensScale } from '../story/story.ts'
import { AXIS_END, LENS_START } from '../story/strip.ts'
import axis from './Axis.module.css'
import { Bars, HEIGHT, Ticks } from './AxisDrawing.tsx'
import styles from './Lens.module.css'
import { useScrub } from './useScrub.ts'

interface LensProps {
  lens: LensScale
  /** Index of the active step */
  active: number
  goTo: GoTo
}

/** Crowded steps at a larger scale: the ground, whose edges lead to where they are on the axis, and an axis of its own. */
export function Lens({ lens, active, goTo }: LensProps) {
  const inside = lens.at.map((at, i) => ({ index: lens.first + i, at, until: lens.until[i] ?? undefined }))
  return (
    <>
      <Ground lens={lens} />
      <div className={`${styles.lens} ${axis.scrub}`} role="presentation" {...useScrub(inside, goTo)}>
        <svg className={axis.drawing} width="100%" height={HEIGHT} aria-hidden="true">
          <Bars steps={inside} active={active} />
          <Ticks axis={lens} />
        </svg>
      </div>
    </>
  )
}

/** The ground is drawn in units of this size and stretched. */
const [WIDTH, BOTTOM] = [1000, 100]

/** How far the ground reaches beyond the first and last bead: 13 pixels at least. */
const MARGIN = 18

const Ground = memo(function Ground({ lens: { from, to, title } }: Pick<LensProps, 'lens'>) {
  const [start, end] = [from, to].map((at) => tenth(at * AXIS_END * WIDTH))
  const [left, right] = [LENS_START * WIDTH - MARGIN, WIDTH + MARGIN]
  return (
    <>
      <svg
        className={styles.ground}
        viewBox={`0 0 ${WIDTH} ${BOTTOM}`}
        preserveAspectRatio="none"
        width="100%"
        height="100%"
        fill="none"
        aria-hidden="true"
      >
        <path className={styles.wedge} d={`M${start} ${BOTTOM}L${left} 0V${BOTTOM}z`} />
        <path className={styles.field} d={`M${left} 0H${right}V${BOTTOM}H${left}z`} />
        <path
          className={styles.edge}
          d={`M${start} ${BOTTOM}L${left} 0M${start} ${BOTTOM}H${end}M${end} ${BOTTOM}H${left}`}
        />
      </svg>
      <p className={styles.title} aria-hidden="true">
        {title}
      </p>
    </>
  )
})
