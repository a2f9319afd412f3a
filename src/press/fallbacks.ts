/**
 * What a page is set in until its own fonts have come: fonts that devices have, sized so that they take the same room.
 * The sizes are worked out for the text of each page, and apart for capitals and digits: one size for all would
 * make a line of prose right and a date too long.
 */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { type Font, create as openFont } from 'fontkit'
import { FACES, type Face, fontOf } from './fonts.ts'
import { remembered } from './memory.ts'

const require = createRequire(import.meta.url)

/** A font of devices: its full names there, and a free font with the same widths. */
interface Device {
  name: string
  regular: string[]
  bold: string[]
  /** Package of the free font, and the name of its files */
  widths: [folder: string, file: string]
}

const DEVICES: Record<Face['file'], Device[]> = {
  'source-serif-4': [
    {
      name: 'Georgia',
      regular: ['Georgia'],
      bold: ['Georgia-Bold'],
      widths: ['gelasio', 'Gelasio'],
    },
    {
      name: 'Noto Serif',
      regular: ['Noto Serif', 'NotoSerif'],
      bold: ['Noto Serif Bold', 'NotoSerif-Bold'],
      widths: ['noto-serif', 'NotoSerif'],
    },
    {
      name: 'Times',
      regular: ['Times New Roman', 'Liberation Serif'],
      bold: ['Times New Roman Bold', 'TimesNewRomanPS-BoldMT', 'Liberation Serif Bold'],
      widths: ['tinos', 'Tinos'],
    },
  ],
  'source-sans-3': [
    {
      name: 'Arial',
      regular: ['Arial', 'Liberation Sans'],
      bold: ['Arial Bold', 'Arial-BoldMT', 'Liberation Sans Bold'],
      widths: ['arimo', 'Arimo'],
    },
    {
      name: 'Roboto',
      regular: ['Roboto', 'Roboto-Regular'],
      bold: ['Roboto Bold', 'Roboto-Bold'],
      widths: ['roboto', 'Roboto'],
    },
  ],
}

/** Capitals and digits, as a unicode-range and as a pattern */
const CAPITALS = 'U+30-39,U+41-5a,U+c0-de,U+400-42f'
const IS_CAPITAL = /[0-9A-Z\u00c0-\u00de\u0400-\u042f]/
/** Sizes that differ by less are taken for one. */
const SAME = 0.02

/** Characters that are enough to know how much kerning takes away. */
const SAMPLE = 4000

/** A family for each device font, as `styles/tokens.css` names them; `texts`: what each face sets on the page. */
export function fallbackRules(texts: (face: Face) => string): string {
  return FACES.flatMap((face) =>
    DEVICES[face.file].map((device) =>
      remembered('fallback', [face, device, texts(face)], () => rulesFor(face, device, texts(face))),
    ),
  ).join('')
}

function rulesFor(face: Face, device: Device, text: string): string {
  const own = fontOf(face)
  const bold = face.weight > 400
  const local = (bold ? device.bold : device.regular).map((name) => `local("${name}")`).join(',')
  return sizesOf(text, own, openDevice(device, bold))
    .map(({ range, size }) => {
      const of = (part: number) => `${((part * 100) / size / own.unitsPerEm).toFixed(1)}%`
      return `@font-face{font-family:"${face.family} in ${device.name}";font-weight:${face.weight};src:${local};size-adjust:${(size * 100).toFixed(1)}%;ascent-override:${of(own.ascent)};descent-override:${of(-own.descent)}${range ? `;unicode-range:${range}` : ''}}`
    })
    .join('')
}

/** How much larger `other` must be than it is to take the room of `own`, for capitals and digits in `text` and for the rest. */
function sizesOf(text: string, own: Font, other: Font): { range?: string; size: number }[] {
  const others = { own: 0, other: 0 }
  const capitals = { own: 0, other: 0 }
  const known = [own, other].map((font) => new Set(font.characterSet))
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0
    if (!known.every((characters) => characters.has(code))) continue
    const sum = IS_CAPITAL.test(character) ? capitals : others
    sum.own += own.glyphForCodePoint(code).advanceWidth / own.unitsPerEm
    sum.other += other.glyphForCodePoint(code).advanceWidth / other.unitsPerEm
  }
  const kerning = kernedPart(own, text) / kernedPart(other, text)
  const ratio = (sum: typeof others, otherwise: number) => (sum.other ? (sum.own / sum.other) * kerning : otherwise)
  const size = ratio(others, ratio(capitals, 1))
  const large = ratio(capitals, size)
  return [{ size }, ...(Math.abs(large / size - 1) < SAME ? [] : [{ range: CAPITALS, size: large }])]
}

/** The part of its characters' widths that a text has when it is kerned. */
function kernedPart(font: Font, text: string): number {
  const sample = text.slice(0, SAMPLE)
  const known = new Set(font.characterSet)
  const codes = [...sample].map((character) => character.codePointAt(0) ?? 0).filter((code) => known.has(code))
  const apart = codes.reduce((width, code) => width + font.glyphForCodePoint(code).advanceWidth, 0)
  return apart ? font.layout(String.fromCodePoint(...codes)).advanceWidth / apart : 1
}

const opened = new Map<string, Font>()

function openDevice({ widths: [folder, file] }: Device, bold: boolean): Font {
  const style = bold ? '700Bold' : '400Regular'
  const path = require.resolve(`@expo-google-fonts/${folder}/${style}/${file}_${style}.ttf`)
  const font = opened.get(path) ?? openFont(readFileSync(path))
  if ('fonts' in font) throw new Error(`fallbacks: ${path} is a collection, not one font`)
  opened.set(path, font)
  return font
}
