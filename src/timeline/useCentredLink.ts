import { type RefObject, useEffect, useRef } from 'react'
import { onResize } from '../store/browser.ts'

/** A ref for a row that scrolls sideways, which keeps the link to step `id` in its middle. */
export function useCentredLink<Row extends HTMLElement>(id: string | undefined): RefObject<Row | null> {
  const row = useRef<Row>(null)
  const centre = useRef(() => {})

  useEffect(
    function centreLink() {
      centre.current = () => {
        const box = row.current
        const link = box?.querySelector(`a[href="#${id}"]`)
        if (!box || !link) return
        const [visible, { left, width }] = [box.getBoundingClientRect(), link.getBoundingClientRect()]
        box.scrollLeft += left + width / 2 - visible.left - visible.width / 2
      }
      // In the next frame, after the views have changed: to measure forces layout.
      const frame = requestAnimationFrame(centre.current)
      return () => cancelAnimationFrame(frame)
    },
    [id],
  )
  useEffect(function centreOnResize() {
    return row.current ? onResize([row.current], () => centre.current()) : undefined
  }, [])

  return row
}
