/** What a translation says otherwise than the main edition: other numbers, other sources. Facts are the same in every language. */
import { type Inline, plainText } from '../story/prose.ts'
import { type Section, UPDATES, type WordsRead } from './markdown.ts'
import type { Report } from './problems.ts'

/** Warns of numbers and citations of `words` that differ, section by section, from those of the `main` edition. */
export function checkTranslation(words: WordsRead, main: WordsRead, report: Report) {
  for (const section of words.sections) {
    const original = main.sections.find(({ id }) => id === section.id)
    if (!original) continue
    const tell = (kind: string, more: string[], less: string[]) => {
      if (more.length + less.length === 0) return
      const [has, lacks] = [more, less].map((list) => list.join(', '))
      const differs = [has && `has ${has}, which the main edition has not`, lacks && `lacks ${lacks}`].filter(Boolean)
      report(section.line, `${kind} of “${section.id}”: it ${differs.join(', and ')}`, undefined, 'warning')
    }
    const [own, others] = [sourcesIn(section, words), sourcesIn(original, main)]
    tell('sources', without(own, others), without(others, own))
    const [numbers, originals] = [numbersIn(section, words), numbersIn(original, main)]
    tell(
      'numbers',
      numbers.filter((n) => !isAmong(n, originals)).map(String),
      originals.filter((n) => !isAmong(n, numbers)).map(String),
    )
  }
}

function without(list: string[], others: string[]): string[] {
  return list.filter((item) => !others.includes(item))
}

/** A thousand may be written as a word: 65 in “65 тысяч” is 65,000. */
function isAmong(number: number, others: number[]): boolean {
  return others.some((other) => [1, 1000, 1_000_000].some((unit) => number === other * unit || other === number * unit))
}

/** Whole numbers in digits, whatever stands between their thousands; parts of one are left out, for they may be words. */
function numbersIn(section: Section, words: WordsRead): number[] {
  const text = [section.heading, ...textsIn(section, words).map(plainText)].join('\n')
  const whole = text.replace(/(?<=\d)[.,\s](?=\d{3}(?!\d))/g, '').replace(/(?<=\d)[.,]\d+/g, '')
  return [...new Set((whole.match(/\d+/g) ?? []).map(Number))]
}

/** Ids of the sources a section cites. */
function sourcesIn(section: Section, words: WordsRead): string[] {
  const cites = (text: Inline[]): number[] =>
    text.flatMap((part) => (typeof part === 'string' ? [] : part.kind === 'cite' ? part.sources : cites(part.text)))
  const places = textsIn(section, words).flatMap(cites)
  return [...new Set(places.flatMap((place) => words.cited[place - 1] ?? []))]
}

function textsIn({ id, body }: Section, { updates }: WordsRead): Inline[][] {
  if (id === UPDATES) return updates.map(({ text }) => text)
  return body.flatMap((block) => {
    if (block.kind === 'chart') return []
    if (block.kind === 'list') return block.items
    if (block.kind === 'media') return block.media.map(({ caption }) => [caption])
    if (block.kind === 'table') return [...block.head, ...block.rows.flat()]
    return block.kind === 'quotation' ? [block.text, block.by] : [block.text]
  })
}
