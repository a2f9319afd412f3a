import { type RefObject, useEffect, useState } from 'react'
import { onResize } from '../store/browser.ts'
import { viewportIn } from '../story/viewport.ts'

/**
 * Width of the map's viewport of `ratio` in `box`, CSS pixels; undefined before measuring. A hidden map keeps its last width.
 */
export function useFrameWidth(box: RefObject<HTMLElement | null>, ratio: number): number | undefined {
  const [width, setWidth] = useState<number>()

  useEffect(
    function measure() {
      const element = box.current
      if (!element) return
      return onResize([element], () => {
        const { clientWidth, clientHeight } = element
        const viewport = viewportIn({ width: clientWidth, height: clientHeight }, ratio)
        if (viewport.width > 0) setWidth(viewport.width)
      })
    },
    [box, ratio],
  )

  return width
}
