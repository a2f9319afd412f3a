import { type RefObject, useEffect } from 'react'
import { matches, onIdle } from '../store/browser.ts'
import { type Lazy, useLazy } from '../store/useLazy.ts'
import type { MapGestures } from './MapGestures.tsx'

/** How a layout loads `MapGestures.tsx`: a page as a module, a frame as a classic script. */
export type LoadMapGestures = () => Promise<typeof import('./MapGestures.tsx')>

/** What says that a hand, a key or the focus has come to the map. */
const NEAR = ['pointerenter', 'touchstart', 'focusin', 'keydown'] as const

/**
 * Leaflet and all that needs it, as a chunk of its own: loaded when the reader's hand comes near the map, or when the
 * page has nothing else to do and the map is on the screen. On a slow or costly line only the hand brings it.
 * `load`: where it comes from. `eager`: something on the map cannot wait, as a publisher's tiles.
 */
export function useMapGestures(
  map: RefObject<HTMLElement | null>,
  importGestures: LoadMapGestures,
  eager: boolean,
): Lazy<typeof MapGestures> {
  const gestures = useLazy(async () => (await importGestures()).MapGestures)
  const { state, load } = gestures

  useEffect(
    function waitForHand() {
      const element = map.current
      if (state !== 'idle' || !element) return
      if (eager) return load()
      const stopIdling = spares() ? undefined : whenIdle(element, load)
      for (const type of NEAR) element.addEventListener(type, load, { passive: true, once: true })
      return () => {
        stopIdling?.()
        for (const type of NEAR) element.removeEventListener(type, load)
      }
    },
    [map, state, load, eager],
  )

  return gestures
}

/** True where the reader has asked to save data, or the line is slow. Few browsers tell; the others are not spared. */
function spares(): boolean {
  const connection: unknown = Reflect.get(navigator, 'connection')
  const of = (name: string): unknown =>
    typeof connection === 'object' && connection ? Reflect.get(connection, name) : undefined
  return (
    matches('(prefers-reduced-data: reduce)') ||
    of('saveData') === true ||
    ['slow-2g', '2g', '3g'].includes(String(of('effectiveType')))
  )
}

/** Calls `act` once `element` is on the screen and the page has nothing else to do; gives back what calls it off. */
function whenIdle(element: Element, act: () => void): () => void {
  // An old browser without the observer still has the hand.
  if (!('IntersectionObserver' in window)) return () => {}
  let stopIdling: (() => void) | undefined
  const observer = new IntersectionObserver((entries) => {
    if (!entries.some(({ isIntersecting }) => isIntersecting)) return
    observer.disconnect()
    stopIdling = onIdle(act)
  })
  function watch() {
    observer.observe(element)
  }
  if (document.readyState === 'complete') watch()
  else addEventListener('load', watch, { once: true })
  return () => {
    removeEventListener('load', watch)
    observer.disconnect()
    stopIdling?.()
  }
}
