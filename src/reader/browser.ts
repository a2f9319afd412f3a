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

/** Calls `act` when the browser has nothing else to do; gives back what calls it off. Safari does not tell and waits a little. */
export function onIdle(act: () => void): () => void {
  if ('requestIdleCallback' in window) {
    const idle = requestIdleCallback(act)
    return () => cancelIdleCallback(idle)
  }
  const timer = setTimeout(act, 200)
  return () => clearTimeout(timer)
}
