// @vitest-environment node
import { describe, expect, it } from 'vitest'
import { pageFontsOf } from '../../../src/fonts/typefaces.ts'

const page = (heading: string, words: string) =>
  `<header><h1>${heading}</h1></header><nav>${words}</nav><article><h2>${heading}</h2><p>${words}</p></article>`

const facesIn = (rules: string) => rules.match(/@font-face{[^}]*woff2[^}]*}/g) ?? []
const rulesFor = async (...pages: string[]) => facesIn((await pageFontsOf(pages, '')).rules)
const rule = (rules: string[], family: string, weight: number) =>
  rules.filter((text) => text.includes(`"${family}";font-weight:${weight};font-display:swap`)).join()

describe('the type of an edition', () => {
  it('has of the bold serif what headings are set in, and of the others what the page says', async () => {
    const rules = await rulesFor(page('ABBA', 'dad &amp; deaf'))
    expect(rule(rules, 'Source Serif 4', 700)).toContain('unicode-range:U+20,U+41-42}')
    expect(rule(rules, 'Source Serif 4', 400)).toContain('unicode-range:U+20,U+26,U+41-42,U+61,U+64-66}')
    expect(rule(rules, 'Source Sans 3', 400)).toContain('unicode-range:U+20,U+26,U+41-42,U+61,U+64-66}')
    expect(rule(rules, 'Source Sans 3', 600)).toContain('U+41-42,U+44-46,') // In capitals too
  })

  it('is one file for each face, whatever scripts the page is written in', async () => {
    const rules = await rulesFor(page('Łódź і Мінск', 'Dad, Łódź, Мінск'))
    expect(rules.length).toBe(4)
    expect(rule(rules, 'Source Serif 4', 400)).toContain('U+141,')
  })

  it('keeps every other character of the interface for when it is needed', async () => {
    const { laterRules } = await pageFontsOf([page('ABBA', 'dad')], '')
    const late = rule(facesIn(laterRules), 'Source Serif 4', 700)
    expect(late).toContain('unicode-range:U+21-40,U+43-7e,') // ASCII but space, A and B
  })

  it('leaves out what a face does not have', async () => {
    const rules = await rulesFor(page('ABBA 漢', 'dad 漢'))
    expect(rules.join()).toContain('U+41-42}')
  })
})

describe('a fallback font', () => {
  const sizes = (rules: string, family: string, weight: number) =>
    [
      ...rules.matchAll(
        /@font-face{font-family:"([^"]+)";font-weight:(\d+);[^}]*size-adjust:([\d.]+)%[^}]*?(?:unicode-range:([^}]+))?}/g,
      ),
    ]
      .filter(([, name, own]) => name === family && own === String(weight))
      .map(([, , , size, range]) => [range ?? 'all', Number(size)] as const)

  it('is sized apart for capitals and digits', async () => {
    const { rules } = await pageFontsOf([page('A road', 'five ships left in 1519')], '')
    const [[, others] = [], [range, capitals] = []] = sizes(rules, 'Source Sans 3 in Arial', 400)
    expect(range).toMatch(/^U\+30-39,U\+41-5a,/)
    expect(capitals).toBeLessThan(90) // A digit: 0.497 em in Source Sans, 0.556 in Arial
    expect(others).toBeGreaterThan(92)
  })

  it('takes the room of the text itself, in the language it is written in', async () => {
    const english = sizes((await pageFontsOf([page('A road', 'hhhhhh')], '')).rules, 'Source Serif 4 in Times', 400)
    const other = sizes((await pageFontsOf([page('A road', 'zzzzzz')], '')).rules, 'Source Serif 4 in Times', 400)
    expect(english[0]).not.toEqual(other[0])
  })

  it('is moved only a little to where a dek has as many lines as in its own font', async () => {
    const dek =
      'A Nobel peace laureate and a leader of the 2020 protests were among the 123 prisoners whom Belarus let go in December 2025, in return for relief from US sanctions on its potash.'
    const without = (await pageFontsOf([page('A road', dek)], '')).rules
    const header = `<header><h1>A road</h1><p>${dek}</p></header>`
    const withDek = (await pageFontsOf([`${header}${page('A road', dek)}`], '')).rules
    const size = (rules: string) => sizes(rules, 'Source Serif 4 in Times', 400)[0]?.[1] ?? 0
    expect(Math.abs(size(withDek) / size(without) - 1)).toBeLessThan(0.02)
  })
})
