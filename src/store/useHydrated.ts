import { startTransition, useEffect, useState } from 'react'

/**
 * False in the served HTML and during hydration, then true: for controls that need the script. Set in a transition,
 * which a slow phone can interrupt.
 */
export function useHydrated(): boolean {
  const [hydrated, setHydrated] = useState(false)
  useEffect(() => startTransition(() => setHydrated(true)), [])
  return hydrated
}
