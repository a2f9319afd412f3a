/** The views of an embed, which need React: a script of their own, which waits for the reader. */
import * as react from 'react'
import * as jsx from 'react/jsx-runtime'
import * as dom from 'react-dom'
import { importScript } from './embed/loadScript.ts'
import * as map from './map/MapIsland.tsx'
import type { OpenStory } from './store/openStory.ts'
import type { GoTo } from './store/store.ts'
import { hydrateViews } from './views.tsx'

declare module './embed/loadScript.ts' {
  interface Scripts {
    gestures: typeof import('./map/MapGestures.tsx')
  }
}

/** Hydrates the timeline and the map. */
export function hydrateEmbeddedViews(opened: OpenStory, goTo: GoTo) {
  hydrateViews(opened, goTo, { loadMap: async () => map, loadMapGestures })
}

async function loadMapGestures() {
  return import.meta.env.DEV ? import('./map/MapGestures.tsx') : importScript('gestures')
}

// The script of the map gestures takes React from here.
Object.assign(window.datelines ?? {}, { react, jsx, dom })
