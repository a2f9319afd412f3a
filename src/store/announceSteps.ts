import type { Story } from '../story/story.ts'
import { announcement } from './announcement.ts'
import type { Store } from './store.ts'

/** Delay before announcing a step reached by scrolling, ms. */
const SCROLL_DELAY = 500

/**
 * Announces each new step to screen readers in one sentence, in the live region `element`. Steps scrolled past are not
 * announced. Returns a function that announces another message, until the next step.
 */
export function announceSteps({ steps, words }: Story, store: Store, element: HTMLElement): (text: string) => void {
  let timer = 0

  function announce(text: string) {
    clearTimeout(timer)
    if (!text && !element.textContent) return
    // A new element for each message: screen readers do not repeat unchanged text.
    const message = document.createElement('span')
    message.textContent = text
    element.replaceChildren(message)
  }

  store.watchStep(({ index, cause }) => {
    const step = cause === 'start' ? undefined : steps[index]
    const text = step ? announcement(words, step, steps.length) : ''
    if (cause !== 'scroll') return announce(text)
    clearTimeout(timer)
    // A focused slider already announces its value.
    if (document.activeElement?.role !== 'slider') timer = window.setTimeout(announce, SCROLL_DELAY, text)
  })
  return announce
}
