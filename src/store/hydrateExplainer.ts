import type { ReactNode } from 'react'
import { createRoot, hydrateRoot } from 'react-dom/client'
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

/** Maximum number of mounts, in pages whose scripts keep replacing the body. */
const MAX_MOUNTS = 3

/**
 * Hydrates the served page. If another script rewrites the body (`body.innerHTML += …`), which leaves copies without
 * handlers, mounts the explainer again at the step in the address.
 */
export function hydrateExplainer(layout: Layout) {
  const root = document.getElementById('_explainer')
  const data = document.getElementById('_story')?.textContent
  if (!root || !data) return
  const story: Story = JSON.parse(data)
  const served = [...root.childNodes]
  const contentsOf = (container: HTMLElement) => ({ story, parts: partsIn(container), fallbacks: viewsIn(container) })

  function onUncaughtError() {
    console.warn('Datelines: this browser could not run the explainer; the page stays as it was served.')
    observer.disconnect()
    // Moves the nodes, so no markup is parsed; into a new element, since React may still empty its own. `data-still`
    // hides controls that need the script.
    const restored = emptyCopyOf(container)
    restored.dataset['still'] = ''
    restored.append(...served)
    container.replaceWith(restored)
  }

  let container = root
  let mounts = 1
  let reactRoot = hydrateRoot(root, layout(contentsOf(root), root), { onUncaughtError })
  const observer = new MutationObserver(() => {
    const copy = document.getElementById('_explainer')
    if (container.isConnected || !copy || mounts === MAX_MOUNTS) return
    mounts += 1
    const contents = contentsOf(container)
    reactRoot.unmount()
    container = emptyCopyOf(container)
    copy.replaceWith(container)
    reactRoot = createRoot(container, { onUncaughtError })
    reactRoot.render(layout(contents, container))
  })
  observer.observe(document.body, { childList: true })
}

/** A copy of the element without its children. */
function emptyCopyOf(element: HTMLElement): HTMLElement {
  return document.importNode(element)
}
