/** A line on the map: pieces with a bend each, measured once; where it is, how it is drawn, and each time round the world. */

import type { Point } from './projection.ts'
import type { Line, Piece } from './story.ts'

/** How far a line bends aside, as a part of its length: enough to tell it from a border, too little for a road. */
export const BEND = 0.14

/**
 * The schematic line between two places, in one bend: the short way round. `world`: map units around the equator; `by`:
 * how far it bends aside, as a part of its length, to the left of who travels, below 0 to the right.
 */
export function arcBetween(from: Point, to: Point, world: number, by = BEND): Line {
  const end = { x: to.x - Math.round((to.x - from.x) / world) * world, y: to.y }
  const [dx, dy] = [end.x - from.x, end.y - from.y]
  // To the left of who travels, unless told otherwise: the way there and the way back do not hide each other.
  const [x, y] = [(from.x + end.x) / 2 + dy * by, (from.y + end.y) / 2 - dx * by]
  return [
    [from.x, from.y],
    [Math.round(x), Math.round(y), end.x, end.y],
  ]
}

/**
 * `line` for every side on which the map of the whole world shows a part of it: one that leaves over an edge is there
 * again where it comes back. `world`: map units around the equator; the map's middle is at x = 0.
 */
export function worldCopiesOf(line: Line, world: number): Line[] {
  const xs = verticesOf(line).map(({ x }) => x)
  const [left, right] = [Math.min(...xs), Math.max(...xs)]
  const turns: number[] = []
  // Only what reaches well into the next world is told from a place that lies on the edge itself.
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

/** The points a line is made of, without those it only bends to. */
export function verticesOf(line: Line): Point[] {
  return line.map((piece) => ({ x: piece.at(-2) ?? 0, y: piece.at(-1) ?? 0 }))
}

/** Of the turns of a line the one whose point at `t` lies on the map: nearest to its middle. */
export function copyAt(lines: Line[], t: number): Line | undefined {
  const far = (line: Line) => Math.abs(pointAt(line, t).x)
  return lines.length > 1 ? lines.reduce((best, line) => (far(line) < far(best) ? line : best)) : lines[0]
}

/** A piece of a line: where it begins, bends to and ends, and the parts of the whole length it lies between. */
interface Arc {
  from: Point
  bend: Point
  to: Point
  piece: Piece
  begins: number
  ends: number
}

const measured = new WeakMap<Line, Arc[]>()

/** The pieces of a line with their share of its length. Lines are asked for them in every frame, so they are kept. */
function arcsOf(line: Line): Arc[] {
  const known = measured.get(line)
  if (known) return known
  const [[x, y], ...pieces] = line
  let [from, total] = [{ x, y }, 0]
  const arcs = pieces.map((piece) => {
    const to = { x: piece.at(-2) ?? x, y: piece.at(-1) ?? y }
    const bend = piece.length === 4 ? { x: piece[0], y: piece[1] } : { x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 }
    const arc = { from, bend, to, piece, begins: total, ends: total + lengthOf(from, bend, to) }
    ;[from, total] = [to, arc.ends]
    return arc
  })
  for (const arc of arcs) {
    arc.begins /= total || 1
    arc.ends /= total || 1
  }
  measured.set(line, arcs)
  return arcs
}

/** About the length of a curve: between its chord and the way over its bend (Gravesen, 1997). */
function lengthOf(from: Point, bend: Point, to: Point): number {
  const apart = (a: Point, b: Point) => Math.hypot(a.x - b.x, a.y - b.y)
  return (2 * apart(from, to) + apart(from, bend) + apart(bend, to)) / 3
}

const NOWHERE: Arc = {
  from: { x: 0, y: 0 },
  bend: { x: 0, y: 0 },
  to: { x: 0, y: 0 },
  piece: [0, 0],
  begins: 0,
  ends: 1,
}

/** The piece at `t` (0 to 1) of a line's length, how far along it that is, and the place of the piece. */
function at(line: Line, t: number): { arc: Arc; part: number; index: number } {
  const arcs = arcsOf(line)
  const found = arcs.findIndex(({ ends }) => t < ends)
  const index = found < 0 ? arcs.length - 1 : found
  const arc = arcs[index] ?? NOWHERE
  return { arc, part: (t - arc.begins) / (arc.ends - arc.begins || 1), index }
}

/** The point at `t` (0 to 1) of a line. */
export function pointAt(line: Line, t: number): Point {
  const { arc, part } = at(line, t)
  return pointOf(arc, part)
}

function pointOf({ from, bend, to }: Arc, t: number): Point {
  const along = (a: number, b: number, c: number) => (1 - t) ** 2 * a + 2 * (1 - t) * t * b + t ** 2 * c
  return { x: along(from.x, bend.x, to.x), y: along(from.y, bend.y, to.y) }
}

/** How fast a point moves along a line at `t`: the derivative there, map units. */
export function speedAt(line: Line, t: number): Point {
  const { arc, part } = at(line, t)
  const { from, bend, to } = arc
  const share = arc.ends - arc.begins || 1
  const along = (a: number, b: number, c: number) => (2 * ((1 - part) * (b - a) + part * (c - b))) / share
  return { x: along(from.x, bend.x, to.x), y: along(from.y, bend.y, to.y) }
}

/** The first part of a line, up to `t`, as SVG path data (de Casteljau: the cut curve is the same curve). */
export function pathTo(line: Line, t: number): string {
  const round = (value: number) => Math.round(value * 10) / 10
  const { arc, part, index } = at(line, t)
  const { from, bend, piece } = arc
  const near = { x: from.x + (bend.x - from.x) * part, y: from.y + (bend.y - from.y) * part }
  const tip = pointOf(arc, part)
  const cut = piece.length === 4 ? [near.x, near.y, tip.x, tip.y] : [tip.x, tip.y]
  const [start, ...pieces] = line
  const drawn = [...pieces.slice(0, index), cut].map((numbers) => {
    return `${numbers.length === 4 ? 'Q' : 'L'}${numbers.map(round).join(' ')}`
  })
  return `M${start.map(round).join(' ')}${drawn.join('')}`
}
