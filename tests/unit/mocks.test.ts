// @vitest-environment node
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'

/** Here and not in one piece, or this file would be one of them. */
const MOCK = ['vi', 'mock('].join('.')

it('a unit test that replaces a module is called *.mocked.test.ts: others share their modules', () => {
  const folder = import.meta.dirname
  const wrong = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
    (name) =>
      /\.test\.ts$/.test(name) &&
      readFileSync(join(folder, name), 'utf8').includes(MOCK) !== name.endsWith('.mocked.test.ts'),
  )
  expect(wrong).toEqual([])
})
