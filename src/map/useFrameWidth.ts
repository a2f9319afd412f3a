import { type RefObject, useEffect, useState } from 'react'
import { onResize } from '../store/browser.ts'
import { viewportIn } from '../story/viewport.ts'

/** Font size at which names have the size they were placed for, and how much larger they may be. */
const [NORMAL, MOST] = [16, 2]

/**
 * Width of the map's viewport of `ratio` in `box`, CSS pixels, undefined before measuring, and how much larger than normal
 * the reader's letters are. A hidden map keeps its last width. Names grow with `--letters`.
 */
export function useFrameWidth(box: RefObject<HTMLElement | null>, ratio: number) {
  const [size, setSize] = useState<{ width: number; height: number }>()
  const [letters, setLetters] = useState(1)

  useEffect(
    function measure() {
      const element = box.current
      if (!element) return
      return onResize([element], () => {
        const { clientWidth: width, clientHeight: height } = element
        if (width > 0 && height > 0) setSize({ width, height })
        const fontSize = Number.parseFloat(getComputedStyle(document.documentElement).fontSize)
        const letters = Math.min(MOST, Math.max(1, fontSize / NORMAL || 1))
        element.style.setProperty('--letters', String(letters))
        setLetters(letters)
      })
    },
    [box],
  )

  return { measured: size && viewportIn(size, ratio).width, letters }
}
