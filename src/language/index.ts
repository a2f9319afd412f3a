/** The languages of the interface, for the build: a page gets the words of its own along with its story. */
import { be } from './be.ts'
import { en } from './en.ts'
import type { PrintedLanguage } from './language.ts'
import { lt } from './lt.ts'
import { pl } from './pl.ts'
import { ru } from './ru.ts'
import { isPlain } from './say.ts'
import { uk } from './uk.ts'

const languages: Record<string, PrintedLanguage> = { en, be, uk, pl, lt, ru }

/** The interface in the language of a story, with that story's locale; English where we do not have it yet. */
export function languageOf(code: string): PrintedLanguage {
  const known = languages[code] ?? languages[new Intl.Locale(code).language]
  const language = known ?? en
  // A story may be in a region's own English, or in a language whose interface we lack: its numbers and dates are its own.
  const locale = languages[code]?.locale ?? code
  const numbers = [...new Set([locale, ...(known?.page.numbers ?? [])])]
  return { ...language, locale, page: { ...language.page, numbers, plain: isPlain(numbers) } }
}

const FROM_THE_RIGHT = new Set(['Adlm', 'Arab', 'Hebr', 'Mand', 'Mend', 'Nkoo', 'Rohg', 'Syrc', 'Thaa'])

/** The direction in which a language is written. `code`: BCP 47. */
export function directionOf(code: string): 'ltr' | 'rtl' {
  return FROM_THE_RIGHT.has(new Intl.Locale(code).maximize().script ?? '') ? 'rtl' : 'ltr'
}
