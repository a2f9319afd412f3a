import './blocks/live.ts'
import * as react from 'react'
import * as jsx from 'react/jsx-runtime'
import * as dom from 'react-dom'
import { followReceipts } from './article/followReceipts.ts'
import { followTextLinks } from './article/followTextLinks.ts'
import { createPersonCard } from './blocks/person/personCard.ts'
import { createAddressDialog, followFullLink, followSandboxedLinks, markMore } from './embed/controls.ts'
import { followHost } from './embed/followHost.ts'
import { queueMessages } from './embed/host.ts'
import { loadScript } from './embed/loadScript.ts'
import { groundIn } from './map/Ground.tsx'
import { MapIsland } from './map/MapIsland.tsx'
import { canonicalAddress } from './store/canonical.ts'
import { hydrateIsland } from './store/hydrateIsland.ts'
import { openStory } from './store/openStory.ts'
import { applyTheme, themeNamed } from './store/theme.ts'
import { TimelineIsland } from './timeline/TimelineIsland.tsx'

/** Global for the map gestures' script: it takes React from here and adds its own exports as `gestures`. */
const shared: { gestures?: typeof import('./map/MapGestures.tsx') } & Record<string, unknown> = { react, jsx, dom }

async function loadMapGestures() {
  if (import.meta.env.DEV) return import('./map/MapGestures.tsx')
  await loadScript('_gestures')
  if (!shared.gestures) throw new Error('the script of the map gestures exported nothing')
  return shared.gestures
}

function start() {
  const opened = openStory('replace')
  const stage = document.getElementById('_stage')
  const box = document.getElementById('_passages')
  const fullLink = document.getElementById('_full')
  if (!opened || !stage || !box || !(fullLink instanceof HTMLAnchorElement)) return
  const { story, store, root, announce } = opened
  const { host, choose, isOnePassage } = followHost({ story, store, stage, box })
  hydrateIsland('_timeline', <TimelineIsland story={story} store={store} goTo={choose} />)
  hydrateIsland(
    '_map',
    <MapIsland
      story={story}
      store={store}
      ground={groundIn(root)}
      goTo={choose}
      loadMapGestures={loadMapGestures}
      loadPicture={undefined}
    />,
  )
  const showAddress = createAddressDialog(story, stage)
  followTextLinks(story, stage, {
    openCard: createPersonCard(story, stage, (person) => store.showItinerary(person?.way)),
    onCopy: (copied, address) =>
      copied ? announce(story.words.linkCopied) : showAddress(address, story.words.notCopiedHere),
    addressOf: ({ hash }) => canonicalAddress(story) + hash,
  })
  followReceipts(stage)
  followSandboxedLinks(story, stage, host, showAddress)
  followFullLink(story, store, host, fullLink)
  markMore(store, box, isOnePassage)
}

/**
 * Options are in the address, since the frame reads no storage. `build/embedOptions.ts` applies them before the first
 * paint where the server's policy allows it.
 */
const options = new URLSearchParams(location.search)
if (options.get('headline') === '0') document.documentElement.dataset['headline'] = 'off'
applyTheme(themeNamed(options.get('theme')))
queueMessages()
Object.assign(window, { datelines: shared })
start()
