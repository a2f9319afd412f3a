/** Renders GeoJSON shapes as path data and rings of a region's map. */
import { type GeoContext, geoMercator, geoPath, geoStereographic } from 'd3-geo'
import type { Point } from '../../story/projection.ts'
import { GRID } from '../../story/viewport.ts'
import { detailFactorAt, type Region } from './region.ts'

/** Minimum area of islands and lakes, square map units. */
const SMALLEST = 400

/** Returns a function that clips a GeoJSON shape to the region and returns its path data and its rings, map units. */
export function createRenderer(region: Pick<Region, 'projection' | 'whole' | 'core' | 'close' | 'extent'>) {
  const { projection, extent } = region
  const { lon0, world, y0, pole } = projection
  const d3Projection = pole
    ? geoStereographic()
        .rotate([-lon0, pole === 'north' ? -90 : 90])
        // Snyder's R, as in `project`, is half of d3's scale.
        .scale(world / Math.PI)
    : geoMercator()
        .rotate([-lon0, 0])
        .scale(world / (2 * Math.PI))
  d3Projection
    .translate([0, -y0])
    .precision(0)
    .clipExtent([
      [extent.x, extent.y],
      [extent.x + extent.width, extent.y + extent.height],
    ])
  return (shape: Parameters<ReturnType<typeof geoPath>>[0]) => {
    const writer = new PathWriter(region)
    geoPath(d3Projection, writer)(shape)
    writer.endLine()
    return { path: writer.path, rings: writer.rings }
  }
}

/**
 * Writes path data in relative integers, about a third smaller after compression than absolute ones, and leaves out
 * rings below `SMALLEST`.
 */
class PathWriter implements GeoContext {
  path = ''
  rings: Point[][] = []
  private points: Point[] = []
  private relative = ''

  constructor(private readonly region: Pick<Region, 'whole' | 'core' | 'close'>) {}

  moveTo(x: number, y: number) {
    this.endLine()
    this.points = [onGrid(x, y, detailFactorAt({ x, y }, this.region))]
  }

  lineTo(x: number, y: number) {
    const [last, next] = [this.points.at(-1), onGrid(x, y, detailFactorAt({ x, y }, this.region))]
    if (!last || (last.x === next.x && last.y === next.y)) return
    const [dx, dy] = [(next.x - last.x) / GRID, (next.y - last.y) / GRID]
    this.relative += `${this.relative && dx >= 0 ? ' ' : ''}${dx}${dy < 0 ? '' : ' '}${dy}`
    this.points.push(next)
  }

  closePath() {
    const finer = this.points.reduce((most, point) => Math.max(most, detailFactorAt(point, this.region)), 0)
    if (area(this.points) >= SMALLEST / finer ** 2) {
      this.rings.push(this.points)
      this.endLine('z')
    }
    this.points = []
    this.relative = ''
  }

  /** Ends the current line. d3 closes only rings, so an open line ends at the next `moveTo` or at the end. */
  endLine(end = '') {
    const [start] = this.points
    if (start && this.relative) this.path += `M${start.x / GRID} ${start.y / GRID}l${this.relative}${end}`
    this.points = []
    this.relative = ''
  }

  beginPath() {}
  arc() {}
}

function area(ring: Point[]): number {
  let twice = 0
  ring.forEach((p, i) => {
    const q = ring[(i + 1) % ring.length] ?? p
    twice += p.x * q.y - q.x * p.y
  })
  return Math.abs(twice) / 2
}

/** The nearest point of the grid, which is `finer` where more detail is drawn. */
export function onGrid(x: number, y: number, finer = 1): Point {
  const grid = GRID / Math.max(1, finer)
  return { x: Math.round(x / grid) * grid, y: Math.round(y / grid) * grid }
}
