/** Controls in the corners of every map, which must cover no name and no place of a step. */

import type { BBox } from 'rbush'
import { type InsetKind, liesUnderInset } from '../../story/inset.ts'
import { type Point, type Projection, type Rect, worldWidthOf } from '../../story/projection.ts'
import { SCALE_WIDTH } from '../../story/section.ts'
import { VIEWPORT_WIDTHS } from '../../story/viewport.ts'

/** Minimum width of a map, pixels. A narrower viewport is centred in a wider map, so it is further from the corners. */
const NARROWEST = 320
/** Buttons in the top right corner, pixels: with words from this viewport width, else icons one above the other. */
const CONTROLS = { from: 480, words: { width: 236, height: 58 }, signs: { width: 48, height: 97 } }
/** Credit line in the bottom right corner, pixels. */
const CREDIT = { width: 140, height: 20 }
/** Locator inset in the bottom left corner of wide viewports, and of narrower ones if the story is small, pixels. */
const INSET = { from: 720, width: 176, height: 140 }
const SMALL_INSET = { from: 340, width: 108, height: 84 }

/** Layout of the controls on a map. */
export interface Layout {
  inset?: InsetKind | undefined
  /** See `Route.mirrored` */
  mirrored?: boolean | undefined
  /** A scale of depths stands on the left */
  scale?: boolean | undefined
}

/** Boxes in the corners of a viewport `width` pixels wide that shows `view`, pixels. */
export function cornersOf(view: Rect, width: number, points: Point[], { inset, mirrored, scale }: Layout): BBox[] {
  const height = (width * view.height) / view.width
  const edge = mapEdge(width)
  const visibleInset = inset && !liesUnderInset(points, view, inset, mirrored) ? insetAt(width, inset) : undefined
  const corners = [
    // A section has no credit.
    ...(scale ? [] : [{ minX: edge - CREDIT.width, minY: height - CREDIT.height, maxX: edge, maxY: height }]),
    ...(visibleInset ? [{ minX: 0, minY: height - visibleInset.height, maxX: visibleInset.width, maxY: height }] : []),
  ]
  // In a narrow square viewport there is room for it beside the drawing.
  const depths = scale && width >= CONTROLS.from ? [{ minX: 0, minY: 0, maxX: SCALE_WIDTH, maxY: height }] : []
  return [controlsAt(width, mirrored), ...depths, ...corners.map((box) => (mirrored ? mirrorBox(box, width) : box))]
}

function controlsAt(width: number, mirrored: Layout['mirrored']): BBox {
  const controls = width >= CONTROLS.from ? CONTROLS.words : CONTROLS.signs
  const edge = mapEdge(width)
  const box = { minX: edge - controls.width, minY: 0, maxX: edge, maxY: controls.height }
  return mirrored ? mirrorBox(box, width) : box
}

/** Mirrors a box in a viewport `width` pixels wide. */
function mirrorBox(box: BBox, width: number): BBox {
  return { ...box, minX: width - box.maxX, maxX: width - box.minX }
}

/** The right edge of the map whose viewport is `width` pixels wide, pixels from the left of the viewport. */
function mapEdge(width: number): number {
  return (width + Math.max(width, NARROWEST)) / 2
}

/** The size of the inset in a viewport `width` pixels wide, if it has one. */
function insetAt(width: number, inset: InsetKind) {
  if (width >= INSET.from) return INSET
  return inset === 'small' && width >= SMALL_INSET.from ? SMALL_INSET : undefined
}

/** Viewport widths at which the buttons take the largest part: around the narrowest map, and where the buttons grow. */
const CRITICAL_WIDTHS = [
  256,
  272,
  288,
  304,
  NARROWEST,
  ...VIEWPORT_WIDTHS.map(([from]) => from).filter((from) => from > NARROWEST),
]

/** The `points` whose centre the map's buttons cover in `view` at some viewport width. */
export function underControls<P extends Point>(points: P[], view: Rect, mirrored: Layout['mirrored']): P[] {
  return points.filter((point) =>
    CRITICAL_WIDTHS.some((width) => {
      const scale = width / view.width
      const [x, y] = [(point.x - view.x) * scale, (point.y - view.y) * scale]
      const { minX, maxX, minY, maxY } = controlsAt(width, mirrored)
      return x > minX && x < maxX && y > minY && y < maxY
    }),
  )
}

/** Step by which a view grows, as a fraction of its width and height. */
const GROWTH = 0.01

/**
 * Extends `view` upwards and towards the buttons until they cover none of `points`, at most to the width of the world:
 * a wider view would repeat a part of it.
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
