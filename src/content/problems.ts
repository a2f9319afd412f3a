/** What is wrong with a story, said so that its author can mend it. */
import { closest, distance } from 'fastest-levenshtein'

export interface Problem {
  /** Path of the file, as it was given */
  file: string
  /** Counted from 1 */
  line: number
  severity: 'error' | 'warning'
  message: string
  /** What to do instead */
  hint?: string
}

/** `src/stories/x/story.yaml:14  error  unknown place “nroth” — did you mean “north”?` */
export function formatProblem({ file, line, severity, message, hint }: Problem): string {
  return `${file}:${line}  ${severity}  ${message}${hint ? ` — ${hint}` : ''}`
}

/** A hint with the one of `known` that `name` is a misspelling of; undefined when none is near. */
export function didYouMean(name: string, known: Iterable<string>): string | undefined {
  const candidates = [...known]
  if (candidates.length === 0 || name.length > 100) return
  const nearest = closest(name, candidates)
  return distance(name, nearest) <= Math.max(2, name.length / 3) ? `did you mean “${nearest}”?` : undefined
}

/** No message is longer: what an author wrote is told back to them, but not all of it. */
const LONGEST_MESSAGE = 300

/** A warning with the line in `at.file` of what stands at `path`: ['legs', 2] */
export function warningAt(
  at: { file: string; lineOf: (...path: (string | number)[]) => number },
  path: (string | number)[],
  message: string,
  hint: string,
): Problem {
  return { file: at.file, line: at.lineOf(...path), severity: 'warning', message, hint }
}

/** Reports problems of one file. */
export type Report = (line: number, message: string, hint?: string, severity?: Problem['severity']) => void

/** A place to report the problems of `file` to. */
export function reporter(file: string, problems: Problem[]): Report {
  return (line, message, hint, severity = 'error') => {
    const said = message.length > LONGEST_MESSAGE ? `${message.slice(0, LONGEST_MESSAGE)}…` : message
    problems.push({ file, line, severity, message: said, ...(hint ? { hint } : {}) })
  }
}
