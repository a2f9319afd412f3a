import type { ReactNode } from 'react'
import { hydrateRoot } from 'react-dom/client'
import type { Story } from '../story/story.ts'
import { type KeptViews, type Parts, partsIn, viewsIn } from './Served.tsx'

/** The served page holds everything: what moves as data, what is read as HTML. Both are taken from there. */
interface ServedPage {
  story: Story
  parts: Parts
  kept: KeptViews
}

/** Gives life to the served page. `layout`: the page or the frame, for what was served in the root of the explainer. */
export function takeOver(layout: (served: ServedPage, root: HTMLElement) => ReactNode) {
  const root = document.getElementById('_explainer')
  const data = document.getElementById('_story')?.textContent
  if (!root || !data) return
  const served = [...root.childNodes]
  hydrateRoot(root, layout({ story: JSON.parse(data), parts: partsIn(root), kept: viewsIn(root) }, root), {
    onUncaughtError() {
      console.warn('Datelines: this browser could not run the explainer; the page stays as it was served.')
      // Moved, not written: nothing is read as markup. Into a new element, for React may still empty its own. What only
      // the script could do is hidden.
      root.dataset['still'] = ''
      const place = document.importNode(root)
      place.replaceChildren(...served)
      root.replaceWith(place)
    },
  })
}
