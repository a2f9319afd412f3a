// @vitest-environment node
import { describe, expect, it } from 'vitest'
import { openingOf } from '../../../src/cartography/atlas/opening.ts'
import { fitProjection, wholeRouteView } from '../../../src/cartography/fit.ts'
import { drawGround } from '../../../src/cartography/ground.ts'
import { readStory } from '../../../src/content/read.ts'
import { insetOf, surroundings } from '../../../src/story/inset.ts'
import { type LonLat, project, unproject } from '../../../src/story/projection.ts'
import { makeAnyStory } from '../make-any-story.ts'

/** The route of a story at these places, and what its map shows first, both in degrees of longitude. */
function shownOf(places: LonLat[]) {
  const projection = fitProjection(places, [], openingOf)
  const route = wholeRouteView(projection, places)
  const opening = openingOf(route, projection)
  const degrees = (width: number) => (width / projection.world) * 360
  return { projection, opening, route: degrees(route.width), shown: degrees(opening.width) }
}

/** A mine in the desert, and the town nearest to it. */
const DESERT: LonLat[] = [
  [-70.4977, -27.1586],
  [-70.3314, -27.3668],
]

describe('what the map shows first', () => {
  it('of a small story is as much around it as has towns to find it by, with an inset that shows a known coast', () => {
    const { projection, opening, route, shown } = shownOf(DESERT)
    expect(route).toBeLessThan(1)
    expect(shown).toBeGreaterThan(3)
    expect(shown).toBeLessThan(8)
    const vallenar = project(projection, [-70.76, -28.57])
    expect(vallenar.y).toBeLessThan(opening.y + opening.height)
    expect(opening.width, 'drawn as any first view').toBeCloseTo(4000, 6)
    const inset = surroundings(opening, projection)
    expect((inset.width / projection.world) * 360).toBeGreaterThanOrEqual(45)
    expect(insetOf({ whole: opening, extent: inset, projection })).toBe('small')
  })

  it('in the midst of towns is no more than they need', () => {
    const { shown } = shownOf([
      [4.88, 52.37],
      [4.92, 52.38],
    ])
    expect(shown).toBeLessThan(3)
  })

  it('of a story as large as a country is its route alone', () => {
    const { projection, opening, route, shown } = shownOf([
      [2.35, 48.86],
      [12.5, 41.9],
    ])
    expect(shown).toBeCloseTo(route, 9)
    expect(insetOf({ whole: opening, extent: surroundings(opening, projection), projection })).toBe('wide')
  })

  it('is what the story says, while its steps come as close as ever', async () => {
    const shape = { places: { mine: 'lat: -27.1586, lon: -70.4977', town: 'lat: -27.3668, lon: -70.3314' } }
    const folder = makeAnyStory({
      ...shape,
      steps: { fall: 'places: [mine, town]' },
      facts: 'view: [-76, -32, -64, -23]',
    })
    const { story, problems } = await readStory(folder)
    expect(problems).toEqual([])
    if (!story) throw new Error('no story')
    const { projection, whole, route } = drawGround(story)
    const [west] = unproject(projection, whole)
    const [east] = unproject(projection, { x: whole.x + whole.width, y: whole.y })
    expect(west).toBeLessThanOrEqual(-76)
    expect(east).toBeGreaterThanOrEqual(-64)
    expect(route.width).toBeLessThan(whole.width / 10)
  })

  it('must be a part of the globe', async () => {
    const { problems } = await readStory(
      makeAnyStory({ places: { mine: 'lat: 1, lon: 2' }, steps: { fall: 'place: mine' }, facts: 'view: [1, 9, 2, 3]' }),
    )
    expect(problems.map(({ message }) => message)).toEqual(['the view of the story is no part of the globe'])
  })
})
