import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Labels, labelsAt } from '../../../src/story/labels.ts'
import type { Label } from '../../../src/story/map.ts'

const label: fc.Arbitrary<Label> = fc.record(
  {
    kind: fc.constantFrom('place', 'country', 'note'),
    text: fc.constantFrom('North', 'South', 'Two boats'),
    x: fc.integer({ min: 0, max: 9 }),
    y: fc.integer({ min: 0, max: 9 }),
    dx: fc.integer({ min: -9, max: 9 }),
    dy: fc.integer({ min: -9, max: 9 }),
    anchor: fc.constantFrom('start', 'middle', 'end'),
    light: fc.constant(true),
    of: fc.constantFrom('north', 'south'),
    leader: fc.constant<[number, number, number, number]>([1, 2, 3, 4]),
  },
  { requiredKeys: ['kind', 'text', 'x', 'y', 'dx', 'dy', 'anchor'] },
)

/** As the page gets it: what is undefined does not travel. */
const sent = <T>(value: T): T => JSON.parse(JSON.stringify(value))

describe('labels', () => {
  it('come back from the page as they were placed, view by view', () => {
    fc.assert(
      fc.property(fc.array(fc.array(label)), (views) => {
        const table = new Labels()
        const lists = views.map((labels) => labels.map((each) => table.indexOf(each)))
        const labels = sent(table.all)
        expect(lists.map((list) => labelsAt({ labels }, list))).toEqual(views)
      }),
    )
  })

  it('are stored once, however many views repeat them', () => {
    const table = new Labels()
    const one: Label = { kind: 'town', text: 'North', x: 1, y: 2, dx: 3, dy: 4, anchor: 'end' }
    for (let i = 0; i < 100; i += 1) expect(table.indexOf({ ...one })).toBe(0)
    expect(table.all).toEqual([one])
  })
})
