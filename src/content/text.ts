/** Reads an author's file as text: UTF-8, without invisible characters. */
import { attempt } from './attempt.ts'
import type { Report } from './problems.ts'

/** Maximum size of a file, bytes. A story with the maximum of 500 steps has about 200,000. */
const MOST_BYTES = 8_000_000

/** Decodes `bytes` to text with `\n` line ends; reports and returns undefined if that is impossible. */
export function textOf(bytes: Uint8Array, report: Report): string | undefined {
  if (bytes.length > MOST_BYTES) {
    report(1, 'the file is longer than any story', `write less than ${MOST_BYTES / 1_000_000} megabytes`)
    return
  }
  const text = decoded(bytes, report)?.replace(/\r\n?/g, '\n')
  if (text === undefined) return
  const merge = text.split('\n').findIndex((line) => /^(<{7}|={7}|>{7})( |$)/.test(line))
  if (merge >= 0) {
    report(
      merge + 1,
      'a merge has left its marks here',
      'keep one of the two versions and delete <<<<<<<, ======= and >>>>>>>',
    )
    return
  }
  return removeInvisible(text, report)
}

const SAVE = 'save it as UTF-8'

function decoded(bytes: Uint8Array, report: Report): string | undefined {
  if (isUtf16(bytes)) {
    report(1, 'the file is in UTF-16', SAVE)
    return
  }
  const text = fromUtf8(bytes)
  if (text !== undefined) return text
  const lines = Buffer.from(bytes).toString('latin1').split('\n')
  const wrong = lines.findIndex((line) => fromUtf8(Buffer.from(line, 'latin1')) === undefined)
  const line = lines[wrong] ?? ''
  const [word] = /[\p{L}\p{N}]*[^\0-\x9F][\p{L}\p{N}]*/u.exec(line) ?? []
  // Words with one or two non-ASCII letters are western European; longer runs of them are Cyrillic or Greek.
  const western = !/[^\0-\x7F]{4}|[\x81\x8D\x8F\x90\x9D]/.test(line)
  const message = western
    ? `the file is in Windows-1252, not in UTF-8${word ? `: here it says “${word}”` : ''}`
    : 'the file is not in UTF-8: this line cannot be read'
  report(wrong + 1, message, SAVE)
  return
}

/** Detects UTF-16 by its byte order mark, or by the zero byte in every Latin letter. */
function isUtf16([first, second, third, fourth]: Uint8Array): boolean {
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) return true
  return (first === 0) !== (second === 0) && (first === 0) === (third === 0) && (second === 0) === (fourth === 0)
}

/** Decodes UTF-8 or UTF-16, for files exported by programs. */
export function decodeAny(bytes: Uint8Array): string {
  if (!isUtf16(bytes)) return new TextDecoder().decode(bytes)
  const bigEndian = bytes[0] === 0xfe || bytes[0] === 0
  return new TextDecoder(bigEndian ? 'utf-16be' : 'utf-16le').decode(bytes)
}

function fromUtf8(bytes: Uint8Array): string | undefined {
  return attempt(() => new TextDecoder('utf-8', { fatal: true }).decode(bytes))
}

/**
 * Characters that are invisible or not in our fonts, what they are, what to do, and what stands in their place. Allowed are
 * those that typography needs: narrow no-break spaces, soft hyphens inside words, joiners, flags, and isolates in pairs.
 */
const INVISIBLE: [pattern: RegExp, what: string, hint: string, instead: string][] = [
  [/\p{Cf}(?<=(?:\{#|\[@)[^\]}\s]*)/gu, 'an invisible character in an id', 'delete it', ''],
  // Joiners are allowed inside words of scripts that use them, and tags after a black flag, where they name a region.
  [
    /(?!\u061C|[\u200C-\u200F\u202A-\u202E\u2066-\u2069]|\uFE0E|\uFE0F|\u00AD(?<=[\p{L}\p{M}]\u00AD)(?=\p{L})|[\u{E0020}-\u{E007F}](?<=\u{1F3F4}[\u{E0020}-\u{E007F}]*))\p{Default_Ignorable_Code_Point}|(?<![\p{L}\p{M}\p{Extended_Pictographic}\p{Emoji_Modifier}])[\u200C\u200D]|(?<=[\p{sc=Latin}\p{sc=Cyrillic}\p{sc=Greek}])[\u200C\u200D]/gu,
    'an invisible character',
    'delete it',
    '',
  ],
  [
    /[\u1680\u2000-\u200A\u205F]|(?<![\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}])\u3000/gu,
    'an unusual space',
    'write an ordinary space, or a no-break space (U+00A0, or the narrow U+202F)',
    ' ',
  ],
  [/[\u2028\u2029]/g, 'an unusual line break', 'begin a new line', ' '],
  [
    /[\u202A-\u202E]/g,
    'a character that turns the direction of the text',
    'delete it, or write isolates: U+2067 or U+2066 before, U+2069 after',
    '',
  ],
  // biome-ignore lint/suspicious/noControlCharactersInRegex: this rule looks for them.
  [/[\0-\x08\v\f\x0E-\x1F\x7F-\x9F]/g, 'a control character', 'delete it', ''],
  [/[\uFFFD\uFFF9-\uFFFC\uFFFE\uFFFF\p{Co}\p{Cs}]/gu, 'a character without a meaning', 'write what stood there', ''],
]

/** Removes invisible characters and reports each once, with its first and last line. */
function removeInvisible(text: string, report: Report): string {
  const visible = INVISIBLE.reduce((left, [pattern, what, hint, instead]) => {
    const found = [...left.matchAll(pattern)]
    reportInvisible(left, found, { what, hint }, report)
    return found.length ? left.replace(pattern, instead) : left
  }, text)
  const unpaired = unpairedIsolates(visible)
  // A paragraph break inside a pair leaves both halves unpaired; report only the first.
  reportInvisible(visible, unpaired.slice(0, 1), UNPAIRED, report)
  return unpaired.reduceRight((left, { index }) => left.slice(0, index) + left.slice(index + 1), visible)
}

/** Removes what an author's file must not contain, from the text of another program. */
export function withoutInvisible(text: string): string {
  return removeInvisible(text, () => {})
}

/** A character and where it stands */
type Found = Pick<RegExpExecArray, 0 | 'index'>

function reportInvisible(text: string, all: Found[], { what, hint }: { what: string; hint: string }, report: Report) {
  const lineOf = (index = 0) => text.slice(0, index).split('\n').length
  for (const character of new Set(all.map((found) => found[0]))) {
    const isSame = (found: Found) => found[0] === character
    const [first, last] = [all.find(isSame), all.findLast(isSame)].map((found) => lineOf(found?.index))
    const more = first === last ? '' : `, here and on other lines down to ${last}`
    report(first ?? 1, `${what} (${codeOf(character)})${more}`, hint)
  }
}

const UNPAIRED = {
  what: 'half of a pair that turns the direction of the text',
  hint: 'write U+2069 at the end of what U+2066, U+2067 or U+2068 begins, in the same paragraph, or delete it',
}

/** Isolates (U+2066 to U+2069) without a partner in the same paragraph or value, which would turn all text after them. */
function unpairedIsolates(text: string): Found[] {
  const unpaired: Found[] = []
  let open: Found[] = []
  for (const found of text.matchAll(/[\u2066-\u2069]|\n(?:[^\S\n]*\n|(?=[^\S\n]*[\w-]+: ))/g)) {
    if (found[0].startsWith('\n')) {
      unpaired.push(...open)
      open = []
    } else if (found[0] !== '\u2069') open.push(found)
    else if (!open.pop()) unpaired.push(found)
  }
  return [...unpaired, ...open].sort((a, b) => a.index - b.index)
}

interface Invisible {
  message: string
  hint: string
}

/** The first invisible character in part of a text; undefined if there is none. */
export function invisibleIn(text: string): Invisible | undefined {
  for (const [pattern, what, hint] of INVISIBLE) {
    const [character] = text.match(pattern) ?? []
    if (character !== undefined) return { message: `${what} (${codeOf(character)})`, hint }
  }
  return
}

/** Checks a whole value or paragraph, in which isolates must also be paired. */
export function invisibleInWhole(text: string): Invisible | undefined {
  const [unpaired] = unpairedIsolates(text)
  const half = unpaired && { message: `${UNPAIRED.what} (${codeOf(unpaired[0])})`, hint: UNPAIRED.hint }
  return invisibleIn(text) ?? half
}

/** Checks a name, in which soft hyphens are not allowed either, since names are compared, searched for and drawn. */
export function invisibleInName(text: string): Invisible | undefined {
  return invisibleAmong(/\u00AD/, text, 'delete it: names are not broken') ?? invisibleInWhole(text)
}

/** Invisible characters and no-break spaces, none of which may stand in a YAML key. */
export const INVISIBLE_IN_KEY = /[\p{Cf}\u00A0\u202F]/gu

/** Checks a YAML key. */
export function invisibleInKey(text: string): Invisible | undefined {
  return invisibleAmong(INVISIBLE_IN_KEY, text, 'delete it')
}

function invisibleAmong(characters: RegExp, text: string, hint: string): Invisible | undefined {
  const [character] = text.match(characters) ?? []
  return character === undefined ? undefined : { message: `an invisible character (${codeOf(character)})`, hint }
}

/** The code of a character: U+00A0 */
export function codeOf(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`
}
