import { describe, expect, it } from 'vitest'
import { dateLabel, parseDate, shortDateLabel } from '../../../src/manuscript/dates.ts'

const label = (text: string) => {
  const date = parseDate(text)
  return date && [dateLabel(date, 'en'), shortDateLabel(date, 'en')]
}

describe('a date', () => {
  it.each([
    ['2020', '2020', '2020'],
    ['2020-09', 'September 2020', 'Sept 2020'],
    ['2025-12-13', '13 December 2025', '13 Dec'],
    ['2020-09-07/2020-09-08', '7–8 September 2020', '7–8 Sept'],
    ['2020~', 'about 2020', 'about 2020'],
    ['2020?', '2020, unconfirmed', '2020, unconfirmed'],
  ])('%s is never more exact than it was written', (text, long, short) => {
    expect(label(text)).toEqual([long, short])
  })

  it.each([
    '2025-02-30',
    '2025-13',
    '13 December 2025',
    '2025-12-13T10:00',
    '2025-12-14/2025-12-13',
    '2020/',
    '',
    '2020-21',
    '../2020',
  ])('“%s” is none we take', (text) => {
    expect(parseDate(text)).toBeUndefined()
  })

  it('stands on the axis at its first day, a year or month in its middle', () => {
    const at = (text: string) => new Date(parseDate(text)?.at ?? 0).toISOString().slice(0, 10)
    expect(at('2025-12-13')).toBe('2025-12-13')
    expect(at('2025-12-12/2025-12-13')).toBe('2025-12-12')
    expect(at('2020')).toBe('2020-07-02')
  })
})
