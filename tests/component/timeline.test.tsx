import { cleanup, render, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { languageOf } from '../../src/language/index.ts'
import { Timeline } from '../../src/timeline/Timeline.tsx'
import { makeStory } from './make-story.ts'

afterEach(cleanup)

function show(active: number) {
  const goTo = vi.fn()
  render(<Timeline story={makeStory()} language={languageOf('en')} active={active} goTo={goTo} />)
  return goTo
}

describe('the timeline', () => {
  it('is a navigation with one link for each step, named by date and heading', () => {
    show(0)
    const nav = screen.getByRole('navigation', { name: 'Timeline' })
    const names = within(nav)
      .getAllByRole('link')
      .map((link) => link.textContent)
    expect(names).toHaveLength(3)
    expect(screen.getByRole('link', { name: '2 May 2024: About the boats' }).getAttribute('href')).toBe('#boats')
  })

  it('marks exactly the active step', () => {
    show(1)
    const marked = screen.getAllByRole('link').filter((link) => link.getAttribute('aria-current') === 'step')
    expect(marked).toEqual([screen.getByRole('link', { name: /boats/ })])
  })

  it('goes to the step that is clicked', async () => {
    const goTo = show(0)
    await userEvent.click(screen.getByRole('link', { name: /harbour/ }))
    expect(goTo).toHaveBeenCalledWith(2, 'click')
  })

  it('leaves a click with Ctrl to the browser, which opens a new tab', async () => {
    const goTo = show(0)
    const user = userEvent.setup()
    await user.keyboard('{Control>}')
    await user.click(screen.getByRole('link', { name: /harbour/ }))
    expect(goTo).not.toHaveBeenCalled()
  })

  it('walks with the arrow keys, Home and End, and stops at the ends', async () => {
    const goTo = show(1)
    const user = userEvent.setup()
    screen.getByRole('link', { name: /boats/ }).focus()
    await user.keyboard('{ArrowRight}')
    expect(goTo).toHaveBeenLastCalledWith(2, 'click')
    expect(document.activeElement).toBe(screen.getByRole('link', { name: /harbour/ }))
    await user.keyboard('{Home}')
    expect(goTo).toHaveBeenLastCalledWith(0, 'click')
    await user.keyboard('{End}')
    expect(goTo).toHaveBeenLastCalledWith(2, 'click')
    await user.keyboard('{ArrowLeft}')
    expect(goTo).toHaveBeenLastCalledWith(0, 'click')
  })

  it('is one tab stop', () => {
    show(1)
    const stops = screen.getAllByRole('link').filter((link) => link.tabIndex === 0)
    expect(stops).toEqual([screen.getByRole('link', { name: /boats/ })])
  })

  it('has Previous and Next, closed at the ends', async () => {
    const goTo = show(0)
    expect(screen.getByRole('button', { name: 'Previous' }).hasAttribute('disabled')).toBe(true)
    await userEvent.click(screen.getByRole('button', { name: 'Next' }))
    expect(goTo).toHaveBeenCalledWith(1, 'click')
  })
})
