import { describe, expect, it } from 'vitest'
import { crowdRadius, crowdsAt, positionsOf } from '../../../src/story/crowd.ts'
import type { Leg, Place } from '../../../src/story/map.ts'
import { membersOf } from '../../../src/story/members.ts'

const places: Place[] = [
  { id: 'north', name: 'North', x: 0, y: 0 },
  { id: 'middle', name: 'Middle', x: 1000, y: 0 },
  { id: 'south', name: 'South', x: 1000, y: 1000 },
]

function leg(id: string, from: string, to: string, amount: number, step: number, more: Partial<Leg> = {}): Leg {
  const point = (id: string): [number, number] => {
    const { x = 0, y = 0 } = places.find((place) => place.id === id) ?? {}
    return [x, y]
  }
  const lines: Leg['lines'] = [[point(from), point(to)]]
  return { id, from, to, amount, step, status: 'happened', lines, width: 10, ...more }
}

const legs = [leg('first', 'north', 'middle', 10, 1), leg('second', 'middle', 'south', 4, 2)]
const view = { places, scale: 1, spacing: 5 }
const near = (id: string, { x, y }: { x: number; y: number }) => {
  const place = places.find((place) => place.id === id)
  return Math.hypot(x - (place?.x ?? 0), y - (place?.y ?? 0)) < 40
}

describe('people drawn one by one', () => {
  const members = membersOf(legs) ?? []
  const at = (grown: (leg: Leg) => number) => positionsOf(members, { ...view, grown })

  it('are as many as set out, and wait where they start', () => {
    expect(members).toHaveLength(10)
    expect(at(() => 0).every((point) => near('north', point))).toBe(true)
  })

  it('travel along the leg, the first before the last, and nobody is in two places', () => {
    const points = at(({ id }) => (id === 'first' ? 0.5 : 0))
    const onTheWay = points.filter((point) => !near('north', point) && !near('middle', point))
    expect(onTheWay.length).toBeGreaterThan(5)
    expect(onTheWay.every(({ y }) => Math.abs(y) <= 5)).toBe(true)
    expect(points).toHaveLength(10)
  })

  it('part again: those who go on go, the others stay', () => {
    expect(crowdsAt(members, () => 1)).toEqual(
      new Map([
        ['middle', 6],
        ['south', 4],
      ]),
    )
    expect(at(() => 1).filter((point) => near('south', point))).toHaveLength(4)
  })

  it('never lie on one another at a place', () => {
    const points = at(() => 1)
    const distances = points.flatMap((a, i) => points.slice(i + 1).map((b) => Math.hypot(a.x - b.x, a.y - b.y)))
    expect(Math.min(...distances)).toBeGreaterThan(3)
    expect(
      Math.max(...points.filter((p) => near('middle', p)).map(({ x, y }) => Math.hypot(x - 1000, y))),
    ).toBeLessThan(crowdRadius(6, 5))
  })

  it('who are lost stop on the way', () => {
    const lost = membersOf([leg('crossing', 'north', 'south', 5, 1, { arrive: 3 })]) ?? []
    const points = positionsOf(lost, { ...view, grown: () => 1 })
    expect(points.filter((point) => near('south', point))).toHaveLength(3)
    expect(points.filter((point) => !near('south', point) && !near('north', point))).toHaveLength(2)
  })

  it('are not drawn where a number is a range, unknown, or too large to be seen', () => {
    expect(membersOf([leg('range', 'north', 'south', 5, 1, { amount: [4, 6] })])).toBeUndefined()
    expect(membersOf([leg('unknown', 'north', 'south', 5, 1, { amount: undefined })])).toBeUndefined()
    expect(membersOf([leg('many', 'north', 'south', 200_000, 1)])).toBeUndefined()
  })
})
