/**
 * The viewport: how a view is shown on the screen. It is the largest rectangle of the view's aspect ratio in its box (4:3,
 * or square for a section), and CSS alone places it, so the map is right before any script runs. Names are placed for a few ranges of its width.
 */

import { pointAt } from './line.ts'
import type { Line } from './map.ts'
import type { Point, Rect } from './projection.ts'
import { percent } from './rounding.ts'

/** Aspect ratio of every view of the map. A fixed ratio keeps a map that is drawn by HTML alone exact at any size. */
export const VIEWPORT_RATIO = 4 / 3

/** Aspect ratio of a section, which is deep rather than wide. */
export const SECTION_RATIO = 1

/** Ranges of the viewport's width, CSS pixels: [from, to). Inset.module.css and RouteMap.module.css use some of them. */
export const VIEWPORT_WIDTHS = [
  [200, 340],
  [340, 480],
  [480, 720],
  [720, 1040],
  [1040, 1800],
] as const

/** Lettering on the map: size in CSS pixels, letter-spacing in em. The build measures names with the same numbers. */
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

/** Grid of the ground's coordinates, map units: less than a pixel, and smaller numbers take fewer bytes. */
export const GRID = 2

/** Line height of a note, relative to its size. */
export const LINE_HEIGHT = 1.19

/** Radius of a place's mark with its ring, and of the soft area of an approximate place, CSS pixels. */
export const MARK_RADIUS = 8
export const AREA_RADIUS = 13
/** Half the side of the arrow to a place beyond the map, CSS pixels. */
export const EDGE_ARROW = 8

/** Size of the arrowhead of a line of `width` pixels: a little wider than the line, and visible on the thinnest. */
export function arrowhead(width: number): { length: number; half: number } {
  return { length: 6.5 + width * 0.5, half: 3.5 + width * 0.55 }
}

/** Position of a line's arrowhead at `t`, with its tip just outside the mark of the destination. */
export interface Head {
  /** Where the shaft ends and the head begins, 0 to 1 */
  cut: number
  /** The anchor point and the middle of the head, map units */
  at: Point
  middle: Point
  /** Degrees clockwise from the right of the screen, and pixels from the anchor back to the tip */
  angle: number
  back: number
  /** False if the line is too short for the head and the mark that it ends at */
  fits: boolean
}

/** `scale`: pixels per map unit. The tip stays outside the mark of the place, except where there is none (`open`). */
export function headOf(line: Line, width: number, scale: number, t = 1, open = false): Head {
  const { length } = arrowhead(width)
  const at = pointAt(line, t)
  const end = pointAt(line, 1)
  const back = open ? 0 : Math.max(0, MARK_RADIUS + 1 - Math.hypot(end.x - at.x, end.y - at.y) * scale)
  const cutBy = (pixels: number) => backBy(line, t, pixels / scale)
  const shaft = back + length * 0.9
  const cut = cutBy(shaft)
  const from = pointAt(line, cut)
  const fits = Math.hypot(at.x - from.x, at.y - from.y) * scale > shaft - 1
  const angle = (Math.atan2(at.y - from.y, at.x - from.x) * 180) / Math.PI
  return { cut, at, middle: pointAt(line, cutBy(back + length / 2)), angle, back, fits }
}

/** Minimum fraction of a line that its head leaves visible. */
const LEAST = 0.2

/**
 * The last position before `t` at which the line is `units` map units away from its point at `t`. Searches along the line
 * instead of using its derivative, since the last piece of a long line may be shorter than the head. Never below `LEAST`,
 * so that a line remains visible on a tiny map.
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

/** Fraction of the free height that is above the viewport in a tall box; Drawing.module.css has the same number. */
const ABOVE = 0.25

/** The viewport of `ratio` in a box of `width` and `height` CSS pixels. */
export function viewportIn({ width, height }: { width: number; height: number }, ratio = VIEWPORT_RATIO): Rect {
  const across = Math.min(width, height * ratio)
  const down = across / ratio
  return { x: (width - across) / 2, y: (height - down) * ABOVE, width: across, height: down }
}

export function viewBoxOf({ x, y, width, height }: Rect): string {
  return `${x} ${y} ${width} ${height}`
}

/** A position in `view` in per cent, with which SVG can place elements without knowing its size. */
export function percentIn(view: Rect, { x, y }: Point): { x: string; y: string } {
  return { x: percent((x - view.x) / view.width, 3), y: percent((y - view.y) / view.height, 3) }
}

/** Index in `VIEWPORT_WIDTHS` for a viewport of `width` pixels. */
export function rangeOf(width: number): number {
  return Math.max(0, VIEWPORT_WIDTHS.filter(([from]) => width >= from).length - 1)
}

/** The extent visible in a box of `width` and `height` pixels while its viewport shows `view`, map units. */
export function visibleIn(view: Rect, { width, height }: { width: number; height: number }): Rect {
  const viewport = viewportIn({ width, height }, view.width / view.height)
  const scale = viewport.width / view.width
  return {
    x: view.x - viewport.x / scale,
    y: view.y - viewport.y / scale,
    width: width / scale,
    height: height / scale,
  }
}
