import './styles/index.css'
// The script of the map comes later, its style does not.
import './map/Inset.module.css'
import './map/Legend.module.css'
import './map/RouteMap.module.css'
import './map/Drawing.module.css'
// The parts of the page that are finished at build bring no script, only their styles.
import './article/Article.module.css'
import './article/EndMatter.module.css'
import './article/MediaFigure.module.css'
import './article/People.module.css'
import './article/Prose.module.css'
import './article/Chart.module.css'
import './page/Masthead.module.css'
import { lazy } from 'react'
import { Page } from './page/Page.tsx'
import { hydrateExplainer } from './store/hydrateExplainer.ts'
import { applyTheme, storedTheme } from './store/theme.ts'

/** How long until a script that could not be had is asked for again, ms. */
const RETRY = 2000

/** It is on its way while the rest of the page is taken over; on a line that breaks it is asked for once more. */
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
