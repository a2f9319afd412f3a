import { describe, expect, it } from 'vitest'
import { miscounts } from '../../../src/manuscript/headcount.ts'

const leg = (from: string, to: string, people: number) => ({
  id: `${from}-${to}`,
  from,
  to,
  people,
  step: 's',
  status: 'happened' as const,
  sources: ['A'],
})
const stay = (place: string, people: number) => ({ place, people, sources: ['A'] })
const legs = [
  leg('minsk', 'chernihiv', 114),
  leg('minsk', 'vilnius', 9),
  leg('chernihiv', 'warsaw', 109),
  leg('warsaw', 'vilnius', 20),
]
const stays = [stay('warsaw', 89), stay('vilnius', 29), stay('chernihiv', 5)]
const figures = { released: { people: 123, sources: ['A'] } }

describe('the head-count', () => {
  it('of 114 and 9 comes out as 89, 29 and 5', () => {
    expect(miscounts({ legs, stays, figures })).toEqual([])
  })

  it('notices people who vanish on the way, at one place for one number', () => {
    const found = miscounts({ legs, stays: stays.slice(0, 2), figures })
    expect(found.map(({ message }) => message)).toEqual(['at “chernihiv” 114 arrive, but 109 leave and 0 stay'])
  })

  it('notices more people leaving than came', () => {
    const found = miscounts({ legs: [leg('a', 'b', 5), leg('b', 'c', 6)], stays: [stay('c', 6)] })
    expect(found[0]?.message).toBe('at “b” 5 arrive, but 6 leave and 0 stay')
  })

  it('has nothing to add up where nobody travels', () => {
    expect(miscounts({ legs: [], stays: [], figures })).toEqual([])
  })
})
