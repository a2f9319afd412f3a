/** Geometry of scroll mode: a tall box that scrolls past, and the frame pinned in it. CSS pixels from the window's top. */

/** A pinned frame may be off by so many pixels. */
const TOLERANCE = 2

export interface Layout {
  /** The tall box */
  top: number
  height: number
  /** The frame in it */
  pinTop: number
  pinHeight: number
  /** What a header of the host's covers at the top of the window */
  offset: number
  /** Height of the window, also while a pinch has enlarged a part of it */
  screen: number
}

/** How far the reader has come through the box: 0 before it, 1 at its end and after it. */
export function progressIn({ top, height, pinHeight, offset }: Layout): number {
  return Math.min(1, Math.max(0, (offset - top) / Math.max(1, height - pinHeight)))
}

/** Whether the frame is pinned. It is not where the host clips it, scrolls it in a box of its own, or zooms it. */
export function isPinned({ top, height, pinTop, pinHeight, offset, screen }: Layout): boolean {
  const expected = Math.min(Math.max(top, offset), top + height - pinHeight)
  return Math.abs(pinTop - expected) <= TOLERANCE && pinHeight <= screen + TOLERANCE
}

/** Whether the reader is somewhere in the box. */
export function isInside(progress: number | undefined): progress is number {
  return progress !== undefined && progress > 0 && progress < 1
}
