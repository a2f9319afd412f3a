import { cleanup, fireEvent, render, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { renderToString } from 'react-dom/server'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { languageOf } from '../../src/language/index.ts'
import type { Story } from '../../src/story/story.ts'
import { Timeline } from '../../src/timeline/Timeline.tsx'
import { makeStep, makeStory } from './make-story.ts'

const language = languageOf('en').page

afterEach(cleanup)

function show(active: number, story = makeStory()) {
  const goTo = vi.fn()
  render(<Timeline story={story} active={active} goTo={goTo} />)
  return goTo
}

/** A story of `count` steps, evenly spaced in time, in two phases. */
function storyOf(count: number): Story {
  const half = Math.floor(count / 2)
  return makeStory({
    steps: Array.from({ length: count }, (_, i) => ({ ...makeStep(i, `step-${i + 1}`), at: i / (count - 1) })),
    phases: [
      { label: 'Storm', first: 0, last: half - 1 },
      { label: 'Crossing', first: half, last: count - 1 },
    ],
  })
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

  it('has a list for every phase, by its name', () => {
    show(0)
    const beadsOf = (phase: string) =>
      within(screen.getByRole('list', { name: phase }))
        .getAllByRole('listitem')
        .map((item) => item.textContent)
    expect(beadsOf('Storm')).toEqual(['1 May 2024: About the storm'])
    expect(beadsOf('Crossing')).toEqual(['2 May 2024: About the boats', '3 May 2024: About the harbour'])
  })

  it('has a row for each lane, and says the lane of a step with its bead', () => {
    const steps = ['Anna', undefined, 'Santiago'].map((lane, i) => ({ ...makeStep(i, `step-${i}`), lane }))
    const { container, rerender } = render(
      <Timeline story={makeStory({ lanes: ['Anna', 'Santiago'], steps })} active={2} goTo={vi.fn()} />,
    )
    expect(screen.getAllByRole('link').map((link) => link.textContent)).toEqual([
      '1 May 2024: Anna: About the step-0',
      '2 May 2024: About the step-1',
      '3 May 2024: Santiago: About the step-2',
    ])
    const names = [...container.querySelectorAll('text')].filter(({ textContent }) => /Anna|Santiago/.test(textContent))
    expect(names.map((name) => [name.textContent, name.hasAttribute('data-active')])).toEqual([
      ['Anna', false],
      ['Santiago', true],
    ])
    const circle = () => container.querySelector('svg circle')
    expect(circle()?.getAttribute('cx')).toBe('50%')
    rerender(<Timeline story={makeStory({ lanes: ['Anna', 'Santiago'], steps })} active={1} goTo={vi.fn()} />)
    expect(circle(), 'a step of no lane has no mark in one').toBeNull()
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

  it('has Previous and Next, closed at the ends, where the focus stays', async () => {
    const goTo = show(0)
    const previous = screen.getByRole('button', { name: 'Previous' })
    expect(previous.getAttribute('aria-disabled')).toBe('true')
    await userEvent.click(previous)
    expect(goTo).not.toHaveBeenCalled()
    expect(document.activeElement).toBe(previous)
    await userEvent.click(screen.getByRole('button', { name: 'Next' }))
    expect(goTo).toHaveBeenCalledWith(1, 'click')
  })

  it('is served with every bead, and of what needs the script only Previous and Next, up to sixty steps', () => {
    const html = renderToString(<Timeline story={storyOf(60)} active={0} goTo={vi.fn()} />)
    const served = new DOMParser().parseFromString(html, 'text/html')
    expect(served.querySelectorAll('nav > div ol > li > a[href^="#step-"]')).toHaveLength(60)
    const buttons = [...served.querySelectorAll('button')].map((button) => button.getAttribute('aria-label'))
    expect(buttons).toEqual([language.previous, language.next])
    expect(served.querySelector('[role="slider"], [style], [tabindex]')).toBeNull()
  })

  it('draws only the beads near the old and the new one anew at a step change, however far it is', () => {
    const bead = vi.fn(() => language.bead)
    const timeline = (active: number) => <Timeline story={story} active={active} goTo={vi.fn()} />
    const story = { ...storyOf(60), words: Object.defineProperty({ ...language }, 'bead', { get: bead }) }
    const { rerender } = render(timeline(3))
    for (const active of [4, 50]) {
      bead.mockClear()
      rerender(timeline(active))
      expect(bead.mock.calls.length).toBeLessThanOrEqual(14)
    }
  })
})

describe('the axis', () => {
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['requestAnimationFrame', 'cancelAnimationFrame'] })
    Element.prototype.setPointerCapture = vi.fn()
    vi.spyOn(Element.prototype, 'getBoundingClientRect').mockReturnValue(new DOMRect(100, 0, 1000, 38))
  })
  afterEach(() => {
    vi.useRealTimers()
    vi.restoreAllMocks()
    Reflect.deleteProperty(Element.prototype, 'setPointerCapture')
  })

  function axis() {
    const drawn = screen.getByText('1 May').closest('div')
    if (!drawn) throw new Error('no axis')
    return drawn
  }
  const at = (clientX: number, pointerType = 'mouse') => ({
    clientX,
    pointerType,
    isPrimary: true,
    button: 0,
    pointerId: 1,
  })

  it('answers a press with the step nearest to that time, and is no stop for the Tab key', () => {
    const goTo = show(0, storyOf(11))
    fireEvent.pointerDown(axis(), at(100 + 730))
    fireEvent.pointerUp(axis(), at(100 + 730))
    expect(goTo.mock.calls).toEqual([[7, 'click']])
    expect(screen.queryByRole('slider')).toBeNull()
    expect(axis().tabIndex).toBe(-1)
  })

  it('travels while it is dragged: once a frame at most, one entry of the history, and to where it is let go', () => {
    const goTo = show(0, storyOf(11))
    fireEvent.pointerDown(axis(), at(200))
    for (const x of [300, 400, 500]) fireEvent.pointerMove(axis(), at(x))
    expect(goTo.mock.calls).toEqual([[1, 'click']])
    vi.advanceTimersToNextFrame()
    for (const x of [510, 520]) fireEvent.pointerMove(axis(), at(x))
    vi.advanceTimersToNextFrame()
    fireEvent.pointerMove(axis(), at(690))
    fireEvent.pointerUp(axis(), at(5000))
    vi.advanceTimersToNextFrame()
    expect(goTo.mock.calls).toEqual([
      [1, 'click'],
      [4, 'scroll'],
      [10, 'scroll'],
    ])
  })

  it('leaves a finger that scrolls the page alone, and takes one that taps', () => {
    const goTo = show(0, storyOf(11))
    fireEvent.pointerDown(axis(), at(600, 'touch'))
    fireEvent.pointerMove(axis(), at(603, 'touch'))
    vi.advanceTimersToNextFrame()
    fireEvent.pointerCancel(axis(), at(603, 'touch'))
    expect(goTo).not.toHaveBeenCalled()
    fireEvent.pointerDown(axis(), at(600, 'touch'))
    fireEvent.pointerUp(axis(), at(600, 'touch'))
    expect(goTo.mock.calls).toEqual([[5, 'click']])
  })

  it('goes to the first of several steps at one moment', () => {
    const steps = ['storm', 'boats', 'harbour', 'return'].map((id, i) => ({
      ...makeStep(i, id),
      at: i === 0 ? 0 : 0.8,
    }))
    const goTo = show(0, makeStory({ steps }))
    fireEvent.pointerDown(axis(), at(900))
    expect(goTo.mock.calls).toEqual([[1, 'click']])
  })
})
