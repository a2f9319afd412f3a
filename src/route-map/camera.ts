/** What the map's frame shows, and its way from one view to the next. */
import type { Rect } from '../story/projection.ts'
import { FRAME_RATIO } from '../story/route.ts'

/** How long a flight between two steps takes, ms. */
const FLIGHT = 700

/** A rectangle of the frame's ratio that moves; whoever draws listens. */
export class Camera {
  private frame = 0

  constructor(
    public rect: Rect,
    private readonly moved: (rect: Rect) => void,
    /** Called when a flight has come to its end */
    private readonly rested: () => void,
  ) {}

  /** Shows `rect` at once. */
  jump(rect: Rect) {
    this.stop()
    this.rect = rect
    this.moved(rect)
    this.rested()
  }

  /** Flies to `rect` along the smoothest way, out and in again where it is far. */
  fly(rect: Rect) {
    this.stop()
    const way = smoothest(focus(this.rect), focus(rect))
    const start = performance.now()
    const next = (now: number) => {
      const part = Math.min(1, Math.max(0, (now - start) / FLIGHT))
      this.frame = part < 1 ? requestAnimationFrame(next) : 0
      this.rect = part < 1 ? framed(way(eased(part))) : rect
      this.moved(this.rect)
      if (part === 1) this.rested()
    }
    this.frame = requestAnimationFrame(next)
  }

  /** Ends a flight where it is. */
  stop() {
    cancelAnimationFrame(this.frame)
    this.frame = 0
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
