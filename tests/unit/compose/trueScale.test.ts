// @vitest-environment node
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { loadEditions } from '../../../src/compose/editions.ts'
import { clusterOf, findCluster, stack } from '../../../src/compose/trueScale.ts'
import { AXIS_END, LENS_START, placeOf, STRIP } from '../../../src/story/strip.ts'
import { makeAnyStory } from '../make-any-story.ts'

/** The story of steps on these dates, and of an update, composed. */
async function storyOf(dates: string[], update?: string) {
  const steps = Object.fromEntries(dates.map((_, i) => [`step-${i}`, 'place: north']))
  const folder = makeAnyStory({
    places: { north: 'lat: 60.1, lon: 4.2' },
    steps,
    dates,
    ...(update && {
      facts: `updates: [{ id: later, date: ${update}, sources: [A1] }]\ncomplete: ${update}`,
      text: { [`step-${dates.length - 1}`]: '## Since then {#updates}\n\n- It went on. {#later}' },
    }),
  })
  const [edition] = await loadEditions(join(folder, '..'))
  if (!edition) throw new Error('no story')
  return edition.story
}

describe('beads at true scale', () => {
  it('stand beside each other where they have room, and on each other where they meet, the first at the bottom', () => {
    expect(stack([0, 24, 30, 31, 100])).toEqual([0, 0, 1, 2, 0])
  })

  it('never cover each other', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 700 }), { minLength: 1, maxLength: 30 }), (places) => {
        const at = places.sort((a, b) => a - b)
        const levels = stack(at)
        at.forEach((x, i) => {
          for (let j = 0; j < i; j += 1)
            if (levels[i] === levels[j]) expect(x - (at[j] ?? 0)).toBeGreaterThanOrEqual(24)
        })
      }),
    )
  })
})

describe('a lens', () => {
  const years = [0, 0.2, 0.4, 0.6, 0.8]

  it('opens the days in which many steps crowd, and leaves the years alone', () => {
    const days = [0.9, 0.9005, 0.901, 0.9015, 0.902]
    expect(clusterOf([...years, ...days])).toEqual({ from: 5, to: 10 })
  })

  it('is not there without a crowd', () => {
    expect(clusterOf([...years, 0.9, 0.901, 0.902])).toBeUndefined()
  })

  it('takes the steps that stand out most, and leaves no crowd outside', () => {
    const at = [0, 0.5, 0.5001, 0.5002, 0.5003, 0.52, 0.9]
    expect(findCluster(at, 3)).toEqual({ from: 1, to: 5 })
  })

  it('is not made for steps of one moment, which no scale can part', () => {
    expect(findCluster([0, 0.5, 0.5, 0.5, 0.5, 0.5, 1], 4)).toBeUndefined()
  })

  const NEWS = ['2020-08-09', '2022-03-01', ...[12, 13, 13, 14, 15, 17, 18].map((day) => `2025-12-${day}`)]

  it('has ticks, a title of the dates it covers, and an edge at each of its ends on the axis', async () => {
    const { axis, steps } = await storyOf(NEWS)
    expect(axis?.lens?.title).toBe('12–18 December 2025')
    expect(axis?.lens?.first).toBe(2)
    expect(axis?.lens?.labels.map(({ text }) => text)).toEqual(['12', '13', '14', '15', '16', '17', '18'])
    expect(axis?.lens?.from).toBeCloseTo(steps[2]?.at ?? 0, 3)
    expect(axis?.lens?.to).toBeGreaterThanOrEqual(steps.at(-1)?.at ?? 1)
  })

  it('keeps every bead clear of every other, in the narrowest wide timeline', async () => {
    const { axis, steps } = await storyOf(NEWS)
    const beads = steps.map((step) => ({ x: placeOf(step, axis?.lens) * STRIP, level: step.level ?? 0 }))
    for (const [i, a] of beads.entries())
      for (const b of beads.slice(0, i)) if (a.level === b.level) expect(Math.abs(a.x - b.x)).toBeGreaterThanOrEqual(24)
    expect(axis?.levels).toBeLessThanOrEqual(3)
    expect(beads[1]?.x).toBeLessThan(AXIS_END * STRIP)
    expect(beads[2]?.x).toBeGreaterThanOrEqual(LENS_START * STRIP)
  })

  it('gives way to an even row where no lens makes room for all steps', async () => {
    const { axis } = await storyOf([...Array(6).fill('2020-08-09'), ...Array(6).fill('2025-12-12')])
    expect(axis?.levels).toBeUndefined()
    expect(axis?.lens).toBeUndefined()
  })
})

describe('the axis goes on', () => {
  it('to what came after the story', async () => {
    const { axis, steps } = await storyOf(['2020-08-09', '2024-03-01'], '2025-02-01')
    expect(axis?.since?.[0]).toBeGreaterThan(steps.at(-1)?.at ?? 1)
    expect(axis?.breaks).toBeUndefined()
  })

  it('behind a break, where that took longer than the story', async () => {
    const { axis, steps } = await storyOf(['2010-10-12', '2010-10-14'], '2015-01-23')
    expect(axis?.breaks).toHaveLength(1)
    expect(axis?.since?.[0]).toBeGreaterThanOrEqual(axis?.breaks?.[0]?.[1] ?? 1)
    expect(steps.at(-1)?.at).toBeLessThanOrEqual(axis?.breaks?.[0]?.[0] ?? 0)
  })
})
