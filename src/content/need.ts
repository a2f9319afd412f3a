/** Returns `value`, or throws naming `what`. A checked story is complete, so a missing value is a bug in our code. */
export function need<T>(value: T | undefined, what: string): T {
  if (value === undefined) throw new Error(`“${what}” is missing from a story that passed the check`)
  return value
}
