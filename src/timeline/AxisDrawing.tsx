/** The drawings of the axis, some of which the lens has too. */
import { Fragment, memo, useId, useMemo } from 'react'
import { percent } from '../story/rounding.ts'
import type { Axis, Step } from '../story/story.ts'
import styles from './Axis.module.css'
import { drawDensity, drawLines, drawMoments, LENGTH } from './drawing.ts'
import { Stretched } from './Stretched.tsx'

/** Height of the drawing, and position of the axis line from its top, pixels */
export const HEIGHT = 38
export const LINE = 16

/** Positions of the ends of the ticks and of the baseline of the numbers, pixels from the top */
const [TICK, NUMBERS] = [22, 35]

/** Height of the tick of a step, which stays under the names of eras, pixels */
export const STEP_TICK = 4

/** Height of the bar of a step that lasts, and radius of the mark of what came after the story, pixels */
const [BAR, SINCE] = [4, 3]

/** Sideways lean of the two strokes of a break, pixels */
const SLANT = 4

interface TicksProps {
  axis: Pick<Axis, 'ticks' | 'labels' | 'breaks' | 'since'>
  /** Steps that have a tick of their own */
  moments?: Step[] | undefined
}

/** The line, ticks, marks and numbers of the axis, which never change. */
export const Ticks = memo(function Ticks({ axis, moments = [] }: TicksProps) {
  return (
    <>
      <Stretched height={HEIGHT}>
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
    <Stretched height={HEIGHT}>
      <path className={styles.bar} d={draw(steps)} />
      <path className={styles.bar} d={draw(steps.filter(({ index }) => index === active))} data-active />
    </Stretched>
  )
}

/** The parts of the axis between its breaks. */
function segments(breaks: Axis['breaks'] = []): [from: number, to: number][] {
  const ends = [0, ...breaks.flat(), 1]
  return ends.flatMap((from, i): [number, number][] => (i % 2 ? [] : [[from, ends[i + 1] ?? 1]]))
}

/** A histogram of the steps along the axis, red up to the active one. One path for any number of steps. */
export function Density({ steps, at }: { steps: Step[]; at: number }) {
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
    <Stretched height={HEIGHT}>
      <linearGradient id={past} gradientUnits="userSpaceOnUse" x2={LENGTH}>
        <stop className={styles.past} offset={at} />
        <stop className={styles.ahead} offset={at} />
      </linearGradient>
      <path d={d} fill={`url(#${past})`} />
    </Stretched>
  )
}
