/**
 * What a page is set in until its own fonts have come: fonts that devices have, sized so that they take the same room.
 * The sizes are computed from the text of each page, and apart for capitals and digits: one size for all would
 * make a line of prose right and a date too long. What is read first is then tried in columns of many widths, and
 * the sizes are moved a little to where it has the same number of lines in both fonts.
 */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { type Font, create as openFont } from 'fontkit'
import { cached } from '../cache.ts'
import { FACES, type Face, fontOf } from './fonts.ts'

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

/** Text in runs of one size */
const RUNS = /[0-9A-Z\u00c0-\u00de\u0400-\u042f]+|[^0-9A-Z\u00c0-\u00de\u0400-\u042f]+/g
/** Columns that text is read in, em: from narrow to wide, and those of dek and headline in the windows most people have. */
interface Columns {
  narrow: number
  wide: number
  /** 360, 375, 390, 393, 402, 412, 430, 768, 1024, 1280, 1366, 1440, 1536, 1600 and 1920 px */
  common: number[]
  /** The letter-spacing of its style, em */
  spacing: number
}
const DEK: Columns = {
  narrow: 18,
  wide: 44,
  common: [19.06, 19.85, 20.64, 20.8, 21.27, 21.78, 22.71, 37.11, 18.86, 22.33, 23.64, 24.72, 26.69, 28, 31.64],
  spacing: 0,
}
const PROSE: Columns = {
  narrow: 17,
  wide: 36,
  common: [18, 18.83, 19.67, 19.83, 20.33, 20.89, 21.89, 32, 17.44, 22.49, 24.45, 26.13, 28.32, 29.78],
  spacing: 0,
}
const HEADLINE: Columns = {
  narrow: 9.5,
  wide: 22,
  common: [10.13, 10.59, 11.06, 11.16, 11.44, 11.75, 12.31, 19.44, 9.98, 11.07, 11.5, 11.84, 12.25, 12.5, 13.19],
  spacing: -0.012,
}
const HEADING: Columns = {
  narrow: 12,
  wide: 24,
  common: [12.46, 13.04, 13.62, 13.73, 14.08, 14.46, 15.15, 22.15, 12.07, 15.57, 16.92, 18.09, 19.61, 20.62],
  spacing: -0.006,
}
/** Of narrow columns more are tried. */
const COLUMN_STEP = 0.01
/** How many others a common column weighs as much as, and how exactly a browser is foreseen. */
const COMMON_WEIGHT = 30
const INEXACT = [0.999, 1, 1.001]
/** Factors tried, for capitals and digits and for the rest, from 1 outwards: more would be seen. */
const FACTORS = Array.from({ length: 33 }, (_, nth) => 1 + (nth % 2 ? -1 : 1) * Math.ceil(nth / 2) * 0.001)
const CAPITAL_FACTORS = [1, 1.006, 0.994, 1.012, 0.988, 1.018, 0.982, 1.024, 0.976]

/** Characters that are enough to know how much kerning takes away. */
const SAMPLE = 4000

/** What a face sets on a page. */
export interface Setting {
  text: string
  /** Paragraphs or headings that are seen first: they should have as many lines in the fallback font */
  first: string[]
}

/** A family for each device font, as `styles/tokens.css` names them. */
export function fallbackFontRules(settings: (face: Face) => Setting): string {
  return FACES.flatMap((face) =>
    DEVICES[face.file].map((device) => {
      const setting = settings(face)
      return cached('fallback', [face, device, setting], () => rulesFor(face, device, setting))
    }),
  ).join('')
}

function rulesFor(face: Face, device: Device, { text, first }: Setting): string {
  const own = fontOf(face)
  const bold = face.weight > 400
  const other = openDevice(device, bold)
  const local = (bold ? device.bold : device.regular).map((name) => `local("${name}")`).join(',')
  return fitLines(sizesOf(text, own, other), first, bold ? [HEADLINE, HEADING] : [DEK, PROSE], own, other)
    .map(({ range, size }) => {
      const of = (part: number) => `${((part * 100) / size / own.unitsPerEm).toFixed(1)}%`
      return `@font-face{font-family:"${face.family} in ${device.name}";font-weight:${face.weight};src:${local};size-adjust:${(size * 100).toFixed(2)}%;ascent-override:${of(own.ascent)};descent-override:${of(-own.descent)}${range ? `;unicode-range:${range}` : ''}}`
    })
    .join('')
}

interface Size {
  /** A unicode-range; none: all other characters */
  range?: string
  size: number
}

/** How much larger `other` must be than it is to take the room of `own`, for capitals and digits in `text` and for the rest. */
function sizesOf(text: string, own: Font, other: Font): Size[] {
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

/**
 * `sizes`, moved so that `first` has as many lines in `other` as in `own` in the most columns, the common ones before
 * all. Of equal sizes those nearest to the given ones.
 */
function fitLines(sizes: Size[], first: string[], [top, below]: [Columns, Columns], own: Font, other: Font): Size[] {
  const [topColumns, columnsBelow] = [tried(top), tried(below)]
  const known = new Set(other.characterSet)
  const texts = first
    .filter((text) => [...text].every((character) => known.has(character.codePointAt(0) ?? 0)))
    .map((text, nth) => {
      const words = text.split(' ')
      const [columns, { spacing }] = nth ? [columnsBelow, below] : [topColumns, top]
      const spaced = (word: string) => spacing * word.length
      const wanted = {
        words: words.map((word) => widthOf(own, word) + spaced(word)),
        space: widthOf(own, ' ') + spacing,
      }
      return {
        columns,
        lines: columns.map(({ column }) => linesOf(wanted, column)),
        words: words.map((word) => ({ ...widthsOf(other, word), spacing: spaced(word) })),
        spacing,
        // The higher it stands, the more moves with it.
        weight: first.length - nth,
      }
    })
  const space = widthOf(other, ' ')
  const missedWith = (all: number, capitals: number) =>
    sum(
      texts.flatMap((text) => {
        const words = text.words.map((width) => width.others * all + width.capitals * capitals + width.spacing)
        return text.columns.map(({ column, part, weight }, at) =>
          linesOf({ words, space: space * all + text.spacing }, column * part) === text.lines[at]
            ? 0
            : text.weight * weight,
        )
      }),
    )
  const [{ size: all } = { size: 1 }, capitals] = sizes
  let best = { sizes, missed: Number.POSITIVE_INFINITY }
  for (const capitalFactor of capitals ? CAPITAL_FACTORS : [1])
    for (const factor of FACTORS) {
      const next = [all * factor, (capitals?.size ?? all) * factor * capitalFactor] as const
      const missed = missedWith(...next)
      if (missed < best.missed)
        best = { sizes: sizes.map((size, nth) => ({ ...size, size: next[nth] ?? all })), missed }
    }
  return best.sizes
}

/** The columns to try, each with its weight. */
function tried({ narrow, wide, common }: Columns) {
  const columns = common.flatMap((column) => INEXACT.map((part) => ({ column, part, weight: COMMON_WEIGHT })))
  for (let column = narrow; column < wide; column *= 1 + COLUMN_STEP) columns.push({ column, part: 1, weight: 1 })
  return columns
}

/** Widths of the capitals and digits of a word, and of the rest of it, in em. */
function widthsOf(font: Font, word: string) {
  const widths = { capitals: 0, others: 0 }
  for (const run of word.match(RUNS) ?? []) widths[IS_CAPITAL.test(run) ? 'capitals' : 'others'] += widthOf(font, run)
  return widths
}

/** How many lines a text has in a `column`, as browsers break it. */
function linesOf({ words, space }: { words: number[]; space: number }, column: number): number {
  let lines = 1
  let end = -space
  for (const word of words) {
    end += space + word
    if (end <= column || end === word) continue
    lines += 1
    end = word
  }
  return lines
}

/** Width in em, with kerning. */
function widthOf(font: Font, text: string): number {
  return font.layout(text).advanceWidth / font.unitsPerEm
}

function sum(numbers: number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
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
