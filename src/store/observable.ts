/** A value outside React that views and other modules can follow. */
export interface Observable<T> {
  value: T
  set: (value: T) => void
  /** Calls `listener` after every change. Returns a function that removes it. */
  listen: (listener: () => void) => () => void
}

/** Creates a value that can be followed. Setting it to what it is already calls nobody. */
export function observable<T>(initial: T): Observable<T> {
  const listeners = new Set<() => void>()
  const self: Observable<T> = {
    value: initial,
    set(value) {
      if (value === self.value) return
      self.value = value
      for (const listener of listeners) listener()
    },
    listen(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
  return self
}
