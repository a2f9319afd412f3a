import { cleanup, render, screen, within } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import { Article } from '../../src/article/Article.tsx'
import { EndMatter } from '../../src/article/EndMatter.tsx'
import { languageOf } from '../../src/language/index.ts'
import { makeCopy } from './make-story.ts'

afterEach(cleanup)
const language = languageOf('en')

describe('the article', () => {
  it('has one section for each step, with its id, named by its heading', () => {
    render(<Article copy={makeCopy()} language={language} home="./" />)
    const sections = screen.getAllByRole('region')
    expect(sections.map((section) => section.id)).toEqual(['storm', 'boats', 'harbour'])
    expect(screen.getByRole('region', { name: 'About the boats' }).id).toBe('boats')
  })

  it('says where and when above each heading', () => {
    render(<Article copy={makeCopy()} language={language} home="./" />)
    const section = screen.getByRole('region', { name: 'About the boats' })
    expect(section.textContent).toMatch(/^North · 2 May 2024 Copy linkAbout the boats/)
    expect(section.querySelector('time')?.dateTime).toBe('2024-05-02')
  })

  it('ends a paragraph in marks that lead to its sources', () => {
    render(<Article copy={makeCopy()} language={language} home="./" />)
    const section = screen.getByRole('region', { name: 'About the storm' })
    const marks = within(section).getAllByRole('link', { name: /Source \d/ })
    expect(marks.map((mark) => mark.getAttribute('href'))).toEqual(['#_source-1', '#_source-2'])
  })

  it('names a person in a link that leads to their entry, and each step in one to itself', () => {
    const copy = makeCopy()
    const [passage] = copy.passages
    const person = { kind: 'person' as const, id: 'skipper', text: ['A Skipper'] }
    if (passage) passage.body = [{ kind: 'paragraph', text: [person, ' sailed.'] }]
    render(<Article copy={copy} language={language} home="./" />)
    expect(screen.getByRole('link', { name: 'A Skipper' }).getAttribute('href')).toBe('#_person-skipper')
    const link = screen.getByRole('link', { name: 'Copy link to “About the boats”' })
    expect(link.getAttribute('href')).toBe('#boats')
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
    expect(section.textContent).toBe(
      'Since then2024-06-01Event 0.12024-07-01Event 1.2Looked through to 2 July 2024; what came after is not in it.',
    )
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
    const figures = {
      title: 'One mark, one person',
      released: { people: 123, label: 'freed', sources: [1] },
      remaining: { people: 1100, more: true, label: 'still held', sources: [2] },
    }
    const closing = { heading: 'Those still held', body: [] }
    const { container } = render(<Article copy={makeCopy({ figures, closing })} language={language} home="./" />)
    expect(screen.getByRole('img', { name: /123 freed beside more than 1,100 still held/ })).toBeTruthy()
    const marks = [...container.querySelectorAll('figure path')].map(
      (path) => path.getAttribute('d')?.match(/h0/g)?.length,
    )
    expect(marks).toEqual([123, 1100])
    expect(container.textContent).not.toContain('One mark is')
  })

  it.each([
    [1501, 1, [150, 1], 'One mark is 10 people'],
    [123_456, 1_000_000, [123, 1000], 'One mark is 1,000 people'],
    [Number.MAX_SAFE_INTEGER - 1, undefined, [901], 'One mark is 10,000,000,000,000 people'],
  ])('draws %s and %s people with few marks, and says how many one stands for', (freed, held, drawn, unit) => {
    const figures = {
      title: 'Those freed',
      released: { people: freed, label: 'freed', sources: [1] },
      ...(held && { remaining: { people: held, more: false, label: 'still held', sources: [2] } }),
    }
    const copy = makeCopy({ figures, closing: { heading: 'Those still held', body: [] } })
    const { container } = render(<Article copy={copy} language={language} home="./" />)
    const marks = [...container.querySelectorAll('figure path')].map(
      (path) => path.getAttribute('d')?.match(/h0/g)?.length,
    )
    expect(marks).toEqual(drawn)
    expect(screen.getByText(unit)).toBeTruthy()
    expect(screen.getByRole('img').getAttribute('aria-label')).toContain(unit)
  })
})

describe('the end of the page', () => {
  it('tells the route in words: people, places, date and status of each leg', () => {
    render(<EndMatter copy={makeCopy()} language={language} home="./" />)
    const list = within(screen.getByRole('region', { name: 'The route in words' }))
    const items = list.getAllByRole('listitem').map((item) => item.textContent)
    expect(items[0]).toContain('40 people, North to South, 3 May 2024 (happened)')
    expect(items[1], 'where people are is a state on a day, with its source').toContain(
      '40 had stayed in the south by 4 May 20242',
    )
  })

  it('ends what is told of a source in one full stop, or in its own', () => {
    const sources = [
      { publisher: 'Island Post', title: 'Who was it?', date: '2025 m. gruodžio 13 d.' },
      { publisher: 'Harbour Office', title: 'Notice' },
    ]
    render(<EndMatter copy={makeCopy({ sources })} language={languageOf('lt')} home="./" />)
    const list = within(screen.getByRole('region', { name: 'Šaltiniai' }))
    expect(list.getAllByRole('listitem').map((item) => item.textContent)).toEqual([
      'Island Post. Who was it? 2025 m. gruodžio 13 d.',
      'Harbour Office. Notice. data nenurodyta.',
    ])
  })

  it('lists the people: who they are, what became of them, when that was known and from whom', () => {
    const became = {
      text: 'At sea again.',
      date: { iso: '2025-01', label: 'January 2025', short: 'Jan 2025' },
      sources: [2],
    }
    const people = [{ id: 'skipper', name: 'A Skipper', also: 'Skipperin', who: 'Sailed first.', sources: [1], became }]
    render(<EndMatter copy={makeCopy({ people })} language={language} home="./" />)
    const [item] = within(screen.getByRole('region', { name: 'People' })).getAllByRole('listitem')
    expect(item?.id).toBe('_person-skipper')
    expect(item?.textContent).toBe('A Skipper (Skipperin)Sailed first.1January 2025: At sea again.2')
  })

  it('lists every source with publisher, title, date and address', () => {
    render(<EndMatter copy={makeCopy()} language={language} home="./" />)
    const list = within(screen.getByRole('region', { name: 'Sources' }))
    expect(list.getByRole('link', { name: 'Island Post' }).getAttribute('href')).toBe('https://example.org/storm')
    expect(list.getAllByRole('listitem').map((item) => item.textContent)).toEqual([
      'Island Post. Report on the storm. 1 May 2024.',
      'Harbour Office. Notice. date not shown.',
    ])
  })
})
