// @vitest-environment node
import { describe, expect, it } from 'vitest'
import { insetOf, liesUnderInset } from '../../../src/story/inset.ts'
import { labelsAt } from '../../../src/story/labels.ts'
import type { Route } from '../../../src/story/map.ts'
import { print } from '../compose-shape.ts'

/** What the whole map says of `kind`, without the dates beside some counts. */
function written(route: Route, kind: string): string[] {
  const labels = [...labelsAt(route, route.whole.labels[3]), ...route.free]
  return [...new Set(labels.filter((label) => label.kind === kind).map(({ text }) => text.replace(/ · .*/, '')))].sort()
}

import { unproject } from '../../../src/story/projection.ts'

describe('a story at a pole', () => {
  it('is seen from above it: the pole is a place like any other, and nothing far away is named', async () => {
    const { route, warnings } = await print({
      places: { camp: 'lat: -78.5, lon: -164', pole: 'lat: -90, lon: 0', base: 'lat: -77.6, lon: 166.4' },
      steps: { gale: 'place: camp', boats: 'place: pole', home: 'place: base' },
      legs: ['id: first, from: camp, to: pole, step: boats', 'id: second, from: pole, to: base, step: home'],
    })
    expect(route.projection.pole).toBe('south')
    for (const { x, y, name } of route.places) {
      expect(x, name).toBeGreaterThan(route.whole.x)
      expect(x, name).toBeLessThan(route.whole.x + route.whole.width)
      expect(y, name).toBeGreaterThan(route.whole.y)
      expect(y, name).toBeLessThan(route.whole.y + route.whole.height)
    }
    const names = labelsAt(route, route.whole.labels[3]).filter(({ kind }) => kind !== 'place')
    expect(names.map(({ text }) => text).filter((name) => name !== 'ANTARCTICA')).toEqual([])
    expect(warnings).toEqual([])
  })

  it('is named where the inset would lie, and the inset gives way', async () => {
    const { route } = await print({
      places: { hobart: 'lat: -42.9, lon: 147.3', bay: 'lat: -78.5, lon: -164.5', pole: 'lat: -90, lon: 0' },
      steps: { gale: 'place: hobart', boats: 'place: bay', home: 'place: pole' },
      legs: ['id: first, from: hobart, to: bay, step: boats', 'id: second, from: bay, to: pole, step: home'],
    })
    const pole = route.places.find(({ id }) => id === 'pole')
    expect(insetOf(route)).toBeDefined()
    expect(liesUnderInset([pole ?? route.whole], route.whole, 'wide', false)).toBe(true)
    for (const range of route.views[2]?.labels ?? [])
      expect(labelsAt(route, range).map(({ text }) => text)).toContain('Pole')
  })
})

describe('what the map names', () => {
  it('is no sea on the water of another', async () => {
    const { route } = await print({
      places: { istanbul: 'lat: 41.01, lon: 28.98', bursa: 'lat: 40.19, lon: 29.06' },
      steps: { gale: 'place: istanbul', boats: 'place: bursa' },
    })
    expect(written(route, 'sea')).toContain('Black Sea')
    const named = [...route.labels, ...route.free].filter(({ text }) => text === 'Mediterranean Sea')
    expect(named.length).toBeGreaterThan(0)
    for (const { x, y } of named) {
      const [lon, lat] = unproject(route.projection, { x, y })
      expect(lat > 40.2 && lon > 26.3, `${lat}, ${lon}`).toBe(false)
    }
  })

  it('is for the author to say', async () => {
    const shape = (facts: string) => ({
      places: { bern: 'lat: 46.95, lon: 7.45', rome: 'lat: 41.9, lon: 12.5' },
      steps: { gale: 'place: bern', boats: 'place: rome' },
      facts,
    })
    const plain = await print(shape(''))
    expect(written(plain.route, 'town')).toContain('Zagreb')
    expect(written(plain.route, 'country')).toContain('AUSTRIA')
    const own = await print(shape('context: { hide: [AT, Zagreb], add: [Zermatt, Atlantis] }'))
    expect(written(own.route, 'town')).not.toContain('Zagreb')
    expect(written(own.route, 'town')).toContain('Zermatt')
    expect(written(own.route, 'country')).not.toContain('AUSTRIA')
    expect(own.warnings.join('\n')).toContain('the town “Atlantis” is not on this map')
  })

  it('and what towns are called', async () => {
    const { route, warnings } = await print({
      places: { bern: 'lat: 46.95, lon: 7.45', rome: 'lat: 41.9, lon: 12.5' },
      steps: { gale: 'place: bern', boats: 'place: rome' },
      front: 'towns: { Zagreb: Zágráb, Viena: Bécs }',
    })
    expect(written(route, 'town')).toContain('Zágráb')
    expect(written(route, 'town')).not.toContain('Zagreb')
    expect(warnings.join('\n')).toMatch(
      /en\.md:\d+ {2}warning {2}the town “Viena” is not on this map — did you mean “Vienna”/,
    )
  })
})
