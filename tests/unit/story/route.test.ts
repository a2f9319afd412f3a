import { describe, expect, it } from 'vitest'
import { nearestTurn, project, unproject } from '../../../src/story/projection.ts'
import {
  arcsOf,
  FRAME_RATIO,
  fitProjection,
  frameOf,
  lineWidth,
  middleMeridian,
  pathTo,
  pointAt,
  stepFrame,
} from '../../../src/story/route.ts'

describe('the projection', () => {
  it('brings a point back to where it was on the globe', () => {
    const projection = fitProjection([
      [27.567, 53.9],
      [21.012, 52.23],
    ])
    const [lon, lat] = unproject(projection, project(projection, [25.28, 54.689]))
    expect(lon).toBeCloseTo(25.28, 9)
    expect(lat).toBeCloseTo(54.689, 9)
  })

  it('takes the poles without leaving the map', () => {
    const projection = { lon0: 0, world: 1000, y0: 0 }
    expect(project(projection, [0, 90]).y).toBeCloseTo(-500, 3)
    expect(project(projection, [0, -90]).y).toBeCloseTo(500, 3)
  })

  it('does not tear a Pacific story at the antimeridian', () => {
    expect(middleMeridian([174.8, -171.8])).toBeCloseTo(-178.5, 6)
    const projection = fitProjection([
      [174.8, -36.9],
      [-171.8, -13.8],
    ])
    const [auckland, apia] = [174.8, -171.8].map((lon) => nearestTurn(lon, projection.lon0))
    expect(Math.abs((auckland ?? 0) - (apia ?? 0))).toBeCloseTo(13.4, 6)
  })

  it('draws the whole route 4,000 units wide around its middle', () => {
    const places = [
      [27.567, 53.9],
      [21.012, 52.23],
      [31.287, 51.505],
    ] as const
    const projection = fitProjection([...places])
    const frame = frameOf(
      places.map((place) => project(projection, place)),
      0,
    )
    expect(frame.width).toBeCloseTo(4000, 6)
    expect(frame.y + frame.height / 2).toBeCloseTo(0, 6)
  })
})

describe('a view', () => {
  const whole = { x: 0, y: 0, width: 4000, height: 3000 }

  it('is 4:3 and holds its points with room to spare', () => {
    const frame = frameOf(
      [
        { x: 0, y: 0 },
        { x: 100, y: 300 },
      ],
      0,
    )
    expect(frame.width / frame.height).toBeCloseTo(FRAME_RATIO, 9)
    expect(frame.x).toBeLessThan(-10)
    expect(frame.y).toBeLessThan(-30)
    expect(frame.y + frame.height).toBeGreaterThan(330)
  })

  it('of a step stays inside the whole route and never comes closer than half of it', () => {
    const frame = stepFrame([{ x: 3990, y: 10 }], whole)
    expect(frame.width).toBe(2000)
    expect(frame.x + frame.width).toBeLessThanOrEqual(4000)
    expect(frame.y).toBeGreaterThanOrEqual(0)
  })
})

describe('a leg', () => {
  it('begins and ends at its places and bends aside by a seventh of its length', () => {
    const [arc] = arcsOf({ x: 0, y: 0 }, { x: 1000, y: 0 }, 100_000)
    expect(arc && pointAt(arc, 0)).toEqual({ x: 0, y: 0 })
    expect(arc && pointAt(arc, 1)).toEqual({ x: 1000, y: 0 })
    expect(arc && pointAt(arc, 0.5).y).toBeCloseTo(-70, 6)
  })

  it('keeps its curve while it grows', () => {
    const [arc] = arcsOf({ x: 0, y: 0 }, { x: 1000, y: 400 }, 100_000)
    if (!arc) throw new Error('no arc')
    const tip = pointAt(arc, 0.3)
    expect(pathTo(arc, 0.3)).toMatch(new RegExp(`${Math.round(tip.x * 10) / 10} ${Math.round(tip.y * 10) / 10}$`))
    expect(pathTo(arc, 1)).toMatch(/1000 400$/)
  })

  it('takes the short way round the world, leaving on one side and arriving on the other', () => {
    const arcs = arcsOf({ x: 450, y: 0 }, { x: -450, y: 0 }, 1000)
    expect(arcs).toHaveLength(2)
    expect(arcs[0]?.to.x).toBe(550)
    expect(arcs[1]?.from.x).toBe(-550)
    expect(arcs[1]?.to.x).toBe(-450)
  })

  it('is as wide as the people on it are many, and never too thin to see', () => {
    expect(lineWidth(114, 114) / lineWidth(57, 114)).toBeCloseTo(2, 6)
    expect(lineWidth(9, 114)).toBe(1.5)
    expect(lineWidth(1, 100_000)).toBe(1.5)
  })
})
