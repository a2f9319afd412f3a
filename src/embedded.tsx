import './styles/index.css'
// Finished at build: it brings no script, only its style.
import './article/Article.module.css'
import './article/MediaFigure.module.css'
import './article/People.module.css'
import './article/Prose.module.css'
import './article/Chart.module.css'
import * as react from 'react'
import * as jsx from 'react/jsx-runtime'
import * as dom from 'react-dom'
import { Embed } from './embed/Embed.tsx'
import { keepMessages } from './embed/host.ts'
import { loadScript } from './embed/loadScript.ts'
import { RouteMap } from './map/RouteMap.tsx'
import { hydrateExplainer } from './store/hydrateExplainer.ts'
import { applyTheme, themeNamed } from './store/theme.ts'

/** The hands' script finds here what it shares with this one, and leaves itself here. */
const shared: { hands?: typeof import('./embed/mapGestures.ts') } & Record<string, unknown> = { react, jsx, dom }

keepMessages()

/** The frame reads no storage; its options come in its address. `build/embedOptions.ts` has followed them before the first paint, where the server lets it. */
const options = new URLSearchParams(location.search)
if (options.get('headline') === '0') document.documentElement.dataset['headline'] = 'off'
applyTheme(themeNamed(options.get('theme')))

async function loadHands() {
  if (import.meta.env.DEV) return import('./map/MapGestures.tsx')
  await loadScript('_hands')
  if (!shared.hands) throw new Error('the script of the hands has brought none')
  return shared.hands
}

Object.assign(window, { datelines: shared })
hydrateExplainer((served, root) => (
  <Embed {...served} full={root.dataset['full'] ?? '../'} RouteMap={RouteMap} loadMapGestures={loadHands} />
))
