import { isNode, LineCounter, parseDocument } from 'yaml'
import { z } from 'zod'
import { attempt } from './attempt.ts'
import { yamlExcessIn } from './limits.ts'
import { didYouMean, type Problem, type Report } from './problems.ts'
import { fixCommas, fixIndents, fixPositions, fixScalars, fixSpaces, shortened } from './slips.ts'
import { reportSyntax } from './syntax.ts'

export interface Checked<T> {
  value: T
  lineOf: LineOf
}

/** Line of the value at a path: `lineOf('steps', 3, 'place')` */
export type LineOf = (...path: Path) => number

/** Where a value stands in a file: ['steps', 3, 'place'] */
export type Path = (string | number)[]

/** Reports a problem of the value at `path`. */
export type ReportAt = (path: Path, message: string, hint?: string, severity?: Problem['severity']) => void

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
  fixPositions(document, lineAt, reportHere)
  fixCommas(document, lineAt, reportHere)
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
  const value = checkFields(plain, schema, report, lineOf)
  return value && sound ? { value, lineOf } : undefined
}

/** Validates `plain` against `schema`. Reports all problems, and returns undefined if there are any. */
export function checkFields<S extends z.ZodObject>(
  plain: unknown,
  schema: S,
  report: Report,
  lineOf: LineOf,
): z.output<S> | undefined {
  const result = schema.safeParse(plain, { error: inWords })
  if (result.success) return result.data
  const { issues } = result.error
  const meant = issues.flatMap((issue) =>
    issue.code === 'unrecognized_keys' ? issue.keys.map((key) => meantBy(key, issue.path, plain, schema)) : [],
  )
  for (const issue of issues) {
    // Where a key is misspelt, that it is missing is no second mistake.
    if (!meant.includes(issue.path.join('.'))) reportIssue(issue, plain, report, lineOf, schema)
  }
  return
}

/** What other tools and everyday words call our fields. */
const SYNONYMS: Record<string, string> = {
  lng: 'lon',
  long: 'lon',
  longitude: 'lon',
  latitude: 'lat',
  title: 'headline',
  subtitle: 'dek',
  standfirst: 'dek',
  summary: 'dek',
  author: 'byline',
  location: 'place',
  where: 'place',
  when: 'date',
  events: 'steps',
  slides: 'steps',
  routes: 'legs',
  journeys: 'legs',
  language: 'languages',
  link: 'url',
  source: 'sources',
}

/** Path of the field that an unknown `key` at `path` stands for, joined by dots; undefined if that cannot be told. */
function meantBy(key: string, path: PropertyKey[], plain: unknown, schema: z.ZodType): string | undefined {
  const given = valueAt(plain, path)
  const fields = keysAt(schema, path).filter((name) => name !== key)
  const free = fields.filter((name) => typeof given !== 'object' || !given || !Object.hasOwn(given, name))
  const near = (names: string[]) => names.find((name) => didYouMean(key, [name]))
  const synonym = SYNONYMS[key.toLowerCase()]
  const field = synonym && free.includes(synonym) ? synonym : (near(free) ?? near(fields))
  return field && [...path, field].join('.')
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

function reportIssue(issue: z.core.$ZodIssue, plain: unknown, report: Report, lineOf: LineOf, schema: z.ZodType) {
  const path = issue.path.map(String)
  const name = nameOf(plain, path) || 'the file'
  if (issue.code === 'unrecognized_keys') {
    for (const key of issue.keys.slice(0, MOST_KEYS)) {
      const meant = meantBy(key, path, plain, schema)?.split('.').at(-1)
      const where = path.length ? ` in ${name}` : ''
      report(lineOf(...path, key), `unknown key “${key}”${where}`, meant && `did you mean “${meant}”?`)
    }
    return
  }
  const found = valueAt(plain, path)
  if (found === undefined) report(lineOf(...path), `${name} is missing`)
  else report(lineOf(...path), `${name}: ${issue.message}`, hintFor(issue, found))
}

/** Name of a field in messages: `legs.first.status`, with list entries by id, or by index from 0 if they have none. */
function nameOf(plain: unknown, path: string[]): string {
  return path
    .map((key, depth) => {
      const id =
        Array.isArray(valueAt(plain, path.slice(0, depth))) && valueAt(plain, [...path.slice(0, depth + 1), 'id'])
      return typeof id === 'string' && /^[\w-]{1,40}$/.test(id) ? id : key
    })
    .join('.')
}

/** A hint, if the value shows what was meant. */
function hintFor(issue: z.core.$ZodIssue, found: unknown): string | undefined {
  const pair =
    issue.path[0] === 'places' ? /^\s*(-?\d+(?:\.\d+)?)[°,;\s]+(-?\d+(?:\.\d+)?)°?\s*$/.exec(String(found)) : null
  if (pair) return `write { lat: ${pair[1]}, lon: ${pair[2]} }`
  if (typeof found !== 'string') return
  if (issue.code === 'invalid_value') return didYouMean(found, issue.values.map(String))
  if (issue.code !== 'invalid_type' || !/^(number|int)$/.test(issue.expected)) return
  const digits = found.replace(/[\s,'’_\u00A0](?=\d{3}(\D|$))/g, '')
  return /^-?\d+(\.\d+)?$/.test(digits) ? `write ${digits}, without quotation marks or commas` : undefined
}

/** The value at `path`; undefined if there is none. */
function valueAt(plain: unknown, path: PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, key) =>
      typeof value === 'object' && value && Object.hasOwn(value, key) ? Reflect.get(value, key) : undefined,
    plain,
  )
}

/** Maximum number of unknown keys to report. */
const MOST_KEYS = 20

/** The part of a JSON Schema that names fields. */
interface Fields {
  properties?: Record<string, Fields>
  items?: Fields
  additionalProperties?: Fields | boolean
  anyOf?: Fields[]
}

const fieldsOf = new WeakMap<z.ZodType, Fields>()

/** Names of the fields that `schema` has at `path`. */
function keysAt(schema: z.ZodType, path: PropertyKey[]): string[] {
  const fields: Fields = fieldsOf.get(schema) ?? JSON.parse(JSON.stringify(z.toJSONSchema(schema, { io: 'input' })))
  fieldsOf.set(schema, fields)
  let level: Fields[] = [fields]
  for (const part of path) {
    level = level.flatMap(alternatives).flatMap(({ properties = {}, items, additionalProperties }) => {
      const field = properties[String(part)] ?? items ?? additionalProperties
      return typeof field === 'object' ? field : []
    })
  }
  return level.flatMap(alternatives).flatMap(({ properties = {} }) => Object.keys(properties))
}

function alternatives(fields: Fields): Fields[] {
  return fields.anyOf ?? [fields]
}
