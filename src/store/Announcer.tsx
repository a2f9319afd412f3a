import { memo, useEffect, useState } from 'react'
import type { Language } from '../language/language.ts'
import type { Story } from '../story/story.ts'
import styles from './Announcer.module.css'
import { announcement } from './announcement.ts'
import type { ActiveStep } from './useActiveStep.ts'
import type { StatusMessage } from './useReader.ts'

interface AnnouncerProps {
  story: Story
  language: Language
  active: ActiveStep
  /** Feedback on another action, until the next step */
  message: StatusMessage
}

/** Delay before announcing a step reached by scrolling, ms. */
const SCROLL_DELAY = 500

/** Announces each new step to screen readers in one sentence. Steps scrolled past are not announced. */
export const Announcer = memo(function Announcer({ story, language, active, message }: AnnouncerProps) {
  const [stepText, setStepText] = useState('')

  useEffect(
    function announce() {
      const step = active.cause === 'start' ? undefined : story.steps[active.index]
      const text = step ? announcement(language, step, story.steps.length) : ''
      if (active.cause !== 'scroll') return setStepText(text)
      // A focused slider already announces its value.
      if (document.activeElement?.role === 'slider') return
      const timer = setTimeout(() => setStepText(text), SCROLL_DELAY)
      return () => clearTimeout(timer)
    },
    [story, language, active],
  )

  useEffect(
    function forgetStep() {
      // Otherwise the step would be announced again when the message is cleared.
      if (message.text) setStepText('')
    },
    [message],
  )

  return (
    <p className={styles.announcer} role="status" aria-live="polite">
      {/* A new element for each message: screen readers do not repeat unchanged text. */}
      <span key={message.count}>{message.text || stepText}</span>
    </p>
  )
})
