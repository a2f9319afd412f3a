/**
 * The lines of the timeline as SVG paths: one path for many lines, so their number costs nothing. Computed from the
 * positions in the browser too, since as page data they would be sent twice.
 */
import type { Phase } from '../story/story.ts'

/** Distance between beads, in units of a drawing that is stretched to the width of the row. */
export const UNIT = 100

/** Height of the leader lines between beads and axis, pixels; drawings are stretched in width only. */
export const LEADER_HEIGHT = 40

/** Vertical distance of the control points of a leader line from its ends, pixels */
const BEND = LEADER_HEIGHT * 0.62

/** Length of the axis, in units of its drawing, which is stretched too. */
export const AXIS_LENGTH = 1000

/** Number of bins in which a longer story's steps are counted, about one or two pixels each. */
const BINS = 500

/** Height of the tallest bin and minimum height of a bin that is not empty, pixels. */
const [TALLEST, SHORTEST] = [14, 2]

/** Top of lines, under a bead, and of areas, under the active bead's date; pixels from the top of the drawing. */
const [UNDER_BEAD, UNDER_DATE] = [-10, 7]

/** The line from the bead in `slot`, counted from 0, to `at` on the axis, 0 to 1, in a row of `slots`. */
export function drawLeader(slot: number, at: number, slots: number): string {
  return curveDown((slot + 0.5) * UNIT, UNDER_BEAD, at * slots * UNIT)
}

/** The lines from all beads of a row to their positions `at` on the axis. */
export function drawLeaders(at: number[]): string {
  return at.map((position, slot) => drawLeader(slot, position, at.length)).join('')
}

/** The area between a row of `slots` beads and their part of the axis, from `first` to `last`. */
export function drawLens(first: number, last: number, slots: number): string {
  const [width, half] = [slots * UNIT, UNIT / 2]
  const right = round(last * width)
  return (
    `${curveDown(half, UNDER_DATE, first * width)}H${right}` +
    `C${right} ${LEADER_HEIGHT - BEND} ${width - half} ${BEND} ${width - half} ${UNDER_DATE}Z`
  )
}

function curveDown(from: number, top: number, to: number): string {
  return `M${from} ${top}C${from} ${BEND} ${round(to)} ${LEADER_HEIGHT - BEND} ${round(to)} ${LEADER_HEIGHT}`
}

/** A line over the beads of each phase, at `y`. */
export function drawPhases(phases: Phase[], y: number): string {
  return phases.map(({ first, last }) => `M${(first + 0.5) * UNIT} ${y}H${(last + 0.5) * UNIT}`).join('')
}

/** A tick at each position `at` on the axis, from `from` to `to` pixels below its top. */
export function drawMoments(at: number[], from: number, to: number): string {
  return at.map((position) => `M${round(position * AXIS_LENGTH)} ${from}V${to}`).join('')
}

/** A histogram of the positions `at` along the axis, with its base at `y`. */
export function drawDensity(at: number[], y: number): string {
  const counts = new Array<number>(BINS).fill(0)
  for (const position of at) {
    const bin = Math.min(BINS - 1, Math.floor(position * BINS))
    counts[bin] = (counts[bin] ?? 0) + 1
  }
  const most = Math.max(...counts)
  const width = AXIS_LENGTH / BINS
  return counts
    .map((count, bin) => {
      if (count === 0) return ''
      const height = round(Math.max(SHORTEST, (count / most) * TALLEST))
      return `M${bin * width} ${y}v${-height}h${width}v${height}z`
    })
    .join('')
}

function round(value: number): number {
  return Math.round(value * 10) / 10
}
