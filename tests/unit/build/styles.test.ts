// @vitest-environment node
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { colourRules } from '../../../src/build/styles.ts'
import { fallbackFontRules } from '../../../src/fonts/fallbackFonts.ts'

const SRC = fileURLToPath(new URL('../../../src/', import.meta.url))
const code = (ending: RegExp) =>
  readdirSync(SRC, { recursive: true, encoding: 'utf8' })
    .filter((file) => ending.test(file))
    .map((file) => [file, readFileSync(join(SRC, file), 'utf8')] as const)

describe('the page’s style', () => {
  it('has every custom property that style sheets and views use', () => {
    const sheets = code(/\.css$/)
    const known = `${colourRules()}${sheets.map(([, text]) => text).join()}${code(/\.tsx?$/)
      .map(([, text]) => text)
      .join()}`
    const unknown = sheets.flatMap(([file, text]) =>
      [...text.matchAll(/var\((--[\w-]+)\)/g)]
        .filter(([, name]) => !new RegExp(`${name}['"]?:`).test(known))
        .map(([, name]) => `${file}: ${name}`),
    )
    expect(unknown).toEqual([])
  })

  it('has its colours in one place', () => {
    expect(code(/\.css$/).filter(([, text]) => /:[^;{}]*#[0-9a-f]{3,8}\b[^;{}]*;/i.test(text))).toEqual([])
  })

  it('has a face for every fallback font that the tokens name', () => {
    const tokens = readFileSync(join(SRC, 'styles/tokens.css'), 'utf8')
    const named = [...tokens.matchAll(/"([^",]+ in [^",]+)"/g)].map(([, name]) => name)
    expect(named.length).toBeGreaterThan(0)
    const faces = new Set(
      [...fallbackFontRules(() => ({ text: 'A road', first: [] })).matchAll(/font-family:"([^"]+)"/g)].map(
        ([, name]) => name,
      ),
    )
    expect([...faces]).toEqual(named)
  })
})
