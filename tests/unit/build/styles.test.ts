// @vitest-environment node
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { colourRules, divide, laterFile, styleHash } from '../../../src/build/styles.ts'
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

  it('is divided: what is for later and for paper is not in the page, and every rule keeps its layer', () => {
    const sheet =
      '@layer base,components,later;@layer components{.a{margin:0}@media print{.a{display:none}}@media screen{.b{margin:0}}}@layer later{.c{margin:0}@media print{.c{margin:1px}}}@font-face{font-family:"A"}'
    expect(divide(sheet)).toEqual({
      first:
        '@layer base,components,later;@layer components{.a{margin:0}@media screen{.b{margin:0}}}@font-face{font-family:"A"}',
      later: '@layer components{@media print{.a{display:none}}}@layer later{.c{margin:0}@media print{.c{margin:1px}}}',
    })
  })

  it('finds the fonts that come later beside itself', () => {
    const face = (address: string) => `@font-face{src:url("${address}") format("woff2")}`
    const { name, bytes } = laterFile({ first: '', later: '.c{}' }, { laterRules: face('./assets/a.woff2') })
    expect(bytes.toString()).toBe(`.c{}${face('./a.woff2')}`)
    expect(name).toMatch(/^later-[\w-]{8}\.css$/)
  })

  it('is told to a policy by its hash', () => {
    // echo -n 'a{}' | openssl dgst -sha256 -binary | base64
    expect(styleHash('<head><style>a{}</style></head>')).toBe('sha256-X1RutGBrXCt9KkSaXMK7tHftWiRscFHOhxsS8tv8hBk=')
  })
})
