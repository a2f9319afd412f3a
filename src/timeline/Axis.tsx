import { Fragment, type KeyboardEvent, memo, useId, useMemo } from 'react'
import type { Language } from '../language/language.ts'
import { announcement } from '../reader/announcement.ts'
import type { GoTo } from '../reader/useActiveStep.ts'
import { useHydrated } from '../reader/useHydrated.ts'
import type { Axis as Scale, Step, Story } from '../story/story.ts'
import styles from './Axis.module.css'
import { runsLeft } from './direction.ts'
import { AXIS_LENGTH, drawDensity, drawMoments, percent } from './drawing.ts'
import { useTravel } from './useTravel.ts'

interface AxisProps {
  story: Story
  language: Language
  /** Index of the active step */
  active: number
  goTo: GoTo
  /** True when not all beads are in the row: then the axis is the way to travel, by keyboard too */
  travel: boolean
}

/** Where the line of the axis, the ends of its ticks and the feet of its numbers are, pixels from the top. */
const [LINE, TICK, NUMBERS] = [16, 22, 35]
const HEIGHT = 38

/** The true-scale axis. A press on a time goes to the step nearest to it. */
export function Axis({ story, language, active, goTo, travel }: AxisProps) {
  const { steps, axis } = story
  const step = steps[active]
  const at = step?.at ?? 0
  const trip = useTravel(steps, goTo)
  const hydrated = useHydrated()

  function walk(event: KeyboardEvent) {
    const on = runsLeft(event.currentTarget) ? -1 : 1
    const [last, far] = [steps.length - 1, Math.ceil(steps.length / 10)]
    const to = {
      ArrowLeft: active - on,
      ArrowDown: active - 1,
      ArrowRight: active + on,
      ArrowUp: active + 1,
      PageDown: active - far,
      PageUp: active + far,
      Home: 0,
      End: last,
    }[event.key]
    if (to === undefined || event.metaKey || event.ctrlKey || event.altKey) return
    event.preventDefault()
    goTo(Math.min(last, Math.max(0, to)), 'click')
  }

  // Where all beads are in the row they are the way for the keyboard, and the axis is no second one.
  const slider = travel &&
    hydrated && {
      role: 'slider',
      tabIndex: 0,
      'aria-label': language.throughTime,
      'aria-valuemin': 1,
      'aria-valuemax': steps.length,
      'aria-valuenow': active + 1,
      'aria-valuetext': step && announcement(language, step, steps.length),
      onKeyDown: walk,
    }
  return (
    <div className={styles.axis} role="presentation" {...trip} {...slider}>
      <svg width="100%" height={HEIGHT} aria-hidden="true">
        {travel ? <Density steps={steps} at={at} /> : <Moments steps={steps} />}
        <Ticks axis={axis} />
        {travel ? (
          <circle className={styles.handle} cx={percent(at)} cy={LINE} r="7" />
        ) : (
          <line className={styles.cursor} x1={percent(at)} x2={percent(at)} y1={LINE - 9} y2={LINE + 2} />
        )}
      </svg>
    </div>
  )
}

/** The axis itself, which never changes. */
const Ticks = memo(function Ticks({ axis }: { axis: Scale }) {
  return (
    <>
      <line x2="100%" y1={LINE} y2={LINE} />
      {axis.ticks.map((at) => (
        <line key={at} x1={percent(at)} x2={percent(at)} y1={LINE} y2={TICK} />
      ))}
      {axis.labels.map(({ at, text }) => (
        <Fragment key={text}>
          <text x={percent(at)} y={NUMBERS}>
            {text}
          </text>{' '}
        </Fragment>
      ))}
    </>
  )
})

/** A tick for every step. */
const Moments = memo(function Moments({ steps }: { steps: Step[] }) {
  const d = drawMoments(
    steps.map(({ at }) => at),
    LINE - 6,
    LINE,
  )
  return (
    <svg viewBox={`0 0 ${AXIS_LENGTH} ${HEIGHT}`} width="100%" height={HEIGHT} preserveAspectRatio="none">
      <path className={styles.moments} d={d} />
    </svg>
  )
})

/** How many steps there are at each time, red up to the active one's: one path, however many they are. */
function Density({ steps, at }: { steps: Step[]; at: number }) {
  const d = useMemo(
    () =>
      drawDensity(
        steps.map((step) => step.at),
        LINE,
      ),
    [steps],
  )
  const past = useId()
  return (
    <svg viewBox={`0 0 ${AXIS_LENGTH} ${HEIGHT}`} width="100%" height={HEIGHT} preserveAspectRatio="none">
      <linearGradient id={past} gradientUnits="userSpaceOnUse" x2={AXIS_LENGTH}>
        <stop className={styles.past} offset={at} />
        <stop className={styles.ahead} offset={at} />
      </linearGradient>
      <path d={d} fill={`url(#${past})`} />
    </svg>
  )
}
