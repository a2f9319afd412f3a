import { render, screen } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { Masthead } from '../../src/explainer/Masthead.tsx'
import { languageOf } from '../../src/language/index.ts'
import { makeStory } from './make-story.ts'

const languages = [
  { code: 'en', name: 'English' },
  { code: 'pl', name: 'polski' },
]

describe('the masthead', () => {
  it('of a story in one language offers no other', () => {
    render(<Masthead story={makeStory()} language={languageOf('en')} home="./" />)
    expect(screen.queryByRole('link')).toBeNull()
  })

  it('leads to the other languages, each named in itself', () => {
    render(<Masthead story={makeStory({ languages })} language={languageOf('en')} home="./" />)
    const link = screen.getByRole('link', { name: 'polski' })
    expect(link.getAttribute('href')).toBe('./pl/')
    expect(link.getAttribute('lang')).toBe('pl')
  })

  it('leads from another language to the main one', () => {
    render(<Masthead story={makeStory({ languages, language: 'pl' })} language={languageOf('en')} home="../" />)
    expect(screen.getByRole('link', { name: 'English' }).getAttribute('href')).toBe('../')
  })
})
