import { en } from './en.ts'
import type { Language } from './language.ts'

export type { Language }

const languages: Record<string, Language> = { en }

/** The interface in the language of a story; English where we do not have it yet. */
export function languageOf(code: string): Language {
  return languages[code] ?? en
}

/** A number as the language writes it: 1,100. */
export function formatNumber(value: number, code: string): string {
  return new Intl.NumberFormat(code === 'en' ? 'en-GB' : code).format(value)
}
