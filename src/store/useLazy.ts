import { useCallback, useRef, useState } from 'react'

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
  const [part, setPart] = useState<Pick<Lazy<T>, 'value' | 'state'>>({ value: undefined, state: 'idle' })
  const importer = useRef(importPart)
  const broken = useRef(false)

  const load = useCallback(() => {
    if (broken.current) return location.reload()
    setPart({ value: undefined, state: 'loading' })
    importer.current().then(
      (value) => setPart({ value, state: 'loaded' }),
      (error: unknown) => {
        console.warn('Datelines: a part of the page could not be loaded.', error)
        broken.current = error instanceof SyntaxError
        setPart({ value: undefined, state: 'failed' })
      },
    )
  }, [])
  const fail = useCallback(() => {
    broken.current = true
    setPart({ value: undefined, state: 'failed' })
  }, [])
  return { ...part, load, fail }
}
