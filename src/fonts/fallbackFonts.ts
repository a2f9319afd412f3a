/**
 * Metric-compatible fallback fonts: device fonts with a `size-adjust` that makes text as wide as in our own fonts, until
 * these arrive. The size is computed from the text of each page, then fine-tuned so that the text at the top of the page
 * breaks into the same number of lines in both fonts, in columns of many widths. One size for all characters: with
 * another for capitals and digits, browsers shape every word in pieces, which took a sixth of a page's main thread.
 */
import type { Font } from 'fontkit'
import { cached } from '../cache.ts'
import { FACES, type Face, fontOf } from './fonts.ts'

/** A device font: its names for `local()`, and a free font with the same widths in `@expo-google-fonts`. */
interface Device {
  name: string
  regular: string[]
  bold: string[]
  widths: string
}

const DEVICES: Record<Face['file'], Device[]> = {
  'source-serif-4': [
    { name: 'Georgia', regular: ['Georgia'], bold: ['Georgia-Bold'], widths: 'gelasio' },
    {
      name: 'Noto Serif',
      regular: ['Noto Serif', 'NotoSerif'],
      bold: ['Noto Serif Bold', 'NotoSerif-Bold'],
      widths: 'noto-serif',
    },
    {
      name: 'Times',
      regular: ['Times New Roman', 'Liberation Serif'],
      bold: ['Times New Roman Bold', 'TimesNewRomanPS-BoldMT', 'Liberation Serif Bold'],
      widths: 'tinos',
    },
  ],
  'source-sans-3': [
    {
      name: 'Arial',
      regular: ['Arial', 'Liberation Sans'],
      bold: ['Arial Bold', 'Arial-BoldMT', 'Liberation Sans Bold'],
      widths: 'arimo',
    },
    {
      name: 'Roboto',
      regular: ['Roboto', 'Roboto-Regular'],
      bold: ['Roboto Bold', 'Roboto-Bold'],
      widths: 'roboto',
    },
  ],
}

/** Column widths of a kind of text, em. */
interface Columns {
  narrow: number
  wide: number
  /** In the most common windows: 360, 375, 390, 393, 402, 412, 430, 768, 1024, 1280, 1366, 1440, 1536, 1600, 1920 px */
  common: number[]
  /** Letter-spacing, em */
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
/** Relative step between the columns tried, so that there are more narrow ones. */
const COLUMN_STEP = 0.01
/** Weight of a common column; others have 1. */
const COMMON_WEIGHT = 30
/**
 * Common columns are tried with each of these factors, so that lines break alike where browsers measure a little differently:
 * Chromium on Linux rounds the width of each letter to whole pixels.
 */
const INEXACT = [0.99, 0.995, 1, 1.005, 1.01]
/** Factors tried, from 1 outwards. Larger ones would be visible. */
const FACTORS = Array.from({ length: 33 }, (_, nth) => 1 + (nth % 2 ? -1 : 1) * Math.ceil(nth / 2) * 0.001)

/** Number of characters from which to estimate kerning. */
const SAMPLE = 4000

/** The text of a page in one face. */
export interface Setting {
  text: string
  /** Paragraphs or headings at the top of the page, which should have the same number of lines in the fallback font */
  first: string[]
}

/** `@font-face` rules for each device font, under the names in `styles/tokens.css`. */
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
  const other = fontOf({ file: device.widths, weight: bold ? 700 : 400 })
  const local = (bold ? device.bold : device.regular).map((name) => `local("${name}")`).join(',')
  const size = fitLines(sizeOf(text, own, other), first, bold ? [HEADLINE, HEADING] : [DEK, PROSE], own, other)
  const percent = (part: number) => `${((part * 100) / size / own.unitsPerEm).toFixed(1)}%`
  return `@font-face{font-family:"${face.family} in ${device.name}";font-weight:${face.weight};src:${local};size-adjust:${(size * 100).toFixed(2)}%;ascent-override:${percent(own.ascent)};descent-override:${percent(-own.descent)}}`
}

/** The size factor that makes `text` as wide in `other` as in `own`. */
function sizeOf(text: string, own: Font, other: Font): number {
  const widths = { own: 0, other: 0 }
  const supported = [own, other].map((font) => new Set(font.characterSet))
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0
    if (!supported.every((characters) => characters.has(code))) continue
    widths.own += own.glyphForCodePoint(code).advanceWidth / own.unitsPerEm
    widths.other += other.glyphForCodePoint(code).advanceWidth / other.unitsPerEm
  }
  return widths.other ? (widths.own / widths.other) * (kernedPart(own, text) / kernedPart(other, text)) : 1
}

/**
 * Adjusts `size` so that the texts in `first` have the same number of lines in `other` as in `own` in as many columns as
 * possible, with more weight on common columns. Of equally good sizes, takes the nearest to the given one.
 */
function fitLines(size: number, first: string[], [top, below]: [Columns, Columns], own: Font, other: Font): number {
  const supported = new Set(other.characterSet)
  const texts = first.filter((text) => [...text].every((character) => supported.has(character.codePointAt(0) ?? 0)))
  const tries = texts.flatMap((text, nth) => {
    const columns = nth ? below : top
    const wanted = setIn(own, text, columns)
    const set = setIn(other, text, columns)
    return columnsToTry(columns).map(({ column, factor, weight }) => ({
      set,
      column: column * factor,
      lines: linesOf(wanted, 1, column),
      // The higher a text is, the more content shifts with it.
      weight: weight * (first.length - nth),
    }))
  })
  let best = { size, missed: Number.POSITIVE_INFINITY }
  for (const factor of FACTORS) {
    const tried = size * factor
    const missed = tries
      .filter(({ set, column, lines }) => linesOf(set, tried, column) !== lines)
      .reduce((total, { weight }) => total + weight, 0)
    if (missed < best.missed) best = { size: tried, missed }
  }
  return best.size
}

/** The columns to try, with weights. */
function columnsToTry({ narrow, wide, common }: Columns) {
  const columns = common.flatMap((column) => INEXACT.map((factor) => ({ column, factor, weight: COMMON_WEIGHT })))
  for (let column = narrow; column < wide; column *= 1 + COLUMN_STEP) columns.push({ column, factor: 1, weight: 1 })
  return columns
}

/** A text in a font at size 1: widths of its words and of a space, and the letter-spacing of each, em. */
interface SetText {
  words: { width: number; spacing: number }[]
  space: { width: number; spacing: number }
}

function setIn(font: Font, text: string, { spacing }: Columns): SetText {
  const measured = (part: string) => ({ width: widthOf(font, part), spacing: spacing * part.length })
  return { words: text.split(' ').map(measured), space: measured(' ') }
}

/** Number of lines of a text at `size` in a `column`, as browsers break it. */
function linesOf({ words, space }: SetText, size: number, column: number): number {
  const gap = space.width * size + space.spacing
  let lines = 1
  let end = -gap
  for (const word of words) {
    const width = word.width * size + word.spacing
    end += gap + width
    if (end <= column || end === width) continue
    lines += 1
    end = width
  }
  return lines
}

/** Width of `text` with kerning, em. */
function widthOf(font: Font, text: string): number {
  return font.layout(text).advanceWidth / font.unitsPerEm
}

/** Ratio of the kerned width of a text to the sum of its characters' widths. */
function kernedPart(font: Font, text: string): number {
  const sample = text.slice(0, SAMPLE)
  const supported = new Set(font.characterSet)
  const codes = [...sample].map((character) => character.codePointAt(0) ?? 0).filter((code) => supported.has(code))
  const unkerned = codes.reduce((width, code) => width + font.glyphForCodePoint(code).advanceWidth, 0)
  return unkerned ? font.layout(String.fromCodePoint(...codes)).advanceWidth / unkerned : 1
}
