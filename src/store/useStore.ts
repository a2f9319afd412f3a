import { useSyncExternalStore } from 'react'
import { START, type State, type Store } from './store.ts'

/** The state of `store`; while the served HTML is hydrated, the state it was rendered in. */
export function useStore(store: Store): State {
  return useSyncExternalStore(store.subscribe, store.getState, () => START)
}
