/** The languages of the interface, for the build only: a page gets its words with its story. */
import { be } from './be.ts'
import { en } from './en.ts'
import type { PrintedLanguage } from './language.ts'
import { lt } from './lt.ts'
import { pl } from './pl.ts'
import { ru } from './ru.ts'
import { isPlain } from './say.ts'
import { uk } from './uk.ts'

const languages: Record<string, PrintedLanguage> = { en, be, uk, pl, lt, ru }

/** The interface in the language of a story, with the story's locale; English if we lack that language. */
export function languageOf(code: string): PrintedLanguage {
  const known = languages[code] ?? languages[new Intl.Locale(code).language]
  const language = known ?? en
  // Use the story's own numbers and dates, also for a regional variant or a language whose interface we lack.
  const locale = languages[code]?.locale ?? code
  const numbers = [...new Set([locale, ...(known?.page.numbers ?? [])])]
  return { ...language, locale, page: { ...language.page, numbers, plain: isPlain(numbers) } }
}

const FROM_THE_RIGHT = new Set(['Adlm', 'Arab', 'Hebr', 'Mand', 'Mend', 'Nkoo', 'Rohg', 'Syrc', 'Thaa'])

/** Writing direction of a language. `code`: BCP 47. */
export function directionOf(code: string): 'ltr' | 'rtl' {
  return FROM_THE_RIGHT.has(new Intl.Locale(code).maximize().script ?? '') ? 'rtl' : 'ltr'
}
