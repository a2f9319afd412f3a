import { memo } from 'react'

/** The basemap, finished at build: React keeps it in its place and never renders it again. */
export const Ground = memo(
  function Ground({ shapes }: { shapes: string | Element }) {
    /** Where React makes the element anew, the shapes move into it. */
    function keep(element: SVGGElement | null) {
      if (element && typeof shapes !== 'string' && element !== shapes) element.replaceChildren(...shapes.childNodes)
    }
    const markup = typeof shapes === 'string' ? shapes : (window.trustedTypes?.emptyHTML ?? '')
    return <g ref={keep} data-part="map" suppressHydrationWarning dangerouslySetInnerHTML={{ __html: markup }} />
  },
  () => true,
)
