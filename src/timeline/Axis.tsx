import { Fragment, type KeyboardEvent, memo, type ReactNode, useId, useMemo } from 'react'
import type { Language } from '../language/language.ts'
import { say } from '../language/say.ts'
import { announcement } from '../store/announcement.ts'
import type { GoTo } from '../store/store.ts'
import { useHydrated } from '../store/useHydrated.ts'
import { percent } from '../story/percent.ts'
import type { Axis as Scale, Step, Story } from '../story/story.ts'
import styles from './Axis.module.css'
import { AXIS_LENGTH, drawDensity, drawLines, drawMoments } from './drawing.ts'
import { stepOfKey } from './keys.ts'
import { Lanes } from './Lanes.tsx'
import { useScrub } from './useScrub.ts'

interface AxisProps {
  story: Story
  axis: Scale
  language: Language
  /** Index of the active step */
  active: number
  goTo: GoTo
  /** True when only part of the beads are in the row: then the axis is a slider, also for the keyboard */
  isSlider: boolean
}

/** Positions of the axis line, the ends of its ticks and the baseline of its numbers, pixels from the top. */
const [LINE, TICK, NUMBERS] = [16, 22, 35]

/** Height of the drawing, pixels */
export const HEIGHT = 38

/** Height of the tick of a step, which stays under the names of eras, pixels */
const STEP_TICK = 4

/** Height of the bar of a step that lasts, and radius of the mark of what came after the story, pixels */
const [BAR, SINCE] = [4, 3]

/** Sideways lean of the two strokes of a break, pixels */
const SLANT = 4

/** The true-scale axis. A press goes to the nearest step. */
export function Axis({ story, axis, language, active, goTo, isSlider }: AxisProps) {
  const { steps, lanes } = story
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
    <div className={styles.axis} role="presentation" {...scrubHandlers} {...slider}>
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

interface TicksProps {
  axis: Pick<Scale, 'ticks' | 'labels' | 'breaks' | 'since'>
  /** Steps that have a tick of their own */
  moments?: Step[] | undefined
}

/** The line, ticks, marks and numbers of the axis, which never change. */
export const Ticks = memo(function Ticks({ axis, moments = [] }: TicksProps) {
  return (
    <>
      <Stretched>
        <path d={drawLines(segments(axis.breaks), LINE) + drawMoments(axis.ticks, LINE, TICK)} />
        {moments.length > 0 && (
          <path
            className={styles.moments}
            d={drawMoments(
              moments.flatMap(({ at }) => at ?? []),
              LINE - STEP_TICK,
              LINE,
            )}
          />
        )}
      </Stretched>
      {axis.since?.map((at, i) => (
        <circle key={i} className={styles.since} cx={percent(at)} cy={LINE - SINCE} r={SINCE} />
      ))}
      {axis.breaks?.flat().map((at) => (
        <svg key={at} x={percent(at)} y={LINE} overflow="visible">
          <line className={styles.break} x1={-SLANT} x2={SLANT} y1={2 * SLANT} y2={-2 * SLANT} />
        </svg>
      ))}
      {axis.labels.map(({ at, text, anchor, on }) => (
        <Fragment key={`${at} ${on}`}>
          <text x={percent(at)} y={NUMBERS} className={on && styles[on]} textAnchor={anchor}>
            {text}
          </text>{' '}
        </Fragment>
      ))}
    </>
  )
})

/** Steps that last, as bars on the axis. */
export function Bars({ steps, active }: { steps: Pick<Step, 'index' | 'at' | 'until'>[]; active: number }) {
  const draw = (some: typeof steps) =>
    drawLines(
      some.flatMap(({ at, until }): [number, number][] =>
        at === undefined || until === undefined ? [] : [[at, until]],
      ),
      LINE - BAR / 2,
    )
  return (
    <Stretched>
      <path className={styles.bar} d={draw(steps)} />
      <path className={styles.bar} d={draw(steps.filter(({ index }) => index === active))} data-active />
    </Stretched>
  )
}

/** A drawing stretched to the length of the axis. */
function Stretched({ children }: { children: ReactNode }) {
  return (
    <svg viewBox={`0 0 ${AXIS_LENGTH} ${HEIGHT}`} width="100%" height={HEIGHT} preserveAspectRatio="none">
      {children}
    </svg>
  )
}

/** The parts of the axis between its breaks. */
function segments(breaks: Scale['breaks'] = []): [from: number, to: number][] {
  const ends = [0, ...breaks.flat(), 1]
  return ends.flatMap((from, i): [number, number][] => (i % 2 ? [] : [[from, ends[i + 1] ?? 1]]))
}

/** A histogram of the steps along the axis, red up to the active one. One path for any number of steps. */
function Density({ steps, at }: { steps: Step[]; at: number }) {
  const d = useMemo(
    () =>
      drawDensity(
        steps.flatMap(({ at }) => at ?? []),
        LINE,
      ),
    [steps],
  )
  const past = useId()
  return (
    <Stretched>
      <linearGradient id={past} gradientUnits="userSpaceOnUse" x2={AXIS_LENGTH}>
        <stop className={styles.past} offset={at} />
        <stop className={styles.ahead} offset={at} />
      </linearGradient>
      <path d={d} fill={`url(#${past})`} />
    </Stretched>
  )
}
