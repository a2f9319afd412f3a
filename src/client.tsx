import './styles/index.css'
// The map's script loads later, its styles do not.
import './map/Inset.module.css'
import './map/Legend.module.css'
import './map/RouteMap.module.css'
import './map/Drawing.module.css'
// Parts rendered at build: only their styles are needed here.
import './article/Article.module.css'
import './article/EndMatter.module.css'
import './blocks/styles.ts'
import './page/EmbedDialog.module.css'
import './page/Masthead.module.css'
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
