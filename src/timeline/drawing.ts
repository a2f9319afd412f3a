/**
 * The lines of the timeline as SVG paths: one path for many lines, so that their number costs nothing. They are drawn
 * from positions where they are needed; as data of the page they would be served twice.
 */
import type { Phase } from '../story/story.ts'

/** Beads stand this many units apart in a drawing that is stretched to the width of the row. */
export const UNIT = 100

/** Height of the lines between beads and axis, pixels; a drawing is not stretched upwards. */
export const LEADER_HEIGHT = 40

/** How far the ends of such a line pull it straight, pixels */
const BEND = LEADER_HEIGHT * 0.62

/** Length of the axis, units of its drawing, which is stretched likewise. */
export const AXIS_LENGTH = 1000

/** A longer story's steps are counted in so many stretches of the axis, about one or two pixels each. */
const STRETCHES = 500

/** Height of the tallest stretch and of one that is not empty, pixels. */
const [TALLEST, SHORTEST] = [14, 2]

/** Where lines begin and areas, pixels from the top of their drawing: under a bead, and under the active one's date. */
const [UNDER_BEAD, UNDER_DATE] = [-10, 7]

/** The line from the bead in `slot`, counted from 0, down to `at` on the axis, in a row of `slots`. */
export function drawLeader(slot: number, at: number, slots: number): string {
  return curveDown((slot + 0.5) * UNIT, UNDER_BEAD, at * slots * UNIT)
}

/** The lines from all beads of a row down to their places `at` on the axis. */
export function drawLeaders(at: number[]): string {
  return at.map((place, slot) => drawLeader(slot, place, at.length)).join('')
}

/** The area between a row of `slots` beads and the part of the axis, `first` to `last`, on which they stand. */
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

/** A line over the beads of every phase, at height `y`. */
export function drawPhases(phases: Phase[], y: number): string {
  return phases.map(({ first, last }) => `M${(first + 0.5) * UNIT} ${y}H${(last + 0.5) * UNIT}`).join('')
}

/** A tick for every place `at` on the axis, pixels `from` to `to` from its top. */
export function drawMoments(at: number[], from: number, to: number): string {
  return at.map((place) => `M${round(place * AXIS_LENGTH)} ${from}V${to}`).join('')
}

/** How many of the places `at` stand on each stretch of the axis, as columns whose height is their number, on `foot`. */
export function drawDensity(at: number[], foot: number): string {
  const counts = new Array<number>(STRETCHES).fill(0)
  for (const place of at) {
    const stretch = Math.min(STRETCHES - 1, Math.floor(place * STRETCHES))
    counts[stretch] = (counts[stretch] ?? 0) + 1
  }
  const most = Math.max(...counts)
  const width = AXIS_LENGTH / STRETCHES
  return counts
    .map((count, stretch) => {
      if (count === 0) return ''
      const height = round(Math.max(SHORTEST, (count / most) * TALLEST))
      return `M${stretch * width} ${foot}v${-height}h${width}v${height}z`
    })
    .join('')
}

/** A part of a length, 0 to 1, as SVG says it. */
export function percent(part: number): string {
  return `${Math.round(part * 10_000) / 100}%`
}

function round(value: number): number {
  return Math.round(value * 10) / 10
}
