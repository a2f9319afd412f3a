/** `npm run fields`: writes the tables of all fields into the documents, generated from the schemas. */
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { argv } from 'node:process'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import { storyFile } from '../content/schema/story.ts'
import { wordsFile } from '../content/schema/words.ts'
import { configFile } from './config.ts'

/** Documents with tables, from the root of the repository, and what stands between their markers */
export const TABLES: Record<string, () => string[]> = {
  'STORY.md': () => [
    '`story.yaml`: the facts. Fields in bold are required.',
    table(storyFile),
    '`en.md`: the front matter, all words outside the passages.',
    table(wordsFile),
  ],
  'README.md': () => [table(configFile)],
}

/** Markers around the tables. */
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

/** Replaces the tables in `text` with the current ones. */
export function withFields(text: string, tables: string[]): string {
  const [before = '', rest = ''] = text.split(BEGIN)
  const [, after = ''] = rest.split(END)
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

if (argv[1] === fileURLToPath(import.meta.url))
  for (const [document, tables] of Object.entries(TABLES)) {
    const path = join(fileURLToPath(new URL('../..', import.meta.url)), document)
    await writeFile(path, withFields(await readFile(path, 'utf8'), tables()))
  }
