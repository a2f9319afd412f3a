/**
 * Geometry of scroll mode: a tall box that scrolls past, and the frame pinned in it. CSS pixels from the top of the
 * window.
 */

/** Maximum error in the position of a pinned frame, pixels. */
const TOLERANCE = 2

export interface Layout {
  /** The tall box */
  top: number
  height: number
  /** The frame in it */
  pinTop: number
  pinHeight: number
  /** Height of the host's sticky header */
  offset: number
  /** Height of the window, without pinch zoom */
  screen: number
}

/** Scroll progress through the box: 0 before it, 1 at its end and after it. */
export function progressIn({ top, height, pinHeight, offset }: Layout): number {
  return Math.min(1, Math.max(0, (offset - top) / Math.max(1, height - pinHeight)))
}

/** Whether the frame is pinned. It is not where the host clips it, scrolls it in its own container or zooms it. */
export function isPinned({ top, height, pinTop, pinHeight, offset, screen }: Layout): boolean {
  const expected = Math.min(Math.max(top, offset), top + height - pinHeight)
  return Math.abs(pinTop - expected) <= TOLERANCE && pinHeight <= screen + TOLERANCE
}

/** Whether the reader is inside the box. */
export function isInside(progress: number | undefined): progress is number {
  return progress !== undefined && progress > 0 && progress < 1
}

/**
 * Whether a frame in `element` can be pinned: not inside an ancestor that scrolls or clips, and not in a window that is
 * itself an iframe, which may grow with its content without end.
 */
export function canPin(element: Element): boolean {
  if (window.parent !== window) return false
  for (let box = element.parentElement; box && box !== document.body; box = box.parentElement)
    if (/auto|scroll|hidden/.test(getComputedStyle(box).overflowY)) return false
  return true
}
