import { isModified } from '../store/browser.ts'
import { passagesIn } from '../store/passages.ts'
import type { Store } from '../store/store.ts'

/**
 * Escape moves the focus from the text to the active step of the timeline, and back to where it was. Back and Forward,
 * after which browsers drop the focus, return it to where it was at that step.
 */
export function followFocus(store: Store, article: HTMLElement) {
  const timeline = document.getElementById('_timeline')
  const passages = passagesIn(article)
  /** What had the focus last when a step was left, by index */
  const left = new Map<number, HTMLElement>()
  let index = 0
  let focused: HTMLElement | undefined
  let inText: HTMLElement | undefined

  function focusTimeline() {
    timeline?.querySelector<HTMLElement>('[aria-current="step"]')?.focus({ preventScroll: true })
  }

  function focusText() {
    const passage = passages[index]
    if (!passage) return
    if (inText && passage.contains(inText)) return inText.focus({ preventScroll: true })
    passage.tabIndex = -1
    passage.focus({ preventScroll: true })
  }

  function restore(before: HTMLElement) {
    const now = document.activeElement
    // Unless the browser has kept it, as it does on a bead.
    if (now !== document.body && !timeline?.contains(now)) return
    if (timeline?.contains(before)) focusTimeline()
    else before.focus({ preventScroll: true })
  }

  addEventListener('focusin', ({ target }) => {
    if (!(target instanceof HTMLElement)) return
    focused = target
    if (article.contains(target)) inText = target
  })
  addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || event.defaultPrevented || isModified(event) || !(event.target instanceof Node)) return
    if (timeline?.contains(event.target)) focusText()
    else if (article.contains(event.target)) focusTimeline()
  })
  store.watchStep((active) => {
    if (focused) left.set(index, focused)
    index = active.index
    if (active.cause !== 'fragment') return
    const before = left.get(index)
    // In the frame after, when React has marked the active step and the browser has dropped the focus.
    requestAnimationFrame(() => requestAnimationFrame(() => before && restore(before)))
  })
}
