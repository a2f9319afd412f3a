import { Fragment, type KeyboardEvent, memo, useId, useMemo } from 'react'
import type { Language } from '../language/language.ts'
import { say } from '../language/say.ts'
import { announcement } from '../store/announcement.ts'
import type { GoTo } from '../store/useActiveStep.ts'
import { useHydrated } from '../store/useHydrated.ts'
import type { Axis as Scale, Step, Story } from '../story/story.ts'
import styles from './Axis.module.css'
import { AXIS_LENGTH, drawDensity, drawMoments, percent } from './drawing.ts'
import { stepOfKey } from './keys.ts'
import { Lanes } from './Lanes.tsx'
import { useScrub } from './useScrub.ts'

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
/** A break is two strokes that lean so far aside. */
const SLANT = 4

/** The true-scale axis. A press on a time goes to the step nearest to it. */
export function Axis({ story, language, active, goTo, travel }: AxisProps) {
  const { steps, axis, lanes } = story
  const step = steps[active]
  const at = step?.at ?? 0
  const trip = useScrub(steps, goTo)
  const hydrated = useHydrated()

  function walk(event: KeyboardEvent) {
    const far = Math.ceil(steps.length / 10)
    const more = { ArrowDown: active - 1, ArrowUp: active + 1, PageDown: active - far, PageUp: active + far }
    const to = stepOfKey(event, active, steps.length - 1, more)
    if (to !== undefined) goTo(to, 'click')
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
        <Eras axis={axis} />
        {travel ? <Density steps={steps} at={at} /> : <Moments steps={steps} />}
        <Ticks axis={axis} />
        {travel ? (
          <circle className={styles.handle} cx={percent(at)} cy={LINE} r="7" />
        ) : (
          <line className={styles.cursor} x1={percent(at)} x2={percent(at)} y1={LINE - 9} y2={LINE + 2} />
        )}
      </svg>
      {lanes && <Lanes lanes={lanes} steps={steps} step={step} />}
      {axis.eras && (
        <ul className={styles.said}>
          {axis.eras.map(({ label, dates }) => (
            <li key={label}>{say(language.bead, { date: dates, heading: label })}</li>
          ))}
        </ul>
      )}
    </div>
  )
}

/** Background spans: a quiet tint each, every other one a little deeper, and a name where it has room. */
const Eras = memo(function Eras({ axis: { eras = [] } }: { axis: Scale }) {
  return eras.map(({ from, to, label, on }) => (
    <Fragment key={label}>
      <rect className={styles.era} x={percent(from)} width={percent(to - from)} height={LINE} />
      {on !== 'none' && (
        <text className={styles.eraName} data-on={on} x={percent(from)} dx="4" y={LINE - 5}>
          {label}
        </text>
      )}
    </Fragment>
  ))
})

/** The axis itself, which never changes. */
const Ticks = memo(function Ticks({ axis }: { axis: Scale }) {
  return (
    <>
      {stretches(axis.breaks).map(([from, to]) => (
        <line key={from} x1={percent(from)} x2={percent(to)} y1={LINE} y2={LINE} />
      ))}
      {axis.breaks?.flat().map((at) => (
        <svg key={at} x={percent(at)} y={LINE} overflow="visible">
          <line className={styles.break} x1={-SLANT} x2={SLANT} y1={2 * SLANT} y2={-2 * SLANT} />
        </svg>
      ))}
      {axis.ticks.map((at) => (
        <line key={at} x1={percent(at)} x2={percent(at)} y1={LINE} y2={TICK} />
      ))}
      {axis.labels.map(({ at, text, anchor, on }) => (
        <Fragment key={`${at} ${on}`}>
          <text x={percent(at)} y={NUMBERS} data-anchor={anchor} data-on={on}>
            {text}
          </text>{' '}
        </Fragment>
      ))}
    </>
  )
})

/** What is left of the axis between its breaks. */
function stretches(breaks: Scale['breaks'] = []): [from: number, to: number][] {
  const ends = [0, ...breaks.flat(), 1]
  return ends.flatMap((from, i): [number, number][] => (i % 2 ? [] : [[from, ends[i + 1] ?? 1]]))
}

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
