/** Boxes that are taken, in cells, so that a trial looks only at what lies near it. */
import { type Box, overlap } from './widths.ts'

/** Side of a cell, pixels: a name covers a few. */
const CELL = 48

export class Crowd {
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

  /** Square pixels of `box` that are taken; what two boxes take counts twice. */
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
