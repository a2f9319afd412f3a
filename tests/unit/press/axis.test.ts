import { describe, expect, it } from 'vitest'
import { makeAxis } from '../../../src/press/axis.ts'

const day = (iso: string) => Date.parse(`${iso}T00:00:00Z`)

describe('the true-scale axis', () => {
  it('gives five years their true length and five days theirs', () => {
    const { at } = makeAxis([day('2020-08-09'), day('2023-02-15'), day('2025-12-13'), day('2025-12-18')], 'en')
    const [first = 0, middle = 0, release = 0, arrival = 0] = at
    expect((middle - first) / (release - first)).toBeCloseTo(920 / 1952, 3)
    expect(arrival - release).toBeLessThan(0.004)
  })

  it('begins and ends on whole years and names each in its middle', () => {
    const { axis } = makeAxis([day('2020-08-09'), day('2025-12-18')], 'en')
    expect(axis.labels.map(({ text }) => text)).toEqual(['2020', '2021', '2022', '2023', '2024', '2025'])
    expect(axis.ticks[0]).toBe(0)
    expect(axis.ticks.at(-1)).toBe(1)
    expect(axis.labels[0]?.at).toBeCloseTo((axis.ticks[1] ?? 0) / 2, 3)
  })

  it('counts in days when the story is a matter of days', () => {
    const { axis } = makeAxis([day('2025-12-13'), day('2025-12-18')], 'en')
    expect(axis.labels.some(({ text }) => text === '14 Dec')).toBe(true)
  })

  it('holds a story of one moment', () => {
    const { at } = makeAxis([day('2025-12-13')], 'en')
    expect(at[0]).toBeGreaterThanOrEqual(0)
    expect(at[0]).toBeLessThanOrEqual(1)
  })
})
