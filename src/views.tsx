import type { RouteMapProps } from './map/RouteMap.tsx'
import { hydrateIsland } from './store/hydrateIsland.ts'
import type { OpenStory } from './store/openStory.ts'
import type { GoTo } from './store/store.ts'
import { TimelineIsland } from './timeline/TimelineIsland.tsx'

/** How the scripts of the map are loaded: as modules in a page, as classic scripts in an embed. */
interface MapScripts extends Pick<RouteMapProps, 'loadMapGestures' | 'loadPicture'> {
  loadMap: () => Promise<typeof import('./map/MapIsland.tsx')>
}

/** Hydrates timeline and map. If the script of the map does not load, the map stays as it was served. */
export function hydrateViews({ story, store, root }: OpenStory, goTo: GoTo, { loadMap, ...scripts }: MapScripts) {
  hydrateIsland('_timeline', <TimelineIsland story={story} store={store} goTo={goTo} />)
  if (!document.getElementById('_map')) return
  loadMap().then(
    ({ MapIsland, groundIn }) =>
      hydrateIsland('_map', <MapIsland story={story} store={store} ground={groundIn(root)} goTo={goTo} {...scripts} />),
    (error: unknown) => console.warn('Datelines: the map could not be loaded and stays as it was served.', error),
  )
}
