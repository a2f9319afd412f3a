import { bringIntoView, passagesIn } from '../store/passages.ts'
import { followReading, type Page, readingNow } from '../store/reading.ts'
import type { GoTo, Store } from '../store/store.ts'

/**
 * Makes the scrolled window the source of movement: the passage being read becomes the active step, and a step in the
 * address is scrolled to. Returns `goTo` for the views, which also scrolls to the passage.
 */
export function followWindow(store: Store, article: HTMLElement): GoTo {
  const passages = passagesIn(article)
  const page = pageOf(article, passages)

  const isFocusScroll = watchFocus()
  followReading(page, (reading) => {
    if (isFocusScroll()) return
    // At the very top before any step: stay in the initial state.
    store.read(reading, scrollY > 0 || store.getState().active.cause !== 'start')
  })

  /** The browser may have restored another scroll position after a reload, or stayed at the top. */
  function restore() {
    const { index, cause } = store.getState().active
    if (cause === 'fragment' && readingNow(page).step !== index) bringIntoView(passages[index])
  }
  store.watchStep(restore)
  if (document.readyState !== 'complete') addEventListener('load', restore, { once: true })

  return function choose(index, cause) {
    store.goTo(index, cause)
    // Instantly, so no step in between becomes active; after the views have changed, so the page is laid out once.
    queueMicrotask(() => bringIntoView(passages[index]))
  }
}

/**
 * Tells whether a scroll follows a change of focus: the browser scrolls what is focused into view, which is no reading. It
 * does so by the next frame, whose reading comes before the second callback.
 */
function watchFocus(): () => boolean {
  let frames = 0
  function count() {
    frames -= 1
    if (frames > 0) requestAnimationFrame(count)
  }
  addEventListener('focusin', ({ target }) => {
    // What is clicked is in view already.
    if (!(target instanceof Element && target.matches(':focus-visible'))) return
    if (frames === 0) requestAnimationFrame(count)
    frames = 2
  })
  return () => frames > 0
}

/** The passages, and how much of the window the pinned map and timeline cover above and below them. */
function pageOf(article: HTMLElement, sections: HTMLElement[]): Page {
  return {
    sections,
    covered() {
      const style = article.parentElement && getComputedStyle(article.parentElement)
      const pixels = (name: string) => Number.parseFloat(style?.getPropertyValue(name) ?? '') || 0
      return { top: pixels('scroll-padding-top'), bottom: pixels('scroll-padding-bottom') }
    },
  }
}
