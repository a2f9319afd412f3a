import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { settingOf, windowAround } from '../../../src/timeline/window.ts'

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

  it('have lines to the axis only where they need not scroll', () => {
    const fitting = (width: number) => Math.floor((width - 248) / 44)
    expect(settingOf(fitting(1024))).toBe('few')
    expect(settingOf(fitting(1024) + 1)).toBe('some')
    expect(settingOf(fitting(1280))).toBe('some')
    expect(settingOf(fitting(1280) + 1)).toBe('many')
    expect(settingOf(61)).toBe('window')
  })
})
