import type { ReactNode } from 'react'
import { hydrateRoot } from 'react-dom/client'

/**
 * Hydrates a part of the page that React renders; all other HTML stays as it was served. If the part fails, it becomes
 * what was served, whose links work without the script. `id`: of its container.
 */
export function hydrateIsland(id: string, node: ReactNode) {
  const container = document.getElementById(id)
  if (!container) return
  const served = [...container.childNodes]
  hydrateRoot(container, node, {
    onUncaughtError(error) {
      console.warn('Datelines: a part of the page broke and stays as it was served.', error)
      restore(container, served)
    },
  })
}

/** Shows `served` in a new element, since React may still empty its own. `still` hides controls that need the script. */
function restore(container: HTMLElement, served: Node[]) {
  const restored = document.importNode(container)
  restored.classList.add('still')
  restored.append(...served)
  container.replaceWith(restored)
}
