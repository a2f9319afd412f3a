/** What stands on the corners of every map, which no name and no place of a step may lie under. */

import { type InsetKind, liesUnderInset } from '../../story/inset.ts'
import { type Point, type Projection, type Rect, worldWidthOf } from '../../story/projection.ts'
import { VIEWPORT_RATIO } from '../../story/route.ts'
import { VIEWPORT_WIDTHS } from '../../story/viewport.ts'
import type { Box } from './widths.ts'

/** No map is narrower, pixels: a frame that is stands in the middle of a low one, further from its corners. */
const NARROWEST = 320
/** Buttons in the top right corner of the map, pixels: with words from this frame width on, else signs one over the other. */
const CONTROLS = { from: 480, words: { width: 236, height: 58 }, signs: { width: 48, height: 97 } }
/** The credit line in the bottom right corner, pixels. */
const CREDIT = { width: 140, height: 20 }
/** The locator inset in the bottom left corner, pixels: on wide frames, and smaller on others where the map is small. */
const INSET = { from: 720, width: 176, height: 140 }
const SMALL_INSET = { from: 340, width: 108, height: 84 }

/** How a map is laid out, whatever it shows. */
export interface Layout {
  inset?: InsetKind | undefined
  /** See `Route.mirrored` */
  mirrored?: boolean | undefined
}

/** The taken corners of a frame `width` pixels wide that shows `view`, in pixels of the frame. */
export function cornersOf(view: Rect, width: number, points: Point[], { inset, mirrored }: Layout): Box[] {
  const height = width / VIEWPORT_RATIO
  const edge = edgeOf(width)
  const covered = inset && !liesUnderInset(points, view, inset, mirrored) ? insetAt(width, inset) : undefined
  const corners = [
    { left: edge - CREDIT.width, top: height - CREDIT.height, right: edge, bottom: height },
    ...(covered ? [{ left: 0, top: height - covered.height, right: covered.width, bottom: height }] : []),
  ]
  return [controlsAt(width, mirrored), ...corners.map((box) => (mirrored ? across(box, width) : box))]
}

function controlsAt(width: number, mirrored: Layout['mirrored']): Box {
  const controls = width >= CONTROLS.from ? CONTROLS.words : CONTROLS.signs
  const right = edgeOf(width)
  const box = { left: right - controls.width, top: 0, right, bottom: controls.height }
  return mirrored ? across(box, width) : box
}

/** The same box on the other side of a frame. */
function across(box: Box, width: number): Box {
  return { ...box, left: width - box.right, right: width - box.left }
}

/** Where a map ends whose frame is `width` pixels wide, in pixels of the frame. */
function edgeOf(width: number): number {
  return (width + Math.max(width, NARROWEST)) / 2
}

/** The corner an inset takes of a frame of this width. */
function insetAt(width: number, inset: InsetKind) {
  if (width >= INSET.from) return INSET
  return inset === 'small' && width >= SMALL_INSET.from ? SMALL_INSET : undefined
}

/** The frames in which the buttons take the largest part: those about as wide as the narrowest map, and where they grow. */
const TIGHTEST = [
  256,
  272,
  288,
  304,
  NARROWEST,
  ...VIEWPORT_WIDTHS.map(([from]) => from).filter((from) => from > NARROWEST),
]

/** Those of `points` whose middle lies under the map's buttons when a frame shows `view`, on some screen. */
export function underControls<P extends Point>(points: P[], view: Rect, mirrored: Layout['mirrored']): P[] {
  return points.filter((point) =>
    TIGHTEST.some((width) => {
      const scale = width / view.width
      const [x, y] = [(point.x - view.x) * scale, (point.y - view.y) * scale]
      const { left, right, top, bottom } = controlsAt(width, mirrored)
      return x > left && x < right && y > top && y < bottom
    }),
  )
}

/** How much a view grows at a time, in parts of its width and height. */
const GROWTH = 0.01

/**
 * `view` grown upwards and towards the buttons until none of `points` that are in it lies under them. One as wide as the
 * world stays: it would show some of it twice.
 */
export function clearOfControls(
  view: Rect,
  points: Point[],
  projection: Projection,
  mirrored: Layout['mirrored'],
): Rect {
  let [grown, under] = [view, underControls(points, view, mirrored)]
  while (under.length > 0 && grown.width < worldWidthOf(projection)) {
    const [width, height] = [grown.width + view.width * GROWTH, grown.height + view.height * GROWTH]
    const x = mirrored ? view.x + view.width - width : view.x
    grown = { x, y: view.y + view.height - height, width, height }
    under = underControls(under, grown, mirrored)
  }
  return grown
}
