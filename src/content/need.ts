/** `value`, of which `what` tells. Of a story that has passed the check nothing is missing: what is, is a fault of ours. */
export function need<T>(value: T | undefined, what: string): T {
  if (value === undefined) throw new Error(`“${what}” is missing from a story that passed the check`)
  return value
}
