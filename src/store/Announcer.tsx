import { memo, useEffect, useState } from 'react'
import type { Language } from '../language/language.ts'
import type { Story } from '../story/story.ts'
import styles from './Announcer.module.css'
import { announcement } from './announcement.ts'
import type { ActiveStep } from './useActiveStep.ts'
import type { Said } from './useReader.ts'

interface AnnouncerProps {
  story: Story
  language: Language
  active: ActiveStep
  /** Something else that was done, until the next step */
  said: Said
}

/** So long after the last step by scrolling the reader is taken to rest there, ms. */
const REST = 500

/** Tells screen readers of a step change, once, in a sentence; of steps that only pass by it says nothing. */
export const Announcer = memo(function Announcer({ story, language, active, said }: AnnouncerProps) {
  const [spoken, speak] = useState('')

  useEffect(
    function announce() {
      const step = active.cause === 'start' ? undefined : story.steps[active.index]
      const text = step ? announcement(language, step, story.steps.length) : ''
      if (active.cause !== 'scroll') return speak(text)
      // A slider in the reader's hand says its value itself.
      if (document.activeElement?.role === 'slider') return
      const timer = setTimeout(() => speak(text), REST)
      return () => clearTimeout(timer)
    },
    [story, language, active],
  )

  useEffect(
    function forgetStep() {
      // Once it has been talked over, it is not said again.
      if (said.text) speak('')
    },
    [said],
  )

  return (
    <p className={styles.announcer} role="status" aria-live="polite">
      {/* A new element each time: a text that stays as it is would be heard once. */}
      <span key={said.times}>{said.text || spoken}</span>
    </p>
  )
})
