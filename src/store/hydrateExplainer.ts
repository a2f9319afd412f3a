import type { ReactNode } from 'react'
import { createRoot, hydrateRoot } from 'react-dom/client'
import type { Story } from '../story/story.ts'
import { type KeptViews, type Parts, partsIn, viewsIn } from './StaticHtml.tsx'

/** The served page holds everything: what moves as data, what is read as HTML. Both are taken from there. */
interface ServedPage {
  story: Story
  parts: Parts
  kept: KeptViews
}

/** What makes the page or the frame of a story, from what was served and the element that holds it. */
type Layout = (served: ServedPage, root: HTMLElement) => ReactNode

/** A page whose scripts write it anew over and over is left as it is after so many times. */
const MOST_LIVES = 3

/**
 * Gives life to the served page. When another script writes the page anew (`body.innerHTML += …`), what it has left is
 * dead: the explainer takes its place again, at the step in the address.
 */
export function hydrateExplainer(layout: Layout) {
  const root = document.getElementById('_explainer')
  const data = document.getElementById('_story')?.textContent
  if (!root || !data) return
  const story: Story = JSON.parse(data)
  const served = [...root.childNodes]
  const found = (place: HTMLElement) => ({ story, parts: partsIn(place), kept: viewsIn(place) })

  function onUncaughtError() {
    console.warn('Datelines: this browser could not run the explainer; the page stays as it was served.')
    observer.disconnect()
    // Moved, not written: nothing is read as markup. Into a new element, for React may still empty its own. What only
    // the script could do is hidden.
    const still = emptied(place)
    still.dataset['still'] = ''
    still.append(...served)
    place.replaceWith(still)
  }

  let place = root
  let lives = 1
  let alive = hydrateRoot(root, layout(found(root), root), { onUncaughtError })
  const observer = new MutationObserver(() => {
    const dead = document.getElementById('_explainer')
    if (place.isConnected || !dead || lives === MOST_LIVES) return
    lives += 1
    const again = found(place)
    alive.unmount()
    place = emptied(place)
    dead.replaceWith(place)
    alive = createRoot(place, { onUncaughtError })
    alive.render(layout(again, place))
  })
  observer.observe(document.body, { childList: true })
}

/** The same element with nothing in it. */
function emptied(element: HTMLElement): HTMLElement {
  return document.importNode(element)
}
