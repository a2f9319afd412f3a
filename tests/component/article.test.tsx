import { cleanup, render, screen, within } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import { Article } from '../../src/article/Article.tsx'
import { EndMatter } from '../../src/article/EndMatter.tsx'
import { languageOf } from '../../src/language/index.ts'
import { makeStory } from './make-story.ts'

afterEach(cleanup)
const language = languageOf('en')

describe('the article', () => {
  it('has one section for each step, with its id, named by its heading', () => {
    render(<Article story={makeStory()} language={language} active={0} />)
    const sections = within(screen.getByRole('article')).getAllByRole('region')
    expect(sections.map((section) => section.id)).toEqual(['storm', 'boats', 'harbour'])
    expect(screen.getByRole('region', { name: 'About the boats' }).id).toBe('boats')
  })

  it('says where and when above each heading', () => {
    render(<Article story={makeStory()} language={language} active={0} />)
    const section = screen.getByRole('region', { name: 'About the boats' })
    expect(section.textContent).toMatch(/^North · 2 May 2024About the boats/)
    expect(section.querySelector('time')?.dateTime).toBe('2024-05-02')
  })

  it('ends a paragraph in marks that lead to its sources', () => {
    render(<Article story={makeStory()} language={language} active={0} />)
    const section = screen.getByRole('region', { name: 'About the storm' })
    const marks = within(section).getAllByRole('link', { name: /Source \d/ })
    expect(marks.map((mark) => mark.getAttribute('href'))).toEqual(['#source-1', '#source-2'])
  })

  it('shows an author’s angle brackets as text, never as markup', () => {
    const story = makeStory()
    const [step] = story.steps
    if (step) step.body = [{ kind: 'paragraph', text: ['<img src=x onerror=alert(1)>'] }]
    const { container } = render(<Article story={story} language={language} active={0} />)
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
    const { container } = render(<Article story={makeStory({ figures, closing })} language={language} active={0} />)
    expect(screen.getByRole('img', { name: /123 freed beside more than 1,100 still held/ })).toBeTruthy()
    const marks = [...container.querySelectorAll('figure path')].map(
      (path) => path.getAttribute('d')?.match(/h0/g)?.length,
    )
    expect(marks).toEqual([123, 1100])
  })
})

describe('the end of the page', () => {
  it('tells the route in words: people, places, date and status of each leg', () => {
    render(<EndMatter story={makeStory()} language={language} />)
    const list = within(screen.getByRole('region', { name: 'The route in words' }))
    expect(list.getAllByRole('listitem')[0]?.textContent).toContain('40 people, North to South, 3 May 2024 (happened)')
  })

  it('lists every source with publisher, title, date and address', () => {
    render(<EndMatter story={makeStory()} language={language} />)
    const list = within(screen.getByRole('region', { name: 'Sources' }))
    expect(list.getByRole('link', { name: 'Island Post' }).getAttribute('href')).toBe('https://example.org/storm')
    expect(list.getAllByRole('listitem').map((item) => item.textContent)).toEqual([
      'Island Post. Report on the storm. 1 May 2024.',
      'Harbour Office. Notice. date not shown.',
    ])
  })
})
