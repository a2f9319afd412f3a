import { type RefObject, useEffect, useRef } from 'react'
import { onResize } from '../store/browser.ts'

/**
 * A ref for a row that scrolls sideways, which keeps the link to step `id` in its middle. It is measured when the browser
 * has done the layout, so a step change forces none.
 */
export function useCentredLink<Row extends HTMLElement>(id: string | undefined): RefObject<Row | null> {
  const row = useRef<Row>(null)

  useEffect(
    function centreLink() {
      const box = row.current
      if (!box) return
      return onResize([box], () => {
        const link = box.querySelector(`a[href="#${id}"]`)
        if (!link) return
        const [visible, { left, width }] = [box.getBoundingClientRect(), link.getBoundingClientRect()]
        box.scrollLeft += left + width / 2 - visible.left - visible.width / 2
      })
    },
    [id],
  )

  return row
}
