/** BCP 47 codes of languages. */
import { attempt } from './attempt.ts'

/** True for a canonical BCP 47 code (`be`, `pt-BR`, `zh-Hant`), which names files and addresses. */
export function isLanguageCode(code: string): boolean {
  return /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(code) && canonicalCode(code) === code
}

/** The canonical form of a BCP 47 code; undefined if it is none. */
export function canonicalCode(code: string): string | undefined {
  return attempt(() => Intl.getCanonicalLocales(code)[0])
}
