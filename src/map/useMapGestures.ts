import { type RefObject, useEffect } from 'react'
import { matches, onIdle } from '../store/browser.ts'
import { type Lazy, useLazy } from '../store/useLazy.ts'
import type { MapGestures } from './MapGestures.tsx'

/** Loads `MapGestures.tsx`: as a module in the page, as a classic script in an embed. */
export type LoadMapGestures = () => Promise<typeof import('./MapGestures.tsx')>

/** Events that show that the reader is about to use the map. */
const TRIGGERS = ['pointerenter', 'touchstart', 'focusin', 'keydown'] as const

/**
 * Leaflet and its dependants as a separate chunk, loaded when the reader reaches the map, or when the page is idle and
 * the map is visible; on slow or metered connections only the former. `eager`: loads at once, for the publisher's
 * tiles.
 */
export function useMapGestures(
  map: RefObject<HTMLElement | null>,
  importGestures: LoadMapGestures,
  eager: boolean,
): Lazy<typeof MapGestures> {
  const gestures = useLazy(async () => (await importGestures()).MapGestures)
  const { state, load } = gestures

  useEffect(
    function loadWhenNeeded() {
      const element = map.current
      if (state !== 'idle' || !element) return
      if (eager) return load()
      const stopIdling = savesData() ? undefined : whenIdle(element, load)
      for (const type of TRIGGERS) element.addEventListener(type, load, { passive: true, once: true })
      return () => {
        stopIdling?.()
        for (const type of TRIGGERS) element.removeEventListener(type, load)
      }
    },
    [map, state, load, eager],
  )

  return gestures
}

/** True if the reader asked to save data or the connection is slow, in the few browsers that report it. */
function savesData(): boolean {
  const connection: unknown = Reflect.get(navigator, 'connection')
  const read = (name: string): unknown =>
    typeof connection === 'object' && connection ? Reflect.get(connection, name) : undefined
  return (
    matches('(prefers-reduced-data: reduce)') ||
    read('saveData') === true ||
    ['slow-2g', '2g', '3g'].includes(String(read('effectiveType')))
  )
}

/** Calls `act` once `element` is visible and the page is idle; returns a function that cancels it. */
function whenIdle(element: Element, act: () => void): () => void {
  // Without the observer, the events above still load it.
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
