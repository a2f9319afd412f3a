import { useSyncExternalStore } from 'react'

const never = () => () => {}

/** False in the served HTML and while React takes it over, then true: for what only works with the script. */
export function useHydrated(): boolean {
  return useSyncExternalStore(
    never,
    () => true,
    () => false,
  )
}
