import { type Inline, plainText } from '../story/prose.ts'
import { type Section, textsOf, type WordsRead } from './markdown.ts'
import type { Report } from './problems.ts'

/** Warns of numbers and citations that differ from the `main` edition, section by section: facts are the same in all. */
export function checkTranslation(words: WordsRead, main: WordsRead, report: Report) {
  for (const section of words.sections) {
    const original = main.sections.find(({ id }) => id === section.id)
    if (!original) continue
    const compare = <T>(kind: string, own: T[], others: T[], isAmong: (item: T, list: T[]) => boolean) => {
      const has = own.filter((item) => !isAmong(item, others)).join(', ')
      const lacks = others.filter((item) => !isAmong(item, own)).join(', ')
      const differs = [has && `has ${has}, which the main edition has not`, lacks && `lacks ${lacks}`].filter(Boolean)
      if (differs.length)
        report(section.line, `${kind} of “${section.id}”: it ${differs.join(', and ')}`, undefined, 'warning')
    }
    const includes = (id: string, ids: string[]) => ids.includes(id)
    compare('sources', sourcesIn(section, words), sourcesIn(original, main), includes)
    compare('numbers', numbersIn(section, words), numbersIn(original, main), isAmong)
  }
}

/** Treats numbers that differ by 1,000 or 1,000,000 as equal, since these may be words: 65 in “65 тысяч” is 65,000. */
function isAmong(number: number, others: number[]): boolean {
  return others.some((other) => [1, 1000, 1_000_000].some((unit) => number === other * unit || other === number * unit))
}

/** Integers in a section, with any thousands separator. Ignores decimal places, which may be words elsewhere. */
function numbersIn(section: Section, words: WordsRead): number[] {
  const text = [section.heading, ...textsOf(section, words).map(plainText)].join('\n')
  const whole = text.replace(/(?<=\d)[.,\s](?=\d{3}(?!\d))/g, '').replace(/(?<=\d)[.,]\d+/g, '')
  return [...new Set((whole.match(/\d+/g) ?? []).map(Number))]
}

/** Ids of the sources that a section cites. */
function sourcesIn(section: Section, words: WordsRead): string[] {
  const cites = (text: Inline[]): number[] =>
    text.flatMap((part) => (typeof part === 'string' ? [] : part.kind === 'cite' ? part.sources : cites(part.text)))
  const sourceNumbers = textsOf(section, words).flatMap(cites)
  return [...new Set(sourceNumbers.flatMap((number) => words.cited[number - 1] ?? []))]
}
