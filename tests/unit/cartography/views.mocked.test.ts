// @vitest-environment node
import { describe, expect, it, vi } from 'vitest'
import { print } from '../compose-shape.ts'

// Views are chosen before the ground is drawn, which takes seconds.
vi.mock('../../../src/cartography/atlas/basemap.ts', () => ({
  drawBasemap: () => ({
    basemap: { land: '', focus: '', lakes: '', rivers: '', borders: '' },
    gazetteer: { countries: [], towns: [] },
  }),
}))

const STEPS = { gale: 'place: north', boats: 'place: south' }

/** The corner that the buttons take of a frame, pixels: as signs one over the other, and as words. */
const BUTTONS = [
  { frame: 320, width: 48, height: 96 },
  { frame: 480, width: 220, height: 44 },
]

describe('a view', () => {
  it('has no place under the buttons of the map, nor has it in a page from right to left', async () => {
    const diagonal = { north: 'lat: 60, lon: 9', south: 'lat: 57, lon: 3' }
    const other = { north: 'lat: 60, lon: 3', south: 'lat: 57, lon: 9' }
    for (const [places, lang] of [
      [diagonal, 'en'],
      [other, 'en'],
      [diagonal, 'ar'],
      [other, 'ar'],
    ] as const) {
      const { route } = await print({
        places,
        steps: STEPS,
        legs: ['id: first, from: north, to: south, step: boats'],
        languages: [lang],
      })
      for (const view of [route.whole, ...route.views])
        for (const { frame, width, height } of BUTTONS) {
          const scale = frame / view.width
          const hidden = route.places.filter((place) => {
            const [across, y] = [scale * (place.x - view.x), scale * (place.y - view.y)]
            const x = lang === 'ar' ? frame - across : across
            return x > frame - width && x < frame && y > 0 && y < height
          })
          expect(hidden.map(({ id }) => id)).toEqual([])
        }
    }
  })

  it('that comes closer keeps the place of its step', async () => {
    const { route } = await print({
      places: { north: 'lat: 60, lon: 3', south: 'lat: 45, lon: 29' },
      steps: { gale: 'place: north, zoom: 8', boats: 'place: south' },
      legs: ['id: first, from: north, to: south, step: boats'],
    })
    const [place] = route.places
    const [view] = route.views
    if (!place || !view) throw new Error('no view')
    expect(Math.abs(place.x - view.x - view.width / 2)).toBeLessThan(view.width / 2)
    expect(Math.abs(place.y - view.y - view.height / 2)).toBeLessThan(view.height / 2)
  })

  it('that an author has drawn so is told to them, once for all languages of its direction', async () => {
    const places = { north: 'lat: 60, lon: 9', south: 'lat: 57, lon: 3' }
    const drawn = (view: string) =>
      print({ places, steps: { gale: 'place: south', boats: `place: north, view: ${view}` }, languages: ['en', 'de'] })
    const { warnings } = await drawn('[2, 56, 9.2, 60.1]')
    expect(warnings).toEqual([
      expect.stringMatching(
        /story\.yaml:\d+ {2}warning {2}the view of the step “boats” has the place “north” under the buttons.* — let it reach further north or east/,
      ),
    ])
    expect((await drawn('[2, 56, 14, 62]')).warnings).toEqual([])
    const first = await print({ places, steps: STEPS, facts: 'view: [2, 56, 9.2, 60.1]' })
    // Not the ground of the story as it was before its author drew a view.
    expect(first.route.projection.world).not.toBe((await print({ places, steps: STEPS })).route.projection.world)
    expect(first.warnings).toEqual([expect.stringContaining('the first view has the place “north” under the buttons')])
  })
})
