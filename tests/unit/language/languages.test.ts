import { describe, expect, it, vi } from 'vitest'
import { formsIn } from '../../../src/language/counting.ts'
import { directionOf, languageOf } from '../../../src/language/index.ts'
import type { Language } from '../../../src/language/language.ts'
import { formatCount, formatNumber, say } from '../../../src/language/say.ts'

const CODES = ['en', 'be', 'uk', 'pl', 'lt', 'ru']

/** Every text of a language with its path: 'embed.notes.loader'. */
function textsOf(value: unknown, path = ''): [string, string][] {
  if (typeof value === 'string') return [[path, value]]
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, part]) => textsOf(part, path ? `${path}.${key}` : key))
}

const namesIn = (text: string) => (text.match(/\{\w+\}/g) ?? []).sort()

describe.each(CODES)('the interface in %s', (code) => {
  const { page, ...printed } = languageOf(code)
  const english = new Map(textsOf(languageOf('en').page))

  it('travels as data and says everything', () => {
    expect(JSON.parse(JSON.stringify(page))).toEqual(page)
    expect(page.code).toBe(code)
    for (const [path, text] of [...textsOf(page), ...textsOf(printed)]) expect(text.trim(), path).not.toBe('')
  })

  it('has the same blanks to fill in as English', () => {
    for (const [path, text] of textsOf(page)) expect(namesIn(text), path).toEqual(namesIn(english.get(path) ?? ''))
  })

  it('is in its own script', () => {
    const foreign = ['be', 'uk', 'ru'].includes(code) ? /^[^\p{Script=Cyrillic}]+$/u : /\p{Script=Cyrillic}/u
    const names = /^(code|numbers|credit|bead|locale|shortMonth)/
    for (const [path, text] of [...textsOf(page), ...textsOf(printed)])
      if (!names.test(path)) expect(text, path).not.toMatch(foreign)
  })
})

describe('a number beside a noun', () => {
  it.each([
    ['en', '1 person', '3 people', '5 people', '22 people'],
    ['be', '1 чалавек', '3 чалавекі', '5 чалавек', '22 чалавекі'],
    ['uk', '1 особа', '3 особи', '5 осіб', '22 особи'],
    ['pl', '1 osoba', '3 osoby', '5 osób', '22 osoby'],
    ['lt', '1 žmogus', '3 žmonės', '5 žmonės', '22 žmonės'],
    ['ru', '1 человек', '3 человека', '5 человек', '22 человека'],
  ])('in %s asks for its form', (code, ...said) => {
    const form = formsIn(code)
    expect([1, 3, 5, 22].map((count) => `${count} ${form(count, languageOf(code).counted)}`)).toEqual(said)
  })

  it('is written as its language writes it', () => {
    const written = (code: string) => formatNumber(12_345, languageOf(code).page.numbers).replace(/\s/g, ' ')
    expect(['en', 'en-US', 'be', 'de'].map(written)).toEqual(['12,345', '12,345', '12 345', '12.345'])
  })

  it('is written in Belarusian as in the language that stands in for it in a browser without Belarusian', () => {
    const [own, ...others] = languageOf('be').page.numbers
    for (const value of [9, 114, 1100, 12_345, 1_234_567])
      expect(formatNumber(value, others)).toBe(formatNumber(value, own ?? ''))
  })
})

describe('a count', () => {
  it.each(['en', 'be', 'pl', 'fa', 'ar-EG', 'hi', 'mr'])(
    'is written in %s as every other number of the page',
    (code) => {
      const { page } = languageOf(code)
      for (const count of [0, 7, 22, 999, 1000, 1100, 123_456])
        expect(formatCount(count, page)).toBe(formatNumber(count, page.numbers))
    },
  )

  it('costs a page no Intl as long as it is small and its digits are those of a script', () => {
    const { page } = languageOf('en')
    const format = vi.spyOn(Intl, 'NumberFormat')
    expect([formatCount(0, page), formatCount(999, page)]).toEqual(['0', '999'])
    expect(format).not.toHaveBeenCalled()
    format.mockRestore()
  })
})

describe('the language of a story', () => {
  it('is found whatever its region or script', () => {
    expect(['be-BY', 'en-US', 'pt-BR', 'zh-Hant'].map((code) => languageOf(code).page.code)).toEqual([
      'be',
      'en',
      'en',
      'en',
    ])
    expect(languageOf('pt-BR').locale).toBe('pt-BR')
  })

  it('has its direction', () => {
    expect(['en', 'be', 'ar', 'he', 'fa', 'zh-Hant', 'az-Arab', 'az'].map(directionOf)).toEqual([
      'ltr',
      'ltr',
      'rtl',
      'rtl',
      'rtl',
      'ltr',
      'rtl',
      'ltr',
    ])
  })
})

it('say fills in every name, whatever stands in it', () => {
  const words: Pick<Language, 'bead'> = { bead: '{date}: {heading}' }
  expect(say(words.bead, { date: '{heading} $&', heading: 'A' })).toBe('{heading} $&: A')
})
