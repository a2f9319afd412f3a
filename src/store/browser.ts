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

/** Whether a key or press is for the browser, since a key that changes its meaning is held; Shift by itself may not. */
export function isModified(event: { metaKey: boolean; ctrlKey: boolean; altKey: boolean }): boolean {
  return event.metaKey || event.ctrlKey || event.altKey
}

/** Calls `act` when the browser is idle; returns a function that cancels it. Safari does not tell, and waits a little. */
export function onIdle(act: () => void): () => void {
  if ('requestIdleCallback' in window) {
    const idle = requestIdleCallback(act)
    return () => cancelIdleCallback(idle)
  }
  const timer = setTimeout(act, 200)
  return () => clearTimeout(timer)
}
