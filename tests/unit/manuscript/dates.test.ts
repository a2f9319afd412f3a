import { describe, expect, it } from 'vitest'
import { parseDate } from '../../../src/manuscript/dates.ts'

describe('a date', () => {
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
