// @vitest-environment node
import { describe, expect, it } from 'vitest'
import { typeOf } from '../../../src/press/typefaces.ts'

const page = (heading: string, words: string) =>
  `<header><h1>${heading}</h1></header><nav>${words}</nav><article><h2>${heading}</h2><p>${words}</p></article>`

const facesIn = (rules: string) => rules.match(/@font-face{[^}]*woff2[^}]*}/g) ?? []
const rulesFor = async (...pages: string[]) => facesIn((await typeOf(pages, '')).rules)
const rule = (rules: string[], family: string, weight: number, display = 'optional') =>
  rules.filter((text) => text.includes(`"${family}";font-weight:${weight};font-display:${display}`)).join()

describe('the type of an edition', () => {
  it('has of the bold serif what headings are set in, and of the others what the page says', async () => {
    const rules = await rulesFor(page('ABBA', 'dad &amp; deaf'))
    expect(rule(rules, 'Source Serif 4', 700)).toContain('unicode-range:U+20,U+41-42}')
    expect(rule(rules, 'Source Serif 4', 400)).toContain('unicode-range:U+20,U+26,U+41-42,U+61,U+64-66}')
    expect(rule(rules, 'Source Sans 3', 400)).toContain('unicode-range:U+20,U+26,U+41-42,U+61,U+64-66}')
    expect(rule(rules, 'Source Sans 3', 600)).toContain('U+41-42,U+44-46,') // In capitals too
  })

  it('keeps every other character of the interface for when it is needed', async () => {
    const { laterRules } = await typeOf([page('ABBA', 'dad')], '')
    const late = rule(facesIn(laterRules), 'Source Serif 4', 700, 'swap')
    expect(late).toContain('unicode-range:U+21-40,U+43-7e,') // ASCII but space, A and B
  })

  it('preloads a script the page is written in, and no other for the sake of a name', async () => {
    const { preloads } = await typeOf([page('ABBA', 'Łódź')], '')
    expect(preloads.head + preloads.first + preloads.last).not.toMatch(/latin-ext|cyrillic/)
    const belarusian = await typeOf([page('Пяць гадоў', 'Дарога 123 вязняў з Беларусі праз Украіну і Літву')], '')
    expect(belarusian.preloads.first).toMatch(/source-serif-4-cyrillic-400-[\w-]{8}\.woff2/)
    expect(belarusian.preloads.last).toMatch(/source-sans-3-cyrillic-600-[\w-]{8}\.woff2/)
  })
})
