import { cleanup, render, screen } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import { languageOf } from '../../src/language/index.ts'
import { Masthead } from '../../src/page/Masthead.tsx'
import { makeCopy, makeStory } from './make-story.ts'

afterEach(cleanup)

const languages = [
  { code: 'en', name: 'English' },
  { code: 'pl', name: 'polski' },
]

describe('the masthead', () => {
  it('of a story in one language offers no other', () => {
    render(<Masthead story={makeStory()} copy={makeCopy()} language={languageOf('en')} home="./" />)
    expect(screen.queryAllByRole('link')).toEqual([])
  })

  it('says when the story was published and when it was last changed', () => {
    const { container } = render(
      <Masthead story={makeStory()} copy={makeCopy()} language={languageOf('en')} home="./" />,
    )
    expect(container.textContent).toContain('Published 3 May 2024, updated 4 May 2024')
    expect([...container.querySelectorAll('time')].map((time) => time.dateTime)).toEqual([
      '2024-05-03T08:00:00Z',
      '2024-05-04T08:00:00Z',
    ])
  })

  it('says a day once when nothing has changed after it', () => {
    const published = { iso: '2024-05-03T08:00:00Z', label: '3 May 2024' }
    const copy = makeCopy({ published, updated: { iso: '2024-05-03T19:00:00Z', label: '3 May 2024' } })
    const { container } = render(<Masthead story={makeStory()} copy={copy} language={languageOf('en')} home="./" />)
    expect(container.textContent).toContain('Published 3 May 2024')
    expect(container.textContent).not.toContain('updated')
  })

  it('leads to the other languages, each named in itself', () => {
    render(<Masthead story={makeStory({ languages })} copy={makeCopy()} language={languageOf('en')} home="./" />)
    const link = screen.getByRole('link', { name: 'polski' })
    expect(link.getAttribute('href')).toBe('./pl/')
    expect(link.getAttribute('lang')).toBe('pl')
  })

  it('leads from another language to the main one', () => {
    render(
      <Masthead
        story={makeStory({ languages, language: 'pl' })}
        copy={makeCopy()}
        language={languageOf('en')}
        home="../"
      />,
    )
    expect(screen.getByRole('link', { name: 'English' }).getAttribute('href')).toBe('../')
  })

  it('says so while no editor has read the translation, in its language', () => {
    const masthead = (reviewed: boolean) => (
      <Masthead story={makeStory()} copy={makeCopy({ reviewed })} language={languageOf('pl')} home="../" />
    )
    const { rerender } = render(masthead(false))
    expect(screen.getByText(/nie sprawdził jeszcze redaktor/)).toBeTruthy()
    rerender(masthead(true))
    expect(screen.queryByText(/redaktor/)).toBeNull()
  })
})
