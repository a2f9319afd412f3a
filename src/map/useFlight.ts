import { type RefObject, useLayoutEffect, useRef } from 'react'
import { matches } from '../store/browser.ts'
import type { Rect } from '../story/projection.ts'
import { percent } from '../story/rounding.ts'
import { type Focus, zoomPath } from './zoomPath.ts'

/** Duration of a flight between two views, ms. */
const DURATION = 700

/** Number of views computed for a flight; the browser interpolates between them. */
const KEYFRAMES = 24

/**
 * Names and marks keep their size, so they cannot scale with the map: they fade in from this fraction of the flight.
 */
const FADE_IN_FROM = 0.6

interface Layers {
  /** Layers in map units, which are transformed */
  flying: RefObject<Element | null>[]
  /** Layers hidden during the flight */
  fading: RefObject<Element | null>[]
}

/** A running flight. */
interface Flight {
  /** The view at a fraction of the flight, 0 to 1 */
  path: (fraction: number) => Rect
  animation: Animation
}

/**
 * Flies the map to `view` when it changes. The layers are laid out for `view` at once, and an animated transform takes
 * them there from the old view (FLIP): the compositor does all the work and the main thread is free. Returns a function
 * that returns the view visible at the moment. `flies`: false to jump without animation.
 */
export function useFlight({ flying, fading }: Layers, view: Rect, flies: boolean): () => Rect {
  const visible = useRef(view)
  const flight = useRef<Flight>(undefined)

  function currentView(): Rect {
    const { path, animation } = flight.current ?? {}
    const time = animation?.currentTime
    return path && typeof time === 'number' ? path(time / DURATION) : visible.current
  }

  useLayoutEffect(
    function fly() {
      const from = visible.current
      visible.current = view
      if (!flies || isSame(from, view) || matches('(prefers-reduced-motion: reduce)')) return
      const path = pathBetween(from, view)
      const keyframes = Array.from({ length: KEYFRAMES + 1 }, (_, i) => ({
        transform: transformFrom(view, path(i / KEYFRAMES)),
      }))
      const fade = [{ opacity: 0 }, { opacity: 0, offset: FADE_IN_FROM }, { opacity: 1 }]
      const animations = [
        ...flying.map(({ current }) => current?.animate?.(keyframes, DURATION)),
        ...fading.map(({ current }) => current?.animate?.(fade, DURATION)),
      ].filter((animation) => animation !== undefined)
      const [animation] = animations
      if (animation) flight.current = { path, animation }
      return () => {
        visible.current = currentView()
        flight.current = undefined
        for (const animation of animations) animation.cancel()
      }
    },
    [view, flies],
  )

  return currentView
}

/** A smooth path from one view to another, which zooms out and in again over long distances. */
function pathBetween(from: Rect, to: Rect): (fraction: number) => Rect {
  const zoom = zoomPath(middleOf(from), middleOf(to))
  return (fraction) => {
    if (fraction >= 1) return to
    const [x, y, width] = zoom(easeInOut(fraction))
    const height = (width * to.height) / to.width
    return { x: x - width / 2, y: y - height / 2, width, height }
  }
}

/** Cubic easing. */
function easeInOut(fraction: number): number {
  return fraction < 0.5 ? 4 * fraction ** 3 : 1 - (2 - 2 * fraction) ** 3 / 2
}

function middleOf({ x, y, width, height }: Rect): Focus {
  return [x + width / 2, y + height / 2, width]
}

/** The transform that makes a layer laid out for `view` show `seen`. Its origin is the top left corner. */
function transformFrom(view: Rect, seen: Rect): string {
  const [x, y] = [(view.x - seen.x) / seen.width, (view.y - seen.y) / seen.height]
  return `translate(${percent(x, 4)}, ${percent(y, 4)}) scale(${view.width / seen.width})`
}

function isSame(a: Rect, b: Rect): boolean {
  return a.x === b.x && a.y === b.y && a.width === b.width
}
