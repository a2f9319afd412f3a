// @vitest-environment node
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dateOf } from '../../../src/compose/dateLabels.ts'
import { dateSlip } from '../../../src/content/dateSlips.ts'
import { type Clock, parseDate } from '../../../src/content/edtf.ts'

const iso = (time: number | undefined) => new Date(time ?? Number.NaN).toISOString().slice(0, 10)

/** What readers see of a date, and what its author is told about it; a hyphen where there is nothing. */
function told(text: string, clock: Clock = {}): [shown: string, said: string] {
  const slip = dateSlip(text, clock)
  const shown = parseDate(text, clock) ? dateOf(text, 'en', clock).label : '-'
  return [shown, slip ? `${slip.severity}: ${slip.message} — ${slip.hint}` : '-']
}

/** A date that is refused, with the very date to write. */
const refused = (text: string, hint: string): [string, string, string] => [
  text,
  '-',
  `error: “${text}” is not a date we can read — write ${hint}`,
]

/**
 * The shapes of dates: what is written, what is shown, what is said.
 *
 * Years: a decade or century without `X` is a warning, since most who write `476` mean the year.
 * Seasons: `YYYY-NN` is a warning where NN is later than the year's last two digits and could be another year. Sure of
 * a season are `25` to `32`, unless NN is one of the next three years: 2020-25 is spring, 2025-26 may be a season of sport.
 */
const SHAPES: [written: string, shown: string, said: string][] = [
  // As it should be
  ['2020', '2020', '-'],
  ['0476', '476', '-'],
  ['0079', '79 AD', '-'],
  ['-0043', '44 BC', '-'],
  ['476X', '4760s', '-'],
  ['196X~', 'about 1960s', '-'],
  ['19XX', '20th century', '-'],
  ['-43XX', '44th century BC', '-'],
  ['1960-21', 'spring 1960', '-'],
  ['2020-25', 'spring 2020', '-'],
  ['2025-22', 'summer 2025', '-'],
  ['2024-02-29', '29 February 2024', '-'],
  ['2000-02-29', '29 February 2000', '-'],
  // Decades and centuries that are years
  [
    '476',
    '4760s',
    'warning: “476” is read as the years 4760 to 4769 — write 0476 for the year 476, or 476X for the decade',
  ],
  [
    '800',
    '8000s',
    'warning: “800” is read as the years 8000 to 8009 — write 0800 for the year 800, or 800X for the decade',
  ],
  [
    '79',
    '80th century',
    'warning: “79” is read as the years 7900 to 7999 — write 0079 for the year 79, or 79XX for the century',
  ],
  [
    '196',
    '1960s',
    'warning: “196” is read as the years 1960 to 1969 — write 0196 for the year 196, or 196X for the decade',
  ],
  [
    '19~',
    'about 20th century',
    'warning: “19~” is read as the years 1900 to 1999 — write 0019~ for the year 19, or 19XX~ for the century',
  ],
  [
    '-44',
    '44th century BC',
    'warning: “-44” is read as the years 4401 to 4302 BC — write -0043 for the year 44 BC, or -43XX for the century',
  ],
  ['-01', '1st century BC', 'warning: “-01” is read as the years 101 to 2 BC — write 0000 for the year 1 BC'],
  refused('7', '0007'),
  refused('-4', '-0003'),
  // Numbers that the parser took for milliseconds
  refused('20251213', '2025-12-13'),
  refused('202512', '2025-12'),
  refused('45639', '2024-12-13 if this is a spreadsheet’s number for a day, or Y45639 for the year'),
  refused('20200', '1955-04-21 if this is a spreadsheet’s number for a day, or Y20200 for the year'),
  refused('10000', '1927-05-18 if this is a spreadsheet’s number for a day, or Y10000 for the year'),
  refused('-12345', 'Y-12345'),
  // Years that are seasons
  [
    '2020-21',
    'spring 2020',
    'warning: “2020-21” is read as a season, March to May 2020 — write 2020/2021 for the years, or 2020-25 for spring in the northern hemisphere',
  ],
  [
    '2022-23',
    'autumn 2022',
    'warning: “2022-23” is read as a season, September to November 2022 — write 2022/2023 for the years, or 2022-27 for autumn in the northern hemisphere',
  ],
  [
    '2023-24',
    'winter 2023',
    'warning: “2023-24” is read as a season, December to February 2024 — write 2023/2024 for the years, or 2023-28 for winter in the northern hemisphere',
  ],
  [
    '2025-26',
    'summer 2025',
    'warning: “2025-26” is read as a season, June to August 2025 — write 2025/2026 for the years, or 2025-22 for summer in the northern hemisphere',
  ],
  [
    '1936-39',
    '3rd third of 1936',
    'warning: “1936-39” is read as a season, September to December 1936 — write 1936/1939 for the years, or 1936-09/1936-12 for those months',
  ],
  refused('1914-18', '1914/1918'),
  refused('1939-45', '1939/1945'),
  // Months and years that are centuries
  [
    '12/2025',
    '13th century – 2025',
    'warning: in “12/2025”, “12” is read as the years 1200 to 1299 — write 2025-12, or 12XX/2025 for those years',
  ],
  [
    '05/2025',
    '6th century – 2025',
    'warning: in “05/2025”, “05” is read as the years 500 to 599 — write 2025-05, or 05XX/2025 for those years',
  ],
  [
    '1519/22',
    '1519 – 23rd century',
    'warning: in “1519/22”, “22” is read as the years 2200 to 2299 — write 1519/1522, or 1519/22XX for those years',
  ],
  refused('5/2025', '2025-05'),
  refused('2009/11', '2009-11 or 2009/2011'),
  refused('2020-09-07/08', '2020-09-07/2020-09-08'),
  // Days that are none
  [
    '2023-02-29',
    '-',
    'error: “2023-02-29” is no day: February 2023 has 28 days — write the right day, or 2023-02 where only the month is known',
  ],
  [
    '2025-02-30',
    '-',
    'error: “2025-02-30” is no day: February 2025 has 28 days — write the right day, or 2025-02 where only the month is known',
  ],
  [
    '2025-04-31T10:00',
    '-',
    'error: “2025-04-31T10:00” is no day: April 2025 has 30 days — write the right day, or 2025-04 where only the month is known',
  ],
  [
    '1900-02-29',
    '-',
    'error: “1900-02-29” is no day: February 1900 has 28 days — write the right day, or 1900-02 where only the month is known; if the story is told in the Julian calendar, write calendar: julian',
  ],
  // Dates as people write them
  refused('13.12.2025', '2025-12-13'),
  refused('12.05.2025', '2025-05-12'),
  refused('12/05/2025', '2025-05-12 or 2025-12-05'),
  refused('13/12/2025', '2025-12-13'),
  refused('2025/12/13', '2025-12-13'),
  refused('2025-1-5', '2025-01-05'),
  refused('13 December 2025', '2025-12-13'),
  refused('Dec. 13, 2025', '2025-12-13'),
  refused('Sept 2025', '2025-09'),
  refused('c. 1500', '1500~'),
  refused('circa 2020-05', '2020-05~'),
  refused('1990s', '199X'),
  refused('1900s', '190X or 19XX'),
  refused('16th century', '15XX'),
  refused('44 BC', '-0043'),
  refused('AD 476', '0476'),
  refused('2020–2021', '2020/2021'),
  refused('2020-09-07 – 2020-09-08', '2020-09-07/2020-09-08'),
  refused('13.12.2025/14.12.2025', '2025-12-13/2025-12-14'),
  // Times
  ['1986-04-26T01:23:04', '26 April 1986 at 01:23:04', '-'],
  refused('2024-05-01T10:00:00.000Z', '2024-05-01T10:00:00Z'),
  refused('2024-05-01T10:00+0300', '2024-05-01T10:00+03:00'),
  refused('2024-05-01T10:00+03', '2024-05-01T10:00+03:00'),
  refused('2024-05-01 9:30', '2024-05-01T09:30'),
]

describe('the shape of a date', () => {
  it.each(SHAPES)('%s is shown as “%s”, and its author is told: %s', (text, shown, said) => {
    expect(told(text)).toEqual([shown, said])
  })

  it('offers the forms we take where nothing nearer can be meant', () => {
    expect(told('long ago')[1]).toMatch(
      /^error: “long ago” is not a date we can read — write 2020, 2020-09, .*STORY\.md/,
    )
  })

  it('of the Julian calendar may be 29 February in every fourth year, and stays so', () => {
    const julian = { calendar: 'julian' as const }
    expect(told('1500-02-29', julian)).toEqual(['29 February 1500', '-'])
    expect(told('-0100-02-29', julian)).toEqual(['29 February 101 BC', '-'])
    expect(told('1500-02-28/1500-02-29', julian)[0]).toBe('28 February 1500 – 29 February 1500')
    expect(told('1501-02-29', julian)[0]).toBe('-')
    const starts = ['1500-02-28', '1500-02-29', '1500-02-29T18:00', '1500-03-01'].map(
      (text) => parseDate(text, julian)?.start ?? 0,
    )
    expect(starts).toEqual([...new Set(starts)].sort((a, b) => a - b))
  })
})

describe('any text', () => {
  const parts = [...'0123456789-/.:~?%XTZ+ \u2013', '20', '2024', '-02-29', '24:00', 'BC', 's', 'c. ', 'May']
  const text = fc.array(fc.constantFrom(...parts), { maxLength: 9 }).map((all) => all.join(''))
  const clock = fc.constantFrom<Clock>({}, { calendar: 'julian' }, { zone: '-03:00' }, { zone: 'Europe/Kyiv' })

  it('is either a date, shown in words, or refused with something to write', () => {
    fc.assert(
      fc.property(text, clock, (text, clock) => {
        const [shown, said] = told(text, clock)
        expect(said.startsWith('error')).toBe(shown === '-')
        expect(shown + said).not.toMatch(/NaN|undefined|Invalid/)
      }),
      { numRuns: 3000, seed: 24 },
    )
  })
})

describe('the clock of a place', () => {
  const kyiv = { zone: 'Europe/Kyiv' }

  it.each([
    ['2022-02-24T05:00', '24 February 2022 at 05:00', '-'],
    ['2022-02-24T03:00Z', '24 February 2022 at 05:00', '-'],
    ['2022-07-01T03:00Z', '1 July 2022 at 06:00', '-'],
    [
      '2022-03-27T03:30',
      '-',
      'error: “2022-03-27T03:30” was not on the clock of Europe/Kyiv, which went forward over it — write the time with its zone, as +02:00',
    ],
    [
      '2022-10-30T03:30',
      '30 October 2022 at 03:30',
      'warning: “2022-10-30T03:30” came twice on the clock of Europe/Kyiv; we take the first — write 2022-10-30T03:30+03:00 or 2022-10-30T03:30+02:00',
    ],
    ['2022-10-30T03:30+02:00', '30 October 2022 at 03:30', '-'],
    [
      '2022-07-01T12:00+02:00',
      '1 July 2022 at 13:00',
      'warning: “2022-07-01T12:00+02:00” is shown as 13:00: the clock of Europe/Kyiv was then at +03:00 — write 2022-07-01T12:00 for a time of that clock, or 2022-07-01T13:00+03:00 for the same moment',
    ],
    ['2022-07-01T12:00-04:00', '1 July 2022 at 19:00', '-'],
    ['2022-07-01', '1 July 2022', '-'],
  ])('%s is shown as “%s”, and its author is told: %s', (text, shown, said) => {
    expect(told(text, kyiv)).toEqual([shown, said])
  })
})

describe('a date', () => {
  it.each([
    '2025-02-30',
    '2025-13',
    '13 December 2025',
    '2025-12-13T10',
    '2025-12-13T24:30',
    '2025-02-30T10:00',
    '2025-12-13T10:00+19:00',
    '2025-12-14/2025-12-13',
    '../..',
    '/',
    '2020/2021/2022',
    'XXXX',
    'XXXX-12-25',
    '2020-20',
    '[1667,1668]',
    '{1960,1961-12}',
    'Y17E70',
    '',
    '../2020x',
    '20251213',
    '2023-02-29',
    '2023-02-29~',
    '1900-02-29/1900-03-01',
  ])('“%s” is none we take', (text) => {
    expect(parseDate(text)).toBeUndefined()
  })

  it('stands on the axis at its first day, what is longer in its middle', () => {
    const at = (text: string) => iso(parseDate(text)?.at)
    expect(at('2025-12-13')).toBe('2025-12-13')
    expect(at('2025-12-12/2025-12-13')).toBe('2025-12-12')
    expect(at('2020')).toBe('2020-07-02')
    expect(at('196')).toBe('1964-12-31')
    expect(at('../1984')).toBe('1984-01-01')
  })

  it.each([
    ['2001-21', '2001-03-01', '2001-05-31'],
    ['2001-24', '2001-12-01', '2002-02-28'],
    ['2001-29', '2001-09-01', '2001-11-30'],
    ['2001-34', '2001-04-01', '2001-06-30'],
    ['19', '1900-01-01', '1999-12-31'],
    ['156X-12-25', '1560-01-01', '1569-12-31'],
    ['1985-04-XX', '1985-04-01', '1985-04-30'],
  ])('%s reaches from %s to %s', (text, start, end) => {
    const date = parseDate(text)
    expect([iso(date?.start), iso(date?.end)]).toEqual([start, end])
  })

  it('keeps its order through all time', () => {
    const texts = [
      'Y-13800000000',
      'Y-66000000',
      'Y-300000',
      'Y-12000',
      '-0043-03-15',
      '0000',
      '0014',
      '2020',
      'Y12000',
    ]
    const starts = texts.map((text) => parseDate(text)?.start)
    expect(starts).not.toContain(undefined)
    expect(starts).toEqual([...starts].sort((a = 0, b = 0) => a - b))
  })

  it('with a time begins with its own midnight, whatever the zone', () => {
    const [late, day] = [parseDate('2010-10-12T23:00-03:00'), parseDate('2010-10-13')]
    expect(late?.start).toBeLessThan(day?.start ?? 0)
    expect(parseDate('2010-10-13T02:00Z', { zone: '-03:00' })?.start).toBe(late?.start)
  })
})
