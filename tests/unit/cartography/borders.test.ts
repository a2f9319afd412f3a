// @vitest-environment node
import { createRequire } from 'node:module'
import { geoArea, geoContains } from 'd3-geo'
import { feature } from 'topojson-client'
import { beforeAll, describe, expect, it } from 'vitest'
import { recognised, type World } from '../../../src/cartography/atlas/borders.ts'

const require = createRequire(import.meta.url)

describe('the borders', () => {
  let world: World

  beforeAll(() => {
    world = recognised(require('world-atlas/countries-10m.json'))
  })

  function countryAt(point: [number, number]): string | undefined {
    const found = feature(world, world.objects.countries).features.filter(
      (country) => geoArea(country) < 2 * Math.PI && geoContains(country, point),
    )
    expect(found.length, 'a point lies in one country').toBeLessThanOrEqual(1)
    return found[0]?.properties.name
  }

  it.each([
    ['Simferopol', [34.1, 44.95], 'Ukraine'],
    ['Sevastopol', [33.53, 44.59], 'Ukraine'],
    ['Kerch', [36.47, 45.35], 'Ukraine'],
    ['Kyiv', [30.52, 50.45], 'Ukraine'],
    ['Krasnodar', [38.98, 45.04], 'Russia'],
    ['Minsk', [27.57, 53.9], 'Belarus'],
    ['Kyrenia', [33.32, 35.33], 'Cyprus'],
  ] as const)('put %s where the United Nations do', (_, [lon, lat], country) => {
    expect(countryAt([lon, lat])).toBe(country)
  })

  it('leave no line across the isthmus of Perekop', () => {
    const { features } = feature(world, world.objects.countries)
    const shape = features.find(({ id }) => id === '804')?.geometry
    const outlines = shape?.type === 'MultiPolygon' ? shape.coordinates.map(([outline]) => outline ?? []) : []
    const mainland = outlines.find((ring) => ring.some(([lon = 0, lat = 0]) => lon < 23 && lat > 48))
    expect(
      mainland?.some(([lon = 0, lat = 0]) => lon > 33 && lon < 35 && lat < 44.8),
      'one ring from Lviv to Yalta',
    ).toBe(true)
  })
})
