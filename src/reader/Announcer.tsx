import { memo } from 'react'
import type { Language } from '../language/index.ts'
import type { Story } from '../story/story.ts'
import styles from './Announcer.module.css'
import type { ActiveStep } from './useActiveStep.ts'

interface AnnouncerProps {
  story: Story
  language: Language
  active: ActiveStep
  /** Something else that was done, until the next step */
  said: string
}

/** Tells screen readers of a step change, once, in a sentence. */
export const Announcer = memo(function Announcer({ story, language, active, said }: AnnouncerProps) {
  const step = story.steps[active.index]
  return (
    <p className={styles.announcer} role="status" aria-live="polite">
      {said ||
        (step && active.cause !== 'start'
          ? language.announce(active.index + 1, story.steps.length, step.heading, step.date.label)
          : '')}
    </p>
  )
})
