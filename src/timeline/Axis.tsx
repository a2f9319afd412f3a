import { Fragment, type KeyboardEvent, memo } from 'react'
import { say } from '../language/say.ts'
import { announcement } from '../store/announcement.ts'
import type { GoTo } from '../store/store.ts'
import { useHydrated } from '../store/useHydrated.ts'
import { percent } from '../story/rounding.ts'
import type { Axis as Scale, Story } from '../story/story.ts'
import styles from './Axis.module.css'
import { Bars, Density, HEIGHT, LINE, STEP_TICK, Ticks } from './AxisDrawing.tsx'
import { stepOfKey } from './keys.ts'
import { Lanes } from './Lanes.tsx'
import { useScrub } from './useScrub.ts'

interface AxisProps {
  story: Story
  axis: Scale
  /** Index of the active step */
  active: number
  goTo: GoTo
  /** True when only part of the beads are in the row: then the axis is a slider, also for the keyboard */
  isSlider: boolean
}

/** The true-scale axis. A press goes to the nearest step. */
export function Axis({ story, axis, active, goTo, isSlider }: AxisProps) {
  const { steps, lanes, words: language } = story
  const step = steps[active]
  // At a step without a date it stays where time was.
  const at = steps.slice(0, active + 1).findLast((step) => step.at !== undefined)?.at ?? 0
  const scrubHandlers = useScrub(steps, goTo)
  const hydrated = useHydrated()

  function onKeyDown(event: KeyboardEvent) {
    const page = Math.ceil(steps.length / 10)
    const more = { ArrowDown: active - 1, ArrowUp: active + 1, PageDown: active - page, PageUp: active + page }
    const target = stepOfKey(event, active, steps.length - 1, more)
    if (target !== undefined) goTo(target, 'click')
  }

  // With all beads in the row the keyboard uses those, and the axis is not a tab stop.
  const slider = isSlider &&
    hydrated && {
      role: 'slider',
      tabIndex: 0,
      'aria-label': language.throughTime,
      'aria-valuemin': 1,
      'aria-valuemax': steps.length,
      'aria-valuenow': active + 1,
      'aria-valuetext': step && announcement(language, step, steps.length),
      onKeyDown,
    }
  return (
    <div className={`${styles.axis} ${styles.scrub}`} role="presentation" {...scrubHandlers} {...slider}>
      <svg className={styles.drawing} width="100%" height={HEIGHT} aria-hidden="true">
        <Eras axis={axis} />
        {isSlider ? <Density steps={steps} at={at} /> : <Bars steps={steps} active={active} />}
        <Ticks axis={axis} moments={isSlider ? undefined : steps} />
        {isSlider ? (
          <circle className={styles.handle} cx={percent(at)} cy={LINE} r="7" />
        ) : (
          <line className={styles.cursor} x1={percent(at)} x2={percent(at)} y1={LINE - STEP_TICK - 2} y2={LINE + 4} />
        )}
      </svg>
      {lanes && <Lanes lanes={lanes} steps={steps} step={step} />}
      {axis.eras && (
        <ul className="visually-hidden">
          {axis.eras.map(({ label, dates }) => (
            <li key={label}>{say(language.bead, { date: dates, heading: label })}</li>
          ))}
        </ul>
      )}
    </div>
  )
}

/** Background spans: each tinted, every other one a little darker, with a name where it fits. */
const Eras = memo(function Eras({ axis: { eras = [] } }: { axis: Scale }) {
  return eras.map(({ from, to, label, on }) => (
    <Fragment key={label}>
      <rect className={styles.era} x={percent(from)} width={percent(to - from)} height={LINE} />
      {on !== 'none' && (
        <text className={on ? `${styles.eraName} ${styles[on]}` : styles.eraName} x={percent(from)} dx="4" y={LINE - 7}>
          {label}
        </text>
      )}
    </Fragment>
  ))
})
