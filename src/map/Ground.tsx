import { memo } from 'react'

/** The basemap, drawn at build. React never renders its content again. */
export const Ground = memo(
  function Ground({ shapes }: { shapes: string | Element }) {
    /** If React recreates the element, the shapes move into it. */
    function attach(element: SVGGElement | null) {
      if (element && typeof shapes !== 'string' && element !== shapes) element.replaceChildren(...shapes.childNodes)
    }
    const markup = typeof shapes === 'string' ? shapes : (window.trustedTypes?.emptyHTML ?? '')
    return <g ref={attach} data-part="map" suppressHydrationWarning dangerouslySetInnerHTML={{ __html: markup }} />
  },
  () => true,
)
