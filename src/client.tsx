import { followReceipts } from './article/followReceipts.ts'
import { followTextLinks } from './article/followTextLinks.ts'
import { createPersonCard } from './blocks/person/personCard.ts'
import { followFocus } from './page/followFocus.ts'
import { followWindow } from './page/followWindow.ts'
import { keepStepInEditionLinks } from './page/keepStepInEditionLinks.ts'
import { PageTools } from './page/PageTools.tsx'
import { matches } from './store/browser.ts'
import { hydrateIsland } from './store/hydrateIsland.ts'
import { openStory } from './store/openStory.ts'
import { applyTheme, storedTheme } from './store/theme.ts'
import { hydrateViews } from './views.tsx'

/** Delay before retrying a failed import, ms. */
const RETRY = 2000

const importMap = () => import('./map/MapIsland.tsx')

function start() {
  const opened = openStory()
  if (!opened) return
  const { story, store, root, article, announce } = opened
  const { linkCopied, linkNotCopied } = story.words
  const goTo = followWindow(store, article)

  hydrateViews(opened, goTo, {
    loadMap: () => importMap().catch(() => new Promise((resolve) => setTimeout(resolve, RETRY)).then(importMap)),
    loadMapGestures: () => import('./map/MapGestures.tsx'),
    loadPicture: () => import('./map/savePicture.ts'),
  })
  const offline = document.documentElement.classList.contains('offline')
  hydrateIsland('_tools', <PageTools story={story} language={story.words} offline={offline} />)
  followTextLinks(story, root, {
    openCard: createPersonCard(story, root, (person) => store.showItinerary(person?.way)),
    notCopied: linkNotCopied,
    onCopy(copied, address) {
      announce(copied ? linkCopied : linkNotCopied)
      // Puts the link into the address bar, to be copied by hand.
      if (!copied) history.replaceState(history.state, '', new URL(address).hash)
    },
  })
  followReceipts(root)
  if (document.getElementById('_gather') && !matches('(prefers-reduced-motion: reduce)'))
    import('./blocks/chart/gatherOnScroll.ts').then(
      ({ gatherOnScroll }) => gatherOnScroll(),
      // The dots stay on the map.
      () => {},
    )
  followFocus(store, article)
  keepStepInEditionLinks(story, store)
}

declare global {
  /** What the reader clicked last before this script was there; see `build/inlineScripts.ts` */
  var pressed: EventTarget | undefined
}

applyTheme(storedTheme())
start()
// React hydrates the button's island for it.
if (globalThis.pressed instanceof Element) globalThis.pressed.closest<HTMLElement>('#_timeline button')?.click()
