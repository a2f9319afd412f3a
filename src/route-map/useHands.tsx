import { Component, type ComponentType, type ReactNode, useEffect, useState } from 'react'
import type { HandsProps } from './Hands.tsx'

/** Leaflet and all that needs it, loaded as a chunk of its own once the page has been painted. */
export function useHands() {
  const [Hands, setHands] = useState<ComponentType<HandsProps>>()
  const [tries, setTries] = useState(0)
  const [failed, setFailed] = useState(false)

  useEffect(
    function loadAfterPaint() {
      let gone = false
      const timer = setTimeout(async () => {
        try {
          const module = await import('./Hands.tsx')
          if (!gone) setHands(() => module.Hands)
        } catch {
          if (!gone) fail()
        }
      }, 0)
      return () => {
        gone = true
        clearTimeout(timer)
      }
    },
    [tries],
  )

  function fail() {
    console.warn('Datelines: the moving map could not be loaded; the drawn map stays and follows the steps.')
    setHands(undefined)
    setFailed(true)
  }

  function retry() {
    setFailed(false)
    setTries(tries + 1)
  }

  return { Hands, failed, fail, retry }
}

/** If Leaflet breaks, the drawn map is still there. */
export class HandsBoundary extends Component<{ children: ReactNode; onError: () => void }> {
  override componentDidCatch() {
    this.props.onError()
  }

  static getDerivedStateFromError() {
    return { broken: true }
  }

  override state = { broken: false }

  override render() {
    return this.state.broken ? null : this.props.children
  }
}
