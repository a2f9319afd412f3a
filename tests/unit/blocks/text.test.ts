// @vitest-environment node
import { describe, expect, it } from 'vitest'
import { readBlocks } from '../read-blocks.ts'

describe('the text', () => {
  it('may have tables, subheadings and lists that are counted', async () => {
    const { body, messages } = await readBlocks(
      '### At sea\n\n| Boat | Crew |\n|---|--:|\n| One [@A1] | 20 |\n\n3. Third. [@A1]\n4. Fourth. [@A1]',
    )
    expect(messages).toEqual([])
    expect(body).toMatchObject([
      { kind: 'subheading', text: ['At sea'] },
      {
        kind: 'table',
        head: [['Boat'], ['Crew']],
        rows: [[['One', { kind: 'cite' }], ['20']]],
        align: [undefined, 'right'],
      },
      {
        kind: 'list',
        start: 3,
        items: [
          ['Third.', {}],
          ['Fourth.', {}],
        ],
      },
    ])
  })

  it.each([
    ['a table without a source', '| Boat | Crew |\n|---|---|\n| One | 20 |', 'a claim without a source'],
    ['a footnote', 'It did. [^1] [@A1]', 'a footnote cannot stand in a paragraph'],
    ['a footnote that is written', '[^1]: So they say.\n\nIt did. [^1] [@A1]', 'a footnote cannot stand in an article'],
    ['a text struck through', 'It ~~did~~. [@A1]', 'a text struck through cannot stand in a paragraph'],
    ['a list in a list', '- One. [@A1]\n  - Two. [@A1]', 'a list inside a list cannot stand in a list'],
    ['a heading too deep', '#### So', 'a heading of this level cannot stand in an article'],
  ])('%s is named with its line', async (_, text, message) => {
    const { messages } = await readBlocks(text)
    expect(messages).toHaveLength(1)
    expect(messages[0]).toMatch(new RegExp(`en\\.md:(19|20)  error  ${message}`))
  })

  it('a single ~ is no mark: ~200 people', async () => {
    const { body, messages } = await readBlocks('About ~200 left, ~300 stayed. [@A1]')
    expect(messages).toEqual([])
    expect(body).toMatchObject([{ text: ['About ~200 left, ~300 stayed.', {}] }])
  })
})
