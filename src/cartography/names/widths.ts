/** How much room a text takes, measured in the font that will draw it. */

import { fontOf } from '../../fonts/fonts.ts'
import type { Label } from '../../story/story.ts'
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

/** White space kept around a name, pixels. */
const AIR = 3

/** The box of a label whose point is at `x`, `y` pixels, with the white space around it. */
export function boxOf(label: Pick<Label, 'dx' | 'dy' | 'anchor' | 'kind' | 'text'>, x: number, y: number): Box {
  const { size, weight, spacing } = LETTERING[label.kind]
  const lines = label.text.split('\n')
  const widths = lines.map(
    (line) => textWidth(line, { family: 'source-sans-3', weight }, size) + spacing * size * line.length,
  )
  const width = Math.max(...widths)
  const left = x + label.dx - (label.anchor === 'start' ? 0 : label.anchor === 'end' ? width : width / 2)
  const baseline = y + label.dy
  const box = {
    left: left - AIR,
    top: baseline - size * 0.78 - AIR,
    right: left + width + AIR,
    bottom: baseline + size * (0.22 + LINE_HEIGHT * (lines.length - 1)) + AIR,
  }
  if (label.kind !== 'beyond') return box
  // The arrow stands at the point itself.
  return {
    left: Math.min(box.left, x - EDGE_ARROW),
    top: Math.min(box.top, y - EDGE_ARROW),
    right: Math.max(box.right, x + EDGE_ARROW),
    bottom: Math.max(box.bottom, y + EDGE_ARROW),
  }
}

/** `text` broken into at most `count` lines of about the same length. */
export function wrap(text: string, count: number): string {
  const words = text.split(' ')
  const most = text.length / count
  const lines: string[] = []
  for (const word of words) {
    const line = lines.at(-1)
    if (line !== undefined && (line.length + word.length / 2 < most || lines.length === count))
      lines[lines.length - 1] = `${line} ${word}`
    else lines.push(word)
  }
  return lines.join('\n')
}

/** Square pixels two boxes share. */
export function overlap(a: Box, b: Box): number {
  const width = Math.min(a.right, b.right) - Math.max(a.left, b.left)
  const height = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top)
  return width > 0 && height > 0 ? width * height : 0
}

const widths = new Map<string, number>()

/** Width of `text` in pixels at `size` pixels. */
export function textWidth(text: string, face: Face, size: number): number {
  const key = `${face.family} ${face.weight} ${text}`
  const known = widths.get(key) ?? measure(text, face)
  widths.set(key, known)
  return known * size
}

function measure(text: string, { family: file, weight }: Face): number {
  const font = fontOf({ file, weight })
  return font.layout(text).advanceWidth / font.unitsPerEm
}
