/**
 * A number that changes too often for React: how far the reader has come in the story, as the index of the step at hand
 * and how far the next one has come, 0 to 1. One number, so that a view that is a frame behind still draws it right.
 */
export interface Progress {
  value: number
  set: (value: number) => void
  /** Gives back what ends the listening. */
  listen: (listener: () => void) => () => void
}

export function createProgress(): Progress {
  const listeners = new Set<() => void>()
  const progress: Progress = {
    value: 0,
    set(value) {
      if (value === progress.value) return
      progress.value = value
      for (const listener of listeners) listener()
    },
    listen(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
  return progress
}
