/** WCAG 2 contrast of colours written as `#rrggbb`. */

/** Contrast ratio, from 1 (none) to 21 (black on white). */
export function contrastOf(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminanceOf(one), luminanceOf(other)].sort((a, b) => a - b)
  return (light + 0.05) / (dark + 0.05)
}

/** The first mix of `colour` with `end`, in steps of 1%, that `passes`. */
export function nearestOf(colour: string, end: string, passes: (colour: string) => boolean): string | undefined {
  const [from, to] = [channelsOf(colour), channelsOf(end)]
  for (let step = 0; step <= 100; step += 1) {
    const mixed = from.map((value, i) => Math.round(value + (((to[i] ?? 0) - value) * step) / 100))
    const hex = `#${mixed.map((value) => value.toString(16).padStart(2, '0')).join('')}`
    if (passes(hex)) return hex
  }
  return
}

/** https://www.w3.org/TR/WCAG22/#dfn-relative-luminance */
function luminanceOf(colour: string): number {
  const [r = 0, g = 0, b = 0] = channelsOf(colour).map((value) => {
    const part = value / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

function channelsOf(colour: string): number[] {
  return [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16))
}
