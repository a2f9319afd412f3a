import { Suspense, useCallback, useDeferredValue, useEffect, useRef } from 'react'
import prose from '../article/Article.module.css'
import { PersonCard } from '../article/PersonCard.tsx'
import { useTextLinks } from '../article/useTextLinks.ts'
import { Announcer } from '../reader/Announcer.tsx'
import { Guard } from '../reader/Guard.tsx'
import { passagesIn } from '../reader/passages.ts'
import { followReading, readingNow } from '../reader/reading.ts'
import { type KeptViews, type Parts, Served } from '../reader/Served.tsx'
import type { GoTo } from '../reader/useActiveStep.ts'
import { useBrowserLayoutEffect } from '../reader/useBrowserLayoutEffect.ts'
import { useReader } from '../reader/useReader.ts'
import { type LoadPicture, RouteMap } from '../route-map/RouteMap.tsx'
import type { LoadHands } from '../route-map/useHands.ts'
import type { Story } from '../story/story.ts'
import { Timeline } from '../timeline/Timeline.tsx'
import { Credit } from './Credit.tsx'
import styles from './Page.module.css'
import { useEditionLinks } from './useEditionLinks.ts'

interface PageProps {
  story: Story
  /** What is finished when the page is built */
  parts: Parts
  /** From this page to the root of the site */
  root: string
  /** Whether the page may be kept for reading without a network */
  offline: boolean
  /** In the browser, the views as they were served */
  kept?: KeptViews
  loadHands: LoadHands
  loadPicture: LoadPicture
}

/**
 * The page: one story, one active step, three views. Whatever the reader touches calls `goTo`; the views only follow.
 */
export function Page({ story, parts, root, offline, kept, loadHands, loadPicture }: PageProps) {
  const language = story.words
  const { active, goTo, seen, progress, article, said, say } = useReader(story)
  const page = useRef<HTMLElement>(null)
  /** The reader has asked for a step and not come to it by reading */
  const asked = useRef(false)
  // A press is answered by the bead and the passage; the map and what is said of it come with the next frame.
  const deferred = useDeferredValue(active)
  const followed = active.cause === 'click' ? deferred : active
  const { card, closeCard, press } = useTextLinks(story.people, (copied) => say(copied ? language.linkCopied : ''))

  useEditionLinks(story, active)

  useEffect(
    function followReader() {
      if (!article.current) return
      const sections = passagesIn(article.current)
      return followReading({ sections, covered: () => coveredBy(page.current) }, (reading) => {
        progress.set(reading.step + reading.approach)
        const { index, cause } = seen.current
        // Back at the very beginning nothing has been read: the page is as it was opened.
        if (cause === 'start' && scrollY === 0) return
        if (reading.step !== index || cause === 'start') goTo(reading.step, 'scroll')
      })
    },
    [goTo, seen, progress, article],
  )

  useEffect(
    function standAtFragment() {
      if (active.cause !== 'fragment') return
      /** A browser may have put the reader elsewhere: where they had scrolled to before a reload, or at the top. */
      function stand() {
        if (!article.current) return
        const sections = passagesIn(article.current)
        const { step } = readingNow({ sections, covered: () => coveredBy(page.current) })
        if (step !== active.index) sections[active.index]?.scrollIntoView({ behavior: 'instant', block: 'start' })
      }
      stand()
      if (document.readyState === 'complete') return
      addEventListener('load', stand, { once: true })
      return () => removeEventListener('load', stand)
    },
    [active, article],
  )

  useBrowserLayoutEffect(
    function showPassage() {
      if (!article.current) return
      // A step the reader has asked for comes to the reading line at once, so no step between flashes by; after everything
      // else has changed, so that the page is laid out once.
      if (asked.current)
        passagesIn(article.current)[active.index]?.scrollIntoView({ behavior: 'instant', block: 'start' })
      asked.current = false
    },
    [active],
  )

  const choose = useCallback<GoTo>(
    (index, cause) => {
      asked.current = true
      goTo(index, cause)
    },
    [goTo],
  )

  return (
    <>
      {/* biome-ignore lint/a11y: what is pressed is a link in it */}
      <main className={styles.explainer} ref={page} onClick={press}>
        <Served content={parts.masthead} part="masthead" className={styles.masthead} />
        <Guard kept={kept?.map}>
          <Suspense>
            <RouteMap
              story={story}
              language={language}
              map={parts.map}
              active={followed}
              progress={progress}
              goTo={choose}
              loadHands={loadHands}
              loadPicture={loadPicture}
              way={card?.person.way.length ? card.person.way : undefined}
            />
          </Suspense>
        </Guard>
        <Guard kept={kept?.timeline}>
          <Suspense>
            <Timeline story={story} language={language} active={active.index} goTo={choose} />
          </Suspense>
        </Guard>
        <Served
          as="article"
          className={prose.article}
          ref={article}
          content={parts.article}
          part="article"
          lang={story.language}
        />
      </main>
      <footer>
        <Served content={parts.end} part="end" />
        <Credit story={story} language={language} root={root} offline={offline} />
      </footer>
      <Guard key={card?.person.id} onError={closeCard}>
        {card && <PersonCard {...card} language={language} onClose={closeCard} />}
      </Guard>
      <Announcer story={story} language={language} active={followed} said={said} />
    </>
  )
}

/** Pixels of the window that the pinned map and timeline cover, above and below the reading column. */
function coveredBy(page: HTMLElement | null): { top: number; bottom: number } {
  if (!page) return { top: 0, bottom: 0 }
  const style = getComputedStyle(page)
  const pixels = (name: string) => Number.parseFloat(style.getPropertyValue(name)) || 0
  return { top: pixels('scroll-padding-top'), bottom: pixels('scroll-padding-bottom') }
}
