/** The site's two font families, subset to the characters that a page needs. */
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { type Font, create as openFont } from 'fontkit'
import subsetFont from 'subset-font'
import { cachedAsync } from '../cache.ts'

const require = createRequire(import.meta.url)

/** A font in `@expo-google-fonts` */
interface FontFile {
  /** Name of the package */
  file: string
  weight: 400 | 600 | 700
}

/** A font face of the site */
export interface Face extends FontFile {
  family: 'Source Serif 4' | 'Source Sans 3'
  file: 'source-serif-4' | 'source-sans-3'
}

export const FACES: Face[] = [
  { family: 'Source Serif 4', file: 'source-serif-4', weight: 400 },
  { family: 'Source Serif 4', file: 'source-serif-4', weight: 700 },
  { family: 'Source Sans 3', file: 'source-sans-3', weight: 400 },
  { family: 'Source Sans 3', file: 'source-sans-3', weight: 600 },
]

/** Folder and file name suffix of each weight in the packages */
const STYLES = { 400: '400Regular', 600: '600SemiBold', 700: '700Bold' }

/** OpenType features to keep: browsers apply these by default, and our style sheets use no others. */
const FEATURES = ['kern', 'liga']
/** Tables to drop, which web pages do not need. */
const LEFT_OUT = ['BASE', 'GDEF', 'STAT']

/** A subset of a face, as a file of the site */
export interface Subset {
  /** File name, with a hash of the content */
  name: string
  bytes: Buffer
  /** Returns the `@font-face` rule for the file at `address` */
  rule: (address: string) => string
}

const subsets = new Map<string, Promise<Subset>>()

/** Subsets a face to the characters of `text`; undefined if it has none of them. */
export async function subsetOf(face: Face, text: Iterable<string>): Promise<Subset | undefined> {
  const supported = new Set(fontOf(face).characterSet)
  const characters = [...new Set(text)].filter((character) => supported.has(codeOf(character))).sort(byCode)
  if (characters.length === 0) return
  const key = [face.file, face.weight, ...characters].join(' ')
  const subset = subsets.get(key) ?? makeSubset(face, characters)
  subsets.set(key, subset)
  return subset
}

async function makeSubset(face: Face, characters: string[]): Promise<Subset> {
  const { family, file, weight } = face
  const bytes = await cachedAsync('font', [file, weight, characters], async () =>
    subsetFont(await readFile(fileOf(face)), characters.join(''), {
      targetFormat: 'woff2',
      keepFeatures: FEATURES,
      dropTables: LEFT_OUT,
    }),
  )
  const hash = createHash('sha256').update(bytes).digest('base64url').slice(0, 8)
  return {
    name: `${file}-${weight}-${hash}.woff2`,
    bytes,
    rule: (address) =>
      `@font-face{font-family:"${family}";font-weight:${weight};font-display:swap;src:url("${address}") format("woff2");unicode-range:${rangesOf(characters)}}`,
  }
}

const fonts = new Map<string, Font>()

/** A whole font, for measuring text. */
export function fontOf(font: FontFile): Font {
  const path = fileOf(font)
  const opened = fonts.get(path) ?? openFont(readFileSync(path))
  if ('fonts' in opened) throw new Error(`fonts: ${path} is a collection, not one font`)
  fonts.set(path, opened)
  return opened
}

/** Path of a whole font, a TrueType file. */
export function fileOf({ file, weight }: FontFile): string {
  const folder = `@expo-google-fonts/${file}/${STYLES[weight]}`
  // source-serif-4 has SourceSerif4_400Regular.ttf
  const name = file.replace(/(?:^|-)(.)/g, (_, letter: string) => letter.toUpperCase())
  return require.resolve(`${folder}/${name}_${STYLES[weight]}.ttf`)
}

/** Formats sorted `characters` as a unicode-range: U+20,U+2c-3b. */
function rangesOf(characters: string[]): string {
  const ranges: [number, number][] = []
  for (const code of characters.map(codeOf)) {
    const last = ranges.at(-1)
    if (last?.[1] === code - 1) last[1] = code
    else ranges.push([code, code])
  }
  return ranges.map(([from, to]) => `U+${from.toString(16)}${to > from ? `-${to.toString(16)}` : ''}`).join(',')
}

function byCode(one: string, other: string): number {
  return codeOf(one) - codeOf(other)
}

function codeOf(character: string): number {
  return character.codePointAt(0) ?? 0
}
