import { useEffect, useState } from 'react'
import { flushSync } from 'react-dom'

/** True while the page is being printed; inside a host's page never: there paper has the active step. */
export function usePrinting(): boolean {
  const [printing, setPrinting] = useState(false)

  useEffect(function watchPrinting() {
    if (parent !== window) return
    /** At once: the browser prints what is there when the event ends. */
    function print({ type }: Event) {
      flushSync(() => setPrinting(type === 'beforeprint'))
    }
    addEventListener('beforeprint', print)
    addEventListener('afterprint', print)
    return () => {
      removeEventListener('beforeprint', print)
      removeEventListener('afterprint', print)
    }
  }, [])

  return printing
}
