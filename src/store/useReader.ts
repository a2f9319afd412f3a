import { type RefObject, useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { Story } from '../story/story.ts'
import { markActive } from './passages.ts'
import { createProgress, type Progress } from './progress.ts'
import { type ActiveStep, type GoTo, useActiveStep } from './useActiveStep.ts'
import { useIsomorphicLayoutEffect } from './useIsomorphicLayoutEffect.ts'

/** What every layout of the explainer knows of its reader. */
export interface Reader {
  active: ActiveStep
  goTo: GoTo
  /** The active step as it stands in the page: for listeners, which come between two renders */
  seen: RefObject<ActiveStep>
  /** How far the next passage has come */
  progress: Progress
  /** For the layout to give to its article, in which the active passage is marked */
  article: RefObject<HTMLElement | null>
  /** Something done that is to be said, until the next step */
  said: Said
  say: (text: string) => void
}

/** `times` tells one saying from the next: the same words may be said twice. */
export interface Said {
  text: string
  times: number
}

/**
 * The reader of `story`: one active step, kept in the address, in the title and in the article. Who moves it (a window, a
 * box, a host) is the layout's business.
 */
export function useReader(story: Story, history?: { history: 'push' | 'replace' }): Reader {
  const [active, goTo] = useActiveStep(story.steps, history)
  const progress = useMemo(createProgress, [])
  const seen = useRef(active)
  const article = useRef<HTMLElement>(null)
  const [said, setSaid] = useState<Said>({ text: '', times: 0 })
  const say = useCallback((text: string) => {
    setSaid((last) => (text || last.text ? { text, times: last.times + (text ? 1 : 0) } : last))
  }, [])

  useIsomorphicLayoutEffect(
    function markPassage() {
      seen.current = active
      if (article.current) markActive(article.current, active.index)
    },
    [active],
  )

  useEffect(
    function tellActiveStep() {
      say('')
      const step = active.cause === 'start' ? undefined : story.steps[active.index]
      document.title = step ? `${step.heading} · ${story.headline}` : story.headline
    },
    [active, story, say],
  )

  return { active, goTo, seen, progress, article, said, say }
}
