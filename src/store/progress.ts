/**
 * The reader's progress through the story, which changes too often for React state: index of the step being read, plus
 * the progress of the next passage towards the reading line, 0 to 1. One number, so a view one frame behind is still
 * consistent.
 */
export interface Progress {
  value: number
  set: (value: number) => void
  /** Returns a function that removes the listener. */
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
