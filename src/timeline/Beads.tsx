import { type KeyboardEvent, type MouseEvent, memo, useCallback, useEffect, useRef } from 'react'
import type { Language } from '../language/language.ts'
import { say } from '../language/say.ts'
import { headingOf } from '../store/announcement.ts'
import type { GoTo } from '../store/useActiveStep.ts'
import { useHydrated } from '../store/useHydrated.ts'
import type { Step, Story } from '../story/story.ts'
import styles from './Beads.module.css'
import { stepOfKey } from './keys.ts'
import { runsOf, type Window } from './window.ts'

interface BeadsProps {
  story: Story
  language: Language
  /** Index of the active step */
  active: number
  /** The steps that have a bead */
  shown: Window
  goTo: GoTo
  /** Told of a click on any of the links */
  choose: (event: MouseEvent) => void
}

/**
 * The row of beads: links to their passages, so they work before and without the script; one stop for the Tab key. To
 * the eye it is one row, over which the phases have their names; to the ear every phase is a list of its own.
 */
export function Beads({ story, language, active, shown: { from, to }, goTo, choose }: BeadsProps) {
  const { steps, phases } = story
  const list = useRef<HTMLOListElement>(null)
  const focusDue = useRef(false)
  const hydrated = useHydrated()

  function walk(event: KeyboardEvent) {
    const index = stepOfKey(event, active, steps.length - 1)
    if (index === undefined) return
    const link = linkIn(list.current, index - from)
    if (link) link.focus({ preventScroll: true })
    else focusDue.current = true
    goTo(index, 'click')
  }

  /** A bead that leaves the row with the focus on it leaves the focus to the active one. */
  const leave = useCallback((link: HTMLAnchorElement) => {
    return () => {
      if (link === document.activeElement) focusDue.current = true
    }
  }, [])

  useEffect(
    function focusActiveBead() {
      if (!focusDue.current) return
      focusDue.current = false
      linkIn(list.current, active - from)?.focus({ preventScroll: true })
    },
    [active, from],
  )

  const beadsOf = (run: Window) =>
    steps
      .slice(run.from, run.to)
      .map((step) => (
        <Bead
          key={step.id}
          step={step}
          language={language}
          of={to - from < steps.length ? steps.length : undefined}
          active={step.index === active}
          hydrated={hydrated}
          leave={leave}
        />
      ))

  return (
    <ol ref={list} className={styles.beads} onKeyDown={walk} onClick={choose}>
      {runsOf(phases, { from, to }).map(({ phase, ...run }) =>
        phase ? (
          <li
            key={phase.first}
            className={styles.phase}
            data-active={(run.from <= active && active < run.to) || undefined}
          >
            <span className={styles.said} aria-hidden="true">
              {phase.label}
            </span>
            <ol start={run.from + 1} aria-label={phase.label}>
              {beadsOf(run)}
            </ol>
          </li>
        ) : (
          beadsOf(run)
        ),
      )}
    </ol>
  )
}

interface BeadProps {
  step: Step
  language: Language
  /** Number of all steps, when not all of them are in the row */
  of: number | undefined
  active: boolean
  hydrated: boolean
  leave: (link: HTMLAnchorElement) => () => void
}

/** A bead. Whether it is past it need not know: the style sheet tells by the active one, so a step change renders two. */
const Bead = memo(function Bead({ step, language, of, active, hydrated, leave }: BeadProps) {
  return (
    <li data-active={active || undefined} aria-setsize={of} aria-posinset={of && step.index + 1}>
      <a
        ref={leave}
        href={`#${step.id}`}
        className={styles.bead}
        aria-current={active ? 'step' : undefined}
        tabIndex={hydrated && !active ? -1 : undefined}
      >
        <span className={styles.said}>{say(language.bead, { date: step.date.label, heading: headingOf(step) })}</span>
        <span className={styles.date} data-label={step.date.label} data-short={step.date.short} aria-hidden="true" />
      </a>
    </li>
  )
})

function linkIn(list: HTMLOListElement | null, slot: number): HTMLAnchorElement | null | undefined {
  return list?.querySelectorAll('a')[slot]
}
