/** The views of an embed, which need React: a script of their own, which waits for the reader. */
import * as react from 'react'
import * as jsx from 'react/jsx-runtime'
import * as dom from 'react-dom'
import { importScript } from './embed/loadScript.ts'
import { groundIn } from './map/Ground.tsx'
import { MapIsland } from './map/MapIsland.tsx'
import { hydrateIsland } from './store/hydrateIsland.ts'
import type { GoTo, Store } from './store/store.ts'
import type { Story } from './story/story.ts'
import { TimelineIsland } from './timeline/TimelineIsland.tsx'

declare module './embed/loadScript.ts' {
  interface Scripts {
    gestures: typeof import('./map/MapGestures.tsx')
  }
}

/** Hydrates the timeline and the map in `root`. */
export function hydrateViews(story: Story, store: Store, root: HTMLElement, goTo: GoTo) {
  hydrateIsland('_timeline', <TimelineIsland story={story} store={store} goTo={goTo} />)
  hydrateIsland(
    '_map',
    <MapIsland
      story={story}
      store={store}
      ground={groundIn(root)}
      goTo={goTo}
      loadMapGestures={loadMapGestures}
      loadPicture={undefined}
    />,
  )
}

async function loadMapGestures() {
  return import.meta.env.DEV ? import('./map/MapGestures.tsx') : importScript('gestures')
}

// The script of the map gestures takes React from here.
Object.assign(window.datelines ?? {}, { react, jsx, dom })
