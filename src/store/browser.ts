/** Wrappers for features a browser may lack or refuse. Without one, the reader loses that feature only. */

/** Calls `listener` at once and on every resize of an element; without ResizeObserver, on resizes of the window. */
export function onResize(elements: Iterable<Element>, listener: () => void): () => void {
  try {
    const observer = new ResizeObserver(listener)
    for (const element of elements) observer.observe(element)
    return () => observer.disconnect()
  } catch {
    listener()
    addEventListener('resize', listener)
    return () => removeEventListener('resize', listener)
  }
}

/** Whether a media query matches; false without `matchMedia`. */
export function matches(query: string): boolean {
  return 'matchMedia' in window && matchMedia(query).matches
}

/** Whether a modifier key other than Shift is held, so the event belongs to the browser. */
export function isModified(event: { metaKey: boolean; ctrlKey: boolean; altKey: boolean }): boolean {
  return event.metaKey || event.ctrlKey || event.altKey
}

/** Copies `text`; false where the browser has no clipboard or the host of an iframe forbids it. */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    return false
  }
}

/** Markup for an element whose served content React must keep: empty, and a TrustedHTML where only that is allowed. */
export function emptyMarkup(): string | TrustedHTML {
  return window.trustedTypes?.emptyHTML ?? ''
}

/** Returns a TrustedScriptURL, which TypeScript’s DOM types lack. */
interface TrustedTypePolicy {
  createScriptURL: (url: string) => string
}

declare global {
  interface Window {
    /** Missing in browsers without Trusted Types */
    trustedTypes?: {
      emptyHTML: TrustedHTML
      createPolicy: (name: string, rules: TrustedTypePolicy) => TrustedTypePolicy
    }
  }
}
