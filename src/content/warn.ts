import { formatProblem } from './problems.ts'
import type { ReadStory } from './read.ts'

/** Prints a warning that only the build can detect, with the line of `path` in the author's file. */
export function warn(at: ReadStory['at'], path: (string | number)[], message: string, hint: string) {
  console.warn(formatProblem({ file: at.file, line: at.lineOf(...path), severity: 'warning', message, hint }))
}
