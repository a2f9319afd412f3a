// @vitest-environment node
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { TABLES, withFields } from '../../../src/project/fields.ts'

describe.each(Object.entries(TABLES))('the table of fields in %s', (document, tables) => {
  const text = readFileSync(document, 'utf8')

  it('is that of the schema: else run npm run fields', () => {
    expect(text).toBe(withFields(text, tables()))
  })

  it('is replaced, and the rest is left alone', () => {
    const stale = text.replace(/^\| field \|.*\n/m, '')
    expect(stale).not.toBe(text)
    expect(withFields(stale, tables())).toBe(text)
  })
})

it('the table has fields inside of fields, and says which must be there', () => {
  const story = readFileSync('STORY.md', 'utf8')
  for (const row of [
    '| **`places.<id>.lat`** | number | Latitude',
    '| `steps[].place` | text |',
    '`happened`, `announced`',
  ])
    expect(story).toContain(row)
  expect(readFileSync('README.md', 'utf8')).toContain('| **`tiles.attribution`** | text |')
})
