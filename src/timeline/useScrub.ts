import { type PointerEvent, useRef } from 'react'
import type { GoTo } from '../store/store.ts'
import type { Step } from '../story/story.ts'
import { isRightToLeft } from './direction.ts'

/** A drag along the axis, from pointer down to pointer up. */
interface Scrub {
  /** Start and length of the axis, pixels; the length is negative where it runs to the left */
  start: number
  length: number
  /** First and current position of the pointer, pixels */
  from: number
  x: number
  /** The last step requested; undefined before the first */
  index?: number
  /** Id of the pending animation frame; 0 when there is none */
  frame: number
}

/** Sideways movement that starts a drag by touch; less may be the start of a page scroll. Pixels. */
const THRESHOLD = 6

/**
 * A press on the axis goes to the nearest step; dragging moves through the steps, at most one per animation frame. The
 * first step of a drag adds a history entry and the others replace it, so Back returns to where the drag began.
 */
export function useScrub(steps: Pick<Step, 'index' | 'at'>[], goTo: GoTo) {
  const scrub = useRef<Scrub>(undefined)

  function goToNearest() {
    const drag = scrub.current
    if (!drag) return
    drag.frame = 0
    const index = nearestStep(steps, (drag.x - drag.start) / drag.length)
    if (index === drag.index) return
    goTo(index, drag.index === undefined ? 'click' : 'scroll')
    drag.index = index
  }

  function end() {
    if (scrub.current) cancelAnimationFrame(scrub.current.frame)
    scrub.current = undefined
  }

  return {
    onPointerDown(event: PointerEvent) {
      if (!event.isPrimary || event.button !== 0) return
      const { left, right, width } = event.currentTarget.getBoundingClientRect()
      const axis = isRightToLeft(event.currentTarget)
        ? { start: right, length: -width }
        : { start: left, length: width }
      event.currentTarget.setPointerCapture(event.pointerId)
      scrub.current = { ...axis, from: event.clientX, x: event.clientX, frame: 0 }
      if (event.pointerType !== 'touch') goToNearest()
    },
    onPointerMove(event: PointerEvent) {
      const drag = scrub.current
      if (!drag || (drag.index === undefined && Math.abs(event.clientX - drag.from) < THRESHOLD)) return
      drag.x = event.clientX
      if (drag.frame === 0) drag.frame = requestAnimationFrame(goToNearest)
    },
    onPointerUp(event: PointerEvent) {
      if (!scrub.current) return
      scrub.current.x = event.clientX
      goToNearest()
      end()
    },
    onPointerCancel: end,
    onLostPointerCapture: end,
  }
}

/** Index of the step nearest to `at` on the axis; the first of several at the same time. */
export function nearestStep(steps: Pick<Step, 'index' | 'at'>[], at: number): number {
  let nearest = 0
  let least = Number.POSITIVE_INFINITY
  for (const step of steps) {
    const distance = step.at === undefined ? Number.POSITIVE_INFINITY : Math.abs(step.at - at)
    if (distance < least) [nearest, least] = [step.index, distance]
  }
  return nearest
}
