/** What the map's frame shows, and its way from one view to the next. */
import type { Rect } from '../story/projection.ts'
import { FRAME_RATIO } from '../story/route.ts'

/** How long a flight between two steps takes, ms. */
const FLIGHT = 700

/** A rectangle of the frame's ratio that moves. Whoever draws asks it, once a frame, where it is. */
export class Camera {
  private flight: { way: (part: number) => Focus; to: Rect; start?: number } | undefined

  constructor(public rect: Rect) {}

  /** True from `fly` until a `tick` has brought it there. */
  get flying(): boolean {
    return this.flight !== undefined
  }

  /** Shows `rect` at once. */
  jump(rect: Rect) {
    this.flight = undefined
    this.rect = rect
  }

  /** Sets out for `rect` along the smoothest way, out and in again where it is far. */
  fly(rect: Rect) {
    this.flight = { way: smoothest(focus(this.rect), focus(rect)), to: rect }
  }

  /** Ends a flight where it is. */
  stop() {
    this.flight = undefined
  }

  /** Moves to where a flight is at `now`, ms; its time begins with its first tick. */
  tick(now: number) {
    if (!this.flight) return
    const { way, to, start = now } = this.flight
    this.flight.start = start
    const part = (now - start) / FLIGHT
    if (part >= 1) return this.jump(to)
    this.rect = framed(way(eased(part)))
  }
}

/** Slow at both ends. */
function eased(part: number): number {
  return part < 0.5 ? 4 * part ** 3 : 1 - (2 - 2 * part) ** 3 / 2
}

/** The middle of a view and its width, map units. */
type Focus = [x: number, y: number, width: number]

/** How readily a flight rises: the value readers of the study below liked best, and the one d3 uses. */
const RHO = Math.SQRT2

/**
 * The way from one view to another that changes what is seen at an even pace: J. J. van Wijk and W. A. A. Nuij, Smooth
 * and Efficient Zooming and Panning (2003), equation 9. The package that has it brings all of d3's colours along.
 */
export function smoothest([x0, y0, w0]: Focus, [x1, y1, w1]: Focus): (part: number) => Focus {
  const [dx, dy] = [x1 - x0, y1 - y0]
  const distance = Math.hypot(dx, dy)
  // In one place only the width changes.
  if (distance < w0 * 1e-6) return (part) => [x0 + part * dx, y0 + part * dy, w0 * (w1 / w0) ** part]
  const slope = (w: number, sign: number) =>
    (w1 ** 2 - w0 ** 2 + sign * RHO ** 4 * distance ** 2) / (2 * w * RHO ** 2 * distance)
  const start = -Math.asinh(slope(w0, 1))
  const length = (-Math.asinh(slope(w1, -1)) - start) / RHO
  return (part) => {
    const s = RHO * part * length + start
    const along = (w0 / (RHO ** 2 * distance)) * (Math.cosh(start) * Math.tanh(s) - Math.sinh(start))
    return [x0 + along * dx, y0 + along * dy, (w0 * Math.cosh(start)) / Math.cosh(s)]
  }
}

function focus({ x, y, width, height }: Rect): Focus {
  return [x + width / 2, y + height / 2, width]
}

function framed([x, y, width]: Focus): Rect {
  const height = width / FRAME_RATIO
  return { x: x - width / 2, y: y - height / 2, width, height }
}
