/** Candidate positions of names: around a point, beside a line and at the edge of a view, the best first. */

import { copyAt, pointAt } from '../../story/line.ts'
import type { Label, Leg, Place } from '../../story/map.ts'
import type { Point, Rect } from '../../story/projection.ts'
import { AREA_RADIUS, LETTERING, LINE_HEIGHT, MARK_RADIUS } from '../../story/viewport.ts'
import { contains } from '../polygons.ts'
import { boxOf } from './boxes.ts'

/** A candidate position: a point of the map and an offset in pixels. */
export type Candidate = Pick<Label, 'x' | 'y' | 'dx' | 'dy' | 'anchor' | 'leader' | 'angle'>

/** Candidates around a point. `reach`: radius of its mark, pixels; `lines`: number of lines of the name. */
export function aroundPoint({ x, y }: Point, reach = MARK_RADIUS, lines = 1): Candidate[] {
  const gap = reach + 4
  const positions: [number, number, Label['anchor']][] = [
    [gap, -reach + 3, 'start'],
    [gap, 5, 'start'],
    [gap, reach + 10, 'start'],
    [-gap, -reach + 3, 'end'],
    [-gap, 5, 'end'],
    [-gap, reach + 10, 'end'],
    [0, -gap - 2, 'middle'],
    [0, gap + 11, 'middle'],
    [gap + 8, 5, 'start'],
    [-gap - 8, 5, 'end'],
    [0, -gap - 12, 'middle'],
    [0, gap + 22, 'middle'],
    [gap + 14, -reach - 6, 'start'],
    [gap + 14, reach + 18, 'start'],
    [-gap - 14, -reach - 6, 'end'],
    [-gap - 14, reach + 18, 'end'],
    [gap + 22, 5, 'start'],
    [-gap - 22, 5, 'end'],
    [0, -gap - 22, 'middle'],
    [0, gap + 34, 'middle'],
    [gap, -reach - 12, 'start'],
    [-gap, -reach - 12, 'end'],
    [gap, reach + 22, 'start'],
    [-gap, reach + 22, 'end'],
    [gap + 10, -reach - 18, 'middle'],
    [-gap - 10, -reach - 18, 'middle'],
  ]
  // More lines extend a name upwards above the point, and both ways beside it.
  const more = (lines - 1) * LETTERING.place.size * LINE_HEIGHT
  return positions.map(([dx, dy, anchor]) => {
    const up = anchor !== 'middle' ? more / 2 : dy < 0 ? more : 0
    return { x: Math.round(x), y: Math.round(y), dx, dy: Math.round(dy - up), anchor }
  })
}

/** Countries whose borders a map shows, and its scale in pixels per map unit. */
export interface Bordered {
  countries: { rings: Point[][] }[]
  scale: number
}

/**
 * `candidates` for a name of the point `at`, those last at which most of it would stand in another country than the point:
 * a reader would look for the place there.
 */
export function homeFirst(
  name: Pick<Label, 'kind' | 'text'>,
  candidates: Candidate[],
  at: Point,
  { countries, scale }: Bordered,
): Candidate[] {
  const home = countries.find(({ rings }) => contains(rings, at))
  if (!home) return candidates
  const isAbroad = (candidate: Candidate) => {
    const { minX, minY, maxX, maxY } = boxOf({ ...name, ...candidate }, candidate.x * scale, candidate.y * scale)
    const middle = { x: (minX + maxX) / 2 / scale, y: (minY + maxY) / 2 / scale }
    return !contains(home.rings, middle) && countries.some(({ rings }) => contains(rings, middle))
  }
  const abroad = new Set(candidates.filter(isAbroad))
  return [...candidates.filter((candidate) => !abroad.has(candidate)), ...abroad]
}

/** Candidates at a place on a section, beside, above and below rows of dots of this length beside it. */
export function besideRows({ x, y, section }: Place, length: number, lines = 1): Candidate[] {
  const more = (lines - 1) * LETTERING.place.size * LINE_HEIGHT
  const turn = section === 'left' ? -1 : 1
  const turned = { start: 'end', middle: 'middle', end: 'start' } as const
  const positions: [number, number, Label['anchor']][] = [
    [length > 0 ? -2 : MARK_RADIUS + 4, length > 0 ? -15 : 5, 'start'],
    [-MARK_RADIUS - 4, 5, 'end'],
    [-2, 25, 'start'],
    [length + 34, 5, 'start'],
    [-MARK_RADIUS - 4, -12, 'end'],
    [-MARK_RADIUS - 4, 22, 'end'],
    [-2, -30, 'start'],
  ]
  return positions.map(([dx, dy, anchor]) => ({
    x,
    y,
    dx: Math.round(dx) * turn,
    // More lines extend a name upwards above the rows, and both ways beside them.
    dy: Math.round(dy < 0 ? dy - more : dy < 10 ? dy - more / 2 : dy),
    anchor: turn < 0 ? turned[anchor] : anchor,
  }))
}

/** Candidates for a second text about a place: under its name, over it, around the point, then ever further away. */
export function nearName(place: Place, placed: Label[]): Candidate[] {
  const name = placed.find((label) => label.kind === 'place' && label.of === place.id)
  const { x, y } = place
  if (!name) return aroundPoint(place)
  const lines = [17, -17].map((line) => ({ x, y, dx: name.dx, dy: name.dy + line, anchor: name.anchor }))
  const offsets = [-34, -24, -17, 17, 24, 34, 44].flatMap((line) =>
    [0, -16, 16, -32, 32, -48, 48].map((across) => ({ line, across, distance: Math.hypot(line, across) })),
  )
  return [
    ...lines,
    ...aroundPoint(place),
    ...offsets
      .sort((a, b) => a.distance - b.distance)
      .map(({ line, across }) => ({ x, y, dx: name.dx + across, dy: name.dy + line, anchor: name.anchor })),
  ]
}

/**
 * Candidates on both sides of a leg, those near its middle first. `middle`: that of the view. `isLong`: text that begins or
 * ends at a steep leg.
 */
export function besideLeg({ lines, width }: Leg, middle: number, isLong = false): Candidate[] {
  return [0.5, 0.42, 0.58, 0.34, 0.66, 0.26, 0.74].flatMap((t) => {
    const line = copyAt(lines, t, middle)
    if (!line) return []
    const at = pointAt(line, t)
    const [ahead, behind] = [pointAt(line, t + 0.01), pointAt(line, t - 0.01)]
    const length = Math.hypot(ahead.x - behind.x, ahead.y - behind.y) || 1
    const [nx, ny] = [-(ahead.y - behind.y) / length, (ahead.x - behind.x) / length]
    return [-1, 1].flatMap((side) =>
      [15, 20].map((centred) => {
        const isBeside = isLong && Math.abs(nx) > 0.4
        const gap = isBeside ? centred - 8 : centred
        const [dx, dy] = [nx * side * (width / 2 + gap), ny * side * (width / 2 + gap * 0.8) + 5]
        return {
          x: Math.round(at.x),
          y: Math.round(at.y),
          dx: Math.round(dx),
          dy: Math.round(dy),
          anchor: isBeside ? (nx * side > 0 ? ('start' as const) : ('end' as const)) : ('middle' as const),
        }
      }),
    )
  })
}

/** Line height of a note, and height of its first line above the baseline, pixels. */
const [NOTE_LINE, NOTE_TOP] = [15.5, 10]
/** Space between a note and the end of its leader line, pixels. */
const NOTE_GAP = 4

/** Candidates for a note of `lines` lines about a place or the middle of a leg, with its leader line. */
export function aroundNoted(noted: Place | Leg, lines: number, middle: number): Candidate[] {
  const points = 'lines' in noted ? [0.5, 0.4, 0.6, 0.3, 0.7].flatMap((t) => pointOn(noted, t, middle)) : [noted]
  const radius = 'lines' in noted ? noted.width / 2 : noted.roughly === undefined ? MARK_RADIUS : AREA_RADIUS
  // Clear of the square that placement reserves around a round mark.
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

function pointOn({ lines }: Leg, t: number, middle: number): Point[] {
  const line = copyAt(lines, t, middle)
  return line ? [pointAt(line, t)] : []
}

/** Distance of the arrow to a place beyond the map from the edge of the view, as a fraction of its width and height. */
const EDGE = 0.035

/** Candidates at the edge of `view`: where the straight line to a place beyond it crosses, then along that edge. */
export function atViewEdge(place: Place, view: Rect): Candidate[] {
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
