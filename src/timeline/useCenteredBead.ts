import { type RefObject, useEffect, useRef } from 'react'
import { onResize } from '../store/browser.ts'
import { afterPaint } from './afterPaint.ts'
import { isRightToLeft } from './direction.ts'
import type { Window } from './window.ts'

/** What scrolls sideways, and the row in it: both for the caller to give to its elements. */
interface Centred {
  scroller: RefObject<HTMLDivElement | null>
  row: RefObject<HTMLDivElement | null>
}

/**
 * Keeps the bead of step `active` in the middle of what the reader sees of the row. Beads are even, so where it stands
 * follows from two widths that an observer tells: nothing is measured when the step changes, and the row moves once that
 * is painted.
 */
export function useCenteredBead(active: number, { from, to }: Window): Centred {
  const scroller = useRef<HTMLDivElement>(null)
  const row = useRef<HTMLDivElement>(null)
  const middle = useRef(0)
  /** Pixels */
  const widths = useRef<{ seen: number; whole: number }>(undefined)

  useEffect(function knowWidths() {
    const [box, track] = [scroller.current, row.current]
    if (!box || !track) return
    return onResize([box, track], () => {
      widths.current = { seen: box.clientWidth, whole: track.offsetWidth }
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

function centre(box: HTMLElement, middle: number, { seen, whole }: { seen: number; whole: number }) {
  if (whole > seen) box.scrollLeft = (middle * whole - seen / 2) * (isRightToLeft(box) ? -1 : 1)
}
