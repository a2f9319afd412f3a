import { describe, expect, it } from 'vitest'
import { fitProjection, middleMeridian, viewAround } from '../../../src/cartography/fit.ts'
import { lineWidth } from '../../../src/cartography/lines.ts'
import { viewOfStep } from '../../../src/cartography/views.ts'
import { arcBetween, copyAt, pathTo, pointAt, speedAt, worldCopiesOf } from '../../../src/story/line.ts'
import type { Line } from '../../../src/story/map.ts'
import { nearestLongitude, project, unproject } from '../../../src/story/projection.ts'
import { arrowhead, headOf, VIEWPORT_RATIO } from '../../../src/story/viewport.ts'

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

  it('from above a pole does so too, right at it and all around', () => {
    const projection = fitProjection([
      [15.65, 78.22],
      [100, 88.5],
      [-62.3, 82.5],
    ])
    expect(projection.pole).toBe('north')
    for (const place of [
      [100, 88.5],
      [-170, 60],
    ] as const) {
      const [lon, lat] = unproject(projection, project(projection, place))
      expect(nearestLongitude(lon, place[0])).toBeCloseTo(place[0], 6)
      expect(lat).toBeCloseTo(place[1], 6)
    }
    expect(project(projection, [0, 90]).x).toBeCloseTo(0, 9)
    expect(fitProjection([[0, -90]]).pole).toBe('south')
    expect(
      fitProjection([
        [10.7, 59.9],
        [15.6, 78.2],
      ]).pole,
      'a story that only reaches far north',
    ).toBeUndefined()
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
    const [auckland, apia] = [174.8, -171.8].map((lon) => nearestLongitude(lon, projection.lon0))
    expect(Math.abs((auckland ?? 0) - (apia ?? 0))).toBeCloseTo(13.4, 6)
  })

  it('draws the whole route 4,000 units wide around its middle', () => {
    const places = [
      [27.567, 53.9],
      [21.012, 52.23],
      [31.287, 51.505],
    ] as const
    const projection = fitProjection([...places])
    const frame = viewAround(
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
    const frame = viewAround(
      [
        { x: 0, y: 0 },
        { x: 100, y: 300 },
      ],
      0,
    )
    expect(frame.width / frame.height).toBeCloseTo(VIEWPORT_RATIO, 9)
    expect(frame.x).toBeLessThan(-10)
    expect(frame.y).toBeLessThan(-30)
    expect(frame.y + frame.height).toBeGreaterThan(330)
  })

  it('of a step stays inside the whole route and never comes closer than half of it', () => {
    const frame = viewOfStep([{ x: 3990, y: 10 }], whole)
    expect(frame.width).toBe(2000)
    expect(frame.x + frame.width).toBeLessThanOrEqual(4000)
    expect(frame.y).toBeGreaterThanOrEqual(0)
  })
})

describe('a leg', () => {
  const apart = 100_000

  it('begins and ends at its places and bends aside by a seventh of its length', () => {
    const line = arcBetween({ x: 0, y: 0 }, { x: 1000, y: 0 }, apart)
    expect(pointAt(line, 0)).toEqual({ x: 0, y: 0 })
    expect(pointAt(line, 1)).toEqual({ x: 1000, y: 0 })
    expect(pointAt(line, 0.5).y).toBeCloseTo(-70, 6)
  })

  it('keeps its curve while it grows', () => {
    const line = arcBetween({ x: 0, y: 0 }, { x: 1000, y: 400 }, apart)
    const tip = pointAt(line, 0.3)
    expect(pathTo(line, 0.3)).toMatch(new RegExp(`${Math.round(tip.x * 10) / 10} ${Math.round(tip.y * 10) / 10}$`))
    expect(pathTo(line, 1)).toMatch(/1000 400$/)
  })

  it('of several pieces grows by its whole length, at one pace', () => {
    const line: Line = [
      [0, 0],
      [300, 0],
      [300, 600],
      [350, 600, 400, 600],
    ]
    expect(pointAt(line, 0.3)).toEqual({ x: 300, y: 0 })
    expect(pointAt(line, 0.6).y).toBeCloseTo(300, 9)
    expect(pathTo(line, 0.6)).toBe('M0 0L300 0L300 300')
    expect(pathTo(line, 1)).toBe('M0 0L300 0L300 600Q350 600 400 600')
    for (const t of [0.1, 0.5, 0.95]) expect(Math.hypot(speedAt(line, t).x, speedAt(line, t).y)).toBeCloseTo(1000, 6)
    const head = headOf(line, 4, 1)
    expect(head.at).toEqual({ x: 400, y: 600 })
    expect(head.angle, 'it points where the last piece goes').toBeCloseTo(0, 6)
  })

  it('ends right where its head begins, however short its last piece', () => {
    const voyage: Line = [
      [0, 0],
      [3000, 10],
      [3001, 12, 3004, 15],
    ]
    for (const scale of [0.2, 1, 8]) {
      const { cut, at, back } = headOf(voyage, 4, scale)
      const end = pointAt(voyage, cut)
      const apart = Math.hypot(end.x - at.x, end.y - at.y) * scale
      expect(apart, `${scale} pixels a unit`).toBeCloseTo(back + arrowhead(4).length * 0.9, 0)
    }
  })

  it('has no head where it is shorter than that', () => {
    const hop: Line = [
      [0, 0],
      [15, 0],
    ]
    expect(headOf(hop, 4, 1).fits).toBe(false)
    expect(headOf(hop, 4, 4).fits).toBe(true)
  })

  it('takes the short way round the world, leaving on one side and arriving on the other', () => {
    const lines = worldCopiesOf(arcBetween({ x: 450, y: 0 }, { x: -450, y: 0 }, 1000), 1000)
    expect(lines.map((line) => [pointAt(line, 0).x, pointAt(line, 1).x])).toEqual([
      [-550, -450],
      [450, 550],
    ])
    expect(lines.indexOf(copyAt(lines, 0.1) ?? [[0, 0]]), 'its tip leaves on the right').toBe(1)
    expect(lines.indexOf(copyAt(lines, 0.9) ?? [[0, 0]]), 'and comes back on the left').toBe(0)
  })

  it('is as wide as the people on it are many, and never too thin to see', () => {
    expect(lineWidth(114, 114) / lineWidth(57, 114)).toBeCloseTo(2, 6)
    expect(lineWidth(9, 114)).toBe(1.5)
    expect(lineWidth(1, 100_000)).toBe(1.5)
    expect(lineWidth([50, 64], 114), 'a range by its middle').toBe(lineWidth(57, 114))
    expect(lineWidth(undefined, 114), 'nothing counted').toBeGreaterThan(1.5)
  })
})
