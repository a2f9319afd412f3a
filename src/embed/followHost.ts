import { passagesIn, topsOf } from '../store/passages.ts'
import { readingAt } from '../store/reading.ts'
import type { GoTo, Store } from '../store/store.ts'
import { applyTheme } from '../store/theme.ts'
import type { Story } from '../story/story.ts'
import { connectHost, type Host } from './host.ts'

/**
 * How passages are shown. `read`: all in a scrolling box, as served. `click`: only the active one. `scroll`: all,
 * scrolled by the host page; needs our loader, so this mode starts with its first message.
 */
type Mode = 'read' | 'click' | 'scroll'

interface EmbeddedPage {
  story: Story
  store: Store
  /** The element whose height the host is told and whose `data-mode` is the mode */
  stage: HTMLElement
  /** The box with the passages */
  box: HTMLElement
}

interface Followed {
  host: Host
  /** `goTo` for the views, which also makes the host scroll */
  choose: GoTo
  /** Whether the box shows one passage at a time */
  isOnePassage: () => boolean
}

/**
 * Makes the host the source of movement: it chooses the mode and steps, and in scroll mode scrolls the passages. Reports
 * the active step to it.
 */
export function followHost({ story, store, stage, box }: EmbeddedPage): Followed {
  const { steps, slug } = story
  const skip = document.getElementById('_skip')
  let mode: Mode = 'read'
  /** Progress of the host through the embed, 0 to 1 */
  let hostProgress = 0
  /** The position in the text: `part` of passage `index` scrolled past, which survives a resize */
  let position = { index: 0, part: 0 }
  let sentIndex = store.getState().active.index

  function setMode(next: Mode) {
    mode = next
    stage.dataset['mode'] = mode
    if (skip) skip.hidden = mode !== 'scroll'
    if (mode === 'scroll') scrollPassages(hostProgress)
  }

  /** Scrolls the passages to `fraction` of their length, 0 to 1, and activates the step there. */
  function scrollPassages(fraction: number) {
    if (mode !== 'scroll') return
    box.scrollTop = fraction * (box.scrollHeight - box.clientHeight)
    const tops = topsIn(box)
    const reading = readingAt(tops, { top: box.scrollTop, bottom: box.scrollTop + box.clientHeight })
    const [from = 0, to = box.scrollHeight] = tops.slice(reading.step)
    position = { index: reading.step, part: (box.scrollTop - from) / Math.max(1, to - from) }
    const { cause } = store.getState().active
    // Before the reader reaches the box, the map shows the whole route or the step in the address.
    store.read(reading, fraction > 0 || (cause !== 'start' && cause !== 'fragment'))
  }

  /** Restores the position in the text after a change of layout, and reports its progress to the host. */
  function restorePosition() {
    // The print layout is different, and the host pauses.
    if (mode !== 'scroll' || matchMedia('print').matches) return
    const { index, cause } = store.getState().active
    if (cause === 'start') return host.send({ type: 'place' })
    hostProgress = progressAt(box, index, position.index === index ? position.part : 0)
    scrollPassages(hostProgress)
    host.send({ type: 'place', progress: hostProgress })
  }

  setMode('click')
  document.documentElement.classList.toggle('framed', parent !== window)
  skip?.addEventListener('click', () => host.send({ type: 'leave' }))
  const host = connectHost(stage, slug, (message) => {
    switch (message.type) {
      case 'mode':
        setMode(message.mode)
        return restorePosition()
      case 'theme':
        return applyTheme(message.theme)
      case 'step': {
        const index = steps.findIndex(({ id }) => id === message.id)
        if (index >= 0) store.goTo(index, 'click')
        position = { index, part: 0 }
        return restorePosition()
      }
      case 'scroll':
        hostProgress = message.progress
        if (mode !== 'scroll') setMode('scroll')
        return scrollPassages(message.progress)
    }
  })
  host.send({ type: 'ready', steps: steps.length })
  addEventListener('resize', restorePosition)
  store.watchStep(function reportStep({ index, cause }) {
    const changed = sentIndex !== index
    sentIndex = index
    const step = steps[index]
    if (!step || cause === 'start') return
    if (changed || cause !== 'scroll') host.send({ type: 'step', id: step.id, index })
  })

  return {
    host,
    isOnePassage: () => mode === 'click',
    choose(index, cause) {
      store.goTo(index, cause)
      if (mode === 'scroll') host.send({ type: 'seek', progress: progressAt(box, index) })
    },
  }
}

/** Tops of the passages, pixels from the top of the scrolled content. */
function topsIn(box: HTMLElement): number[] {
  const top = box.getBoundingClientRect().top - box.scrollTop
  const article = box.querySelector('article')
  return article ? topsOf(passagesIn(article)).map((passage) => passage - top) : []
}

/**
 * Progress of the host page, 0 to 1, at which `part` of passage `index` is scrolled past. If another passage would be
 * active there, the start of passage `index`.
 */
function progressAt(box: HTMLElement, index: number, part = 0): number {
  const { scrollHeight, clientHeight } = box
  const tops = topsIn(box)
  const [from = 0, to = scrollHeight] = tops.slice(index)
  const top = from + part * (to - from)
  const isActive = readingAt(tops, { top, bottom: top + clientHeight }).step === index
  return Math.min(1, Math.max(0, (isActive ? top : from) / Math.max(1, scrollHeight - clientHeight)))
}
