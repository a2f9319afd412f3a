/** Where a name may stand: candidates around a point, beside a line, on land and on water, the best first. */

import { copyAt, pointAt } from '../../story/line.ts'
import type { Point, Rect } from '../../story/projection.ts'
import type { Label, Leg, Place } from '../../story/story.ts'
import { AREA_RADIUS, LETTERING, LINE_HEIGHT, MARK_RADIUS } from '../../story/viewport.ts'

/** A possible position: a map point and an offset in pixels. */
export type Candidate = Pick<Label, 'x' | 'y' | 'dx' | 'dy' | 'anchor' | 'leader' | 'angle'>

/** Positions around a point, the best first; `reach` is the radius to stay clear of, pixels; `lines` the lines of the name. */
export function around({ x, y }: Point, reach = MARK_RADIUS, lines = 1): Candidate[] {
  const near = reach + 4
  const positions: [number, number, Label['anchor']][] = [
    [near, -reach + 3, 'start'],
    [near, 5, 'start'],
    [near, reach + 10, 'start'],
    [-near, -reach + 3, 'end'],
    [-near, 5, 'end'],
    [-near, reach + 10, 'end'],
    [0, -near - 2, 'middle'],
    [0, near + 11, 'middle'],
    [near + 8, 5, 'start'],
    [-near - 8, 5, 'end'],
    [0, -near - 12, 'middle'],
    [0, near + 22, 'middle'],
    [near + 14, -reach - 6, 'start'],
    [near + 14, reach + 18, 'start'],
    [-near - 14, -reach - 6, 'end'],
    [-near - 14, reach + 18, 'end'],
    [near + 22, 5, 'start'],
    [-near - 22, 5, 'end'],
    [0, -near - 22, 'middle'],
    [0, near + 34, 'middle'],
  ]
  // Above it grows upwards, beside it both ways.
  const more = (lines - 1) * LETTERING.place.size * LINE_HEIGHT
  return positions.map(([dx, dy, anchor]) => {
    const up = anchor !== 'middle' ? more / 2 : dy < 0 ? more : 0
    return { x: Math.round(x), y: Math.round(y), dx, dy: Math.round(dy - up), anchor }
  })
}

/** Positions for a second line about a place: under its name or over it, else as near to the name as there is room. */
export function beneath(place: Place, taken: Label[]): Candidate[] {
  const name = taken.find((label) => label.kind === 'place' && label.of === place.id)
  const { x, y } = place
  if (!name) return around(place)
  const lines = [17, -17].map((line) => ({ x, y, dx: name.dx, dy: name.dy + line, anchor: name.anchor }))
  const near = [-34, -24, -17, 17, 24, 34, 44].flatMap((line) =>
    [0, -16, 16, -32, 32, -48, 48].map((aside) => ({ line, aside, far: Math.hypot(line, aside) })),
  )
  return [
    ...lines,
    ...around(place),
    ...near
      .sort((one, other) => one.far - other.far)
      .map(({ line, aside }) => ({ x, y, dx: name.dx + aside, dy: name.dy + line, anchor: name.anchor })),
  ]
}

/** Positions beside a leg, near its middle first, on either side. */
export function beside({ lines, width }: Leg): Candidate[] {
  return [0.5, 0.42, 0.58, 0.34, 0.66, 0.26, 0.74].flatMap((t) => {
    const line = copyAt(lines, t)
    if (!line) return []
    const at = pointAt(line, t)
    const [ahead, behind] = [pointAt(line, t + 0.01), pointAt(line, t - 0.01)]
    const length = Math.hypot(ahead.x - behind.x, ahead.y - behind.y) || 1
    const [nx, ny] = [-(ahead.y - behind.y) / length, (ahead.x - behind.x) / length]
    return [-1, 1].flatMap((side) =>
      [15, 20].map((gap) => {
        const [dx, dy] = [nx * side * (width / 2 + gap), ny * side * (width / 2 + gap * 0.8) + 5]
        return {
          x: Math.round(at.x),
          y: Math.round(at.y),
          dx: Math.round(dx),
          dy: Math.round(dy),
          anchor: 'middle' as const,
        }
      }),
    )
  })
}

/** Pixels from one line of a note to the next, and from its first baseline up to its top. */
const [NOTE_LINE, NOTE_TOP] = [15.5, 10]
/** White space between a note and the end of its leader line, pixels. */
const NOTE_GAP = 4

/** Positions of a note of `lines` lines about a place or the middle of a leg, with the leader line that ties it. */
export function tiedTo(tied: Place | Leg, lines: number): Candidate[] {
  const points = 'lines' in tied ? [0.5, 0.4, 0.6, 0.3, 0.7].flatMap((t) => spotOn(tied, t)) : [tied]
  const radius = 'lines' in tied ? tied.width / 2 : tied.roughly === undefined ? MARK_RADIUS : AREA_RADIUS
  // Clear of the square that the placer keeps free around a round mark.
  const from = Math.ceil((radius + 1) * Math.SQRT2)
  const height = (lines - 1) * NOTE_LINE
  return points.flatMap(({ x, y }) =>
    [26, 40, 56, 74, 94].flatMap((reach) =>
      [25, -25, 155, -155, 55, -55, 125, -125, 80, -80, 100, -100, 0, 180].map((degrees) => {
        const [cos, sin] = [Math.cos((degrees * Math.PI) / 180), Math.sin((degrees * Math.PI) / 180)]
        const [endX, endY] = [Math.round(cos * (from + reach)), Math.round(sin * (from + reach))]
        const flat = Math.abs(sin) < 0.75
        const dy = flat ? endY + NOTE_TOP / 2 - height / 2 : endY + (sin > 0 ? NOTE_GAP + NOTE_TOP : -NOTE_GAP - height)
        return {
          x: Math.round(x),
          y: Math.round(y),
          dx: flat ? endX + Math.sign(cos) * NOTE_GAP : endX,
          dy: Math.round(dy),
          anchor: flat ? (cos > 0 ? ('start' as const) : ('end' as const)) : ('middle' as const),
          leader: [Math.round(cos * from), Math.round(sin * from), endX, endY] as Label['leader'],
        }
      }),
    ),
  )
}

function spotOn({ lines }: Leg, t: number): Point[] {
  const line = copyAt(lines, t)
  return line ? [pointAt(line, t)] : []
}

/** Part of the frame's width and height that stays between its edge and the arrow to a place beyond it. */
const EDGE = 0.035

/** Positions at the edge of `view` where the straight way to a place beyond it leaves, then others along that edge. */
export function atEdge(place: Place, view: Rect): Candidate[] {
  const [cx, cy] = [view.x + view.width / 2, view.y + view.height / 2]
  const [dx, dy] = [place.x - cx, place.y - cy]
  const angle = Math.round((Math.atan2(dy, dx) * 180) / Math.PI)
  const [halfX, halfY] = [view.width * (0.5 - EDGE), view.height * (0.5 - EDGE)]
  const out = Math.min(halfX / (Math.abs(dx) || 1), halfY / (Math.abs(dy) || 1))
  const at = { x: cx + dx * out, y: cy + dy * out }
  const upright = Math.abs(at.x - cx) > halfX * 0.999
  return [0, -1, 1, -2, 2, -3, 3, -4, 4, -5, 5].flatMap((turn) => {
    const [x, y] = upright ? [at.x, at.y + turn * view.height * 0.07] : [at.x + turn * view.width * 0.07, at.y]
    const spots: Pick<Label, 'dx' | 'dy' | 'anchor'>[] = upright
      ? [{ dx: dx < 0 ? 13 : -13, dy: 5, anchor: dx < 0 ? 'start' : 'end' }]
      : [
          { dx: 0, dy: dy < 0 ? 24 : -14, anchor: 'middle' },
          { dx: 13, dy: 5, anchor: 'start' },
          { dx: -13, dy: 5, anchor: 'end' },
        ]
    return spots.map((spot) => ({ x: Math.round(x), y: Math.round(y), angle, ...spot }))
  })
}

/** Points inside a country and well inside the view, the farthest from its borders first. */
export function within(rings: Point[][], view: Rect): Candidate[] {
  const near = rings.filter((ring) => meets(ring, view))
  return near.length ? roomiest(view, near, (at) => contains(near, at)) : []
}

/** Points of a sea inside the view, the farthest from any coast first. */
export function afloat(coastlines: Point[][], area: Rect, view: Rect): Candidate[] {
  const left = Math.max(area.x, view.x)
  const top = Math.max(area.y, view.y)
  const width = Math.min(area.x + area.width, view.x + view.width) - left
  const height = Math.min(area.y + area.height, view.y + view.height) - top
  if (width <= 0 || height <= 0) return []
  const seen = { x: left, y: top, width, height }
  const coasts = coastlines.filter((ring) => meets(ring, seen))
  return roomiest(seen, coasts, (at) => !contains(coasts, at)).filter(({ x, y }) => {
    const reach = view.width / 20
    return ![-reach, reach].some((dx) => contains(coasts, { x: x + dx, y }))
  })
}

/** Points of a grid over `view` that pass the test, the farthest from `rings` and from the edge first. */
function roomiest(view: Rect, rings: Point[][], test: (at: Point) => boolean): Candidate[] {
  const [columns, rows] = [28, 21]
  // A border outside the view is never nearer than the edge of the view.
  const borders = rings.flatMap((ring) => ring.filter((point) => liesIn(point, view)))
  const spots: { at: Point; room: number }[] = []
  for (let i = 1; i < columns; i += 1) {
    for (let j = 1; j < rows; j += 1) {
      const at = { x: view.x + (view.width * i) / columns, y: view.y + (view.height * j) / rows }
      if (test(at)) spots.push({ at, room: roomAround(borders, at, view) })
    }
  }
  return spots
    .sort((a, b) => b.room - a.room)
    .slice(0, 120)
    .map(({ at }) => ({ x: Math.round(at.x), y: Math.round(at.y), dx: 0, dy: 4, anchor: 'middle' }))
}

function liesIn({ x, y }: Point, view: Rect): boolean {
  return x >= view.x && x <= view.x + view.width && y >= view.y && y <= view.y + view.height
}

/** The box of the largest of `rings`: where most of a country lies. */
export function mainland(rings: Point[][]): Rect {
  const size = ({ width, height }: Rect) => width * height
  return rings
    .map(boxAround)
    .reduce((largest, box) => (size(box) > size(largest) ? box : largest), { x: 0, y: 0, width: 0, height: 0 })
}

const boxes = new WeakMap<Point[], Rect>()

/** The box of a ring. Rings are asked for it again and again, so it is kept. */
function boxAround(ring: Point[]): Rect {
  const known = boxes.get(ring)
  if (known) return known
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity]
  for (const { x, y } of ring) {
    if (x < left) left = x
    if (x > right) right = x
    if (y < top) top = y
    if (y > bottom) bottom = y
  }
  const box = { x: left, y: top, width: right - left, height: bottom - top }
  boxes.set(ring, box)
  return box
}

function meets(ring: Point[], view: Rect): boolean {
  const { x, y, width, height } = boxAround(ring)
  return x + width > view.x && x < view.x + view.width && y + height > view.y && y < view.y + view.height
}

export function contains(rings: Point[][], { x, y }: Point): boolean {
  let odd = false
  for (const ring of rings) {
    if (!liesIn({ x, y }, boxAround(ring))) continue
    for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
      const [a, b] = [ring[i], ring[j]]
      if (a && b && a.y > y !== b.y > y && x < ((b.x - a.x) * (y - a.y)) / (b.y - a.y) + a.x) odd = !odd
    }
  }
  return odd
}

/** Distance from `at` to the nearest border or edge of the view, counting up and down double: names lie flat. */
function roomAround(borders: Point[], at: Point, view: Rect): number {
  let nearest = Math.min(
    at.x - view.x,
    view.x + view.width - at.x,
    2 * (at.y - view.y),
    2 * (view.y + view.height - at.y),
  )
  for (const p of borders) {
    const [dx, dy] = [p.x - at.x, 2 * (p.y - at.y)]
    if (Math.abs(dx) < nearest && Math.abs(dy) < nearest) nearest = Math.min(nearest, Math.hypot(dx, dy))
  }
  return nearest
}
