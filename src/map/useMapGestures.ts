import { type RefObject, useEffect } from 'react'
import { type Lazy, useLazy } from '../store/useLazy.ts'
import type { MapGestures } from './MapGestures.tsx'

/** Loads `MapGestures.tsx`: as a module in the page, as a classic script in an embed. */
export type LoadMapGestures = () => Promise<typeof import('./MapGestures.tsx')>

/** Events that show that the reader is about to use the map. */
const TRIGGERS = ['pointerenter', 'touchstart', 'focusin', 'keydown'] as const

/**
 * Leaflet and its dependants as a separate chunk, loaded when the reader reaches the map: most never drag it. `eager`:
 * loads at once, for the publisher's tiles.
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
      const listeners = new AbortController()
      for (const type of TRIGGERS)
        element.addEventListener(type, load, { passive: true, once: true, signal: listeners.signal })
      return () => listeners.abort()
    },
    [map, state, load, eager],
  )

  return gestures
}
