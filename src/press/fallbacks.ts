/**
 * What stands in for the page's type until it has come: fonts devices have, stretched to the same width and height, so
 * that lines break where they will break.
 */

/** A font by its full names on the devices that have it, and the width of its characters in running English, em. */
interface Local {
  names: string[]
  width: number
}

interface Family {
  family: string
  /** Of the font, em */
  ascent: number
  descent: number
  /** Of each weight, in running English, em */
  widths: Record<number, number>
  standIns: { device: string; faces: Record<number, Local> }[]
}

/**
 * Widths were measured over the first 4,000 characters of our own articles, kerned; those of Georgia, Times and Arial
 * in the fonts made to their widths (Gelasio, Liberation).
 */
const FAMILIES: Family[] = [
  {
    family: 'Source Serif 4',
    ascent: 1.036,
    descent: 0.335,
    widths: { 400: 0.4768, 700: 0.4913 },
    standIns: [
      {
        device: 'Georgia',
        faces: {
          400: { names: ['Georgia'], width: 0.4473 },
          700: { names: ['Georgia Bold', 'Georgia-Bold'], width: 0.5193 },
        },
      },
      {
        device: 'Noto Serif',
        faces: {
          400: { names: ['Noto Serif', 'NotoSerif'], width: 0.482 },
          700: { names: ['Noto Serif Bold', 'NotoSerif-Bold'], width: 0.5101 },
        },
      },
      {
        device: 'Times',
        faces: {
          400: { names: ['Times New Roman', 'TimesNewRomanPSMT', 'Liberation Serif'], width: 0.4088 },
          700: { names: ['Times New Roman Bold', 'TimesNewRomanPS-BoldMT', 'Liberation Serif Bold'], width: 0.4333 },
        },
      },
    ],
  },
  {
    family: 'Source Sans 3',
    ascent: 1.024,
    descent: 0.4,
    widths: { 400: 0.4176, 600: 0.4298 },
    standIns: [
      {
        device: 'Arial',
        faces: {
          400: { names: ['Arial', 'ArialMT', 'Liberation Sans'], width: 0.4507 },
          600: { names: ['Arial Bold', 'Arial-BoldMT', 'Liberation Sans Bold'], width: 0.4817 },
        },
      },
      {
        device: 'Roboto',
        faces: {
          400: { names: ['Roboto', 'Roboto Regular', 'Roboto-Regular'], width: 0.4477 },
          600: { names: ['Roboto Bold', 'Roboto-Bold'], width: 0.4548 },
        },
      },
    ],
  },
]

/** A face for each stand-in and weight; `styles/tokens.css` names them after the families they stand in for. */
export function standInRules(): string {
  return FAMILIES.flatMap(({ family, ascent, descent, widths, standIns }) =>
    standIns.flatMap(({ device, faces }) =>
      Object.entries(faces).map(([weight, { names, width }]) => {
        const size = (widths[Number(weight)] ?? width) / width
        const local = names.map((name) => `local("${name}")`).join(',')
        return `@font-face{font-family:"${family} in ${device}";font-weight:${weight};src:${local};size-adjust:${percent(size)};ascent-override:${percent(ascent / size)};descent-override:${percent(descent / size)};line-gap-override:0%}`
      }),
    ),
  ).join('')
}

function percent(part: number): string {
  return `${(part * 100).toFixed(1)}%`
}
