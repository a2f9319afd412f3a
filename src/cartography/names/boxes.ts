/** Boxes of text, measured in the font that displays it, and their overlap. */

import type { BBox, default as RBush } from 'rbush'
import { fontOf } from '../../fonts/fonts.ts'
import type { Label } from '../../story/map.ts'
import type { Point } from '../../story/projection.ts'
import { EDGE_ARROW, LETTERING, LINE_HEIGHT } from '../../story/viewport.ts'

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
export function boxOf(label: Pick<Label, 'dx' | 'dy' | 'anchor' | 'kind' | 'text'>, x: number, y: number): BBox {
  const { size } = LETTERING[label.kind]
  const { lines, width } = extentOf(label)
  const left = x + label.dx - (label.anchor === 'start' ? 0 : label.anchor === 'end' ? width : width / 2)
  const baseline = y + label.dy
  const box = {
    minX: left - MARGIN,
    minY: baseline - size * 0.78 - MARGIN,
    maxX: left + width + MARGIN,
    maxY: baseline + size * (0.22 + LINE_HEIGHT * (lines - 1)) + MARGIN,
  }
  if (label.kind !== 'beyond') return box
  // The arrow is at the point.
  return {
    minX: Math.min(box.minX, x - EDGE_ARROW),
    minY: Math.min(box.minY, y - EDGE_ARROW),
    maxX: Math.max(box.maxX, x + EDGE_ARROW),
    maxY: Math.max(box.maxY, y + EDGE_ARROW),
  }
}

/** The square around a round mark. */
export function squareAround({ x, y }: Point, radius: number): BBox {
  return { minX: x - radius, minY: y - radius, maxX: x + radius, maxY: y + radius }
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
export function overlap(a: BBox, b: BBox): number {
  const width = Math.min(a.maxX, b.maxX) - Math.max(a.minX, b.minX)
  const height = Math.min(a.maxY, b.maxY) - Math.max(a.minY, b.minY)
  return width > 0 && height > 0 ? width * height : 0
}

/** Area of `box` that `others` cover, square pixels. An area under two boxes counts twice. */
export function covered(box: BBox, others: RBush<BBox>): number {
  return others.search(box).reduce((sum, other) => sum + overlap(box, other), 0)
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
