import { useCallback, useEffect, useRef, useState } from 'react'

/** A part of the page whose script comes when it is wanted. */
export interface Lazy<T> {
  /** What has come */
  part: T | undefined
  /** Whether it is on its way, or could not be had */
  state: 'waiting' | 'coming' | 'here' | 'failed'
  want: () => void
  /** It came, and broke */
  fail: () => void
}

/**
 * Loads a part with `load` when it is wanted, and again when it is wanted after a failure. A script that came broken is
 * kept by the browser as it is, so then the page is loaded anew: the address brings the reader back to the step.
 */
export function useLazy<T>(load: () => Promise<T>): Lazy<T> {
  const [part, setPart] = useState<{ value: T }>()
  const [state, setState] = useState<Lazy<T>['state']>('waiting')
  const [wanted, setWanted] = useState(0)
  const loader = useRef(load)
  const broken = useRef(false)

  useEffect(
    function loadPart() {
      if (wanted === 0) return
      let gone = false
      setState('coming')
      loader.current().then(
        (value) => {
          if (gone) return
          setPart({ value })
          setState('here')
        },
        (error: unknown) => {
          if (gone) return
          console.warn('Datelines: a part of the page could not be loaded.', error)
          broken.current = error instanceof SyntaxError
          setState('failed')
        },
      )
      return () => {
        gone = true
      }
    },
    [wanted],
  )

  const want = useCallback(() => {
    if (broken.current) location.reload()
    else setWanted((times) => times + 1)
  }, [])
  const fail = useCallback(() => {
    broken.current = true
    setPart(undefined)
    setState('failed')
  }, [])
  return { part: part?.value, state, want, fail }
}
