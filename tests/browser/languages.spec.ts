import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { languageOf } from '../../src/language/index.ts'
import { expect, test } from './page.ts'

test('no script has a word of any language: each page brings its own', () => {
  const scripts = readdirSync('dist', { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.js'))
  expect(scripts.length).toBeGreaterThan(4)
  for (const file of scripts) {
    const script = readFileSync(join('dist', file), 'utf8')
    expect(script, file).not.toMatch(/\p{Script=Cyrillic}/u)
    for (const code of ['en', 'pl', 'lt']) {
      const { page, skip } = languageOf(code)
      for (const words of [page.moveMap, page.mapFailed, page.about.width, page.embed.notes.amp, skip])
        expect(script, `${file}, ${code}`).not.toContain(words)
    }
  }
})
