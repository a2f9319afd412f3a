import { describe, expect, it } from 'vitest'
import { parseDate } from '../../../src/manuscript/dates.ts'
import { dateLabel, shortDateLabel } from '../../../src/press/dates.ts'

const label = (text: string, code: string) => {
  const date = parseDate(text)
  return date && [dateLabel(date, code), shortDateLabel(date, code)]
}

describe('a date in words', () => {
  it.each([
    ['2020', '2020', '2020'],
    ['2020-09', 'September 2020', 'Sept 2020'],
    ['2025-12-13', '13 December 2025', '13 Dec'],
    ['2020-09-07/2020-09-08', '7–8 September 2020', '7–8 Sept'],
    ['2020-09-30/2020-10-02', '30 September – 2 October 2020', '30 Sept – 2 Oct'],
    ['2020/2022', '2020–2022', '2020–2022'],
    ['2020-05/2020-09', 'May – September 2020', 'May – Sept 2020'],
    ['2020-05/2022', 'May 2020 – 2022', '2020–2022'],
    ['2020/2020-05-03', '2020 – 3 May 2020', '2020 – May 2020'],
    ['2020~', 'about 2020', 'about 2020'],
    ['2020?', '2020, unconfirmed', '2020, unconfirmed'],
  ])('%s is never more exact than it was written', (text, long, short) => {
    expect(label(text, 'en')).toEqual([long, short])
  })

  it.each([
    ['be', '13 снежня 2025', '12–13 снежня 2025', 'снежань 2025', 'прыблізна снежань 2025'],
    ['uk', '13 грудня 2025', '12–13 грудня 2025', 'грудень 2025', 'приблизно грудень 2025'],
    ['pl', '13 grudnia 2025', '12–13 grudnia 2025', 'grudzień 2025', 'grudzień 2025 (w przybliżeniu)'],
    ['lt', '2025 m. gruodžio 13 d.', '2025 gruodžio 12–13', '2025 m. gruodis', '2025 m. gruodis (apytiksliai)'],
    ['ru', '13 декабря 2025', '12–13 декабря 2025', 'декабрь 2025', 'примерно декабрь 2025'],
  ])(
    'in %s has the case it has there: a month with its day in the genitive, alone in the nominative',
    (code, ...words) => {
      const texts = ['2025-12-13', '2025-12-12/2025-12-13', '2025-12', '2025-12~']
      expect(texts.map((text) => label(text, code)?.[0])).toEqual(words)
      expect(label('2020/2022', code)).toEqual(['2020–2022', '2020–2022'])
    },
  )

  it('in English follows the region of the story, and Britain where it has none', () => {
    const day = (code: string) => label('2025-12-13', code)?.[0]
    expect([day('en'), day('en-GB'), day('en-US')]).toEqual([
      '13 December 2025',
      '13 December 2025',
      'December 13, 2025',
    ])
  })

  it('under a bead is never only numbers', () => {
    for (const code of ['en', 'be', 'uk', 'pl', 'lt', 'ru'])
      expect(label('2025-12-12/2025-12-13', code)?.[1]).toMatch(/\p{L}{3}/u)
  })
})
