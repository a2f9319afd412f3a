/** The two type families, cut down to the characters somebody needs of them. */
import { createHash } from 'node:crypto'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { create as openFont } from 'fontkit'
import subsetFont from 'subset-font'
import { rememberedLater } from './memory.ts'

const require = createRequire(import.meta.url)

/** A face of the site, by the names its package has for it. */
export interface Face {
  family: 'Source Serif 4' | 'Source Sans 3'
  file: 'source-serif-4' | 'source-sans-3'
  weight: 400 | 600 | 700
}

export const FACES: Face[] = [
  { family: 'Source Serif 4', file: 'source-serif-4', weight: 400 },
  { family: 'Source Serif 4', file: 'source-serif-4', weight: 700 },
  { family: 'Source Sans 3', file: 'source-sans-3', weight: 400 },
  { family: 'Source Sans 3', file: 'source-sans-3', weight: 600 },
]

/** The packages' own division of each family; a part no text needs is not made. */
const PARTS = ['latin', 'latin-ext', 'cyrillic', 'cyrillic-ext'] as const
type Part = (typeof PARTS)[number]

/** What a cut keeps: browsers use these unasked, and our style sheets ask for no more. */
const FEATURES = ['kern', 'liga']
/** And leaves out: tables that tell word processors what a whole family has. */
const LEFT_OUT = ['BASE', 'GDEF', 'STAT']

/** A piece of a face. */
export interface Cut {
  /** Name of the file, with a hash of its content */
  name: string
  bytes: Buffer
  characters: string[]
  /** The piece in a style sheet that finds it at `address`, shown as `display` says */
  rule: (address: string, display: 'optional' | 'swap') => string
}

const cuts = new Map<string, Promise<Cut>>()

/** A face cut to the characters of `text`, one piece for each script in it. Cutting takes time, so it is done once. */
export async function cutFont(face: Face, text: Iterable<string>): Promise<Cut[]> {
  const left = new Set(text)
  const pieces: Promise<Cut>[] = []
  for (const part of PARTS) {
    const ranges = unicodeRange(face.file, part)
    const characters = [...left].filter((character) => includes(ranges, codeOf(character))).sort()
    for (const character of characters) left.delete(character)
    if (characters.length === 0) continue
    const key = [face.file, face.weight, part, ...characters].join(' ')
    const piece = cuts.get(key) ?? cutPart(face, part, characters)
    cuts.set(key, piece)
    pieces.push(piece)
  }
  return Promise.all(pieces)
}

async function cutPart({ family, file, weight }: Face, part: Part, characters: string[]): Promise<Cut> {
  const bytes = await rememberedLater('font', [file, weight, part, characters], async () =>
    subsetFont(await readFile(pathOf({ file, weight }, part)), characters.join(''), {
      targetFormat: 'woff2',
      keepFeatures: FEATURES,
      dropTables: LEFT_OUT,
    }),
  )
  const hash = createHash('sha256').update(bytes).digest('base64url').slice(0, 8)
  return {
    name: `${file}-${part}-${weight}-${hash}.woff2`,
    bytes,
    characters,
    rule: (address, display) =>
      `@font-face{font-family:"${family}";font-weight:${weight};font-display:${display};src:url("${address}") format("woff2");unicode-range:${rangesOf(characters)}}`,
  }
}

/** A piece of a face as a TrueType file; `name` is the family it is for programs: each piece has its own. */
export interface TrueType {
  path: string
  family: Face['family']
  weight: number
  part: Part
  name: string
}

/** Every face for `text` as TrueType files in `folder`, for programs that read no WOFF. */
export async function writeTrueType(folder: string, text: string): Promise<TrueType[]> {
  await mkdir(folder, { recursive: true })
  const written: TrueType[] = []
  for (const { family, file, weight } of FACES) {
    for (const part of PARTS) {
      const characters = [...new Set(text)].filter((character) => partOf(file, character) === part)
      if (characters.length === 0) continue
      const path = join(folder, `${file}-${part}-${weight}.ttf`)
      const whole = await readFile(pathOf({ file, weight }, part))
      const piece = await subsetFont(whole, characters.join(''), { targetFormat: 'sfnt' })
      const font = openFont(piece)
      const own = 'familyName' in font ? font.familyName : family
      // All pieces of a face call themselves alike, and a program would take one of them for the whole.
      const mark = `Sourc${PARTS.indexOf(part)}`
      await writeFile(path, renamed(piece, 'Source', mark))
      written.push({ path, family, weight, part, name: own.replace('Source', mark) })
    }
  }
  return written
}

/** A font in whose own names, which are UTF-16, `from` is replaced by `to`, which is as long. */
function renamed(font: Buffer, from: string, to: string): Buffer {
  const [before, after] = [from, to].map((text) => Buffer.from(text, 'utf16le').swap16())
  const copy = Buffer.from(font)
  for (let at = before ? copy.indexOf(before) : -1; before && after && at >= 0; at = copy.indexOf(before, at))
    after.copy(copy, at)
  return copy
}

/** The parts of a family that draw `text`, run by run; what no part has is left to the first. */
export function runsOf(file: Face['file'], text: string): { part: Part; text: string }[] {
  const runs: { part: Part; text: string }[] = []
  for (const character of text) {
    const part = partOf(file, character) ?? PARTS[0]
    const last = runs.at(-1)
    if (last?.part === part) last.text += character
    else runs.push({ part, text: character })
  }
  return runs
}

function partOf(file: Face['file'], character: string): Part | undefined {
  return PARTS.find((part) => includes(unicodeRange(file, part), codeOf(character)))
}

function pathOf({ file, weight }: Pick<Face, 'file' | 'weight'>, part: Part): string {
  return require.resolve(`@fontsource/${file}/files/${file}-${part}-${weight}-normal.woff2`)
}

/** The unicode-range of one part of a family, from the package's own list: ['U+0000-00FF', …]. */
function unicodeRange(file: Face['file'], part: Part): string[] {
  const ranges: Record<string, string> = require(`@fontsource/${file}/unicode.json`)
  return ranges[part]?.split(',') ?? []
}

function includes(ranges: string[], code: number): boolean {
  return ranges.some((range) => {
    const [from = '', to = from] = range.replace('U+', '').split('-')
    return code >= Number.parseInt(from, 16) && code <= Number.parseInt(to, 16)
  })
}

/** `characters`, sorted, as a unicode-range: U+20,U+2c-3b. */
function rangesOf(characters: string[]): string {
  const ranges: [number, number][] = []
  for (const code of characters.map(codeOf)) {
    const last = ranges.at(-1)
    if (last?.[1] === code - 1) last[1] = code
    else ranges.push([code, code])
  }
  return ranges.map(([from, to]) => `U+${from.toString(16)}${to > from ? `-${to.toString(16)}` : ''}`).join(',')
}

function codeOf(character: string): number {
  return character.codePointAt(0) ?? 0
}
