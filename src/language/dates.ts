import type { PrintedLanguage } from './language.ts'

/** What dates need beside the names that `Intl` has and the doubt; what a language does not say is written in numbers. */
interface FewWords {
  /** Of an interval whose end, or whose beginning, is open */
  since?: (date: string) => string
  until?: (date: string) => string
  /** `year`: the first of the ten, never before our era */
  decade?: (year: number) => string
  /** `century`: 20 for that of 1960 */
  century?: (century: number, bce: boolean) => string
  /** Spring is 0; `year` in words */
  season?: (season: 0 | 1 | 2 | 3, year: string) => string
  /** `part` counts from 1, of 4, 3 or 2 in a year */
  part?: (part: number, of: number, year: string) => string
  /** `years`: '66 million' */
  yearsAgo?: (years: string) => string
  /** The end of an axis that counts years back */
  now?: string
  /** What is said once on the page of a story with another calendar, and of one with a clock */
  julian: string
  zone: (offset: string) => string
}

/** All that a language needs to say dates. */
export type DateWords = FewWords & Pick<PrintedLanguage, 'locale' | 'shortMonth' | 'approximate' | 'uncertain'>

const ORDINALS: Record<string, string> = { one: 'st', two: 'nd', few: 'rd', other: 'th' }
const ordinalRules = new Intl.PluralRules('en', { type: 'ordinal' })
const ordinal = (number: number) => `${number}${ORDINALS[ordinalRules.select(number)]}`

const en: FewWords = {
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

const words: Record<string, FewWords> = {
  en,
  be: { julian: 'Даты паводле юліянскага календара.', zone: (offset) => `Час мясцовы (${offset}).` },
  uk: { julian: 'Дати за юліанським календарем.', zone: (offset) => `Час місцевий (${offset}).` },
  pl: { julian: 'Daty według kalendarza juliańskiego.', zone: (offset) => `Czas lokalny (${offset}).` },
  lt: { julian: 'Datos pagal Julijaus kalendorių.', zone: (offset) => `Laikas vietinis (${offset}).` },
  ru: { julian: 'Даты по юлианскому календарю.', zone: (offset) => `Время местное (${offset}).` },
}

/** What `language` needs to say dates. */
export function dateWordsOf({ page, locale, shortMonth, approximate, uncertain }: PrintedLanguage): DateWords {
  return { ...(words[page.code] ?? en), locale, shortMonth, approximate, uncertain }
}
