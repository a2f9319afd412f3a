import type { Story } from '../story/story.ts'
import { announceSteps } from './announceSteps.ts'
import { markActive } from './passages.ts'
import { createStore, type Store } from './store.ts'

/** The served page, followed by its store. */
export interface OpenStory {
  story: Story
  store: Store
  /** The container of the page or embed */
  root: HTMLElement
  article: HTMLElement
  /** Announces a message to screen readers, until the next step */
  announce: (text: string) => void
}

/**
 * Reads the story in the served page and creates its store. The address, the title, the article and the live region
 * follow the active step. Undefined if the page is incomplete. `entries`: see `createStore`.
 */
export function openStory(entries?: 'push' | 'replace'): OpenStory | undefined {
  const root = document.getElementById('_explainer')
  const article = root?.querySelector('article')
  const status = document.getElementById('_status')
  const data = document.getElementById('_story')?.textContent
  if (!root || !article || !status || !data) return
  const story: Story = JSON.parse(data)
  const store = createStore(story.steps, entries)
  store.followFragment()
  store.watchStep(({ index, cause }) => {
    markActive(article, index)
    const step = cause === 'start' ? undefined : story.steps[index]
    document.title = step ? `${step.heading} · ${story.headline}` : story.headline
  })
  return { story, store, root, article, announce: announceSteps(story, store, status) }
}
