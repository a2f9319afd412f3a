import { cleanup, render, screen, within } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import { Article } from '../../src/article/Article.tsx'
import { EndMatter } from '../../src/article/EndMatter.tsx'
import { languageOf } from '../../src/language/index.ts'
import type { Figure } from '../../src/story/copy.ts'
import { makeCopy } from './make-story.ts'

afterEach(cleanup)
const language = languageOf('en')
/** The links of a site with a single story */
const alone = { root: '../', others: [], all: undefined }

/** What is written in `element`, without the room after a mark of one figure. */
function textOf(element: Element | undefined) {
  return element?.textContent?.replaceAll('\u2007', '').replaceAll('\u00a0', ' ')
}

describe('the article', () => {
  it('has one section for each step, with its id, named by its heading', () => {
    render(<Article copy={makeCopy()} language={language} home="./" />)
    const sections = screen.getAllByRole('group', { name: /^About/ })
    expect(sections.map(({ id, tagName }) => `${tagName} ${id}`)).toEqual([
      'SECTION storm',
      'SECTION boats',
      'SECTION harbour',
    ])
    expect(screen.queryByRole('region'), 'no landmark among the landmarks of the page').toBeNull()
  })

  it('says where and when above each heading', () => {
    render(<Article copy={makeCopy()} language={language} home="./" />)
    const section = screen.getByRole('group', { name: 'About the boats' })
    expect(section.textContent).toMatch(/^North · 2 May 2024About the boatsCopy link/)
    expect(section.querySelector('time')?.dateTime).toBe('2024-05-02')
  })

  it('ends a paragraph in one mark, named by its publishers, whose entries lead to its sources', () => {
    render(<Article copy={makeCopy()} language={language} home="./" />)
    const section = within(screen.getByRole('group', { name: 'About the storm' }))
    const [receipt, ...others] = section.getAllByRole('group')
    expect(others).toEqual([])
    const mark = receipt?.querySelector('summary')
    expect(mark?.textContent).toBe('2 sources')
    expect(mark?.ariaLabel ?? mark?.getAttribute('aria-label')).toBe('2 sources: Island Post, Harbour Office')
    const entries = [...(receipt?.querySelectorAll('a') ?? [])]
    expect(entries.map((entry) => entry.getAttribute('href'))).toEqual(['#_source-1', '#_source-2'])
    expect(entries.map((entry) => entry.textContent)).toEqual(['1 Island Post, 1 May 2024', '2 Harbour Office'])
  })

  it('merges marks within a text into one, and keeps their numbers where they stand on paper', () => {
    const copy = makeCopy()
    const [passage] = copy.passages
    const cite = (...sources: number[]) => ({ kind: 'cite' as const, sources })
    if (passage) passage.body = [{ kind: 'paragraph', text: ['One said so.', cite(2), ' Another too.', cite(1)] }]
    render(<Article copy={copy} language={language} home="./" />)
    const section = screen.getByRole('group', { name: 'About the storm' })
    expect(section.querySelector('sup')?.textContent).toBe('\u00a02')
    expect(section.querySelectorAll('details')).toHaveLength(1)
    expect(section.querySelector('summary')?.textContent).toBe('2 sources')
    expect(section.querySelector('summary')?.dataset['label']).toBe('1')
  })

  it('names a person in a link that leads to their entry, and each step in one to itself', () => {
    const copy = makeCopy()
    const [passage] = copy.passages
    const person = { kind: 'person' as const, id: 'skipper', text: ['A Skipper'] }
    if (passage) passage.body = [{ kind: 'paragraph', text: [person, ' sailed.'] }]
    render(<Article copy={copy} language={language} home="./" />)
    expect(screen.getByRole('link', { name: 'A Skipper' }).getAttribute('href')).toBe('#_person-skipper')
    const links = screen.getAllByRole('link', { name: 'Copy link' })
    expect(links.map((link) => link.getAttribute('href'))).toEqual(['#storm', '#boats', '#harbour'])
  })

  it('tells what came after in the order of its dates, and to what day it is complete', () => {
    const items = ['2024-06-01', '2024-07-01'].map((iso, i) => ({
      id: `later-${i}`,
      date: { iso, label: iso, short: iso },
      text: [`Event ${i}.`],
      sources: [i + 1],
    }))
    const updates = { heading: 'Since then', items, complete: '2 July 2024' }
    render(<Article copy={makeCopy({ updates })} language={language} home="./" />)
    const section = screen.getByRole('region', { name: 'Since then' })
    expect(textOf(section)).toBe(
      'Since then2024-06-01Event 0. 1 source1 Island Post, 1 May 20242024-07-01Event 1. 1 source2 Harbour OfficeChecked against reports up to 2 July 2024.',
    )
  })

  it('says what language a quotation is in, and keeps words and reference marks apart', () => {
    const copy = makeCopy()
    const [passage] = copy.passages
    const text = [{ kind: 'foreign' as const, lang: 'es', text: ['Estamos bien'] }]
    const by = ['— As printed by Island Post', { kind: 'cite' as const, sources: [22] }]
    if (passage) passage.body = [{ kind: 'quotation', text, by }]
    render(<Article copy={copy} language={language} home="./" />)
    expect(screen.getByText('Estamos bien').lang).toBe('es')
    expect(screen.getByText(/^— As printed/).textContent).toBe('— As printed by Island Post\u00a01 source')
  })

  it('shows an author’s angle brackets as text, never as markup', () => {
    const copy = makeCopy()
    const [passage] = copy.passages
    if (passage) passage.body = [{ kind: 'paragraph', text: ['<img src=x onerror=alert(1)>'] }]
    const { container } = render(<Article copy={copy} language={language} home="./" />)
    expect(container.querySelector('img')).toBeNull()
    expect(container.textContent).toContain('<img src=x')
  })

  it('shows those freed beside those still held, one mark a person', () => {
    const figures: Figure[] = [
      {
        id: 'held',
        kind: 'part',
        title: 'One mark, one person',
        values: [
          { value: 123, text: '123', label: 'freed', sources: [1] },
          { value: 1100, text: 'more than 1,100', label: 'still held', sources: [2] },
        ],
        marks: [123, 1100],
        unit: 1,
        oneMark: 'Each dot stands for 1 person',
        sources: [],
      },
    ]
    const closing = { heading: 'Those still held', body: [] }
    const { container } = render(<Article copy={makeCopy({ figures, closing })} language={language} home="./" />)
    expect(screen.getByRole('img', { name: /123 freed against more than 1,100 still held/ })).toBeTruthy()
    // Rows of marks, one each ten units.
    const marks = [...container.querySelectorAll('figure path')].map((path) =>
      [...(path.getAttribute('d') ?? '').matchAll(/h(\d+)/g)].reduce(
        (sum, [, length]) => sum + 1 + Math.floor(Number(length) / 10),
        0,
      ),
    )
    expect(marks).toEqual([123, 1100])
    expect(container.textContent).not.toContain('Each dot stands for')
  })

  it('says how many a mark stands for where there are too many, and puts a chart where the text wants it', () => {
    const copy = makeCopy({
      figures: [
        {
          id: 'fleet',
          kind: 'part',
          title: 'The fleet',
          values: [{ value: 1501, text: '1,501', label: 'sailed', sources: [] }],
          marks: [150],
          unit: 10,
          oneMark: 'Each dot stands for 10 ships',
          sources: [1],
        },
      ],
    })
    const [passage] = copy.passages
    passage?.body.push({ kind: 'chart', id: 'fleet' })
    render(<Article copy={copy} language={language} home="./" />)
    const section = within(screen.getByRole('group', { name: passage?.heading ?? '' }))
    expect(section.getByText('Each dot stands for 10 ships')).toBeTruthy()
    expect(section.getByRole('img').getAttribute('aria-label')).toContain('Each dot stands for 10 ships. 1,501 sailed')
  })

  it('tells two numbers in words, and a series as a table', () => {
    const values = makeCopy().passages.map(({ date = { label: '', short: '' }, heading }, i) => ({
      value: i,
      text: `${i}`,
      step: heading,
      date,
    }))
    const pair = [
      { value: 10, text: '10', label: 'before', sources: [1] },
      { value: 40, text: '~40', label: 'after', sources: [2] },
    ]
    const figures: Figure[] = [
      { id: 'two', kind: 'pair', title: 'Before and after', values: pair, sources: [] },
      { id: 'row', kind: 'series', title: 'Boats left', label: 'boats', values, sources: [1] },
    ]
    const copy = makeCopy({ figures, closing: { heading: 'The end', body: [] } })
    const { container } = render(<Article copy={copy} language={language} home="./" />)
    expect(container.textContent).toContain('~40 after\u00a02')
    const two = screen.getByRole('heading', { name: 'Before and after' }).parentElement
    const bars = [...(two?.querySelectorAll('rect') ?? [])].map((bar) => bar.getAttribute('width'))
    expect(bars, 'on one scale').toEqual(['25%', '100%'])
    const table = within(screen.getByRole('table', { name: 'Boats left' }))
    expect(table.getAllByRole('row').at(-1)?.textContent).toBe('3 May 2024About the harbour2')
  })
})

describe('the end of the page', () => {
  it('tells the route in words: people, places, date and status of each leg', () => {
    render(<EndMatter copy={makeCopy()} language={language} home="./" around={alone} />)
    const list = within(screen.getByRole('region', { name: 'The route in words' }))
    const items = list.getAllByRole('listitem').map((item) => item.textContent)
    expect(items[0]).toContain('40 people, North to South, 3 May 2024')
    expect(items[1], 'where people are is a state on a day, with its source').toContain(
      '40 in the south, as of 4 May 2024\u00a01 source2 Harbour Office',
    )
  })

  it('ends what is told of a source in one full stop, or in its own', () => {
    const sources = [
      { publisher: 'Island Post', title: 'Who was it?', date: '2025 m. gruodžio 13 d.' },
      { publisher: 'Harbour Office', title: 'Notice' },
    ]
    render(<EndMatter copy={makeCopy({ sources })} language={languageOf('lt')} home="./" around={alone} />)
    const list = within(screen.getByRole('region', { name: 'Šaltiniai' }))
    expect(list.getAllByRole('listitem').map((item) => item.textContent)).toEqual([
      'Island Post, 2025 m. gruodžio 13 d. Who was it?',
      'Harbour Office. Notice.',
    ])
  })

  it('lists the people: who they are, what became of them, when that was known and from whom', () => {
    const became = {
      text: 'At sea again.',
      date: { iso: '2025-01', label: 'January 2025', short: 'Jan 2025' },
      sources: [2],
    }
    const people = [{ id: 'skipper', name: 'A Skipper', also: 'Skipperin', who: 'Sailed first.', sources: [1], became }]
    render(<EndMatter copy={makeCopy({ people })} language={language} home="./" around={alone} />)
    const [item] = within(screen.getByRole('region', { name: 'People' })).getAllByRole('listitem')
    expect(item?.id).toBe('_person-skipper')
    expect(textOf(item)).toBe(
      'A Skipper (Skipperin)Sailed first. 1January 2025: At sea again. 2 2 sources1 Island Post, 1 May 20242 Harbour Office',
    )
  })

  it('lists every source with publisher, title, date and address', () => {
    render(<EndMatter copy={makeCopy()} language={language} home="./" around={alone} />)
    const list = within(screen.getByRole('region', { name: 'Sources' }))
    expect(list.getByRole('link', { name: 'Island Post' }).getAttribute('href')).toBe('https://example.org/storm')
    expect(list.getAllByRole('listitem').map((item) => item.textContent)).toEqual([
      'Island Post, 1 May 2024. Report on the storm.',
      'Harbour Office. Notice.',
    ])
  })
})
