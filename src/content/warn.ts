import { formatProblem } from './problems.ts'
import type { ReadStory } from './read.ts'

/** Tells the author of what only the build can find wrong, with the line of what stands at `path`. */
export function warn(at: ReadStory['at'], path: (string | number)[], message: string, hint: string) {
  console.warn(formatProblem({ file: at.file, line: at.lineOf(...path), severity: 'warning', message, hint }))
}
