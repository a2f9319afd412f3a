import './styles/index.css'
// Finished at build: it brings no script, only its style.
import './article/Article.module.css'
import './article/Figure.module.css'
import './article/People.module.css'
import './article/Prose.module.css'
import './article/Chart.module.css'
import * as react from 'react'
import * as jsx from 'react/jsx-runtime'
import * as dom from 'react-dom'
import { Frame } from './frame/Frame.tsx'
import { keepMessages } from './frame/host.ts'
import { lateScript } from './frame/lateScript.ts'
import { takeOver } from './reader/takeOver.ts'
import { applyTheme, themeNamed } from './reader/theme.ts'
import { RouteMap } from './route-map/RouteMap.tsx'

/** The hands' script finds here what it shares with this one, and leaves itself here. */
const shared: { hands?: typeof import('./frame/hands.ts') } & Record<string, unknown> = { react, jsx, dom }

keepMessages()

/** The frame reads no storage; its wishes come in its address. `press/wishes.ts` has followed them before the first paint, where the server lets it. */
const wishes = new URLSearchParams(location.search)
if (wishes.get('headline') === '0') document.documentElement.dataset['headline'] = 'off'
applyTheme(themeNamed(wishes.get('theme')))

async function loadHands() {
  if (import.meta.env.DEV) return import('./route-map/MapGestures.tsx')
  await lateScript('_hands')
  if (!shared.hands) throw new Error('the script of the hands has brought none')
  return shared.hands
}

Object.assign(window, { datelines: shared })
takeOver((served, root) => (
  <Frame {...served} full={root.dataset['full'] ?? '../'} RouteMap={RouteMap} loadMapGestures={loadHands} />
))
