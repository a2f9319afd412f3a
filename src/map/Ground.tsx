import { memo } from 'react'
import { emptyMarkup } from '../store/browser.ts'

/** The basemap, drawn at build. React never renders its content again. */
export const Ground = memo(
  function Ground({ shapes }: { shapes: string | Element }) {
    /** If React recreates the element, the shapes move into it. */
    function attach(element: SVGGElement | null) {
      if (element && typeof shapes !== 'string' && element !== shapes) element.replaceChildren(...shapes.childNodes)
    }
    const markup = typeof shapes === 'string' ? shapes : emptyMarkup()
    return <g ref={attach} suppressHydrationWarning dangerouslySetInnerHTML={{ __html: markup }} />
  },
  () => true,
)

/** The element of the served page that holds the shapes of the basemap. */
export function groundIn(root: ParentNode): Element | '' {
  return root.querySelector('#_ground > g') ?? ''
}
