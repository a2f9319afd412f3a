import { describe, expect, it } from 'vitest'
import { countErrors } from '../../../src/content/headcount.ts'
import { withQuantity } from '../../../src/content/quantity.ts'

type Route = Parameters<typeof countErrors>[0]

const leg = (from: string, to: string, people: number | undefined, step = 's') =>
  withQuantity({ from, to, people, step })
const stay = (place: string, people: number) => withQuantity({ place, people })
const legs = [
  leg('minsk', 'chernihiv', 114),
  leg('minsk', 'vilnius', 9),
  leg('chernihiv', 'warsaw', 109),
  leg('warsaw', 'vilnius', 20),
  leg('warsaw', 'berlin', 2),
]
const stays = [stay('warsaw', 87), stay('vilnius', 29), stay('chernihiv', 5), stay('berlin', 2)]

/** A route that is counted to its end; say what matters to the test. */
function messages(route: Partial<Route>): string[] {
  const whole: Route = { count: 'closed', legs: [], stays: [], places: {}, steps: [{ id: 's' }], ...route }
  return countErrors(whole).map(({ message }) => message)
}

describe('the head-count', () => {
  it('of 114 and 9 comes out as 87, 29, 5 and 2', () => {
    expect(messages({ count: 123, legs, stays })).toEqual([])
  })

  it('misses the five who stayed', () => {
    expect(messages({ count: 123, legs, stays: stays.filter(({ place }) => place !== 'chernihiv') })).toEqual([
      'at “chernihiv” 114 arrive, but 109 leave and 0 stay',
    ])
  })

  it('notices people who appear on the way', () => {
    expect(messages({ legs: [leg('a', 'b', 5), leg('b', 'c', 6)], stays: [stay('c', 6)] })[0]).toBe(
      'at “b” 5 arrive, but 6 leave and 0 stay',
    )
  })

  it('has nothing to say where nobody travels, or where the story does not ask for it', () => {
    expect(messages({})).toEqual([])
    expect(messages({ count: undefined, legs: [leg('a', 'b', 5), leg('b', 'c', 6)] })).toEqual([])
  })

  const steps = ['out', 'strait', 'isles', 'home'].map((id) => ({ id }))
  const voyage = [
    leg('seville', 'strait', 270, 'strait'),
    leg('strait', 'isles', 200, 'isles'),
    leg('isles', 'seville', 18, 'home'),
  ]
  const places = {
    strait: { lost: [withQuantity({ people: 70, sources: [] })], joined: [] },
    isles: {
      lost: [
        withQuantity({ people: 180, step: 'isles', sources: [] }),
        withQuantity({ people: 6, step: 'home', sources: [] }),
      ],
      joined: [withQuantity({ people: 4, sources: [] })],
    },
  }

  it('lets a voyage end where it began, with some lost and some joined on the way', () => {
    expect(messages({ count: 274, legs: voyage, steps, places, stays: [stay('seville', 18)] })).toEqual([])
    expect(messages({ count: 275, legs: voyage, steps, places, stays: [stay('seville', 18)] })).toEqual([
      'the story counts 275 people, but its stays and losses add up to 274',
    ])
    expect(messages({ legs: voyage, steps, stays: [stay('seville', 18)] })[0]).toBe(
      'at “strait” 270 arrive, but 200 leave and 0 stay',
    )
  })

  it('counts who is lost or joins on the way itself, between two places', () => {
    const [out, , home] = voyage
    const crossing = {
      ...leg('strait', 'isles', 200, 'isles'),
      lost: [withQuantity({ people: 19, sources: [] })],
      joined: [withQuantity({ people: 2, sources: [] })],
    }
    const route = {
      steps,
      stays: [stay('seville', 18)],
      legs: [out, crossing, home].filter((entry) => entry !== undefined),
    }
    const isles = { lost: [withQuantity({ people: 165, sources: [] })], joined: [] }
    expect(messages({ ...route, count: 272, places: { ...places, isles } })).toEqual([])
    expect(messages({ ...route, places })).toEqual([
      'at “isles” 183 arrive and 4 join, but 18 leave, 186 are lost and 0 stay',
    ])
  })

  it('counts ships apart from people', () => {
    const ships = [
      { from: 'seville', to: 'isles', amount: 5, unit: 'ships', step: 'isles' },
      { from: 'isles', to: 'seville', amount: 1, unit: 'ships', step: 'home' },
    ]
    const route = {
      legs: [...voyage, ...ships],
      steps,
      stays: [stay('seville', 18), { place: 'seville', amount: 1, unit: 'ships' }],
    }
    expect(messages({ ...route, places })).toEqual(['at “isles” 5 arrive, but 1 leave and 0 stay'])
    const { lost, joined } = places.isles
    const sunk = { ...places, isles: { lost: [...lost, { amount: 4, unit: 'ships', sources: [] }], joined } }
    expect(messages({ ...route, places: sunk })).toEqual([])
  })

  it('takes a range at its word, and does not add up what is not known', () => {
    const range = { ...leg('a', 'b', undefined), amount: [250, 280] satisfies [number, number] }
    expect(messages({ legs: [range], stays: [stay('b', 260)] })).toEqual([])
    expect(messages({ legs: [range], stays: [stay('b', 300)] })).toEqual([
      'at “b” 250 to 280 arrive, but 0 leave and 300 stay',
    ])
    const unknown = [leg('a', 'b', undefined), leg('b', 'c', 7)]
    expect(messages({ legs: unknown, stays: [stay('c', 7)] })).toEqual([])
  })
})
