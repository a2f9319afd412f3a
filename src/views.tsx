import { type LazyExoticComponent, type MouseEvent, type ReactNode, Suspense, useDeferredValue } from 'react'
import { PersonCard } from './article/PersonCard.tsx'
import { useTextLinks } from './article/useTextLinks.ts'
import type { LoadPicture, RouteMap } from './map/RouteMap.tsx'
import type { LoadMapGestures } from './map/useMapGestures.ts'
import { Announcer } from './store/Announcer.tsx'
import { ErrorBoundary } from './store/ErrorBoundary.tsx'
import { LazyHydration } from './store/LazyHydration.tsx'
import { type FallbackViews, type Parts, StaticHtml } from './store/StaticHtml.tsx'
import type { GoTo } from './store/useActiveStep.ts'
import type { Reader } from './store/useReader.ts'
import type { Story } from './story/story.ts'
import { Timeline } from './timeline/Timeline.tsx'

/** Props of every layout. */
export interface LayoutProps {
  story: Story
  /** HTML that is final at build */
  parts: Parts
  /** In the browser, the served views, shown if a view fails */
  fallbacks?: FallbackViews | undefined
  /** The largest view; the page loads its script after the others. */
  RouteMap: typeof RouteMap | LazyExoticComponent<typeof RouteMap>
  loadMapGestures: LoadMapGestures
}

interface ViewsOptions extends LayoutProps {
  reader: Reader
  /** Called when the reader chooses a step in a view */
  goTo: GoTo
  /** Called after “Copy link” with the result and the address */
  onCopy: (copied: boolean, address: string) => void
  /** Text of the link when copying fails; without it the layout reports the failure */
  notCopied?: string
  loadPicture?: LoadPicture | undefined
}

/** The views, for the layout to place. */
export interface Views {
  map: ReactNode
  timeline: ReactNode
  text: ReactNode
  /** The card of a person, while one is open */
  card: ReactNode
  /** The live region for screen readers */
  announcer: ReactNode
  /** Handles clicks on links in the text */
  onTextClick: (event: MouseEvent) => void
}

/** The three views on the active step of `reader`, with the person card and the announcer. */
export function useViews(options: ViewsOptions): Views {
  const { story, parts, fallbacks, reader, goTo, onCopy, notCopied, RouteMap, loadMapGestures, loadPicture } = options
  const { active, progress, article, message } = reader
  const language = story.words
  // After a click the bead and the passage change at once; the map and the announcement follow in the next frame.
  const deferred = useDeferredValue(active)
  const mapStep = active.cause === 'click' ? deferred : active
  const { card, closeCard, onTextClick } = useTextLinks(story, article, onCopy, notCopied)
  return {
    map: (
      <ErrorBoundary fallback={fallbacks?.map}>
        <LazyHydration>
          <RouteMap
            story={story}
            language={language}
            ground={parts.map}
            active={mapStep}
            progress={progress}
            goTo={goTo}
            loadMapGestures={loadMapGestures}
            loadPicture={loadPicture}
            itinerary={card?.person.way.length ? card.person.way : undefined}
          />
        </LazyHydration>
      </ErrorBoundary>
    ),
    timeline: (
      <ErrorBoundary fallback={fallbacks?.timeline}>
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
    announcer: <Announcer story={story} language={language} active={mapStep} message={message} />,
    onTextClick,
  }
}
