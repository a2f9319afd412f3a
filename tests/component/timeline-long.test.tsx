import { cleanup, render, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useState } from 'react'
import { renderToString } from 'react-dom/server'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { languageOf } from '../../src/language/index.ts'
import type { Story } from '../../src/story/story.ts'
import { Timeline } from '../../src/timeline/Timeline.tsx'
import { makeStep, makeStory } from './make-story.ts'

const language = languageOf('en').page

afterEach(cleanup)

/** A story of `count` steps in `parts` phases. */
function storyOf(count: number, parts = 4): Story {
  return makeStory({
    steps: Array.from({ length: count }, (_, i) => ({ ...makeStep(i, `step-${i + 1}`), at: (i / count) ** 2 })),
    phases: Array.from({ length: parts }, (_, i) => ({
      label: `Part ${i + 1}`,
      first: (i * count) / parts,
      last: ((i + 1) * count) / parts - 1,
    })),
  })
}

const thousand = storyOf(1000)

/** A timeline that keeps its own step, as the page does for it. */
function Reader({
  story = thousand,
  start = 0,
  goTo,
}: {
  story?: Story
  start?: number
  goTo?: (step: number) => void
}) {
  const [active, become] = useState(start)
  return (
    <Timeline
      story={story}
      active={active}
      goTo={(index) => {
        become(index)
        goTo?.(index)
      }}
    />
  )
}

const beads = () => within(screen.getAllByRole('list').find((list) => list.tagName === 'OL') ?? document.body)
const activeBead = () => beads().getAllByRole('link', { current: 'step' })

describe('the timeline of a thousand steps', () => {
  it('shows the beads around the active one, each with its place among all', () => {
    render(<Reader start={411} />)
    const items = beads()
      .getAllByRole('link')
      .map((link) => link.closest('li'))
    expect(items).toHaveLength(17)
    expect(activeBead().map((bead) => bead.getAttribute('href'))).toEqual(['#step-412'])
    expect(items.map((item) => item?.getAttribute('aria-posinset'))).toEqual(
      Array.from({ length: 17 }, (_, i) => String(404 + i)),
    )
    for (const item of items) expect(item?.getAttribute('aria-setsize')).toBe('1000')
  })

  it('is served as its start, with links that need no script, and no slider', () => {
    const html = renderToString(<Timeline story={thousand} active={0} goTo={vi.fn()} />)
    const served = new DOMParser().parseFromString(html, 'text/html')
    const hrefs = (list: string) => [...served.querySelectorAll(`${list} a`)].map((link) => link.getAttribute('href'))
    expect(hrefs('ol')).toEqual(Array.from({ length: 17 }, (_, i) => `#step-${i + 1}`))
    expect(hrefs('ul')).toEqual(['#step-1', '#step-251', '#step-501', '#step-751'])
    expect(served.querySelector('[role="slider"], [style], [tabindex]')).toBeNull()
  })

  it('folds the phases to their names, says which is the current one, and goes to the first step of the one pressed', async () => {
    const goTo = vi.fn()
    render(<Reader start={411} goTo={goTo} />)
    expect(screen.getByRole('link', { current: true }).textContent).toBe('Part 2')
    await userEvent.click(screen.getByRole('link', { name: 'Part 4' }))
    expect(goTo).toHaveBeenLastCalledWith(750)
    expect(screen.getByRole('link', { current: true }).textContent).toBe('Part 4')
  })

  it('has a slider that says where it is', () => {
    render(<Reader start={411} />)
    const slider = screen.getByRole('slider', { name: 'Move through time' })
    const said = ['valuemin', 'valuemax', 'valuenow', 'valuetext'].map((name) => slider.getAttribute(`aria-${name}`))
    expect(said).toEqual(['1', '1000', '412', 'Step 412 of 1,000: About the step-412, 412 May 2024'])
  })

  it('walks by keys on the slider: a step, a tenth, to the ends and not beyond', async () => {
    const goTo = vi.fn()
    render(<Reader start={411} goTo={goTo} />)
    const user = userEvent.setup()
    screen.getByRole('slider').focus()
    const keys = [
      'ArrowRight',
      'ArrowUp',
      'ArrowLeft',
      'ArrowDown',
      'PageUp',
      'PageDown',
      'End',
      'PageUp',
      'Home',
      'ArrowLeft',
    ]
    for (const key of keys) await user.keyboard(`{${key}}`)
    expect(goTo.mock.calls.flat()).toEqual([412, 413, 412, 411, 511, 411, 999, 999, 0, 0])
    expect(document.activeElement).toBe(screen.getByRole('slider'))
  })

  it('keeps the focus on the active bead when keys lead out of the row', async () => {
    render(<Reader start={411} />)
    const user = userEvent.setup()
    activeBead()[0]?.focus()
    await user.keyboard('{End}')
    expect(document.activeElement?.getAttribute('href')).toBe('#step-1000')
    expect(activeBead()).toEqual([document.activeElement])
  })

  it('takes the focus to the first bead from one that stays in the row', async () => {
    render(<Reader start={12} />)
    activeBead()[0]?.focus()
    await userEvent.setup().keyboard('{Home}')
    expect(document.activeElement?.getAttribute('href')).toBe('#step-1')
  })

  it('leaves the focus to the active bead when scrolling takes the row away from the one that had it', async () => {
    const timeline = (active: number) => <Timeline story={thousand} active={active} goTo={vi.fn()} />
    const { rerender } = render(timeline(411))
    activeBead()[0]?.focus()
    rerender(timeline(700))
    expect(document.activeElement?.getAttribute('href')).toBe('#step-701')
  })

  it('lets the focus be where it is otherwise', () => {
    const timeline = (active: number) => <Timeline story={thousand} active={active} goTo={vi.fn()} />
    const { rerender } = render(timeline(411))
    rerender(timeline(700))
    expect(document.activeElement).toBe(document.body)
  })

  it.each([61, 1000, 5000])('of %i steps and many phases is as small as any', (count) => {
    const { container } = render(<Reader story={storyOf(count, count / 5)} start={Math.floor(count / 2)} />)
    expect(container.querySelectorAll('*').length).toBeLessThanOrEqual(200)
  })

  it('renders three beads at a step: the two that change and the one that comes in', () => {
    const bead = vi.fn(() => language.bead)
    const story = { ...thousand, words: Object.defineProperty({ ...language }, 'bead', { get: bead }) }
    const timeline = (active: number) => <Timeline story={story} active={active} goTo={vi.fn()} />
    const { rerender } = render(timeline(411))
    bead.mockClear()
    rerender(timeline(412))
    expect(bead).toHaveBeenCalledTimes(3)
  })

  it.each([10, 60, 1000, 5000])('writes a handful of changes to the page at a step, of %i', (count) => {
    const story = storyOf(count)
    const timeline = (active: number) => <Timeline story={story} active={active} goTo={vi.fn()} />
    const { container, rerender } = render(timeline(count / 2))
    const changes = new MutationObserver(() => {})
    changes.observe(container, { subtree: true, childList: true, attributes: true, characterData: true })
    rerender(timeline(count / 2 + 1))
    expect(changes.takeRecords().length).toBeLessThanOrEqual(24)
  })
})
