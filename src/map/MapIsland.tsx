import { useDeferredValue } from 'react'
import type { Store } from '../store/store.ts'
import { useStore } from '../store/useStore.ts'
import { RouteMap, type RouteMapProps } from './RouteMap.tsx'

interface MapIslandProps extends Pick<RouteMapProps, 'story' | 'ground' | 'goTo' | 'loadMapGestures' | 'loadPicture'> {
  store: Store
}

/** The map on the active step of `store`. */
export function MapIsland({ store, ...props }: MapIslandProps) {
  const { active, itinerary } = useStore(store)
  // After a click the bead and the passage change at once; the map follows in the next frame.
  const deferred = useDeferredValue(active)
  return (
    <RouteMap
      {...props}
      active={active.cause === 'click' ? deferred : active}
      progress={store.progress}
      itinerary={itinerary}
    />
  )
}

export { groundIn } from './Ground.tsx'
