/** Problems in a story, worded so that its author can fix them. */
import { relative } from 'node:path'
import { closest, distance } from 'fastest-levenshtein'

export interface Problem {
  /** Path of the file, as passed in */
  file: string
  /** Counted from 1 */
  line: number
  severity: 'error' | 'warning'
  message: string
  /** What to do instead */
  hint?: string
}

/** A readable message about errors that the author has to fix, and the problems it lists. */
export class StoryError extends Error {
  override name = 'StoryError'
  constructor(
    message: string,
    readonly problems: Problem[] = [],
  ) {
    super(message)
  }
}

/** `stories/x/story.yaml:14  error  unknown place “nroth” — did you mean “north”?` */
export function formatProblem({ file, line, severity, message, hint }: Problem): string {
  return `${file}:${line}  ${severity}  ${message}${hint ? ` — ${hint}` : ''}`
}

/** Formats problems with the paths of their files from the folder `root`. */
export function formatFrom(root: string): (problem: Problem) => string {
  return (problem) => formatProblem({ ...problem, file: relative(root, problem.file) })
}

/** Throws a StoryError that lists the errors among `problems`, if there are any, with their paths from `root`. */
export function throwErrors(problems: Problem[], root = '') {
  const errors = problems.filter(({ severity }) => severity === 'error')
  if (errors.length === 0) return
  const lines = errors.map(root ? formatFrom(root) : formatProblem)
  throw new StoryError(`Errors in the stories: ${errors.length}\n${lines.join('\n')}`, errors)
}

/** A hint with the closest of `known` to a misspelt `name`; undefined if none is close. */
export function didYouMean(name: string, known: Iterable<string>): string | undefined {
  const candidates = [...known]
  if (candidates.length === 0 || name.length > 100) return
  const nearest = closest(name, candidates)
  return distance(name, nearest) <= Math.max(2, name.length / 3) ? `did you mean “${nearest}”?` : undefined
}

/** Says that there is no story `slug` among `slugs`, and what to write instead. */
export function noStory(slug: string, slugs: string[]): string {
  return `there is no story “${slug}” — ${didYouMean(slug, slugs) ?? `write one of ${slugs.join(', ')}`}`
}

/** Maximum length of a message, which may quote the author's text. */
const LONGEST_MESSAGE = 300

/** A warning about the value at `path` in `at.file`: ['legs', 2] */
export function warningAt(
  at: { file: string; lineOf: (...path: (string | number)[]) => number },
  path: (string | number)[],
  message: string,
  hint: string,
): Problem {
  return { file: at.file, line: at.lineOf(...path), severity: 'warning', message, hint }
}

/** Reports a problem in one file. */
export type Report = (line: number, message: string, hint?: string, severity?: Problem['severity']) => void

/** Creates a `Report` that adds the problems of `file` to `problems`. */
export function reporter(file: string, problems: Problem[]): Report {
  return (line, message, hint, severity = 'error') => {
    const shortened = message.length > LONGEST_MESSAGE ? `${message.slice(0, LONGEST_MESSAGE)}…` : message
    problems.push({ file, line, severity, message: shortened, ...(hint ? { hint } : {}) })
  }
}
