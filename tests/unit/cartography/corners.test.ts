// @vitest-environment node
import { describe, expect, it } from 'vitest'
import { boxOf, overlap, squareAround } from '../../../src/cartography/names/boxes.ts'
import { placeLabels } from '../../../src/cartography/names/byView.ts'
import type { Line } from '../../../src/story/map.ts'

const VIEW = { x: 0, y: 0, width: 4000, height: 3000 }
const TOWNS = [
  { name: 'Northwest', at: { x: 300, y: 60 } },
  { name: 'Northeast', at: { x: 3700, y: 60 } },
  { name: 'Southwest', at: { x: 300, y: 2900 } },
].map((town) => ({ ...town, capital: false, population: 100_000 }))

const NOTHING = {
  places: [],
  legs: [],
  count: new Map<string, string>(),
  countries: [],
  seas: [],
  stays: [],
  light: [],
}

/** The names on a map in whose corners there are controls and the inset, for each range of widths. */
function labelsOn({ mirrored, at }: { mirrored?: boolean; at?: { x: number; y: number } }) {
  const places = at ? [{ ...at, id: 'here', name: 'Here', step: 0 }] : []
  const features = { ...NOTHING, towns: TOWNS, inset: 'wide' as const, mirrored }
  return placeLabels(VIEW, features, { places, legs: [], withStays: false })
}

/** What is named on a wide one. */
function namesOn(options: Parameters<typeof labelsOn>[0]) {
  return (labelsOn(options).at(-1) ?? []).map(({ text }) => text).sort()
}

describe('the corners of a map', () => {
  it('have no names where controls and inset are', () => {
    expect(namesOn({})).toEqual(['Northwest'])
  })

  it('are the other ones on a page written from right to left', () => {
    expect(namesOn({ mirrored: true })).toEqual(['Northeast', 'Southwest'])
  })

  it('have names where the inset gives way to a place of the story', () => {
    expect(namesOn({ at: { x: 400, y: 2700 } })).toEqual(['Here', 'Northwest', 'Southwest'])
  })

  it('are further away where a map is so low that its frame stands in the middle of it', () => {
    const [narrow = []] = labelsOn({ at: { x: 2600, y: 600 } })
    expect(narrow.map(({ text }) => text)).toEqual(['Here'])
    expect(Math.abs(narrow[0]?.dy ?? Number.NaN), 'beside its place').toBeLessThan(20)
  })
})

it('a name covers a line rather than the mark of another place', () => {
  // On the narrowest map a pixel is about 15 units: the mark stands where the name would, and lines are everywhere else.
  const lines = [-48, -40, -32, -24, -16, -8, 0, 8, 16, 24, 32, 40, 48].map(
    (dy): Line => [
      [0, 1500 + dy * 15],
      [Math.abs(dy) > 8 ? 4000 : 1900, 1500 + dy * 15],
    ],
  )
  const leg = { id: 'way', from: 'here', to: 'there', step: 0, status: 'happened', width: 6, open: true } as const
  const there = { x: 2570, y: 1500, id: 'there', name: 'There', step: 0 }
  const places = [{ x: 2000, y: 1500, id: 'here', name: 'Here', step: 0 }, there]
  const content = { places, legs: lines.map((line) => ({ ...leg, lines: [line] })), withStays: false, first: ['here'] }
  const [narrow = []] = placeLabels(VIEW, { ...NOTHING, towns: [] }, content)
  const here = narrow.find(({ text }) => text === 'Here')
  expect(here).toBeDefined()
  for (const width of [200, 270, 339]) {
    const scale = width / VIEW.width
    const mark = squareAround({ x: there.x * scale, y: there.y * scale }, 3)
    expect(here && overlap(boxOf(here, here.x * scale, here.y * scale), mark)).toBe(0)
  }
})

describe('a place beside a border', () => {
  const half = (x: number) => ({
    rings: [
      [
        { x, y: -100 },
        { x: x + 2100, y: -100 },
        { x: x + 2100, y: 3100 },
        { x, y: 3100 },
      ],
    ],
  })
  const [west, east] = [half(-100), half(2000)]

  it.each([
    ['the west', ['West', 'East'], 1970, 'end'],
    ['the east', ['West', 'East'], 2030, 'start'],
    ['the west, on a map without borders', ['', ''], 1970, 'start'],
  ])('in %s has its name on its own side', (_, [left = '', right = ''], x, anchor) => {
    const features = {
      ...NOTHING,
      towns: [],
      countries: [
        { ...west, name: left },
        { ...east, name: right },
      ],
    }
    const places = [{ x, y: 1200, id: 'here', name: 'Here', step: 0 }]
    const labels = placeLabels(VIEW, features, { places, legs: [], withStays: false })
    expect(labels.map((range) => range.find(({ text }) => text === 'Here')?.anchor)).toEqual(labels.map(() => anchor))
  })
})
