/**
 * The two type families, cut down to the characters the stories and the interface use, with fallback faces of the same
 * metrics. Nothing moves when a font arrives late: it is then used from the next page on (`font-display: optional`).
 */
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { createFontStack } from '@capsizecss/core'
import arial from '@capsizecss/metrics/arial'
import georgia from '@capsizecss/metrics/georgia'
import sourceSans3 from '@capsizecss/metrics/sourceSans3'
import sourceSerif4 from '@capsizecss/metrics/sourceSerif4'
import { create as openFont } from 'fontkit'
import subsetFont from 'subset-font'

const require = createRequire(import.meta.url)

const FACES = [
  { family: 'Source Serif 4', file: 'source-serif-4', weight: 400 },
  { family: 'Source Serif 4', file: 'source-serif-4', weight: 700 },
  { family: 'Source Sans 3', file: 'source-sans-3', weight: 400 },
  { family: 'Source Sans 3', file: 'source-sans-3', weight: 600 },
] as const

/** The packages' own division of each face; a part no text needs is not made. */
const PARTS = ['latin', 'latin-ext', 'cyrillic', 'cyrillic-ext'] as const

/** Writes the faces for `text` and their style sheet into `folder`; gives the path of the style sheet. */
export async function writeFonts(folder: string, text: string): Promise<string> {
  await mkdir(folder, { recursive: true })
  const rules: string[] = []
  for (const { family, file, weight } of FACES) {
    const left = new Set(text)
    for (const part of PARTS) {
      const ranges = await unicodeRange(file, part)
      const characters = [...left].filter((character) => includes(ranges, character.codePointAt(0) ?? 0))
      for (const character of characters) left.delete(character)
      if (characters.length === 0) continue
      const name = `${file}-${part}-${weight}.woff2`
      const whole = await readFile(require.resolve(`@fontsource/${file}/files/${file}-${part}-${weight}-normal.woff2`))
      await writeFile(join(folder, name), await subsetFont(whole, characters.join(''), { targetFormat: 'woff2' }))
      rules.push(
        `@font-face{font-family:"${family}";font-weight:${weight};font-display:optional;src:url("./${name}") format("woff2");unicode-range:${ranges.join(',')}}`,
      )
    }
  }
  const sheet = join(folder, 'fonts.css')
  await writeFile(sheet, [...rules, fallback(sourceSerif4, georgia), fallback(sourceSans3, arial)].join('\n'))
  return sheet
}

/** A face as a TrueType file; `name` is what the file itself is called, which is not always the family's name. */
export interface TrueType {
  path: string
  family: (typeof FACES)[number]['family']
  weight: number
  name: string
}

/** The same faces for `text` as TrueType files in `folder`, for programs that read no WOFF. */
export async function writeTrueType(folder: string, text: string): Promise<TrueType[]> {
  await mkdir(folder, { recursive: true })
  const written: TrueType[] = []
  for (const { family, file, weight } of FACES) {
    for (const part of PARTS) {
      const ranges = await unicodeRange(file, part)
      const characters = [...new Set(text)].filter((character) => includes(ranges, character.codePointAt(0) ?? 0))
      if (characters.length === 0) continue
      const whole = await readFile(require.resolve(`@fontsource/${file}/files/${file}-${part}-${weight}-normal.woff2`))
      const path = join(folder, `${file}-${part}-${weight}.ttf`)
      await writeFile(path, await subsetFont(whole, characters.join(''), { targetFormat: 'sfnt' }))
      const font = openFont(whole)
      written.push({ path, family, weight, name: 'familyName' in font ? font.familyName : family })
    }
  }
  return written
}

function fallback(...stack: Parameters<typeof createFontStack>[0]): string {
  return createFontStack(stack).fontFaces
}

/** The unicode-range of one part of a family, from the package's own list: ['U+0000-00FF', …]. */
async function unicodeRange(file: string, part: string): Promise<string[]> {
  const ranges: Record<string, string> = JSON.parse(
    await readFile(require.resolve(`@fontsource/${file}/unicode.json`), 'utf8'),
  )
  return ranges[part]?.split(',') ?? []
}

function includes(ranges: string[], code: number): boolean {
  return ranges.some((range) => {
    const [from = '', to = from] = range.replace('U+', '').split('-')
    return code >= Number.parseInt(from, 16) && code <= Number.parseInt(to, 16)
  })
}
