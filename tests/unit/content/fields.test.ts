// @vitest-environment node
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { README, withFields } from '../../../src/content/fields.ts'

describe('the table of fields in the README', () => {
  const readme = readFileSync(README, 'utf8')

  it('is that of the schema: else run npm run fields', () => {
    expect(readme).toBe(withFields(readme))
  })

  it('has fields inside of fields, says which must be there, and leaves the rest of the README alone', () => {
    for (const row of [
      '| **`places.<id>.lat`** | number | Latitude',
      '| `steps[].place` | text |',
      '`happened`, `announced`',
    ])
      expect(readme).toContain(row)
    const stale = readme.replace('| **`slug`**', '| `slog`')
    expect(stale).not.toBe(readme)
    expect(withFields(stale)).toBe(readme)
  })
})
