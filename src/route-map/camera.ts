/** What the map's frame shows, and its way from one view to the next. */
import { interpolateZoom } from 'd3-interpolate'
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

  /** Flies to `rect` along the smoothest way (van Wijk and Nuij, 2003), out and in again where it is far. */
  fly(rect: Rect) {
    this.stop()
    const way = interpolateZoom(focus(this.rect), focus(rect))
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

function focus({ x, y, width, height }: Rect): [x: number, y: number, width: number] {
  return [x + width / 2, y + height / 2, width]
}

function framed([x, y, width]: [number, number, number]): Rect {
  const height = width / FRAME_RATIO
  return { x: x - width / 2, y: y - height / 2, width, height }
}
