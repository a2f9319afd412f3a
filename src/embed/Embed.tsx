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
 * How passages are shown. `read`: all in a scrolling box, as served. `click`: only the active one. `scroll`: all,
 * scrolled by the host page; needs our loader, so this mode starts with its first message.
 */
type Mode = 'read' | 'click' | 'scroll'

interface EmbedProps extends LayoutProps {
  /** Path from this page to the full explainer */
  full: string
}

/** The explainer inside another page: the same three views and step, in a stage of fixed height. */
export function Embed({ story, parts, fallbacks, full, RouteMap, loadMapGestures }: EmbedProps) {
  const language = story.words
  const reader = useReader(story, { history: 'replace' })
  const { active, goTo, activeRef, progress, announce } = reader
  const [mode, setMode] = useState<Mode>('read')
  /** The mode in the DOM: `mode` may not be rendered yet */
  const renderedMode = useRef<Mode>('read')
  const stage = useRef<HTMLDivElement>(null)
  const passages = useRef<HTMLElement>(null)
  const [blocked, setBlocked] = useState<{ address: string; reason: string }>()
  const host = useRef<Host>(undefined)
  const sentIndex = useRef(active.index)
  const hostProgress = useRef(0)
  /**
   * Position in the text: `part` of passage `index` scrolled past, as a fraction of its height, which survives a resize
   */
  const position = useRef({ index: 0, part: 0 })
  const step = story.steps[active.index]
  const framed = mode !== 'read' && parent !== window
  const fragment = active.cause === 'start' ? '' : `#${step?.id}`

  /** Scrolls the passages to `fraction` of their length, 0 to 1, and activates the step there. */
  const scrollPassages = useCallback(
    function scrollPassages(fraction: number) {
      const box = passages.current
      if (!box || renderedMode.current !== 'scroll') return
      box.scrollTop = fraction * (box.scrollHeight - box.clientHeight)
      const tops = topsIn(box)
      const reading = readingAt(tops, { top: box.scrollTop, bottom: box.scrollTop + box.clientHeight })
      const [from = 0, to = box.scrollHeight] = tops.slice(reading.step)
      position.current = { index: reading.step, part: (box.scrollTop - from) / Math.max(1, to - from) }
      progress.set(reading.step + reading.progress)
      const { index, cause } = activeRef.current
      // Before the reader reaches the box, the map shows the whole route or the step in the address.
      if (fraction === 0 && (cause === 'start' || cause === 'fragment')) return
      if (reading.step !== index || cause === 'start') goTo(reading.step, 'scroll')
    },
    [goTo, activeRef, progress],
  )

  /** Restores the position in the text after a change of layout, and reports its progress to the host. */
  const restorePosition = useCallback(
    function restorePosition() {
      const box = passages.current
      // The print layout is different, and the host pauses.
      if (renderedMode.current !== 'scroll' || !box || matchMedia('print').matches) return
      const { index, cause } = activeRef.current
      if (cause === 'start') return host.current?.send({ type: 'place' })
      const progress = progressAt(box, index, position.current.index === index ? position.current.part : 0)
      hostProgress.current = progress
      scrollPassages(progress)
      host.current?.send({ type: 'place', progress })
    },
    [activeRef, scrollPassages],
  )

  useEffect(
    function connectToHost() {
      if (!stage.current) return
      /** Synchronous: the host's next message assumes the new mode. */
      const renderMode = (mode: Mode) => flushSync(() => setMode(mode))
      setMode('click')
      const connection = connectHost({ stage: stage.current, slug: story.slug }, (message) => {
        switch (message.type) {
          case 'mode':
            renderMode(message.mode)
            return restorePosition()
          case 'theme':
            return applyTheme(message.theme)
          case 'step': {
            const index = story.steps.findIndex(({ id }) => id === message.id)
            if (index >= 0) flushSync(() => goTo(index, 'click'))
            position.current = { index, part: 0 }
            return restorePosition()
          }
          case 'scroll':
            hostProgress.current = message.progress
            if (renderedMode.current !== 'scroll') renderMode('scroll')
            return scrollPassages(message.progress)
        }
      })
      host.current = connection
      connection.send({ type: 'ready', steps: story.steps.length })
      addEventListener('resize', restorePosition)
      return () => {
        removeEventListener('resize', restorePosition)
        connection.close()
      }
    },
    [story, goTo, scrollPassages, restorePosition],
  )

  useIsomorphicLayoutEffect(
    function syncMode() {
      renderedMode.current = mode
      if (mode === 'scroll') scrollPassages(hostProgress.current)
    },
    [mode, scrollPassages],
  )

  useEffect(
    function reportStep() {
      const changed = sentIndex.current !== active.index
      sentIndex.current = active.index
      if (!step || active.cause === 'start') return
      if (changed || active.cause !== 'scroll') host.current?.send({ type: 'step', id: step.id, index: step.index })
    },
    [active, step],
  )

  const choose = useCallback<GoTo>(
    (index, cause) => {
      goTo(index, cause)
      const box = passages.current
      if (renderedMode.current !== 'scroll' || !box) return
      host.current?.send({ type: 'seek', progress: progressAt(box, index) })
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
   * “Copy link” always copies the public address. In a sandbox links may not open: then the host is asked to open them,
   * or their address is shown.
   */
  function onLinkClick(event: MouseEvent) {
    const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('a[target]') : null
    const isCopy = link?.dataset['copy'] !== undefined
    if (link && isCopy) link.href = canonicalAddress(story) + link.hash
    views.onTextClick(event)
    if (event.defaultPrevented || window.origin !== 'null' || !link) return
    event.preventDefault()
    if (isCopy || !(host.current?.open(link.href) || openWindow(link.href)))
      setBlocked({ address: link.href, reason: isCopy ? language.notCopiedHere : language.addressToCopy })
  }

  return (
    <main className={styles.embed}>
      {/* biome-ignore lint/a11y: the click target is a link in it */}
      <div
        className={styles.stage}
        data-mode={mode}
        data-framed={framed || undefined}
        ref={stage}
        onClick={onLinkClick}
      >
        {mode === 'scroll' && (
          <button type="button" className={styles.goOn} onClick={() => host.current?.send({ type: 'leave' })}>
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
          onePassage={mode === 'click'}
          active={active.index}
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

/** Opens a new window without an opener; false if the sandbox forbids it. */
function openWindow(address: string): boolean {
  const opened = open(address)
  if (opened) opened.opener = null
  return opened !== null
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
