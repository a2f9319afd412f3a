import { type RefObject, useEffect, useState } from 'react'
import { onResize } from '../store/browser.ts'
import { viewportIn } from '../story/viewport.ts'

/**
 * Width of the map's viewport of `ratio` in `box`, CSS pixels; undefined before measuring. A hidden map keeps its last
 * width.
 */
export function useFrameWidth(box: RefObject<HTMLElement | null>, ratio: number): number | undefined {
  const [size, setSize] = useState<{ width: number; height: number }>()

  useEffect(
    function measure() {
      const element = box.current
      if (!element) return
      return onResize([element], () => {
        const { clientWidth: width, clientHeight: height } = element
        if (width > 0 && height > 0) setSize({ width, height })
      })
    },
    [box],
  )

  return size && viewportIn(size, ratio).width
}
