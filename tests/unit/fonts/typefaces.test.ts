// @vitest-environment node
import { describe, expect, it } from 'vitest'
import { type PageText, pageFontsOf } from '../../../src/fonts/typefaces.ts'

const page = (heading: string, words: string): PageText => ({
  opening: { headings: [heading], paragraphs: [] },
  headings: [heading],
  article: [heading, words],
  other: [words],
  later: [],
})

/** The letters of each file of a face, the first that a page needs before those that come later. */
async function lettersOf(text: PageText, family: string, weight: number): Promise<string[]> {
  const rules = (await pageFontsOf(text)).rules('./').match(/@font-face{[^}]*woff2[^}]*}/g) ?? []
  return rules
    .filter((rule) => rule.includes(`"${family}";font-weight:${weight};font-display:swap`))
    .map((rule) => {
      const ranges = [...rule.matchAll(/U\+([0-9a-f]+)(?:-([0-9a-f]+))?/g)]
      const codes = ranges.flatMap(([, from = '', to = from]) => {
        const first = Number.parseInt(from, 16)
        return Array.from({ length: Number.parseInt(to, 16) - first + 1 }, (_, i) => first + i)
      })
      return String.fromCodePoint(...codes).replace(/\P{Letter}/gu, '')
    })
}

describe('the type of an edition', () => {
  it('has of the bold serif what headings are set in, and of the others what the page says', async () => {
    const text = page('ABBA', 'dad & deaf')
    expect((await lettersOf(text, 'Source Serif 4', 700))[0]).toBe('AB')
    expect((await lettersOf(text, 'Source Serif 4', 400))[0]).toBe('ABadef')
    expect((await lettersOf(text, 'Source Sans 3', 400))[0]).toBe('ABadef')
    expect((await lettersOf(text, 'Source Sans 3', 600))[0]).toBe('ABDEFadef') // In capitals too
  })

  it('is one file for each face, whatever scripts the page is written in', async () => {
    const [first] = await lettersOf(page('Łódź і Мінск', 'Dad, Łódź, Мінск'), 'Source Serif 4', 400)
    for (const letter of ['D', 'Ł', 'М']) expect(first).toContain(letter)
  })

  it('keeps every other character of the interface for when it is needed', async () => {
    const [, later] = await lettersOf({ ...page('ABBA', 'dad'), later: ['Żart'] }, 'Source Serif 4', 700)
    expect(later).toMatch(/^CDE.*abc.*Ż$/)
  })

  it('leaves out what a face does not have', async () => {
    expect((await lettersOf(page('ABBA 漢', 'dad 漢'), 'Source Serif 4', 700))[0]).toBe('AB')
  })
})

describe('a fallback font', () => {
  const rulesOf = async (text: PageText) => (await pageFontsOf(text)).rules('./')
  /** The size of the fallback for regular Source Serif on Windows, per cent. */
  const sizeIn = (rules: string) =>
    Number(/"Source Serif 4 in Times";font-weight:400;[^}]*size-adjust:([\d.]+)%/.exec(rules)?.[1])

  it('takes the room of the text itself, in the language it is written in', async () => {
    const english = sizeIn(await rulesOf(page('A road', 'hhhhhh')))
    const other = sizeIn(await rulesOf(page('A road', 'zzzzzz')))
    expect(english).toBeGreaterThan(0)
    expect(english).not.toBe(other)
  })

  it('is moved only a little to where a dek has as many lines as in its own font', async () => {
    const dek =
      'A Nobel peace laureate and a leader of the 2020 protests were among the 123 prisoners whom Belarus let go in December 2025, in return for relief from US sanctions on its potash.'
    const text = page('A road', dek)
    const without = await rulesOf({ ...text, opening: { headings: [], paragraphs: [] } })
    const withDek = await rulesOf({ ...text, opening: { headings: ['A road'], paragraphs: [dek] } })
    expect(Math.abs(sizeIn(withDek) / sizeIn(without) - 1)).toBeLessThan(0.02)
  })
})
