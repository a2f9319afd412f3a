/** Boxes of text, measured in the font that displays it, and their overlap. */

import { fontOf } from '../../fonts/fonts.ts'
import type { Label } from '../../story/map.ts'
import type { Point } from '../../story/projection.ts'
import { EDGE_ARROW, LETTERING, LINE_HEIGHT } from '../../story/viewport.ts'

/** A box in pixels, y downwards. */
export interface Box {
  left: number
  top: number
  right: number
  bottom: number
}

/** A face of the site: 'source-sans-3' or 'source-serif-4', regular, semibold or bold. */
export interface Face {
  family: 'source-sans-3' | 'source-serif-4'
  weight: 400 | 600 | 700
}

/** Margin around a name, pixels. */
const MARGIN = 3

/** Text of a label: how many lines, and the width of the longest, pixels. */
interface Extent {
  lines: number
  width: number
}

const extents = new Map<Label['kind'], Map<string, Extent>>()

/** The extent of a label, cached because it is asked for at each position that is tried. */
function extentOf({ kind, text }: Pick<Label, 'kind' | 'text'>): Extent {
  const known = extents.get(kind) ?? new Map<string, Extent>()
  extents.set(kind, known)
  const cached = known.get(text)
  if (cached) return cached
  const { size, weight, spacing } = LETTERING[kind]
  const lines = text.split('\n')
  const widths = lines.map(
    (line) => textWidth(line, { family: 'source-sans-3', weight }, size) + spacing * size * line.length,
  )
  const extent = { lines: lines.length, width: Math.max(...widths) }
  known.set(text, extent)
  return extent
}

/** The box of a label with its margin, if its point is at `x`, `y` pixels. */
export function boxOf(label: Pick<Label, 'dx' | 'dy' | 'anchor' | 'kind' | 'text'>, x: number, y: number): Box {
  const { size } = LETTERING[label.kind]
  const { lines, width } = extentOf(label)
  const left = x + label.dx - (label.anchor === 'start' ? 0 : label.anchor === 'end' ? width : width / 2)
  const baseline = y + label.dy
  const box = {
    left: left - MARGIN,
    top: baseline - size * 0.78 - MARGIN,
    right: left + width + MARGIN,
    bottom: baseline + size * (0.22 + LINE_HEIGHT * (lines - 1)) + MARGIN,
  }
  if (label.kind !== 'beyond') return box
  // The arrow is at the point.
  return {
    left: Math.min(box.left, x - EDGE_ARROW),
    top: Math.min(box.top, y - EDGE_ARROW),
    right: Math.max(box.right, x + EDGE_ARROW),
    bottom: Math.max(box.bottom, y + EDGE_ARROW),
  }
}

/** The square around a round mark. */
export function squareAround({ x, y }: Point, radius: number): Box {
  return { left: x - radius, top: y - radius, right: x + radius, bottom: y + radius }
}

/** `text` broken into at most `count` lines of about the same length. */
export function wrap(text: string, count: number): string {
  const words = text.split(' ')
  const target = text.length / count
  const lines: string[] = []
  for (const word of words) {
    const line = lines.at(-1)
    if (line !== undefined && (line.length + word.length / 2 < target || lines.length === count))
      lines[lines.length - 1] = `${line} ${word}`
    else lines.push(word)
  }
  return lines.join('\n')
}

/** Area that two boxes share, square pixels. */
export function overlap(a: Box, b: Box): number {
  const width = Math.min(a.right, b.right) - Math.max(a.left, b.left)
  const height = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top)
  return width > 0 && height > 0 ? width * height : 0
}

/** Widths by face and text, em. */
const widths = new Map<string, number>()

/** Width of `text` in pixels at `size` pixels. */
export function textWidth(text: string, face: Face, size: number): number {
  const key = `${face.family} ${face.weight} ${text}`
  const ems = widths.get(key) ?? measure(text, face)
  widths.set(key, ems)
  return ems * size
}

function measure(text: string, { family: file, weight }: Face): number {
  const font = fontOf({ file, weight })
  return font.layout(text).advanceWidth / font.unitsPerEm
}

/** Side of a cell, pixels; a name covers a few. */
const CELL = 48

/** A grid index of boxes, so that an overlap test looks only at nearby boxes. */
export class BoxGrid {
  private readonly cells = new Map<number, Box[]>()

  constructor(boxes: Box[] = []) {
    for (const box of boxes) this.add(box)
  }

  add(box: Box) {
    for (const [key] of cellsOf(box)) {
      const cell = this.cells.get(key)
      if (cell) cell.push(box)
      else this.cells.set(key, [box])
    }
  }

  /** Area of `box` that other boxes cover, square pixels. An area under two boxes counts twice. */
  covered(box: Box): number {
    let sum = 0
    for (const [key, part] of cellsOf(box)) for (const other of this.cells.get(key) ?? []) sum += overlap(part, other)
    return sum
  }
}

/** The cells a box touches, each with the part of the box that lies in it. */
function* cellsOf({ left, top, right, bottom }: Box): Generator<[key: number, part: Box]> {
  for (let row = Math.floor(top / CELL); row * CELL < bottom; row += 1)
    for (let column = Math.floor(left / CELL); column * CELL < right; column += 1)
      yield [
        row * 100_003 + column,
        {
          left: Math.max(left, column * CELL),
          top: Math.max(top, row * CELL),
          right: Math.min(right, (column + 1) * CELL),
          bottom: Math.min(bottom, (row + 1) * CELL),
        },
      ]
}
