import { type RefObject, useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { Story } from '../story/story.ts'
import { markActive } from './passages.ts'
import { createProgress, type Progress } from './progress.ts'
import { type ActiveStep, type GoTo, useActiveStep } from './useActiveStep.ts'
import { useIsomorphicLayoutEffect } from './useIsomorphicLayoutEffect.ts'

/** The state of the reader, shared by every layout. */
export interface Reader {
  active: ActiveStep
  goTo: GoTo
  /** The active step as last committed, for listeners that run between renders */
  activeRef: RefObject<ActiveStep>
  progress: Progress
  /** Ref for the article, in which the active passage is marked */
  article: RefObject<HTMLElement | null>
  /** Feedback for screen readers, until the next step */
  message: StatusMessage
  announce: (text: string) => void
}

/** `count` distinguishes two messages with the same text. */
export interface StatusMessage {
  text: string
  count: number
}

/**
 * The active step of `story`, synchronised with the address, the title and the article. The layout decides what moves
 * it: the window, a scroll container or the host.
 */
export function useReader(story: Story, history?: { history: 'push' | 'replace' }): Reader {
  const [active, goTo] = useActiveStep(story.steps, history)
  const progress = useMemo(createProgress, [])
  const activeRef = useRef(active)
  const article = useRef<HTMLElement>(null)
  const [message, setMessage] = useState<StatusMessage>({ text: '', count: 0 })
  const announce = useCallback((text: string) => {
    setMessage((last) => (text || last.text ? { text, count: last.count + (text ? 1 : 0) } : last))
  }, [])

  useIsomorphicLayoutEffect(
    function markPassage() {
      activeRef.current = active
      if (article.current) markActive(article.current, active.index)
    },
    [active],
  )

  useEffect(
    function updateTitle() {
      announce('')
      const step = active.cause === 'start' ? undefined : story.steps[active.index]
      document.title = step ? `${step.heading} · ${story.headline}` : story.headline
    },
    [active, story, announce],
  )

  return { active, goTo, activeRef, progress, article, message, announce }
}
