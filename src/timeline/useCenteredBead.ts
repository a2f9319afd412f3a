import { type RefObject, useEffect, useRef } from 'react'
import { onResize } from '../store/browser.ts'
import { afterPaint } from './afterPaint.ts'
import { isRightToLeft } from './direction.ts'
import type { Window } from './window.ts'

/** Refs for the element that scrolls sideways and for the row in it. */
interface RowRefs {
  scroller: RefObject<HTMLDivElement | null>
  row: RefObject<HTMLDivElement | null>
}

/**
 * Keeps the bead of step `active` in the middle of the visible part of the row. Beads are evenly spaced, so its
 * position follows from two widths reported by a resize observer: a step change measures nothing, and the row scrolls
 * after paint.
 */
export function useCenteredBead(active: number, { from, to }: Window): RowRefs {
  const scroller = useRef<HTMLDivElement>(null)
  const row = useRef<HTMLDivElement>(null)
  const middle = useRef(0)
  /** Pixels */
  const widths = useRef<{ visible: number; total: number }>(undefined)

  useEffect(function watchWidths() {
    const [box, track] = [scroller.current, row.current]
    if (!box || !track) return
    return onResize([box, track], () => {
      widths.current = { visible: box.clientWidth, total: track.offsetWidth }
      centre(box, middle.current, widths.current)
    })
  }, [])

  useEffect(
    function followActiveBead() {
      middle.current = (active - from + 0.5) / (to - from)
      return afterPaint(() => {
        if (scroller.current && widths.current) centre(scroller.current, middle.current, widths.current)
      })
    },
    [active, from, to],
  )

  return { scroller, row }
}

function centre(box: HTMLElement, middle: number, { visible, total }: { visible: number; total: number }) {
  if (total > visible) box.scrollLeft = (middle * total - visible / 2) * (isRightToLeft(box) ? -1 : 1)
}
