/** Marks words in a language other than the story's: `[Estamos bien]{lang=es}`. */
import type { Inline } from '../story/prose.ts'
import { canonicalCode, isLanguageCode } from './languageCode.ts'

/** Matches a language mark, including common misspellings of its syntax. */
const MARK = /\{\s*lang\w*\s*[=:]?\s*["'“”‘’]?([^{}"'“”‘’]*?)["'“”‘’]?\s*\}/i

/** Turns `[…]{lang=es}` into a part with that language, and returns the marks that cannot be parsed, as written. */
export function foreignIn(text: Inline[]) {
  const parts: Inline[] = []
  const faults: { mark: string; message: string; hint: string }[] = []
  for (const part of text) {
    let rest = part
    for (let found = markIn(rest); found && typeof rest === 'string'; found = markIn(rest)) {
      const [mark, code = ''] = found
      const before = rest.slice(0, found.index)
      rest = rest.slice(found.index + mark.length)
      parts.push(before.endsWith(']') ? before.slice(0, -1) : before)
      const words = before.endsWith(']') ? takeBracket(parts) : undefined
      const fault = faultOf(mark, code, words)
      if (fault) faults.push({ mark, ...fault })
      if (words) parts.push({ kind: 'foreign', lang: code, text: words })
    }
    parts.push(rest)
  }
  return { text: parts.filter((part) => part !== ''), faults }
}

function markIn(part: Inline): RegExpExecArray | null {
  return typeof part === 'string' ? MARK.exec(part) : null
}

/** Removes and returns the parts after the last unclosed `[`; undefined if there is none. */
function takeBracket(parts: Inline[]): Inline[] | undefined {
  let closed = 0
  for (let i = parts.length - 1; i >= 0; i -= 1) {
    const part = parts[i]
    if (typeof part !== 'string') continue
    for (let j = part.length - 1; j >= 0; j -= 1) {
      if (part[j] === ']') closed += 1
      if (part[j] !== '[') continue
      if (closed === 0) {
        const words = [part.slice(j + 1), ...parts.splice(i).slice(1)].filter((word) => word !== '')
        parts.push(part.slice(0, j))
        return words
      }
      closed -= 1
    }
  }
  return
}

function faultOf(mark: string, code: string, words: Inline[] | undefined) {
  const right = isKnown(code) ? code : nearestTo(code)
  const hint = right ? `write {lang=${right}}` : 'write the code of the language (BCP 47): {lang=es} for Spanish'
  if (!words?.length)
    return { message: `no words in brackets before “${mark}”`, hint: `write [words]{lang=${right ?? 'es'}}` }
  if (!isKnown(code)) return { message: `“${code}” is no language code`, hint }
  return mark === `{lang=${code}}` ? undefined : { message: `“${mark}” is not how a language is marked`, hint }
}

/** Tells whether `code` is a valid BCP 47 code. Node names every two-letter language; rare longer codes may have no name. */
function isKnown(code: string): boolean {
  return isLanguageCode(code) && (code.split('-')[0]?.length !== 2 || languages.of(code) !== undefined)
}

/** Suggests the intended code: `es-ES` for “es_es”, `es` for “spa” or “Spanish”, `uk` for the country “UA”. */
function nearestTo(code: string): string | undefined {
  const tag = code.trim().replaceAll('_', '-')
  const proper = canonicalCode(tag)
  if (proper && isKnown(proper)) return proper
  const named = TWO_LETTERS.find((letters) => languages.of(letters)?.toLowerCase() === tag.toLowerCase())
  if (named) return named
  if (!/^[a-z]{2}$/i.test(tag) || regions.of(tag.toUpperCase()) === undefined) return
  return new Intl.Locale(`und-${tag}`).maximize().language
}

const LETTERS = [...'abcdefghijklmnopqrstuvwxyz']
const TWO_LETTERS = LETTERS.flatMap((first) => LETTERS.map((second) => first + second))

/** English names; undefined if unknown */
const languages = new Intl.DisplayNames('en', { type: 'language', fallback: 'none' })
const regions = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' })
