import { startTransition, useEffect, useState } from 'react'

/**
 * False in the served HTML and while React takes it over, then true: for what only works with the script. That comes
 * piece by piece, between what else a slow phone has to do.
 */
export function useHydrated(): boolean {
  const [hydrated, setHydrated] = useState(false)
  useEffect(() => startTransition(() => setHydrated(true)), [])
  return hydrated
}
