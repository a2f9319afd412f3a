import type { PrintedLanguage } from './language.ts'

/** Words for dates that `Intl` does not have. A date is written in numbers if its word is missing. */
interface SpecialDateWords {
  /** An interval without an end, and one without a beginning */
  since?: (date: string) => string
  until?: (date: string) => string
  /** `year`: first year of the decade, never BC */
  decade?: (year: number) => string
  /** `century`: 20 for the century of 1960 */
  century?: (century: number, bce: boolean) => string
  /** `season`: 0 is spring; `year`: in words */
  season?: (season: 0 | 1 | 2 | 3, year: string) => string
  /** `part`: counted from 1; `of`: 4, 3 or 2 in a year */
  part?: (part: number, of: number, year: string) => string
  /** `years`: '66 million' */
  yearsAgo?: (years: string) => string
  /** Label at the end of an axis of years ago */
  now?: string
  /** Notes on the page of a story with the Julian calendar, and of one with a time zone */
  julian: string
  zone: (offset: string) => string
}

/** All words of a language for dates. */
export type DateWords = SpecialDateWords & Pick<PrintedLanguage, 'locale' | 'shortMonth' | 'approximate' | 'uncertain'>

const ORDINALS: Record<string, string> = { one: 'st', two: 'nd', few: 'rd', other: 'th' }
const ordinalRules = new Intl.PluralRules('en', { type: 'ordinal' })
const ordinal = (number: number) => `${number}${ORDINALS[ordinalRules.select(number)]}`

const en: SpecialDateWords = {
  since: (date) => `since ${date}`,
  until: (date) => `until ${date}`,
  decade: (year) => `${year}s`,
  century: (century, bce) => `${ordinal(century)} century${bce ? ' BC' : ''}`,
  season: (season, year) => `${['spring', 'summer', 'autumn', 'winter'][season]} ${year}`,
  part: (part, of, year) => `${ordinal(part)} ${of === 4 ? 'quarter' : of === 3 ? 'third' : 'half'} of ${year}`,
  yearsAgo: (years) => `${years} years ago`,
  now: 'now',
  julian: 'Dates follow the Julian calendar.',
  zone: (offset) => `Times are local time (${offset}).`,
}

const words: Record<string, SpecialDateWords> = {
  en,
  be: { julian: 'Даты паводле юліянскага календара.', zone: (offset) => `Час мясцовы (${offset}).` },
  uk: { julian: 'Дати за юліанським календарем.', zone: (offset) => `Час місцевий (${offset}).` },
  pl: { julian: 'Daty według kalendarza juliańskiego.', zone: (offset) => `Czas lokalny (${offset}).` },
  lt: { julian: 'Datos pagal Julijaus kalendorių.', zone: (offset) => `Laikas vietinis (${offset}).` },
  ru: { julian: 'Даты по юлианскому календарю.', zone: (offset) => `Время местное (${offset}).` },
}

/** The words of a language for dates. */
export function dateWordsOf({ page, locale, shortMonth, approximate, uncertain }: PrintedLanguage): DateWords {
  return { ...(words[page.code] ?? en), locale, shortMonth, approximate, uncertain }
}
