// @vitest-environment node
import { describe, expect, it } from 'vitest'
import { parseDate } from '../../../src/manuscript/dates.ts'

const iso = (time: number | undefined) => new Date(time ?? Number.NaN).toISOString().slice(0, 10)

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
    expect(parseDate('2010-10-13T02:00Z', '-03:00')?.start).toBe(late?.start)
  })
})
