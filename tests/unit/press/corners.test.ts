// @vitest-environment node
import { describe, expect, it } from 'vitest'
import { placeLabels } from '../../../src/press/names/by-view.ts'

const VIEW = { x: 0, y: 0, width: 4000, height: 3000 }
const TOWNS = [
  { name: 'Northwest', at: { x: 300, y: 60 } },
  { name: 'Northeast', at: { x: 3700, y: 60 } },
  { name: 'Southwest', at: { x: 300, y: 2900 } },
].map((town) => ({ ...town, capital: false, population: 100_000 }))

/** The towns that are named on a wide map in whose corners there are controls and the inset. */
function namesOn(more: { mirrored?: boolean; place?: { x: number; y: number } }) {
  const place = more.place && { ...more.place, id: 'here', name: 'Here', step: 0 }
  const atlas = {
    ...{ places: [], legs: [], count: new Map<string, string>(), countries: [], seas: [], stays: [], light: [] },
    ...{ towns: TOWNS, inset: 'wide' as const, mirrored: more.mirrored },
  }
  const ranges = placeLabels(VIEW, atlas, { places: place ? [place] : [], legs: [], told: false })
  return (ranges.at(-1) ?? []).map(({ text }) => text).sort()
}

describe('the corners of a map', () => {
  it('have no names where controls and inset are', () => {
    expect(namesOn({})).toEqual(['Northwest'])
  })

  it('are the other ones on a page written from right to left', () => {
    expect(namesOn({ mirrored: true })).toEqual(['Northeast', 'Southwest'])
  })

  it('have names where the inset gives way to a place of the story', () => {
    expect(namesOn({ place: { x: 400, y: 2700 } })).toEqual(['Here', 'Northwest', 'Southwest'])
  })
})
