import { describe, expect, it } from 'vitest'
import { percent } from '../../../src/story/rounding.ts'
import { drawDensity, drawLines, drawMoments } from '../../../src/timeline/drawing.ts'

/** Heights of the columns of a density drawing, by their places on the axis, 0 to 1. */
function columns(path: string): Map<number, number> {
  return new Map(
    [...path.matchAll(/M([\d.]+) [\d.]+v-([\d.]+)/g)].map(([, x, height]) => [Number(x) / 1000, Number(height)]),
  )
}

describe('the lines of the timeline', () => {
  it('reach from the start to the end of each part', () => {
    const parts: [number, number][] = [
      [0, 0.15],
      [0.35, 1],
    ]
    expect(drawLines(parts, 22)).toBe('M0 22H150M350 22H1000')
  })

  it('mark every moment', () => {
    expect(drawMoments([0, 0.25, 1], 3, 9)).toBe('M0 3V9M250 3V9M1000 3V9')
  })

  it('say places in per cent', () => {
    expect(percent(1 / 3)).toBe('33.33%')
  })
})

describe('the density of a long story', () => {
  it('is a column for each stretch that has steps, however many they are', () => {
    const many = drawDensity(
      Array.from({ length: 5000 }, () => 0.1),
      16,
    )
    expect(columns(many).size).toBe(1)
    expect(many.length).toBeLessThan(40)
  })

  it('is as high as there are steps, and never too low to be seen', () => {
    const heights = columns(drawDensity([...Array(40).fill(0.1), ...Array(20).fill(0.5), 0.9], 16))
    expect(heights.get(0.5)).toBe((heights.get(0.1) ?? 0) / 2)
    expect(heights.get(0.9)).toBe(2)
  })

  it('has the very end of the axis too', () => {
    expect([...columns(drawDensity([0, 1], 16)).keys()]).toEqual([0, 0.998])
  })
})
