/** A number that changes too often for React: how far the next leg has come. Views that draw it listen. */
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
