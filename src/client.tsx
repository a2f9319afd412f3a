import { lazy } from 'react'
import { Page } from './page/Page.tsx'
import { hydrateExplainer } from './store/hydrateExplainer.ts'
import { applyTheme, storedTheme } from './store/theme.ts'

/** Delay before retrying a failed import, ms. */
const RETRY = 2000

/** Loads while the rest of the page is hydrated. A failed import is retried once. */
const loadMap = () => import('./map/RouteMap.tsx')
const map = loadMap().catch(() => new Promise((resolve) => setTimeout(resolve, RETRY)).then(loadMap))
const RouteMap = lazy(() => map.then(({ RouteMap }) => ({ default: RouteMap })))

applyTheme(storedTheme())
hydrateExplainer((served, element) => (
  <Page
    {...served}
    root={element.dataset['root'] ?? '../'}
    offline={'offline' in element.dataset}
    RouteMap={RouteMap}
    loadMapGestures={() => import('./map/MapGestures.tsx')}
    loadPicture={() => import('./map/savePicture.ts')}
  />
))
