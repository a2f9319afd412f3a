import { useEffect, useState } from 'react'
import { flushSync } from 'react-dom'

/** True while the page is being printed. Always false in an iframe, which prints the active step. */
export function usePrinting(): boolean {
  const [printing, setPrinting] = useState(false)

  useEffect(function watchPrinting() {
    if (parent !== window) return
    /** Synchronous: the browser prints the DOM as it is after the event. */
    function update({ type }: Event) {
      flushSync(() => setPrinting(type === 'beforeprint'))
    }
    const listeners = new AbortController()
    addEventListener('beforeprint', update, { signal: listeners.signal })
    addEventListener('afterprint', update, { signal: listeners.signal })
    return () => listeners.abort()
  }, [])

  return printing
}
