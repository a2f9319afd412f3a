/** The colours and strokes of a map, on the page and in a picture. */

/** Custom properties used by the map. */
export const COLOURS = [
  'paper',
  'ink',
  'muted',
  'accent',
  'route',
  'sea',
  'land',
  'focus-land',
  'coast',
  'border',
  'water',
  'map-muted',
] as const

export type Colour = (typeof COLOURS)[number]

export interface Paint {
  colour: (name: Colour) => string
  /** `screen`: strokes with a fixed width in pixels (`non-scaling-stroke`). `map`: widths converted to map units */
  strokes: 'screen' | 'map'
  /** Font family of the names, where no style sheet sets it */
  font?: string
}

/** Paint for the page, with its custom properties. */
export const ON_PAGE: Paint = { colour: (name) => `var(--${name})`, strokes: 'screen' }

/** Attributes of a stroke of `width` pixels. */
export function strokeOf(width: number, scale: number, { strokes }: Paint) {
  return strokes === 'screen'
    ? { strokeWidth: width, vectorEffect: 'non-scaling-stroke' as const }
    : { strokeWidth: width / scale }
}

/** The `pattern` of a dashed stroke, whose lengths are in pixels. */
export function dashes(pattern: string, scale: number, { strokes }: Paint): string {
  if (strokes === 'screen') return pattern
  return pattern
    .split(' ')
    .map((pixels) => Number(pixels) / scale)
    .join(' ')
}
