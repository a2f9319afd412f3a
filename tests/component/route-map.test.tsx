import { cleanup, render } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { RouteMap } from '../../src/map/RouteMap.tsx'
import { observable } from '../../src/store/observable.ts'
import { makeStory } from './make-story.ts'

describe('the map', () => {
  beforeEach(() => {
    vi.spyOn(HTMLElement.prototype, 'clientWidth', 'get').mockReturnValue(400)
    vi.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockReturnValue(300)
    vi.stubGlobal('matchMedia', () => ({ matches: false }))
  })
  afterEach(() => {
    cleanup()
    vi.restoreAllMocks()
    vi.unstubAllGlobals()
  })

  it('has a line grown as far as the reader had come before the script took the map over', () => {
    const story = makeStory()
    const progress = observable(0)
    progress.set(1.5)
    const { container } = render(
      <RouteMap
        story={story}
        ground=""
        active={{ index: 1, cause: 'scroll' }}
        progress={progress}
        goTo={vi.fn()}
        loadMapGestures={() => new Promise(() => {})}
      />,
    )
    expect(container.querySelector('[data-leg="crossing"][data-part="done"]')?.getAttribute('data-grown')).toBe('part')
    expect(container.querySelector('[data-leg="crossing"][data-part="tip"]')?.textContent).toBe('20')
  })
})
