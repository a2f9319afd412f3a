import { type LazyExoticComponent, type MouseEvent, type ReactNode, Suspense, useDeferredValue } from 'react'
import { PersonCard } from './article/PersonCard.tsx'
import { useTextLinks } from './article/useTextLinks.ts'
import type { LoadPicture, RouteMap } from './map/RouteMap.tsx'
import type { LoadMapGestures } from './map/useMapGestures.ts'
import { Announcer } from './store/Announcer.tsx'
import { ErrorBoundary } from './store/ErrorBoundary.tsx'
import { LazyHydration } from './store/LazyHydration.tsx'
import { type KeptViews, type Parts, StaticHtml } from './store/StaticHtml.tsx'
import type { GoTo } from './store/useActiveStep.ts'
import type { Reader } from './store/useReader.ts'
import type { Story } from './story/story.ts'
import { Timeline } from './timeline/Timeline.tsx'

/** What a layout is given to make the explainer of. */
export interface LayoutProps {
  story: Story
  /** What is finished when the page is built */
  parts: Parts
  /** In the browser, the views as they were served */
  kept?: KeptViews | undefined
  /** The map is the largest of the views; a page lets its script come after that of the others. */
  RouteMap: typeof RouteMap | LazyExoticComponent<typeof RouteMap>
  loadMapGestures: LoadMapGestures
}

interface ViewsOptions extends LayoutProps {
  reader: Reader
  /** What a choice in one of the views does */
  goTo: GoTo
  /** “Copy link” has been pressed: whether the link was copied, and its address */
  onCopy: (copied: boolean, address: string) => void
  /** What the link says where the clipboard refuses; the layout says it where this is left out */
  notCopied?: string
  loadPicture?: LoadPicture | undefined
}

/** The views of one step, each for the layout to put where it belongs. */
export interface Views {
  map: ReactNode
  timeline: ReactNode
  text: ReactNode
  /** Over all others: the card of a person, while one is open */
  card: ReactNode
  /** What screen readers are told */
  announcer: ReactNode
  /** For the layout to call with every press in the text */
  press: (event: MouseEvent) => void
}

/** The three views, always on the step of `reader`, and what goes with them in every layout. */
export function useViews(options: ViewsOptions): Views {
  const { story, parts, kept, reader, goTo, onCopy, notCopied, RouteMap, loadMapGestures, loadPicture } = options
  const { active, progress, article, said } = reader
  const language = story.words
  // A press is answered by the bead and the passage; the map and what is said of it come with the next frame.
  const deferred = useDeferredValue(active)
  const followed = active.cause === 'click' ? deferred : active
  const { card, closeCard, press } = useTextLinks(story, article, onCopy, notCopied)
  return {
    map: (
      <ErrorBoundary kept={kept?.map}>
        <LazyHydration>
          <RouteMap
            story={story}
            language={language}
            ground={parts.map}
            active={followed}
            progress={progress}
            goTo={goTo}
            loadMapGestures={loadMapGestures}
            loadPicture={loadPicture}
            way={card?.person.way.length ? card.person.way : undefined}
          />
        </LazyHydration>
      </ErrorBoundary>
    ),
    timeline: (
      <ErrorBoundary kept={kept?.timeline}>
        <Suspense>
          <Timeline story={story} language={language} active={active.index} goTo={goTo} />
        </Suspense>
      </ErrorBoundary>
    ),
    text: (
      <StaticHtml
        as="article"
        className="story"
        ref={article}
        content={parts.article}
        part="article"
        lang={story.language}
      />
    ),
    card: (
      <ErrorBoundary key={card?.person.id} onError={closeCard}>
        {card && <PersonCard {...card} language={language} onClose={closeCard} />}
      </ErrorBoundary>
    ),
    announcer: <Announcer story={story} language={language} active={followed} said={said} />,
    press,
  }
}
