import { type PointerEvent, useRef } from 'react'
import type { GoTo } from '../store/useActiveStep.ts'
import type { Step } from '../story/story.ts'
import { isRightToLeft } from './direction.ts'

/** A press on the axis, from the pointer's coming down to its leaving. */
interface Scrub {
  /** Where the axis begins and how long it is, pixels; less than nothing where it runs to the left */
  start: number
  length: number
  /** Where the pointer came down, and where it is, pixels */
  from: number
  x: number
  /** The step it has come to; undefined until it has asked for one */
  index?: number
  /** The frame that will look where the pointer is; 0 when none is on its way */
  frame: number
}

/** A finger that has moved this far sideways travels; before, it may be about to scroll the page. Pixels. */
const SLIP = 6

/**
 * Pressing on a time goes to the step nearest to it, dragging travels through them, one a frame at most. The first step
 * of a scrub adds to the history, those that follow take its place, so Back returns to where the scrub began.
 */
export function useScrub(steps: Step[], goTo: GoTo) {
  const scrub = useRef<Scrub>(undefined)

  function arrive() {
    const here = scrub.current
    if (!here) return
    here.frame = 0
    const index = nearestStep(steps, (here.x - here.start) / here.length)
    if (index === here.index) return
    goTo(index, here.index === undefined ? 'click' : 'scroll')
    here.index = index
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
      if (event.pointerType !== 'touch') arrive()
    },
    onPointerMove(event: PointerEvent) {
      const here = scrub.current
      if (!here || (here.index === undefined && Math.abs(event.clientX - here.from) < SLIP)) return
      here.x = event.clientX
      if (here.frame === 0) here.frame = requestAnimationFrame(arrive)
    },
    onPointerUp(event: PointerEvent) {
      if (!scrub.current) return
      scrub.current.x = event.clientX
      arrive()
      end()
    },
    onPointerCancel: end,
    onLostPointerCapture: end,
  }
}

/** Index of the step nearest to `at` on the axis; of several at one moment, the first. */
export function nearestStep(steps: Step[], at: number): number {
  let nearest = 0
  let least = Number.POSITIVE_INFINITY
  for (const step of steps) {
    const distance = Math.abs(step.at - at)
    if (distance < least) [nearest, least] = [step.index, distance]
  }
  return nearest
}
