import './article/liveBlocks.ts'
import * as react from 'react'
import * as jsx from 'react/jsx-runtime'
import * as dom from 'react-dom'
import { Embed } from './embed/Embed.tsx'
import { queueMessages } from './embed/host.ts'
import { loadScript } from './embed/loadScript.ts'
import { RouteMap } from './map/RouteMap.tsx'
import { hydrateExplainer } from './store/hydrateExplainer.ts'
import { applyTheme, themeNamed } from './store/theme.ts'

/** Global for the map gestures' script: it takes React from here and adds its own exports as `gestures`. */
const shared: { gestures?: typeof import('./map/MapGestures.tsx') } & Record<string, unknown> = { react, jsx, dom }

queueMessages()

/**
 * Options are in the address, since the frame reads no storage. `build/embedOptions.ts` applies them before the first
 * paint where the server's policy allows it.
 */
const options = new URLSearchParams(location.search)
if (options.get('headline') === '0') document.documentElement.dataset['headline'] = 'off'
applyTheme(themeNamed(options.get('theme')))

async function loadMapGestures() {
  if (import.meta.env.DEV) return import('./map/MapGestures.tsx')
  await loadScript('_gestures')
  if (!shared.gestures) throw new Error('the script of the map gestures exported nothing')
  return shared.gestures
}

Object.assign(window, { datelines: shared })
hydrateExplainer((served, root) => (
  <Embed {...served} full={root.dataset['full'] ?? '../'} RouteMap={RouteMap} loadMapGestures={loadMapGestures} />
))
