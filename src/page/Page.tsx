import { useCallback, useEffect, useRef } from 'react'
import type { LoadPicture } from '../map/RouteMap.tsx'
import { ErrorBoundary } from '../store/ErrorBoundary.tsx'
import { bringIntoView, passagesIn } from '../store/passages.ts'
import { followReading, type Page as ReadPage, readingNow } from '../store/reading.ts'
import { StaticHtml } from '../store/StaticHtml.tsx'
import type { GoTo } from '../store/useActiveStep.ts'
import { useIsomorphicLayoutEffect } from '../store/useIsomorphicLayoutEffect.ts'
import { useReader } from '../store/useReader.ts'
import { type LayoutProps, useViews } from '../views.tsx'
import styles from './Page.module.css'
import { PageFooter } from './PageFooter.tsx'
import { useEditionLinks } from './useEditionLinks.ts'

interface PageProps extends LayoutProps {
  /** From this page to the root of the site */
  root: string
  /** Whether the page may be kept for reading without a network */
  offline: boolean
  loadPicture: LoadPicture
}

/**
 * The page: one story, one active step, three views. Whatever the reader touches calls `goTo`; the views only follow.
 */
export function Page({ story, parts, root, offline, fallbacks, RouteMap, loadMapGestures, loadPicture }: PageProps) {
  const language = story.words
  const reader = useReader(story)
  const { active, goTo, activeRef, progress, article, announce } = reader
  /** The reader has asked for a step and not come to it by reading */
  const asked = useRef(false)
  useEditionLinks(story, active)

  useEffect(
    function followReader() {
      if (!article.current) return
      return followReading(pageOf(article.current), (reading) => {
        progress.set(reading.step + reading.progress)
        const { index, cause } = activeRef.current
        // Back at the very beginning nothing has been read: the page is as it was opened.
        if (cause === 'start' && scrollY === 0) return
        if (reading.step !== index || cause === 'start') goTo(reading.step, 'scroll')
      })
    },
    [goTo, activeRef, progress, article],
  )

  useEffect(
    function standAtFragment() {
      if (active.cause !== 'fragment') return
      /** A browser may have put the reader elsewhere: where they had scrolled to before a reload, or at the top. */
      function stand() {
        if (!article.current) return
        const { step } = readingNow(pageOf(article.current))
        if (step !== active.index) bringIntoView(passagesIn(article.current)[active.index])
      }
      stand()
      if (document.readyState === 'complete') return
      addEventListener('load', stand, { once: true })
      return () => removeEventListener('load', stand)
    },
    [active, article],
  )

  useIsomorphicLayoutEffect(
    function showPassage() {
      if (!article.current) return
      // A step the reader has asked for comes to the reading line at once, so no step between flashes by; after everything
      // else has changed, so that the page is laid out once.
      if (asked.current) bringIntoView(passagesIn(article.current)[active.index])
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

  const views = useViews({
    story,
    parts,
    reader,
    goTo: choose,
    notCopied: language.linkNotCopied,
    onCopy(copied, address) {
      announce(copied ? language.linkCopied : language.linkNotCopied)
      // There it can be copied by hand.
      if (!copied) history.replaceState(history.state, '', new URL(address).hash)
    },
    RouteMap,
    loadMapGestures,
    loadPicture,
    fallbacks,
  })

  return (
    <>
      <a className={styles.skip} href={`#${story.steps[0]?.id}`}>
        {language.skip}
      </a>
      {/* biome-ignore lint/a11y: what is pressed is a link in it */}
      <main className={styles.explainer} onClick={views.onTextClick}>
        <StaticHtml content={parts.masthead} part="masthead" className="story" />
        <div className="sidebar">
          {views.map}
          {views.timeline}
        </div>
        {views.text}
        <StaticHtml content={parts.end} part="end" className="story" />
      </main>
      <footer>
        <ErrorBoundary fallback={fallbacks?.credit}>
          <PageFooter story={story} language={language} root={root} offline={offline} />
        </ErrorBoundary>
      </footer>
      {views.card}
      {views.announcer}
    </>
  )
}

/** What is read on the page, and what its pinned map and timeline cover of the window above and below it. */
function pageOf(article: HTMLElement): ReadPage {
  return {
    sections: passagesIn(article),
    covered() {
      const style = article.parentElement && getComputedStyle(article.parentElement)
      const pixels = (name: string) => Number.parseFloat(style?.getPropertyValue(name) ?? '') || 0
      return { top: pixels('scroll-padding-top'), bottom: pixels('scroll-padding-bottom') }
    },
  }
}
