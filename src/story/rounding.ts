/** Rounding of numbers in drawings: more digits would not be seen. */

/** To a tenth. */
export function tenth(value: number): number {
  return Math.round(value * 10) / 10
}

/** A fraction, 0 to 1, as a percentage for SVG and CSS. */
export function percent(fraction: number, digits = 2): string {
  return `${Math.round(fraction * 10 ** (digits + 2)) / 10 ** digits}%`
}
