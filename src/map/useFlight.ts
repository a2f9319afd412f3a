import { type RefObject, useRef } from 'react'
import { matches } from '../store/browser.ts'
import { useIsomorphicLayoutEffect } from '../store/useIsomorphicLayoutEffect.ts'
import type { Rect } from '../story/projection.ts'
import { VIEWPORT_RATIO } from '../story/route.ts'
import { type Focus, zoomPath } from './zoomPath.ts'

/** How long a flight between two views takes, ms. */
const FLIGHT = 700

/** A flight is told to the browser as so many views; it fills in the rest. */
const KEYFRAMES = 24

/** Names and marks keep their size, so they cannot fly along: they come back in this part of the flight. */
const BACK_FROM = 0.6

interface Layers {
  /** What flies: drawn in map units */
  flying: RefObject<Element | null>[]
  /** What is hidden meanwhile */
  fading: RefObject<Element | null>[]
}

/** A flight of the map under way. */
interface Flight {
  /** The view at a part of the flight, 0 to 1 */
  path: (part: number) => Rect
  animation: Animation
}

/**
 * Flies the map to `view` when it changes. The layers are laid out for `view` at once; a transform makes them look as
 * they did before and lets go of it on the way (FLIP). So the browser's compositor does the flight alone, and the page's
 * own thread is free. Returns a function that tells which view is seen at this moment.
 * `flies`: false where the map has to be there at once.
 */
export function useFlight({ flying, fading }: Layers, view: Rect, flies: boolean): () => Rect {
  const seen = useRef(view)
  const flight = useRef<Flight>(undefined)

  function seenNow(): Rect {
    const { path, animation } = flight.current ?? {}
    const time = animation?.currentTime
    return path && typeof time === 'number' ? path(time / FLIGHT) : seen.current
  }

  useIsomorphicLayoutEffect(
    function fly() {
      const from = seen.current
      seen.current = view
      if (!flies || isSame(from, view) || matches('(prefers-reduced-motion: reduce)')) return
      const path = pathBetween(from, view)
      const keyframes = Array.from({ length: KEYFRAMES + 1 }, (_, i) => ({
        transform: transformFrom(view, path(i / KEYFRAMES)),
      }))
      const fade = [{ opacity: 0 }, { opacity: 0, offset: BACK_FROM }, { opacity: 1 }]
      const animations = [
        ...flying.map(({ current }) => current?.animate?.(keyframes, FLIGHT)),
        ...fading.map(({ current }) => current?.animate?.(fade, FLIGHT)),
      ].filter((animation) => animation !== undefined)
      const [animation] = animations
      if (animation) flight.current = { path, animation }
      return () => {
        seen.current = seenNow()
        flight.current = undefined
        for (const animation of animations) animation.cancel()
      }
    },
    [view, flies],
  )

  return seenNow
}

/** The smoothest path from one view to another, out and in again where it is far. */
function pathBetween(from: Rect, to: Rect): (part: number) => Rect {
  const zoom = zoomPath(middleOf(from), middleOf(to))
  return (part) => {
    if (part >= 1) return to
    const [x, y, width] = zoom(eased(part))
    const height = width / VIEWPORT_RATIO
    return { x: x - width / 2, y: y - height / 2, width, height }
  }
}

/** Slow at both ends. */
function eased(part: number): number {
  return part < 0.5 ? 4 * part ** 3 : 1 - (2 - 2 * part) ** 3 / 2
}

function middleOf({ x, y, width, height }: Rect): Focus {
  return [x + width / 2, y + height / 2, width]
}

/** What makes a layer that is laid out for `view` look as if it showed `seen`; its origin is the top left corner. */
function transformFrom(view: Rect, seen: Rect): string {
  const percent = (part: number) => `${Math.round(part * 1e6) / 1e4}%`
  const [x, y] = [(view.x - seen.x) / seen.width, (view.y - seen.y) / seen.height]
  return `translate(${percent(x)}, ${percent(y)}) scale(${view.width / seen.width})`
}

function isSame(a: Rect, b: Rect): boolean {
  return a.x === b.x && a.y === b.y && a.width === b.width
}
