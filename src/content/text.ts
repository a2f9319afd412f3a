/** The text of a file as an author hands it in: UTF-8, with nothing in it that nobody sees. */
import type { Report } from './problems.ts'

/** No story is longer, bytes: one of 500 steps, the most there are, has about 200,000. */
const MOST_BYTES = 8_000_000

/** The text in `bytes`, its lines ending in `\n`; undefined, and reported, where it is none that we read. */
export function textOf(bytes: Uint8Array, report: Report): string | undefined {
  if (bytes.length > MOST_BYTES) {
    report(1, 'the file is longer than any story', `write less than ${MOST_BYTES / 1_000_000} megabytes`)
    return
  }
  const text = decoded(bytes, report)
  return text === undefined ? undefined : cleared(text.replace(/\r\n?/g, '\n'), report)
}

const SAVE = 'save it as UTF-8'

function decoded(bytes: Uint8Array, report: Report): string | undefined {
  if (isUtf16(bytes)) {
    report(1, 'the file is in UTF-16', SAVE)
    return
  }
  const text = fromUtf8(bytes)
  if (text !== undefined) return text
  const lines = linesOf(bytes)
  const wrong = lines.findIndex((line) => fromUtf8(line) === undefined)
  const legacy = fromWindows1252(lines[wrong] ?? bytes)
  const word = /[\p{L}\p{N}]*[^\0-\x7F][\p{L}\p{N}]*/u.exec(legacy)?.[0] ?? ''
  // A word with a foreign letter or two is of western Europe; one with nothing else is Cyrillic or Greek in disguise.
  const western = !/[^\0-\x7F]{4}/.test(legacy) && !legacy.includes('\uFFFD')
  report(
    wrong + 1,
    western
      ? `the file is in Windows-1252, not in UTF-8: here it says “${word}”`
      : 'the file is not in UTF-8: this line cannot be read',
    SAVE,
  )
  return
}

/** By its mark, or by the zeros that every Latin letter brings with it. */
function isUtf16([first, second, third, fourth]: Uint8Array): boolean {
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) return true
  return (first === 0) !== (second === 0) && (first === 0) === (third === 0) && (second === 0) === (fourth === 0)
}

/** The text in `bytes`, in UTF-8 or UTF-16, for files that programs have written. */
export function decodeAny(bytes: Uint8Array): string {
  if (!isUtf16(bytes)) return new TextDecoder().decode(bytes)
  const bigEndian = bytes[0] === 0xfe || bytes[0] === 0
  return new TextDecoder(bigEndian ? 'utf-16be' : 'utf-16le').decode(bytes)
}

function fromUtf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return
  }
}

/** What Windows-1252 has where Latin-1 has control characters, from 0x80 on. */
const WINDOWS = '€\uFFFD‚ƒ„…†‡ˆ‰Š‹Œ\uFFFDŽ\uFFFD\uFFFD‘’“”•–—˜™š›œ\uFFFDžŸ'

function fromWindows1252(bytes: Uint8Array): string {
  // The decoder of Node itself takes these for control characters.
  return Array.from(bytes, (byte) => WINDOWS[byte - 0x80] ?? String.fromCharCode(byte)).join('')
}

function linesOf(bytes: Uint8Array): Uint8Array[] {
  const lines: Uint8Array[] = []
  for (let start = 0; start <= bytes.length; ) {
    const end = bytes.indexOf(0x0a, start)
    lines.push(bytes.subarray(start, end < 0 ? bytes.length : end))
    start = end < 0 ? bytes.length + 1 : end + 1
  }
  return lines
}

/**
 * Characters that nobody sees, or that no font of ours has a sign for: what they are, and what to do about them. Allowed are
 * those that good typography needs: narrow no-break spaces, soft hyphens inside words, joiners, flags, and isolates in pairs.
 */
const UNSEEN: { pattern: RegExp; what: string; hint: string; instead: '' | ' ' | '\n' }[] = [
  {
    pattern: /\p{Cf}(?<=(?:\{#|\[@)[^\]}\s]*)/gu,
    what: 'an invisible character in an id',
    hint: 'delete it',
    instead: '',
  },
  {
    // Where scripts that need them have them, joiners are letters of a word; tags after a black flag say whose it is.
    pattern:
      /(?!\u061C|[\u200C-\u200F\u202A-\u202E\u2066-\u2069]|\uFE0E|\uFE0F|\u00AD(?<=[\p{L}\p{M}]\u00AD)(?=\p{L})|[\u{E0020}-\u{E007F}](?<=\u{1F3F4}[\u{E0020}-\u{E007F}]*))\p{Default_Ignorable_Code_Point}|(?<![\p{L}\p{M}\p{Extended_Pictographic}\p{Emoji_Modifier}])[\u200C\u200D]|(?<=[\p{sc=Latin}\p{sc=Cyrillic}\p{sc=Greek}])[\u200C\u200D]/gu,
    what: 'an invisible character',
    hint: 'delete it',
    instead: '',
  },
  {
    pattern: /[\u1680\u2000-\u200A\u205F]|(?<![\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}])\u3000/gu,
    what: 'an unusual space',
    hint: 'write an ordinary space, or a no-break space (U+00A0, or the narrow U+202F)',
    instead: ' ',
  },
  { pattern: /[\u2028\u2029]/g, what: 'an unusual line break', hint: 'begin a new line', instead: ' ' },
  {
    pattern: /[\u202A-\u202E]/g,
    what: 'a character that turns the direction of the text',
    hint: 'delete it, or write isolates: U+2067 or U+2066 before, U+2069 after',
    instead: '',
  },
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
  { pattern: /[\0-\x08\v\f\x0E-\x1F\x7F-\x9F]/g, what: 'a control character', hint: 'delete it', instead: '' },
  {
    pattern: /[\uFFFD\uFFF9-\uFFFC\uFFFE\uFFFF\p{Co}\p{Cs}]/gu,
    what: 'a character without a meaning',
    hint: 'write what stood there',
    instead: '',
  },
]

/** The text without what nobody sees; each such character is reported once, at the first line that has it. */
function cleared(text: string, report: Report): string {
  const seen = UNSEEN.reduce((left, { pattern, what, hint, instead }) => {
    const found = [...left.matchAll(pattern)].map(({ 0: character, index }) => ({ character, index }))
    reportUnseen(left, found, what, hint, report)
    return found.length ? left.replace(pattern, instead) : left
  }, text)
  const loose = looseIsolates(seen)
  // Both halves are loose where a paragraph ends between them; one of them says it.
  reportUnseen(seen, loose.slice(0, 1), LOOSE.what, LOOSE.hint, report)
  return loose.reduceRight((left, { index }) => left.slice(0, index) + left.slice(index + 1), seen)
}

interface Found {
  character: string
  index: number
}

function reportUnseen(text: string, all: Found[], what: string, hint: string, report: Report) {
  const found = new Map<string, number[]>()
  const lines = new Lines(text)
  for (const { character, index } of all)
    found.set(character, [...(found.get(character)?.slice(0, 1) ?? []), lines.at(index)])
  for (const [character, [line = 1, last = line]] of found)
    report(
      line,
      `${what} (${codeOf(character)})${last > line ? `, here and on other lines down to ${last}` : ''}`,
      hint,
    )
}

const LOOSE = {
  what: 'half of a pair that turns the direction of the text',
  hint: 'write U+2069 at the end of what U+2066, U+2067 or U+2068 begins, in the same paragraph, or delete it',
}

/** Isolates (U+2066 to U+2069) without their other half in the same paragraph or value: they would turn what comes after. */
function looseIsolates(text: string): Found[] {
  const loose: Found[] = []
  let open: Found[] = []
  for (const { 0: character, index } of text.matchAll(/[\u2066-\u2069]|\n(?:[^\S\n]*\n|(?=[^\S\n]*[\w-]+: ))/g)) {
    if (character.startsWith('\n')) {
      loose.push(...open)
      open = []
    } else if (character !== '\u2069') open.push({ character, index })
    else if (!open.pop()) loose.push({ character, index })
  }
  return [...loose, ...open].sort((a, b) => a.index - b.index)
}

/** What is in a part of a text though nobody sees it, in words; undefined where all is well. */
export function invisibleCharactersIn(text: string): { message: string; hint: string } | undefined {
  for (const { pattern, what, hint } of UNSEEN) {
    const [character] = text.match(pattern) ?? []
    if (character !== undefined) return { message: `${what} (${codeOf(character)})`, hint }
  }
  return
}

/** The same for a text that is whole, a value or a paragraph: in it every isolate has its other half. */
export function unseenInWhole(text: string): ReturnType<typeof invisibleCharactersIn> {
  const [loose] = looseIsolates(text)
  return (
    invisibleCharactersIn(text) ??
    (loose && { message: `${LOOSE.what} (${codeOf(loose.character)})`, hint: LOOSE.hint })
  )
}

/** What nobody sees in a name, which is compared, searched for and drawn: it may have less than a text. */
export function unseenInName(text: string): ReturnType<typeof invisibleCharactersIn> {
  const [hyphen] = text.match(/\u00AD/) ?? []
  if (hyphen) return { message: `an invisible character (${codeOf(hyphen)})`, hint: 'delete it: names are not broken' }
  return unseenInWhole(text)
}

/** What nobody sees in a key of YAML. */
export const UNSEEN_IN_KEY = /[\p{Cf}\u00A0\u202F]/gu

export function unseenInKey(text: string): ReturnType<typeof invisibleCharactersIn> {
  const [character] = text.match(UNSEEN_IN_KEY) ?? []
  return character === undefined
    ? undefined
    : { message: `an invisible character (${codeOf(character)})`, hint: 'delete it' }
}

function codeOf(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`
}

/** Tells the lines of places in a text that are asked for in their order. */
class Lines {
  private line = 1
  private read = 0

  constructor(private readonly text: string) {}

  at(index: number): number {
    for (
      let end = this.text.indexOf('\n', this.read);
      end >= 0 && end < index;
      end = this.text.indexOf('\n', this.read)
    ) {
      this.line += 1
      this.read = end + 1
    }
    return this.line
  }
}
