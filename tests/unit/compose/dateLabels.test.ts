// @vitest-environment node
import { describe, expect, it } from 'vitest'
import { clockOf, dateOf, digitsFor } from '../../../src/compose/dateLabels.ts'

describe('a date in words', () => {
  it.each([
    ['2020', '2020', '2020'],
    ['2020-09', 'September 2020', 'Sept 2020'],
    ['2025-12-13', '13 December 2025', '13 Dec'],
    ['2020-09-07/2020-09-08', '7–8 September 2020', '7–8 Sept'],
    ['2020/2022', '2020–2022', '2020–2022'],
    ['2020-06/2021-08', 'June 2020 – August 2021', '2020–2021'],
    ['2004-06~/2004-08', 'about June 2004 – August 2004', 'about Jun 2004 – Aug 2004'],
    ['2020-09-30/2020-10-02', '30 September – 2 October 2020', '30 Sept – 2 Oct'],
    ['2020-05/2020-09', 'May – September 2020', 'May – Sept 2020'],
    ['2020-05/2022', 'May 2020 – 2022', '2020–2022'],
    ['2020/2020-05-03', '2020 – 3 May 2020', '2020 – May 2020'],
    ['2020~', 'about 2020', 'about 2020'],
    ['2020?', '2020, unconfirmed', '2020, unconfirmed'],
    ['2020%', 'about 2020, unconfirmed', 'about 2020, unconfirmed'],
    ['196', '1960s', '1960s'],
    ['196X', '1960s', '1960s'],
    ['19', '20th century', '20th century'],
    ['15XX', '16th century', '16th century'],
    ['1XXX', '1000–1999', '1000–1999'],
    ['2004-XX', '2004', '2004'],
    ['1985-04-XX', 'April 1985', 'Apr 1985'],
    ['156X-12-25', '1560s', '1560s'],
    ['2001-21', 'spring 2001', 'spring 2001'],
    ['2001-34', '2nd quarter of 2001', '2nd quarter of 2001'],
    ['2020/..', 'since 2020', 'since 2020'],
    ['../1984-03', 'until March 1984', 'until Mar 1984'],
    ['2020-05/', 'since May 2020', 'since May 2020'],
    ['-0043-03-15', '15 March 44 BC', '15 Mar'],
    ['-0043', '44 BC', '44 BC'],
    ['0014', '14 AD', '14 AD'],
    ['-0052/-0050', '53–51 BC', '53–51 BC'],
    ['-04', '4th century BC', '4th century BC'],
    ['-004X', '50–41 BC', '50–41 BC'],
    ['Y-12000', '12,000 BC', '12,000 BC'],
    ['Y-66000000', '66 million years ago', '66 million years ago'],
    [
      'Y-66000000/Y-34000000',
      '66 million years ago – 34 million years ago',
      '66 million years ago – 34 million years ago',
    ],
    ['Y-4540000000', '4.54 billion years ago', '4.54 billion years ago'],
    ['Y-13800000000~', 'about 13.8 billion years ago', 'about 13.8 billion years ago'],
    ['2010-10-13T00:11-03:00', '13 October 2010 at 00:11', '00:11'],
    ['2010-10-13T00:11', '13 October 2010 at 00:11', '00:11'],
    ['2010-10-13T00:11-03:00/2010-10-13T01:30-03:00', '13 October 2010, 00:11–01:30', '00:11–01:30'],
    ['1986-04-26T01:23:04', '26 April 1986 at 01:23:04', '01:23:04'],
    ['1986-04-26T01:23:40', '26 April 1986 at 01:23:40', '01:23:40'],
    ['1986-04-26T01:23:00', '26 April 1986 at 01:23:00', '01:23:00'],
    ['1986-04-26T01:23:40/1986-04-26T01:23:45', '26 April 1986, 01:23:40–01:23:45', '01:23:40–01:23:45'],
    ['1986-04-26T01:23/1986-04-26T01:23:45', '26 April 1986 at 01:23 – 26 April 1986 at 01:23:45', '01:23 – 01:23:45'],
    ['1986-04-26T01:23:40/..', 'since 26 April 1986 at 01:23:40', 'since 01:23:40'],
  ])('%s is never more exact than it was written', (text, long, short) => {
    const { label, short: bead } = dateOf(text, 'en')
    expect([label, bead]).toEqual([long, short])
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
      expect(texts.map((text) => dateOf(text, code).label)).toEqual(words)
      const years = dateOf('2020/2022', code)
      expect([years.label, years.short]).toEqual(['2020–2022', '2020–2022'])
    },
  )

  it('in English follows the region of the story, and Britain where it has none', () => {
    const day = (code: string) => dateOf('2025-12-13', code).label
    expect([day('en'), day('en-GB'), day('en-US')]).toEqual([
      '13 December 2025',
      '13 December 2025',
      'December 13, 2025',
    ])
  })

  it('under a bead is never only numbers', () => {
    for (const code of ['en', 'be', 'uk', 'pl', 'lt', 'ru'])
      expect(dateOf('2025-12-12/2025-12-13', code).short).toMatch(/\p{L}{3}/u)
  })

  it.each(['en', 'de', 'ar', 'ja', 'be', 'uk', 'pl', 'lt', 'ru'])(
    'leaves nothing of the code to readers of “%s”',
    (language) => {
      for (const text of ['19', '196', '2001-21', '2020/..', '-0043', 'Y-66000000', '2010-10-13T00:11'])
        expect(dateOf(text, language).label).not.toMatch(/undefined|NaN|Invalid|T\d/)
    },
  )

  it.each(['en', 'de', 'ar', 'ja', 'be', 'uk', 'pl', 'lt', 'ru'])('keeps seconds apart in “%s”', (language) => {
    for (const text of ['1986-04-26T01:23:40', '1986-04-26T01:23:40/1986-04-26T01:23:45']) {
      const { label, short } = dateOf(text, language)
      expect([label, short]).toEqual([expect.stringContaining('1:23:40'), expect.stringContaining('1:23:40')])
    }
    expect(dateOf('1986-04-26T01:23:40/1986-04-26T01:23:45', language).short).toContain('1:23:45')
  })

  it('tells ages to as many digits as tell them apart', () => {
    const ages = ['Y-13798000000', 'Y-13797930000', 'Y-66000000', '2020']
    const labels = ages.map((age) => dateOf(age, 'en', { digits: digitsFor(ages) }).label)
    expect(labels).toEqual(['13.798 billion years ago', '13.7979 billion years ago', '66 million years ago', '2020'])
    expect(dateOf('Y-13797930000', 'en', { digits: digitsFor(['Y-13797930000']) }).label).toBe('13.8 billion years ago')
    expect(digitsFor(['Y-66043211/Y-66043000', 'Y-66043210'])).toBe(8)
  })

  it.each([
    ['2025-12-13', '2025-12-13'],
    ['2020-09', '2020-09'],
    ['2020~', '2020'],
    ['2010-10-13T00:11-03:00', '2010-10-13T00:11-03:00'],
    ['2010-10-13T00:11', '2010-10-13T00:11'],
    ['1986-04-26T01:23:04', '1986-04-26T01:23:04'],
    ['1986-04-26T01:23:40/1986-04-26T01:23:45', undefined],
    ['2020-09-07/2020-09-08', undefined],
    ['-0043-03-15', undefined],
    ['0000', undefined],
    ['196', undefined],
    ['2001-21', undefined],
    ['2004-XX', undefined],
    ['Y-66000000', undefined],
  ])('%s is to machines what HTML can say: %s', (text, time) => {
    expect(dateOf(text, 'en').time).toBe(time)
  })
})

describe('the clock of a story', () => {
  it('tells every time in its zone', () => {
    const zone = { zone: '-03:00' }
    expect(dateOf('2010-10-13T03:11Z', 'en', zone)).toMatchObject({ label: '13 October 2010 at 00:11', short: '00:11' })
    expect(dateOf('2010-10-13T02:30Z', 'en', zone).label).toBe('12 October 2010 at 23:30')
  })

  it('of a place follows its change of clock, also in what machines read', () => {
    const zone = { zone: 'Europe/Kyiv' }
    expect(dateOf('2022-02-24T05:00', 'en', zone)).toMatchObject({ time: '2022-02-24T05:00+02:00' })
    expect(dateOf('2022-07-01T05:00:30', 'en', zone)).toMatchObject({ time: '2022-07-01T05:00:30+03:00' })
    expect(dateOf('2022-07-01T05:00Z', 'en', zone)).toMatchObject({ short: '08:00', time: '2022-07-01T05:00Z' })
  })

  it.each([
    ['en', 'Times are local time (Ukraine Time, UTC+2 and UTC+3).'],
    ['be', 'Час мясцовы (Украіна, UTC+2 і UTC+3).'],
    ['uk', 'Час місцевий (Україна, UTC+2 і UTC+3).'],
    ['pl', 'Czas lokalny (czas wschodnioeuropejski, UTC+2 i UTC+3).'],
    ['lt', 'Laikas vietinis (Ukraina, UTC+2 ir UTC+3).'],
    ['ru', 'Время местное (Украина, UTC+2 и UTC+3).'],
  ])('of a place is named in “%s”', (language, said) => {
    expect(clockOf(['2022-02-24T05:00', '2022-07-01T05:00'], language, { zone: 'Europe/Kyiv' })).toBe(said)
  })

  it('of a place is named without its letters, where these are all there is', () => {
    const clock = (language: string, zone: string) => clockOf(['2022-07-01T05:00'], language, { zone })
    expect(clock('en-US', 'America/New_York')).toBe('Times are local time (Eastern Time, UTC−4).')
    expect(clock('en', 'Etc/UTC')).toBe('Times are local time (UTC).')
  })

  it('is told once, and only where there are times', () => {
    expect(clockOf(['2010-10-13T00:11-03:00'], 'en', {})).toBe('Times are local time (UTC−3).')
    expect(clockOf(['2010-10-13'], 'en', { zone: '-03:00' })).toBeUndefined()
    expect(clockOf(['1519-09-20'], 'en', { calendar: 'julian' })).toBe('Dates follow the Julian calendar.')
  })

  it('of another calendar is not told to machines as if it were ours', () => {
    const { time, iso, label } = dateOf('1519-09-20', 'en', { calendar: 'julian' })
    expect([time, iso, label]).toEqual([undefined, '1519', '20 September 1519'])
  })
})
