import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { runsOf, windowAround } from '../../../src/timeline/window.ts'

describe('the beads in the row', () => {
  it('are all of them, up to sixty', () => {
    expect(windowAround(30, 60)).toEqual({ from: 0, to: 60 })
  })

  it('are as many on either side of the active one, in a longer story', () => {
    const { from, to } = windowAround(411, 1000)
    expect(411 - from).toBe(to - 1 - 411)
  })

  it('are as many wherever the reader is, the active one among them, and all of them steps', () => {
    fc.assert(
      fc.property(fc.integer({ min: 61, max: 5000 }), fc.nat(), (count, any) => {
        const active = any % count
        const { from, to } = windowAround(active, count)
        expect(to - from).toBe(17)
        expect(from).toBeGreaterThanOrEqual(0)
        expect(to).toBeLessThanOrEqual(count)
        expect(active).toBeGreaterThanOrEqual(from)
        expect(active).toBeLessThan(to)
      }),
    )
  })

  it('stand with those of their phase; what is of none stands between', () => {
    const phases = [
      { label: 'Storm', first: 1, last: 3 },
      { label: 'Calm', first: 6, last: 9 },
    ]
    const said = (from: number, to: number) =>
      runsOf(phases, { from, to }).map((run) => `${run.phase?.label ?? 'none'} ${run.from}–${run.to - 1}`)
    expect(said(0, 12)).toEqual(['none 0–0', 'Storm 1–3', 'none 4–5', 'Calm 6–9', 'none 10–11'])
    expect(said(2, 8)).toEqual(['Storm 2–3', 'none 4–5', 'Calm 6–7'])
    expect(runsOf([], { from: 0, to: 5 })).toEqual([{ phase: undefined, from: 0, to: 5 }])
  })
})
