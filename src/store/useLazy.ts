import { useCallback, useEffect, useRef, useState } from 'react'

/** A part of the page whose script is loaded on demand. */
export interface Lazy<T> {
  value: T | undefined
  state: 'idle' | 'loading' | 'loaded' | 'failed'
  load: () => void
  /** Reports that the loaded part threw an error */
  fail: () => void
}

/**
 * Loads a part on demand with `importPart`, and again on demand after a failure. The browser caches a broken script, so
 * in that case the page is reloaded; the address keeps the step.
 */
export function useLazy<T>(importPart: () => Promise<T>): Lazy<T> {
  const [part, setPart] = useState<{ value: T }>()
  const [state, setState] = useState<Lazy<T>['state']>('idle')
  const [attempts, setAttempts] = useState(0)
  const loader = useRef(importPart)
  const broken = useRef(false)

  useEffect(
    function loadPart() {
      if (attempts === 0) return
      let cancelled = false
      setState('loading')
      loader.current().then(
        (value) => {
          if (cancelled) return
          setPart({ value })
          setState('loaded')
        },
        (error: unknown) => {
          if (cancelled) return
          console.warn('Datelines: a part of the page could not be loaded.', error)
          broken.current = error instanceof SyntaxError
          setState('failed')
        },
      )
      return () => {
        cancelled = true
      }
    },
    [attempts],
  )

  const load = useCallback(() => {
    if (broken.current) location.reload()
    else setAttempts((count) => count + 1)
  }, [])
  const fail = useCallback(() => {
    broken.current = true
    setPart(undefined)
    setState('failed')
  }, [])
  return { value: part?.value, state, load, fail }
}
