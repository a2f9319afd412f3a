/** YAML that must fit a schema: the value, or problems with the line they are on. */
import { isNode, LineCounter, parseDocument } from 'yaml'
import { z } from 'zod'
import { didYouMean, type Report } from './problems.ts'

export interface Checked<T> {
  value: T
  /** The line of what stands at a path: `lineOf('steps', 3, 'place')` */
  lineOf: (...path: (string | number)[]) => number
}

/**
 * Parses `text` and holds it against `schema`; `firstLine` is where the text begins in its file. Everything wrong is
 * reported, and then nothing is given back. Never throws.
 */
export function readYaml<S extends z.ZodType>(
  text: string,
  schema: S,
  report: Report,
  firstLine = 1,
): Checked<z.output<S>> | undefined {
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines, uniqueKeys: true })
  const lineAt = (offset: number) => lines.linePos(offset).line + firstLine - 1
  for (const error of document.errors) report(lineAt(error.pos[0]), yamlMessage(error))
  if (document.errors.length) return

  function lineOf(...path: (string | number)[]): number {
    for (let depth = path.length; depth >= 0; depth -= 1) {
      const node = document.getIn(path.slice(0, depth), true)
      if (isNode(node) && node.range) return lineAt(node.range[0])
    }
    return firstLine
  }

  const plain: unknown = plainValue(document)
  const result = schema.safeParse(plain)
  if (result.success) return { value: result.data, lineOf }
  const keys = knownKeys(schema)
  for (const issue of result.error.issues) reportIssue(issue, isMissing(plain, issue.path), report, lineOf, keys)
}

function plainValue(document: ReturnType<typeof parseDocument>): unknown {
  try {
    return document.toJS({ maxAliasCount: 100 })
  } catch {
    return undefined // an alias that multiplies itself: the schema will say that nothing is there
  }
}

function yamlMessage({ code, message }: { code: string; message: string }): string {
  const first = message.split('\n')[0]?.replace(/ at line \d+, column \d+:?$/, '') ?? message
  return code === 'DUPLICATE_KEY' ? `the same name stands twice: ${first}` : `not YAML: ${first}`
}

function reportIssue(
  issue: z.core.$ZodIssue,
  missing: boolean,
  report: Report,
  lineOf: Checked<unknown>['lineOf'],
  keys: string[],
) {
  const path = issue.path.map((part) => (typeof part === 'symbol' ? String(part) : part))
  const line = lineOf(...path)
  const name = path.join('.') || 'the file'
  if (issue.code === 'unrecognized_keys') {
    for (const key of issue.keys)
      report(lineOf(...path, key), `unknown key “${key}”${path.length ? ` in ${name}` : ''}`, didYouMean(key, keys))
    return
  }
  report(line, missing ? `${name} is missing` : `${name}: ${issue.message}`)
}

/** True when nothing stands at `path`, though what it belongs to is there. */
function isMissing(plain: unknown, path: PropertyKey[]): boolean {
  let value = plain
  for (const [depth, key] of path.entries()) {
    if (typeof value !== 'object' || value === null) return false
    value = Reflect.get(value, key)
    if (value === undefined) return depth === path.length - 1
  }
  return false
}

/** Every key the schema knows, at any depth. */
function knownKeys(schema: z.ZodType): string[] {
  const found = new Set<string>()
  const walk = (node: unknown) => {
    if (typeof node !== 'object' || node === null) return
    for (const [key, value] of Object.entries(node)) {
      if (key === 'properties' && typeof value === 'object' && value)
        for (const name of Object.keys(value)) found.add(name)
      walk(value)
    }
  }
  walk(z.toJSONSchema(schema, { io: 'input' }))
  return [...found]
}
