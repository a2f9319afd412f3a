import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { zoomPath } from '../../../src/map/zoomPath.ts'

const focus = fc.tuple(
  fc.integer({ min: -4000, max: 4000 }),
  fc.integer({ min: -4000, max: 4000 }),
  fc.integer({ min: 200, max: 8000 }),
)

describe('a flight', () => {
  it('begins at the one view and ends at the other', () => {
    fc.assert(
      fc.property(focus, focus, (from, to) => {
        const way = zoomPath(from, to)
        for (const [part, view] of [
          [0, from],
          [1, to],
        ] as const)
          for (const [i, value] of way(part).entries()) expect(value).toBeCloseTo(view[i] ?? Number.NaN, 3)
      }),
    )
  })

  it('never turns back, and rises on a long way', () => {
    const way = zoomPath([0, 0, 500], [8000, 0, 500])
    const views = Array.from({ length: 21 }, (_, i) => way(i / 20))
    views.slice(1).forEach(([x], i) => {
      expect(x).toBeGreaterThan(views[i]?.[0] ?? 0)
    })
    expect(way(0.5)[2]).toBeGreaterThan(2000)
  })
})
