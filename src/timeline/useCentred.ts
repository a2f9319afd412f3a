import { type RefObject, useEffect, useRef } from 'react'
import { afterPaint } from './afterPaint.ts'
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
export function useCentred(active: number, { from, to }: Window): Centred {
  const scroller = useRef<HTMLDivElement>(null)
  const row = useRef<HTMLDivElement>(null)
  const middle = useRef(0)
  /** Pixels; undefined in a browser without the observer */
  const widths = useRef<{ seen: number; whole: number }>(undefined)

  useEffect(function knowWidths() {
    const [box, track] = [scroller.current, row.current]
    if (!box || !track || !('ResizeObserver' in window)) return
    const observer = new ResizeObserver((entries) => {
      const known = { seen: 0, whole: 0, ...widths.current }
      for (const { target, contentRect } of entries) known[target === box ? 'seen' : 'whole'] = contentRect.width
      widths.current = known
      centre(box, middle.current, known)
    })
    observer.observe(box)
    observer.observe(track)
    return () => observer.disconnect()
  }, [])

  useEffect(
    function followActiveBead() {
      middle.current = (active - from + 0.5) / (to - from)
      return afterPaint(() => {
        const [box, track] = [scroller.current, row.current]
        if (box && track)
          centre(box, middle.current, widths.current ?? { seen: box.clientWidth, whole: track.offsetWidth })
      })
    },
    [active, from, to],
  )

  return { scroller, row }
}

function centre(box: HTMLElement, middle: number, { seen, whole }: { seen: number; whole: number }) {
  if (whole > seen) box.scrollLeft = middle * whole - seen / 2
}
