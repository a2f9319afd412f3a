/** Geometry of lines on the map: points, SVG paths, and copies across the edge of a world map. */

import type { Line, Piece } from './map.ts'
import type { Point } from './projection.ts'
import { tenth } from './rounding.ts'

/** Default bend of a line, as a fraction of its length: enough to distinguish it from a border, too little for a road. */
export const BEND = 0.14

/**
 * The schematic line between two places: one curve, the short way around the globe. `world`: map units around the
 * equator; `by`: bend as a fraction of the length, to the left in the direction of travel, negative to the right.
 */
export function arcBetween(from: Point, to: Point, world: number, by = BEND): Line {
  const end = { x: to.x - Math.round((to.x - from.x) / world) * world, y: to.y }
  const [dx, dy] = [end.x - from.x, end.y - from.y]
  // Bending to the same side of the direction of travel keeps the way there and the way back apart.
  const [x, y] = [(from.x + end.x) / 2 + dy * by, (from.y + end.y) / 2 - dx * by]
  return [
    [from.x, from.y],
    [Math.round(x), Math.round(y), end.x, end.y],
  ]
}

/**
 * The copies of `line` that a world map needs: a line that leaves over one edge is drawn again where it comes back over
 * the other. `world`: map units around the equator; the middle of the map is at x = 0.
 */
export function worldCopiesOf(line: Line, world: number): Line[] {
  const xs = verticesOf(line).map(({ x }) => x)
  const [left, right] = [Math.min(...xs), Math.max(...xs)]
  const turns: number[] = []
  // The tolerance ignores lines that only touch the edge.
  const edge = world / 2 - world * 1e-3
  for (let turn = Math.ceil((-edge - right) / world); turn * world + left <= edge; turn += 1) turns.push(turn)
  return turns.length > 1 ? turns.map((turn) => shifted(line, turn * world)) : [line]
}

function shifted([[x, y], ...pieces]: Line, by: number): Line {
  const moved = pieces.map((piece): Piece => {
    if (piece.length === 2) return [piece[0] + by, piece[1]]
    return [piece[0] + by, piece[1], piece[2] + by, piece[3]]
  })
  return [[x + by, y], ...moved]
}

/** The ends of a line's pieces, without control points. */
export function verticesOf(line: Line): Point[] {
  return line.map((piece) => ({ x: piece.at(-2) ?? 0, y: piece.at(-1) ?? 0 }))
}

/** The copy of a line whose point at `t` is in view: the nearest to `middle`, by default that of the map. */
export function copyAt(lines: Line[], t: number, middle = 0): Line | undefined {
  const distance = (line: Line) => Math.abs(pointAt(line, t).x - middle)
  return lines.length > 1 ? lines.reduce((best, line) => (distance(line) < distance(best) ? line : best)) : lines[0]
}

/** A piece of a line: start, control point and end, and where it begins and ends on the line, map units from its start. */
interface Arc {
  from: Point
  bend: Point
  to: Point
  piece: Piece
  begins: number
  ends: number
}

const measured = new WeakMap<Line, Arc[]>()

/** The pieces of a line, cached because every animation frame needs them. */
function arcsOf(line: Line): Arc[] {
  const cached = measured.get(line)
  if (cached) return cached
  const [[x, y], ...pieces] = line
  let [from, total] = [{ x, y }, 0]
  const arcs = pieces.map((piece) => {
    const to = { x: piece.at(-2) ?? x, y: piece.at(-1) ?? y }
    const bend = piece.length === 4 ? { x: piece[0], y: piece[1] } : { x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 }
    const arc = { from, bend, to, piece, begins: total, ends: total + curveLength(from, bend, to) }
    ;[from, total] = [to, arc.ends]
    return arc
  })
  measured.set(line, arcs)
  return arcs
}

/** Approximate length of a quadratic curve, between its chord and its control polygon (Gravesen, 1997). */
function curveLength(from: Point, bend: Point, to: Point): number {
  const apart = (a: Point, b: Point) => Math.hypot(a.x - b.x, a.y - b.y)
  return (2 * apart(from, to) + apart(from, bend) + apart(bend, to)) / 3
}

/** Length of a line, map units; never 0. */
export function lengthOf(line: Line): number {
  return arcsOf(line).at(-1)?.ends || 1
}

const ORIGIN = { x: 0, y: 0 }
const NOWHERE: Arc = { from: ORIGIN, bend: ORIGIN, to: ORIGIN, piece: [0, 0], begins: 0, ends: 0 }

/** The piece at `t` (0 to 1) of a line's length, the position within it, and its index. */
function arcAt(line: Line, t: number): { arc: Arc; part: number; index: number } {
  const arcs = arcsOf(line)
  const along = t * lengthOf(line)
  const found = arcs.findIndex(({ ends }) => along < ends)
  const index = found < 0 ? arcs.length - 1 : found
  const arc = arcs[index] ?? NOWHERE
  return { arc, part: (along - arc.begins) / (arc.ends - arc.begins || 1), index }
}

/** The point at `t` (0 to 1) of a line. */
export function pointAt(line: Line, t: number): Point {
  const { arc, part } = arcAt(line, t)
  return pointOf(arc, part)
}

function pointOf({ from, bend, to }: Arc, t: number): Point {
  const along = (a: number, b: number, c: number) => (1 - t) ** 2 * a + 2 * (1 - t) * t * b + t ** 2 * c
  return { x: along(from.x, bend.x, to.x), y: along(from.y, bend.y, to.y) }
}

/** Derivative of a line at `t`, map units. */
export function speedAt(line: Line, t: number): Point {
  const { arc, part } = arcAt(line, t)
  const { from, bend, to } = arc
  const share = (arc.ends - arc.begins) / lengthOf(line) || 1
  const along = (a: number, b: number, c: number) => (2 * ((1 - part) * (b - a) + part * (c - b))) / share
  return { x: along(from.x, bend.x, to.x), y: along(from.y, bend.y, to.y) }
}

/** The line up to `t` as SVG path data, cut with de Casteljau's algorithm, which keeps the curve. */
export function pathTo(line: Line, t: number): string {
  const { arc, part, index } = arcAt(line, t)
  const { from, bend, piece } = arc
  const near = { x: from.x + (bend.x - from.x) * part, y: from.y + (bend.y - from.y) * part }
  const tip = pointOf(arc, part)
  const cut = piece.length === 4 ? [near.x, near.y, tip.x, tip.y] : [tip.x, tip.y]
  const [start, ...pieces] = line
  const drawn = [...pieces.slice(0, index), cut].map((numbers) => {
    return `${numbers.length === 4 ? 'Q' : 'L'}${numbers.map(tenth).join(' ')}`
  })
  return `M${start.map(tenth).join(' ')}${drawn.join('')}`
}
