import type { ReactNode } from 'react'
import { hydrateRoot } from 'react-dom/client'
import type { Story } from '../story/story.ts'
import { type FallbackViews, type Parts, partsIn, viewsIn } from './StaticHtml.tsx'

/** The contents of the served page: the story as data, the rest as HTML. */
interface ServedPage {
  story: Story
  parts: Parts
  fallbacks: FallbackViews
}

/** Creates the page or embed from the served contents. `root`: their container. */
type Layout = (served: ServedPage, root: HTMLElement) => ReactNode

/** Hydrates the served page. If React fails as a whole, the page becomes what was served: HTML that can be read. */
export function hydrateExplainer(layout: Layout) {
  const root = document.getElementById('_explainer')
  const data = document.getElementById('_story')?.textContent
  if (!root || !data) return
  const story: Story = JSON.parse(data)
  const served = [...root.childNodes]

  const onUncaughtError = () => {
    console.warn('Datelines: this browser could not run the explainer; the page stays as it was served.')
    // Moves the nodes, so no markup is parsed; into a new element, since React may still empty its own. `data-still`
    // hides controls that need the script.
    const restored = document.importNode(root)
    restored.dataset['still'] = ''
    restored.append(...served)
    root.replaceWith(restored)
  }

  hydrateRoot(root, layout({ story, parts: partsIn(root), fallbacks: viewsIn(root) }, root), { onUncaughtError })
}
