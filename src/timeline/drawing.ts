/**
 * The lines of the timeline as SVG paths: one path for many lines, so their number costs nothing. Computed from the
 * positions in the browser too, since as page data they would be sent twice.
 */
import { tenth } from '../story/rounding.ts'

/** Length of the timeline, in units of its drawings, which are stretched: see `Stretched`. */
export const LENGTH = 1000

/** Number of bins in which a longer story's steps are counted, about one or two pixels each. */
const BINS = 500

/** Height of the tallest bin and minimum height of a bin that is not empty, pixels. */
const [TALLEST, SHORTEST] = [14, 2]

/** A tick at each position `at`, from `from` to `to` pixels below the top. */
export function drawMoments(at: number[], from: number, to: number): string {
  return at.map((position) => `M${tenth(position * LENGTH)} ${from}V${to}`).join('')
}

/** A line along each of these parts, at `y`. */
export function drawLines(parts: [from: number, to: number][], y: number): string {
  return parts.map(([from, to]) => `M${tenth(from * LENGTH)} ${y}H${tenth(to * LENGTH)}`).join('')
}

/** A histogram of the positions `at` along the axis, with its base at `y`. */
export function drawDensity(at: number[], y: number): string {
  const counts = new Array<number>(BINS).fill(0)
  for (const position of at) {
    const bin = Math.min(BINS - 1, Math.floor(position * BINS))
    counts[bin] = (counts[bin] ?? 0) + 1
  }
  const most = Math.max(...counts)
  const width = LENGTH / BINS
  return counts
    .map((count, bin) => {
      if (count === 0) return ''
      const height = tenth(Math.max(SHORTEST, (count / most) * TALLEST))
      return `M${bin * width} ${y}v${-height}h${width}v${height}z`
    })
    .join('')
}
