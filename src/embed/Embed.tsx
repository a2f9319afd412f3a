import { type MouseEvent, useCallback, useEffect, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { isModified } from '../store/browser.ts'
import { canonicalAddress } from '../store/canonical.ts'
import { passagesIn, topsOf } from '../store/passages.ts'
import { readingAt } from '../store/reading.ts'
import { StaticHtml } from '../store/StaticHtml.tsx'
import { applyTheme } from '../store/theme.ts'
import type { GoTo } from '../store/useActiveStep.ts'
import { useIsomorphicLayoutEffect } from '../store/useIsomorphicLayoutEffect.ts'
import { useReader } from '../store/useReader.ts'
import { type LayoutProps, useViews } from '../views.tsx'
import { Address } from './Address.tsx'
import styles from './Embed.module.css'
import { connectHost, type Host } from './host.ts'
import { Scroller } from './Scroller.tsx'

/**
 * How the passages are shown. `read`: all of them in a box to scroll, as served. `click`: the active one. `scroll`: all
 * pass by as the host page scrolls; only a host with our loader can do that, so it begins with the loader's first word.
 */
type Mode = 'read' | 'click' | 'scroll'

interface EmbedProps extends LayoutProps {
  /** Address of the full explainer, from the page in the frame */
  full: string
}

/** The explainer inside another page: the same three views on the same step, in a stage of fixed height. */
export function Embed({ story, parts, fallbacks, full, RouteMap, loadMapGestures }: EmbedProps) {
  const language = story.words
  const reader = useReader(story, { history: 'replace' })
  const { active, goTo, activeRef, progress, announce } = reader
  const [mode, setMode] = useState<Mode>('read')
  /** The mode the passages are laid out in: what has been asked for may not be there yet */
  const laidOut = useRef<Mode>('read')
  const stage = useRef<HTMLDivElement>(null)
  const passages = useRef<HTMLElement>(null)
  const [blocked, setBlocked] = useState<{ address: string; reason: string }>()
  const host = useRef<Host>(undefined)
  const told = useRef(active.index)
  const come = useRef(0)
  /** How much of the active passage has gone by, as a part of its height: it survives a resize, pixels do not */
  const gone = useRef({ index: 0, part: 0 })
  const step = story.steps[active.index]
  const framed = mode !== 'read' && parent !== window
  const fragment = active.cause === 'start' ? '' : `#${step?.id}`

  /** Shows what the reader has come to: `part` of the way through all passages, 0 to 1. */
  const pass = useCallback(
    function pass(part: number) {
      const box = passages.current
      if (!box || laidOut.current !== 'scroll') return
      box.scrollTop = part * (box.scrollHeight - box.clientHeight)
      const tops = topsIn(box)
      const reading = readingAt(tops, { top: box.scrollTop, bottom: box.scrollTop + box.clientHeight })
      const [from = 0, to = box.scrollHeight] = tops.slice(reading.step)
      gone.current = { index: reading.step, part: (box.scrollTop - from) / Math.max(1, to - from) }
      progress.set(reading.step + reading.progress)
      const { index, cause } = activeRef.current
      // Before the reader has come to the box, the map shows the whole route, or the step that was asked for.
      if (part === 0 && (cause === 'start' || cause === 'fragment')) return
      if (reading.step !== index || cause === 'start') goTo(reading.step, 'scroll')
    },
    [goTo, activeRef, progress],
  )

  /** Keeps the place in the text where it was, and tells the host where that is now. */
  const keepPlace = useCallback(
    function keepPlace() {
      const box = passages.current
      // On paper the text is laid out in another way, and its host waits.
      if (laidOut.current !== 'scroll' || !box || matchMedia('print').matches) return
      const { index, cause } = activeRef.current
      if (cause === 'start') return host.current?.tell({ type: 'place' })
      const progress = progressAt(box, index, gone.current.index === index ? gone.current.part : 0)
      come.current = progress
      pass(progress)
      host.current?.tell({ type: 'place', progress })
    },
    [activeRef, pass],
  )

  useEffect(
    function meetHost() {
      if (!stage.current) return
      /** At once, for what the host says next is meant for it. */
      const show = (mode: Mode) => flushSync(() => setMode(mode))
      setMode('click')
      const met = connectHost({ stage: stage.current, slug: story.slug }, (message) => {
        switch (message.type) {
          case 'mode':
            show(message.mode)
            return keepPlace()
          case 'theme':
            return applyTheme(message.theme)
          case 'step': {
            const index = story.steps.findIndex(({ id }) => id === message.id)
            if (index >= 0) flushSync(() => goTo(index, 'click'))
            gone.current = { index, part: 0 }
            return keepPlace()
          }
          case 'scroll':
            come.current = message.progress
            if (laidOut.current !== 'scroll') show('scroll')
            return pass(message.progress)
        }
      })
      host.current = met
      met.tell({ type: 'ready', steps: story.steps.length })
      addEventListener('resize', keepPlace)
      return () => {
        removeEventListener('resize', keepPlace)
        met.leave()
      }
    },
    [story, goTo, pass, keepPlace],
  )

  useIsomorphicLayoutEffect(
    function layOutPassages() {
      laidOut.current = mode
      if (mode === 'scroll') pass(come.current)
    },
    [mode, pass],
  )

  useEffect(
    function tellHost() {
      const changed = told.current !== active.index
      told.current = active.index
      if (!step || active.cause === 'start') return
      if (changed || active.cause !== 'scroll') host.current?.tell({ type: 'step', id: step.id, index: step.index })
    },
    [active, step],
  )

  const choose = useCallback<GoTo>(
    (index, cause) => {
      goTo(index, cause)
      const box = passages.current
      if (laidOut.current !== 'scroll' || !box) return
      host.current?.tell({ type: 'seek', progress: progressAt(box, index) })
    },
    [goTo],
  )

  const views = useViews({
    story,
    parts,
    reader,
    goTo: choose,
    onCopy: (copied, address) =>
      copied ? announce(language.linkCopied) : setBlocked({ address, reason: language.notCopiedHere }),
    RouteMap,
    loadMapGestures,
    fallbacks,
  })

  function openFull(event: MouseEvent<HTMLAnchorElement>) {
    if (isModified(event) || event.shiftKey) return
    if (host.current?.open(event.currentTarget.href)) event.preventDefault()
  }

  /**
   * A link that is to be copied leads to the public address, wherever this frame has come from. In a sandbox links may be
   * dead: then the host is asked, or their address is shown.
   */
  function follow(event: MouseEvent) {
    const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('a[target]') : null
    const copies = link?.dataset['copy'] !== undefined
    if (link && copies) link.href = canonicalAddress(story) + link.hash
    views.onTextClick(event)
    if (event.defaultPrevented || window.origin !== 'null' || !link) return
    event.preventDefault()
    if (copies || !(host.current?.open(link.href) || opened(link.href)))
      setBlocked({ address: link.href, reason: copies ? language.notCopiedHere : language.addressToCopy })
  }

  return (
    <main className={styles.embed}>
      {/* biome-ignore lint/a11y: what is pressed is a link in it */}
      <div className={styles.stage} data-mode={mode} data-framed={framed || undefined} ref={stage} onClick={follow}>
        {mode === 'scroll' && (
          <button type="button" className={styles.goOn} onClick={() => host.current?.tell({ type: 'leave' })}>
            {language.goOn} ↓
          </button>
        )}
        <header className={styles.header}>
          <StaticHtml content={parts.masthead} part="masthead" />
        </header>
        {views.map}
        {views.timeline}
        <Scroller
          box={passages}
          name={language.text}
          more={language.more}
          turns={mode === 'click'}
          shows={active.index}
        >
          {views.text}
        </Scroller>
        <footer className={styles.footer}>
          <a
            href={full + fragment}
            data-address={framed ? canonicalAddress(story) + fragment : undefined}
            target="_blank"
            rel="noopener"
            onClick={openFull}
          >
            {language.readFull}
          </a>
          <StaticHtml content={parts.end} part="end" />
        </footer>
        {views.card}
        {blocked && <Address {...blocked} language={language} onClose={() => setBlocked(undefined)} />}
        {views.announcer}
      </div>
    </main>
  )
}

/** Opens a window of its own, if the sandbox of the frame lets it; the new page does not know who opened it. */
function opened(address: string): boolean {
  const page = open(address)
  if (page) page.opener = null
  return page !== null
}

/** Where each passage begins in the box, pixels from the top of what scrolls. */
function topsIn(box: HTMLElement): number[] {
  const top = box.getBoundingClientRect().top - box.scrollTop
  const article = box.querySelector('article')
  return article ? topsOf(passagesIn(article)).map((passage) => passage - top) : []
}

/**
 * How far the host's page has to be scrolled, 0 to 1, for the box to stand at the passage `index`, or at a place in it:
 * `part` of its height has gone by. Where another passage would be read there, at its beginning.
 */
function progressAt(box: HTMLElement, index: number, part = 0): number {
  const { scrollHeight, clientHeight } = box
  const tops = topsIn(box)
  const [from = 0, to = scrollHeight] = tops.slice(index)
  const top = from + part * (to - from)
  const isRead = readingAt(tops, { top, bottom: top + clientHeight }).step === index
  return Math.min(1, Math.max(0, (isRead ? top : from) / Math.max(1, scrollHeight - clientHeight)))
}
