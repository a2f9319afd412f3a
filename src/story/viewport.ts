/**
 * How a view meets the screen. The frame (4:3) is the largest that fits its box; names are placed for a few ranges of
 * its width, and the style sheet chooses the range with container queries, so the map is right before any script runs.
 */

import { pointAt } from './line.ts'
import type { Point, Rect } from './projection.ts'
import { VIEWPORT_RATIO } from './route.ts'
import type { Line } from './story.ts'

/** Ranges of the frame's width, CSS pixels: [from, to). Stage.module.css has the same numbers. */
export const VIEWPORT_WIDTHS = [
  [200, 340],
  [340, 480],
  [480, 720],
  [720, 1040],
  [1040, 1800],
] as const

/** Lettering on the map: size in CSS pixels, letter spacing in em. The build measures with the same numbers. */
export const LETTERING = {
  place: { size: 14, weight: 600, spacing: 0 },
  beyond: { size: 14, weight: 600, spacing: 0 },
  people: { size: 15, weight: 600, spacing: 0 },
  stay: { size: 13, weight: 400, spacing: 0 },
  note: { size: 13, weight: 400, spacing: 0 },
  country: { size: 12, weight: 400, spacing: 0.16 },
  sea: { size: 12, weight: 400, spacing: 0.04 },
  town: { size: 11.5, weight: 400, spacing: 0 },
} as const

/** The ground is drawn on a grid of so many map units, less than a pixel: the smaller its numbers, the fewer its bytes. */
export const GRID = 2

/** From one line of a note to the next, in parts of its size. */
export const LINE_HEIGHT = 1.19

/** Radius of a place's mark with its ring, and of the soft area of a place known only roughly, CSS pixels. */
export const MARK_RADIUS = 8
export const AREA_RADIUS = 13
/** Half the side of the arrow to a place beyond the map, CSS pixels. */
export const EDGE_ARROW = 8

/** The arrowhead of a line of `width` pixels: sized with the line, and wide enough to be seen on the thinnest. */
export function arrowhead(width: number): { length: number; half: number } {
  return { length: 6 + width * 0.75, half: 4 + width * 0.75 }
}

/** Where the head of a line stands that has grown to `t`: its tip just outside the mark of the place it reaches. */
export interface Head {
  /** Where on its way the line ends and the head begins */
  cut: number
  /** The point it is pinned to, and its middle, map units */
  at: Point
  middle: Point
  /** Degrees clockwise from the east of the screen, and pixels from the point back to the tip */
  angle: number
  back: number
  /** False where the line is shorter than its head and the mark it ends at: then it points nowhere */
  fits: boolean
}

/** `scale`: pixels a map unit. The tip stops short of the mark it reaches, however near it has grown. */
export function headOf(line: Line, width: number, scale: number, t = 1): Head {
  const { length } = arrowhead(width)
  const at = pointAt(line, t)
  const end = pointAt(line, 1)
  const back = Math.max(0, MARK_RADIUS + 1 - Math.hypot(end.x - at.x, end.y - at.y) * scale)
  const cutBy = (pixels: number) => backBy(line, t, pixels / scale)
  const shaft = back + length * 0.9
  const cut = cutBy(shaft)
  const from = pointAt(line, cut)
  const fits = Math.hypot(at.x - from.x, at.y - from.y) * scale > shaft - 1
  const angle = (Math.atan2(at.y - from.y, at.x - from.x) * 180) / Math.PI
  return { cut, at, middle: pointAt(line, cutBy(back + length / 2)), angle, back, fits }
}

/** The part of a line that its head leaves. */
const LEAST = 0.2

/**
 * Where the line was last so many map units from where it is at `t`. By its points and not by its speed, which is that of a
 * piece: the last of a long voyage may be shorter than its head. Something of it always stays: a line on a tiny map is still
 * a line.
 */
function backBy(line: Line, t: number, units: number): number {
  const at = pointAt(line, t)
  const isFar = (part: number) => {
    const { x, y } = pointAt(line, part)
    return Math.hypot(x - at.x, y - at.y) >= units
  }
  let [far, step] = [t, t / 1024]
  while (!isFar(far) && far > t * LEAST) {
    far = Math.max(t * LEAST, t - step)
    step *= 2
  }
  let near = t
  for (let halving = 0; halving < 16 && isFar(far); halving += 1) {
    const middle = (far + near) / 2
    if (isFar(middle)) far = middle
    else near = middle
  }
  return far
}

/** Of the height a frame leaves free in a tall box, the part above it; Stage.module.css has the same number. */
const ABOVE = 0.25

/** Where the frame lies in a box of `width` and `height` CSS pixels. */
export function viewportIn({ width, height }: { width: number; height: number }): Rect {
  const across = Math.min(width, height * VIEWPORT_RATIO)
  const down = across / VIEWPORT_RATIO
  return { x: (width - across) / 2, y: (height - down) * ABOVE, width: across, height: down }
}

export function viewBoxOf({ x, y, width, height }: Rect): string {
  return `${x} ${y} ${width} ${height}`
}

/** A position inside `view` as a part of it, in per cent: SVG can place by per cent without knowing its size. */
export function percentIn(view: Rect, { x, y }: { x: number; y: number }): { x: string; y: string } {
  const percent = (part: number) => `${Math.round(part * 100_000) / 1000}%`
  return { x: percent((x - view.x) / view.width), y: percent((y - view.y) / view.height) }
}

/** Which of `VIEWPORT_WIDTHS` a frame of `width` pixels belongs to. */
export function rangeOf(width: number): number {
  return Math.max(0, VIEWPORT_WIDTHS.filter(([from]) => width >= from).length - 1)
}

/** How far a box of `width` and `height` pixels lets see when its frame shows `view`, in map units. */
export function seenIn(view: Rect, { width, height }: { width: number; height: number }): Rect {
  const frame = viewportIn({ width, height })
  const scale = frame.width / view.width
  return { x: view.x - frame.x / scale, y: view.y - frame.y / scale, width: width / scale, height: height / scale }
}
