import type { GoTo, Store } from '../store/store.ts'
import { useStore } from '../store/useStore.ts'
import type { Story } from '../story/story.ts'
import { Timeline } from './Timeline.tsx'

interface TimelineIslandProps {
  story: Story
  store: Store
  /** Called when the reader chooses a step */
  goTo: GoTo
}

/** The timeline on the active step of `store`. */
export function TimelineIsland({ story, store, goTo }: TimelineIslandProps) {
  const { active } = useStore(store)
  return <Timeline story={story} active={active.index} goTo={goTo} />
}
