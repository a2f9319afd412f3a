/** `npm run fields`: writes the table of all story fields into the README, generated from the schema. */
import { readFile, writeFile } from 'node:fs/promises'
import { argv } from 'node:process'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import { storyFile, wordsFile } from './schema.ts'

export const README = 'README.md'

/** Markers around the table. */
const [BEGIN, END] = ['<!-- fields: written by npm run fields -->', '<!-- /fields -->']

/** The parts of JSON Schema that our schemas use. */
interface Schema {
  type?: string
  description?: string
  pattern?: string
  enum?: string[]
  const?: string
  anyOf?: Schema[]
  oneOf?: Schema[]
  items?: Schema
  prefixItems?: Schema[]
  properties?: Record<string, Schema>
  required?: string[]
  additionalProperties?: Schema | boolean
}

/** Replaces the table in `readme` with the current one. */
export function withFields(readme: string): string {
  const [before = '', rest = ''] = readme.split(BEGIN)
  const [, after = ''] = rest.split(END)
  const tables = [
    '`story.yaml`: the facts. Fields in bold are required.',
    table(storyFile),
    '`en.md`: the front matter, all words outside the passages.',
    table(wordsFile),
  ]
  return `${before}${BEGIN}\n${tables.join('\n\n')}\n${END}${after}`
}

function table(schema: z.ZodType): string {
  const { properties = {}, required = [] }: Schema = JSON.parse(JSON.stringify(z.toJSONSchema(schema, { io: 'input' })))
  return ['| field | is | what |', '|---|---|---|', ...rowsOf(properties, required, '')].join('\n')
}

function rowsOf(properties: Record<string, Schema>, required: string[], path: string): string[] {
  return Object.entries(properties).flatMap(([name, schema]) => {
    const field = `\`${path}${name}\``
    const row = [required.includes(name) ? `**${field}**` : field, kindOf(schema), schema.description ?? '']
    return [`| ${row.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`, ...within(schema, `${path}${name}`)]
  })
}

/** Rows for nested fields: `steps[].date`, `places.<id>.lat`. */
function within(schema: Schema, path: string): string[] {
  const { properties, required = [], items, additionalProperties } = schema
  if (properties) return rowsOf(properties, required, `${path}.`)
  if (items) return within(items, `${path}[]`)
  if (typeof additionalProperties === 'object') return within(additionalProperties, `${path}.<id>`)
  // List a field that several shapes share once, as in the first of them.
  const rows = shapesOf(schema).flatMap((shape) => within(shape, path))
  const nameOf = (row: string) => row.split('|')[1]
  return rows.filter((row, i) => rows.findIndex((other) => nameOf(other) === nameOf(row)) === i)
}

function shapesOf({ anyOf, oneOf = [] }: Schema): Schema[] {
  return anyOf ?? oneOf
}

function kindOf(schema: Schema): string {
  const { type, enum: values, const: only, items, prefixItems, additionalProperties, properties } = schema
  if (values) return values.map((value) => `\`${value}\``).join(', ')
  if (only !== undefined) return `\`${only}\``
  const shapes = shapesOf(schema)
  if (shapes.length) return [...new Set(shapes.map(kindOf))].join(' or ')
  if (prefixItems)
    return `${prefixItems.length} ${prefixItems.some(({ type }) => type === 'number') ? 'numbers' : 'texts'}`
  if (items) return items.properties ? 'a list' : `a list: ${kindOf(items)}`
  if (properties) return 'fields'
  if (typeof additionalProperties === 'object') {
    const kind = kindOf(additionalProperties)
    return kind === 'fields' ? 'fields by id' : `${kind}, by id`
  }
  const kinds: Record<string, string> = { integer: 'whole number', boolean: '`true` or `false`', string: 'text' }
  return kinds[type ?? ''] ?? type ?? ''
}

if (argv[1] === fileURLToPath(import.meta.url)) await writeFile(README, withFields(await readFile(README, 'utf8')))
