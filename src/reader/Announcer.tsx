import type { Language } from '../language/index.ts'
import type { Story } from '../story/story.ts'
import styles from './Announcer.module.css'
import type { ActiveStep } from './useActiveStep.ts'

/** Tells screen readers of a step change, once, in a sentence. */
export function Announcer({ story, language, active }: { story: Story; language: Language; active: ActiveStep }) {
  const step = story.steps[active.index]
  return (
    <p className={styles.announcer} role="status" aria-live="polite">
      {step && active.cause !== 'start'
        ? language.announce(active.index + 1, story.steps.length, step.heading, step.date.label)
        : ''}
    </p>
  )
}
