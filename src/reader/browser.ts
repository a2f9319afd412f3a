/** What a browser may lack or refuse. Each costs the reader one feature, never the page. */

/** Calls `told` when an element changes its size, and once at the start; where nothing observes, when the window does. */
export function onResize(elements: Iterable<Element>, told: () => void): () => void {
  try {
    const observer = new ResizeObserver(told)
    for (const element of elements) observer.observe(element)
    return () => observer.disconnect()
  } catch {
    told()
    addEventListener('resize', told)
    return () => removeEventListener('resize', told)
  }
}

/** What a media query says; false where it cannot be asked. */
export function matches(query: string): boolean {
  return 'matchMedia' in window && matchMedia(query).matches
}
