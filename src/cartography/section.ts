/** The ground of a vertical section, drawn from what the author wrote, in metres. */
import type { StoryFile } from '../content/schema/story.ts'
import type { Point, Rect } from '../story/projection.ts'
import { grow } from '../story/projection.ts'
import { SECTION_RATIO } from '../story/viewport.ts'
import { ROUTE_WIDTH } from './fit.ts'

type SectionFile = NonNullable<StoryFile['section']>

/** The section as a ground in map units. */
export interface SectionGround {
  whole: Rect
  /** The part that a reader can move to */
  extent: Rect
  /** Map units from the left and from the top at distance and depth 0, and map units a metre */
  origin: Point
  metre: number
}

/** Distance from the lower edge of the map to the section, map units: no view shows both. */
const APART = 60_000

/** Fractions of the view around it that a reader can move to, and that are drawn. */
const [AROUND, DRAWN] = [0.5, 6]

/** Lays a section out below a map of the extent `map`. */
export function layOutSection({ extent: [left, top, right, bottom] }: SectionFile, map: Rect): SectionGround {
  const width = Math.max(right - left, (bottom - top) * SECTION_RATIO)
  const height = width / SECTION_RATIO
  const metre = ROUTE_WIDTH / width
  const y = Math.ceil((map.y + map.height + APART) / 1000) * 1000
  const whole = { x: 0, y, width: ROUTE_WIDTH, height: height * metre }
  const [marginX, marginY] = [(width - (right - left)) / 2, (height - (bottom - top)) / 2]
  const origin = { x: (marginX - left) * metre, y: y + (marginY - top) * metre }
  return { whole, extent: grow(whole, AROUND, AROUND), origin, metre }
}

/** Map units of a point of the section, [distance, depth] in metres. */
export function onGround({ origin, metre }: SectionGround, [x, depth]: [number, number]): Point {
  const round = (value: number) => Math.round(value * 10) / 10
  return { x: round(origin.x + x * metre), y: round(origin.y + depth * metre) }
}

/** Kinds of shapes of a section, from the bottom; `edge` and `passage` are strokes of a fixed width. */
export type SectionShape = 'sky' | 'rock' | 'depths' | 'edge' | 'opening' | 'passage' | 'broken'

/** The section as SVG markup: openings and passages join, since all edges are drawn before all openings. */
export function sectionMarkup({ areas, lines }: SectionFile, ground: SectionGround): string {
  const { x, y, width, height } = grow(ground.whole, DRAWN, DRAWN)
  const through = (points: [number, number][]) =>
    points
      .map((point) => onGround(ground, point))
      .map(({ x, y }) => `${x} ${y}`)
      .join('L')
  const shape = (kind: SectionShape, d: string) => `<path class="section-${kind}" d="${d}"></path>`
  const closed = (kind: SectionShape, among: SectionFile['areas']) =>
    among.map(({ points }) => shape(kind, `M${through(points)}z`))
  const open = (kind: SectionShape, of: SectionFile['lines'][number]['kind']) =>
    lines.filter((line) => line.kind === of).map(({ points }) => shape(kind, `M${through(points)}`))
  return [
    shape('sky', `M${x} ${y}h${width}v${height}h${-width}z`),
    ...areas.flatMap((area) => (area.kind === 'air' ? [] : closed(area.kind === 'land' ? 'rock' : 'depths', [area]))),
    ...open('edge', 'passage'),
    ...closed(
      'opening',
      areas.filter(({ kind }) => kind === 'air'),
    ),
    ...open('passage', 'passage'),
    ...open('broken', 'broken'),
  ].join('')
}

/** Number of depths on the scale: as many as can be read on a phone. */
const MOST_DEPTHS = 10

/** The outlines of the section in map units, for the placement of names. */
export function outlinesOf({ areas, lines }: SectionFile, ground: SectionGround): Point[][] {
  return [...areas, ...lines].map(({ points }) => points.map((point) => onGround(ground, point)))
}

/** The depths of the scale, metres from the surface, and their positions. Heights only where there is a place. */
export function depthsOf({ places }: SectionFile, { whole, origin, metre }: SectionGround) {
  const highest = Math.min(0, ...Object.values(places).map(({ at }) => at[1]))
  const [top, bottom] = [Math.max(highest, (whole.y - origin.y) / metre), (whole.y + whole.height - origin.y) / metre]
  const steps = [1, 2, 5].flatMap((step) => [0.1, 1, 10, 100, 1000].map((ten) => step * ten)).sort((a, b) => a - b)
  const step = steps.find((step) => (bottom - top) / step <= MOST_DEPTHS) ?? 10_000
  const first = Math.floor(top / step)
  return Array.from({ length: Math.floor(bottom / step) - first + 1 }, (_, i) => {
    const depth = (first + i) * step
    return { y: Math.round(origin.y + depth * metre), metres: Math.abs(depth) }
  })
}
