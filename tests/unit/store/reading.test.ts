import { describe, expect, it } from 'vitest'
import { positionAt, readingAt } from '../../../src/store/reading.ts'

describe('the reading line', () => {
  const tops = [100, 600, 1100]
  const windowAt = (scroll: number) => ({ top: scroll, bottom: scroll + 1000 })

  it('is on the first passage before the reader has moved, even above it', () => {
    expect(readingAt(tops, windowAt(-400)).step).toBe(0)
  })

  it('moves to the next passage when its top has come up to the line', () => {
    expect(readingAt(tops, windowAt(260)).step).toBe(0)
    expect(readingAt(tops, windowAt(270)).step).toBe(1)
  })

  it('says how far the next passage has come, from nothing to all just as it becomes the active one', () => {
    expect(readingAt(tops, windowAt(-390)).progress).toBe(0)
    const half = readingAt(tops, windowAt(185)).progress
    expect(half).toBeGreaterThan(0.3)
    expect(half).toBeLessThan(0.7)
    expect(readingAt(tops, windowAt(269.9)).progress).toBeCloseTo(1, 2)
  })

  it('has nothing of the next passage yet when a click has brought one to the top', () => {
    expect(readingAt(tops, windowAt(100)).progress).toBe(0)
    expect(readingAt([0, 900, 1800], windowAt(0)).progress).toBeLessThan(0.2)
  })

  it('counts only the part of the window that nothing covers', () => {
    expect(readingAt(tops, { top: 170 + 300, bottom: 1170 }).step).toBe(1)
  })

  it('has nothing to approach after the last passage', () => {
    expect(readingAt(tops, windowAt(2000))).toEqual({ step: 2, progress: 0 })
  })
})

describe('the place to come back to', () => {
  const tops = [0, 600, 1200, 1500]

  it('is the beginning of a passage while that is in view', () => {
    expect(positionAt(tops, { top: 500, bottom: 1000 })).toEqual({ index: 1, part: 0 })
  })

  it('is the part of it at the line afterwards, and of what follows the last', () => {
    expect(positionAt(tops, { top: 690, bottom: 1190 })).toEqual({ index: 1, part: 255 / 600 })
    expect(positionAt(tops, { top: 1240, bottom: 1490 })?.index).toBe(2)
    expect(positionAt(tops, { top: 1240, bottom: 1490 })?.part).toBeCloseTo((1322.5 - 1200) / 300)
  })

  it('is nothing before the first passage, and an end at the end', () => {
    expect(positionAt(tops, { top: -600, bottom: -100 })).toBeUndefined()
    expect(positionAt(tops, { top: 1600, bottom: 2000 })).toEqual({ index: 3, part: 0 })
  })
})
