import './blocks/live.ts'
import { followReceipts } from './article/followReceipts.ts'
import { followTextLinks } from './article/followTextLinks.ts'
import { createPersonCard } from './blocks/person/personCard.ts'
import {
  createAddressDialog,
  followFullLink,
  followSandboxedLinks,
  followStepLinks,
  markMore,
} from './embed/controls.ts'
import { followHost } from './embed/followHost.ts'
import { importScript } from './embed/loadScript.ts'
import { onFirstInteraction } from './store/firstInteraction.ts'
import { openStory } from './store/openStory.ts'
import { applyTheme, themeNamed } from './store/theme.ts'

declare module './embed/loadScript.ts' {
  interface Scripts {
    views: typeof import('./embeddedViews.tsx')
  }
}

function start() {
  const opened = openStory('replace')
  const stage = document.getElementById('_stage')
  const box = document.getElementById('_passages')
  const fullLink = document.getElementById('_full')
  if (!opened || !stage || !box || !(fullLink instanceof HTMLAnchorElement)) return
  const { story, store, announce } = opened
  // For keyboards and screen readers, in the order in which the views are shown.
  const views = [document.getElementById('_map'), document.getElementById('_timeline')].filter((view) => view !== null)
  const focused = document.activeElement
  stage.querySelector('header')?.after(...views)
  // An element that is moved loses the focus.
  if (focused instanceof HTMLElement && focused !== document.activeElement) focused.focus({ preventScroll: true })
  const { host, choose, isOnePassage } = followHost({ story, store, stage, box })
  const showAddress = createAddressDialog(story, stage)
  followTextLinks(story, stage, {
    openCard: createPersonCard(story, stage, (person) => store.showItinerary(person?.way)),
    onCopy: (copied, address) =>
      copied ? announce(story.words.linkCopied) : showAddress(address, story.words.notCopiedHere),
  })
  followReceipts(stage)
  followSandboxedLinks(story, stage, host, showAddress)
  followFullLink(story, store, host, fullLink)
  followStepLinks(story, stage, choose)
  markMore(store, box, isOnePassage)

  let pressed: EventTarget | null = null
  stage.addEventListener('click', ({ target }) => {
    pressed = target
  })
  const begin = onFirstInteraction(async function hydrate() {
    try {
      const { hydrateEmbeddedViews } = await (import.meta.env.DEV
        ? import('./embeddedViews.tsx')
        : importScript('views'))
      hydrateEmbeddedViews(opened, choose)
      // React hydrates the button's island for it.
      if (pressed instanceof Element) pressed.closest<HTMLElement>('#_timeline button')?.click()
    } catch (error) {
      console.warn('Datelines: timeline and map could not be loaded and stay as they were served.', error)
    }
  })
  store.subscribe(begin)
  if (store.getState().active.cause !== 'start') begin()
}

/**
 * Options are in the address, since the frame reads no storage. `build/inlineScripts.ts` applies them before the first
 * paint where the server's policy allows it.
 */
const options = new URLSearchParams(location.search)
if (options.get('headline') === '0') document.documentElement.classList.add('no-headline')
applyTheme(themeNamed(options.get('theme')))
start()
