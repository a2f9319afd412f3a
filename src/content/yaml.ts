/** Parses and validates YAML; reports problems with their lines. */
import { isNode, LineCounter, parseDocument } from 'yaml'
import { z } from 'zod'
import { attempt } from './attempt.ts'
import { yamlExcessIn } from './limits.ts'
import { didYouMean, type Report } from './problems.ts'
import { fixCommas, fixIndents, fixPositions, fixScalars, fixSpaces, shortened } from './slips.ts'
import { reportSyntax } from './syntax.ts'

export interface Checked<T> {
  value: T
  lineOf: LineOf
}

/** Line of the value at a path: `lineOf('steps', 3, 'place')` */
export type LineOf = (...path: (string | number)[]) => number

/**
 * Parses `text` and validates it against `schema`; `firstLine` is where the text begins in its file. Reports all
 * problems, and returns undefined if there are any. Never throws.
 */
export function readYaml<S extends z.ZodObject>(
  text: string,
  schema: S,
  report: Report,
  firstLine = 1,
): Checked<z.output<S>> | undefined {
  const excess = yamlExcessIn(text)
  if (excess) {
    report(excess.line + firstLine, excess.message, excess.hint)
    return
  }
  let sound = true
  const reportHere: Report = (...problem) => {
    sound = false
    report(...problem)
  }
  const lines = new LineCounter()
  const document = parseDocument(fixSpaces(text, firstLine, reportHere), {
    lineCounter: lines,
    uniqueKeys: true,
    prettyErrors: false, // would recount lines for every error
  })
  const lineAt = (offset: number) => lines.linePos(offset).line + firstLine - 1
  if (reportSyntax(document, text, lineAt, report)) return

  fixScalars(document, lineAt, reportHere)
  const keys = knownKeys(schema)
  fixPositions(document, lineAt, reportHere)
  fixCommas(document, keys, lineAt, reportHere)
  fixIndents(document, schema, lineAt, reportHere)

  function lineOf(...path: (string | number)[]): number {
    for (let depth = path.length; depth >= 0; depth -= 1) {
      const node = document.getIn(path.slice(0, depth), true)
      if (isNode(node) && node.range) return lineAt(node.range[0])
    }
    return firstLine
  }

  // Too many aliases, such as a “billion laughs” document, throw.
  const plain: unknown = attempt(() => document.toJS({ maxAliasCount: 100 }))
  if (plain === undefined) {
    report(firstLine, 'this refers to itself more often than any story', 'write it out instead of *name')
    return
  }
  const result = schema.safeParse(plain, { error: inWords })
  if (result.success) return sound ? { value: result.data, lineOf } : undefined
  for (const issue of result.error.issues) reportIssue(issue, plain, report, lineOf, keys)
  return
}

const KINDS: Record<string, string> = {
  string: 'a text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list: [one, two]',
  tuple: 'a pair: [one, other]',
  object: 'names with values: { name: value }',
  record: 'names with values: { name: value }',
}

/** Words an issue; undefined if the schema has a message of its own. */
function inWords(issue: z.core.$ZodRawIssue): string | undefined {
  const { input } = issue
  const shown = typeof input === 'object' ? '' : `“${shortened(String(input))}” `
  switch (issue.code) {
    case 'invalid_type':
      if (input === null) return 'nothing is written here'
      return `${shown}is not ${KINDS[issue.expected] ?? 'what is wanted here'}`
    case 'invalid_value':
      return `${shown}is none of ${issue.values.join(', ')}`
    case 'invalid_union':
      if (input === null) return 'nothing is written here'
      return `${shown}is not what is wanted here`
    case 'too_small':
      return issue.origin === 'number' || issue.origin === 'int' ? `${shown}is not above 0` : 'is empty'
    case 'too_big':
      return issue.origin === 'array' ? 'has too many entries' : `${shown}is too large`
    case 'invalid_key':
      return issue.issues[0]?.message
    default:
      return
  }
}

function reportIssue(issue: z.core.$ZodIssue, plain: unknown, report: Report, lineOf: LineOf, keys: string[]) {
  const path = issue.path.map((part) => (typeof part === 'symbol' ? String(part) : part))
  const line = lineOf(...path)
  const name = nameOf(plain, path) || 'the file'
  if (issue.code === 'unrecognized_keys') {
    for (const key of issue.keys.slice(0, MOST_KEYS))
      report(lineOf(...path, key), `unknown key “${key}”${path.length ? ` in ${name}` : ''}`, didYouMean(key, keys))
    return
  }
  const [found, missing] = valueAt(plain, path)
  report(
    line,
    missing ? `${name} is missing` : `${name}: ${issue.message}`,
    missing ? undefined : hintFor(issue, found),
  )
}

/** Name of a field in messages: `legs.first.status`, with list entries by id, or by index from 0 if they have none. */
function nameOf(plain: unknown, path: (string | number)[]): string {
  return path
    .map((key, depth) => {
      const [item] = typeof key === 'number' ? valueAt(plain, path.slice(0, depth + 1)) : []
      const id = typeof item === 'object' && item && Reflect.get(item, 'id')
      return typeof id === 'string' && /^[\w-]{1,40}$/.test(id) ? id : key
    })
    .join('.')
}

/** A hint, if the value shows what was meant. */
function hintFor(issue: z.core.$ZodIssue, found: unknown): string | undefined {
  if (typeof found !== 'string') return
  if (issue.code === 'invalid_value') return didYouMean(found, issue.values.map(String))
  if (issue.code !== 'invalid_type' || !/^(number|int)$/.test(issue.expected)) return
  const digits = found.replace(/[\s,'’_\u00A0](?=\d{3}(\D|$))/g, '')
  return /^-?\d+(\.\d+)?$/.test(digits) ? `write ${digits}, without quotation marks or commas` : undefined
}

/** The value at `path`, and whether it is missing from an existing parent. */
function valueAt(plain: unknown, path: (string | number)[]): [value: unknown, missing: boolean] {
  let value = plain
  for (const [depth, key] of path.entries()) {
    if (typeof value !== 'object' || value === null) return [undefined, false]
    value = Object.hasOwn(value, key) ? Reflect.get(value, key) : undefined
    if (value === undefined) return [undefined, depth === path.length - 1]
  }
  return [value, false]
}

/** Maximum number of unknown keys to report. */
const MOST_KEYS = 20

const keyCache = new WeakMap<z.ZodType, string[]>()

/** All keys of a schema, at any depth. */
function knownKeys(schema: z.ZodType): string[] {
  const cached = keyCache.get(schema)
  if (cached) return cached
  const found = new Set<string>()
  JSON.stringify(z.toJSONSchema(schema, { io: 'input' }), (key, value) => {
    if (key === 'properties') for (const name of Object.keys(value)) found.add(name)
    return value
  })
  const keys = [...found]
  keyCache.set(schema, keys)
  return keys
}
