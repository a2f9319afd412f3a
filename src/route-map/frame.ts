/**
 * How a view meets the screen. The frame (4:3) is the largest that fits its box; names are placed for a few ranges of
 * its width, and the style sheet chooses the range with container queries, so the map is right before any script runs.
 */

import type { Rect } from '../story/projection.ts'
import { FRAME_RATIO } from '../story/route.ts'

/** Ranges of the frame's width, CSS pixels: [from, to). RouteMap.module.css has the same numbers. */
export const FRAME_WIDTHS = [
  [200, 340],
  [340, 480],
  [480, 720],
  [720, 1040],
  [1040, 1800],
] as const

/** Sizes of lettering on the map, CSS pixels and em; RouteMap.module.css has the same numbers. */
export const LETTERING = {
  place: { size: 14, weight: 600, spacing: 0 },
  people: { size: 15, weight: 600, spacing: 0 },
  stay: { size: 13, weight: 400, spacing: 0 },
  country: { size: 12, weight: 400, spacing: 0.16 },
  sea: { size: 12, weight: 400, spacing: 0.04 },
  town: { size: 11.5, weight: 400, spacing: 0 },
} as const

/** Radius of a place's mark with its ring, CSS pixels. */
export const MARK_RADIUS = 8

/** Of the height a frame leaves free in a tall box, the part above it; RouteMap.module.css has the same number. */
const ABOVE = 0.25

/** Where the frame lies in a box of `width` and `height` CSS pixels. */
export function frameIn({ width, height }: { width: number; height: number }): Rect {
  const across = Math.min(width, height * FRAME_RATIO)
  const down = across / FRAME_RATIO
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

/** Which of `FRAME_WIDTHS` a frame of `width` pixels belongs to. */
export function rangeOf(width: number): number {
  return Math.max(
    0,
    FRAME_WIDTHS.findLastIndex(([from]) => width >= from),
  )
}

/** How far a box of `width` and `height` pixels lets see when its frame shows `view`, in map units. */
export function seenIn(view: Rect, { width, height }: { width: number; height: number }): Rect {
  const frame = frameIn({ width, height })
  const scale = frame.width / view.width
  return { x: view.x - frame.x / scale, y: view.y - frame.y / scale, width: width / scale, height: height / scale }
}

/**
 * Shows `view` in every drawing of `stage`: the ground moves its viewBox, whatever is pinned to a map point moves with
 * it and keeps its size. `scale`, pixels a map unit, hides the names that have no room yet.
 */
export function showView(stage: HTMLElement, view: Rect, scale = 0) {
  const viewBox = viewBoxOf(view)
  for (const drawing of stage.querySelectorAll('[data-drawing]')) drawing.setAttribute('viewBox', viewBox)
  for (const pin of stage.querySelectorAll<SVGElement>('[data-x]')) {
    const { x, y } = percentIn(view, { x: Number(pin.dataset.x), y: Number(pin.dataset.y) })
    pin.setAttribute('x', x)
    pin.setAttribute('y', y)
    if (pin.dataset.from) pin.toggleAttribute('data-far', Number(pin.dataset.from) > scale)
  }
}
