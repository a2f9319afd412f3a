/** A fraction, 0 to 1, as a percentage for SVG. */
export function percent(fraction: number): string {
  return `${Math.round(fraction * 10_000) / 100}%`
}
