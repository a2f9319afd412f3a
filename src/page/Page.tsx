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
  /** Path from this page to the root of the site */
  root: string
  /** Whether readers may save the page for offline reading */
  offline: boolean
  loadPicture: LoadPicture
}

/** The full page: one story, one active step, three views. All interactions call `goTo`; the views follow the step. */
export function Page({ story, parts, root, offline, fallbacks, RouteMap, loadMapGestures, loadPicture }: PageProps) {
  const language = story.words
  const reader = useReader(story)
  const { active, goTo, activeRef, progress, article, announce } = reader
  /** True until the page has scrolled to a step chosen by the reader */
  const scrollPending = useRef(false)
  useEditionLinks(story, active)

  useEffect(
    function followReader() {
      if (!article.current) return
      return followReading(pageOf(article.current), (reading) => {
        progress.set(reading.step + reading.progress)
        const { index, cause } = activeRef.current
        // At the very top before any step: stay in the initial state.
        if (cause === 'start' && scrollY === 0) return
        if (reading.step !== index || cause === 'start') goTo(reading.step, 'scroll')
      })
    },
    [goTo, activeRef, progress, article],
  )

  useEffect(
    function scrollToFragment() {
      if (active.cause !== 'fragment') return
      /** The browser may have restored another scroll position after a reload, or stayed at the top. */
      function restore() {
        if (!article.current) return
        const { step } = readingNow(pageOf(article.current))
        if (step !== active.index) bringIntoView(passagesIn(article.current)[active.index])
      }
      restore()
      if (document.readyState === 'complete') return
      addEventListener('load', restore, { once: true })
      return () => removeEventListener('load', restore)
    },
    [active, article],
  )

  useIsomorphicLayoutEffect(
    function scrollToPassage() {
      if (!article.current) return
      // Instantly, so no step in between becomes active; in a layout effect after all other changes, so the page is
      // laid out once.
      if (scrollPending.current) bringIntoView(passagesIn(article.current)[active.index])
      scrollPending.current = false
    },
    [active],
  )

  const choose = useCallback<GoTo>(
    (index, cause) => {
      scrollPending.current = true
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
      // Puts the link into the address bar, to be copied by hand.
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
      {/* biome-ignore lint/a11y: the click target is a link in it */}
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

/** The passages, and how much of the window the pinned map and timeline cover above and below them. */
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
