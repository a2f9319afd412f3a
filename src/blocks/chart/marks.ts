/** Where the marks of a unit chart stand. */
import type { Point } from '../../story/projection.ts'

/** Marks per row, and size of the square cell of a mark. */
export const COLUMNS = 50
export const CELL = 10

/** Diameter of a mark; as in Chart.module.css. */
export const MARK = 6.5

/** Middle of the mark `i`, counted from 0. */
export function markAt(i: number): Point {
  return { x: (i % COLUMNS) * CELL + CELL / 2, y: Math.floor(i / COLUMNS) * CELL + CELL / 2 }
}
