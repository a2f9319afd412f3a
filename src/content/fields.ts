/** `npm run fields`: the table of every field of a story, made from the schema, for the README. */
import { readFile, writeFile } from 'node:fs/promises'
import { argv } from 'node:process'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import { storyFile, wordsFile } from './schema.ts'

export const README = 'README.md'

/** Between these two the table stands. */
const [BEGIN, END] = ['<!-- fields: written by npm run fields -->', '<!-- /fields -->']

/** As much of a JSON Schema as ours make use of. */
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

/** `readme` with the table of today in it. */
export function withFields(readme: string): string {
  const [before = '', rest = ''] = readme.split(BEGIN)
  const [, after = ''] = rest.split(END)
  const tables = [
    '`story.yaml`: facts, in no language. A field in bold must be there.',
    table(storyFile),
    '`en.md`: the front matter, the words that are no passage.',
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

/** The fields inside a field: `steps[].date`, `places.<id>.lat`. */
function within(schema: Schema, path: string): string[] {
  const { properties, required = [], items, additionalProperties } = schema
  if (properties) return rowsOf(properties, required, `${path}.`)
  if (items) return within(items, `${path}[]`)
  if (typeof additionalProperties === 'object') return within(additionalProperties, `${path}.<id>`)
  // Of several shapes every field once, as the first has it.
  const rows = shapesOf(schema).flatMap((one) => within(one, path))
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
