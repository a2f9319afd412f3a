import { type KeyboardEvent, type MouseEvent, memo, useCallback, useEffect, useRef } from 'react'
import type { Language } from '../language/language.ts'
import { say } from '../language/say.ts'
import { headingOf } from '../store/announcement.ts'
import type { GoTo } from '../store/store.ts'
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
  range: Window
  goTo: GoTo
  /** Called for a click on any of the links */
  onLinkClick: (event: MouseEvent) => void
}

/**
 * The row of beads: links to their passages, which work before and without the script, with one tab stop. Visually one
 * row under the names of the phases; for screen readers each phase is a list.
 */
export function Beads({ story, language, active, range: { from, to }, goTo, onLinkClick }: BeadsProps) {
  const { steps, phases } = story
  const list = useRef<HTMLOListElement>(null)
  const focusPending = useRef(false)
  const hydrated = useHydrated()

  function onKeyDown(event: KeyboardEvent) {
    const index = stepOfKey(event, active, steps.length - 1)
    if (index === undefined) return
    const link = linkIn(list.current, index - from)
    if (link) link.focus({ preventScroll: true })
    else focusPending.current = true
    goTo(index, 'click')
  }

  /** When a focused bead leaves the row, the focus moves to the active bead. */
  const trackRemoval = useCallback((link: HTMLAnchorElement) => {
    return () => {
      if (link === document.activeElement) focusPending.current = true
    }
  }, [])

  useEffect(
    function focusActiveBead() {
      if (!focusPending.current) return
      focusPending.current = false
      linkIn(list.current, active - from)?.focus({ preventScroll: true })
    },
    [active, from],
  )

  const placeOf = (index: number) => (index - from) / Math.max(1, to - from - 1)
  /** Whether the label of the active bead, which is aligned by its place, may cover the date of the bead at `slot`. */
  function covers(slot: number): boolean {
    const step = steps[active]
    if (!step) return false
    const beads = ((headingOf(step).length + step.date.short.length) * LETTER) / LEAST_BEAD + 1
    const distance = slot - (active - from)
    return distance !== 0 && distance > -beads * placeOf(active) - 1 && distance < beads * (1 - placeOf(active)) + 1
  }

  const beadsOf = (run: Window) =>
    steps
      .slice(run.from, run.to)
      .map((step) => (
        <Bead
          key={step.id}
          step={step}
          language={language}
          total={to - from < steps.length ? steps.length : undefined}
          place={step.index === active ? placeOf(active) : undefined}
          active={step.index === active}
          isCovered={hydrated && to - from === steps.length && covers(step.index - from)}
          hydrated={hydrated}
          trackRemoval={trackRemoval}
        />
      ))

  return (
    <ol ref={list} className={styles.beads} onKeyDown={onKeyDown} onClick={onLinkClick}>
      {runsOf(phases, { from, to }).map(({ phase, ...run }) =>
        phase ? (
          <li
            key={phase.first}
            className={styles.phase}
            data-active={(run.from <= active && active < run.to) || undefined}
          >
            <span className={styles.visuallyHidden} aria-hidden="true">
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

declare module 'react' {
  interface CSSProperties {
    /** Place of the active bead in the row, 0 to 1, by which its label is aligned */
    '--place'?: number
  }
}

/** Mean width of a letter, and the least width of a bead whose date is shown (Beads.module.css), pixels. */
const [LETTER, LEAST_BEAD] = [6.5, 52]

/** Maximum length of a date that is shown under every bead, characters. */
const BRIEF = 7

interface BeadProps {
  step: Step
  language: Language
  /** Number of all steps, when only part of them are in the row */
  total: number | undefined
  /** Place of the active bead in the row, from 0 for the first to 1 for the last */
  place: number | undefined
  active: boolean
  /** True where the label of the active bead may be */
  isCovered: boolean
  hydrated: boolean
  trackRemoval: (link: HTMLAnchorElement) => () => void
}

/** A bead. CSS styles past beads from the position of the active one, so a step change renders only those near it. */
const Bead = memo(function Bead({
  step,
  language,
  total,
  place,
  active,
  isCovered,
  hydrated,
  trackRemoval,
}: BeadProps) {
  return (
    <li data-active={active || undefined} aria-setsize={total} aria-posinset={total && step.index + 1}>
      <a
        ref={trackRemoval}
        href={`#${step.id}`}
        className={styles.bead}
        aria-current={active ? 'step' : undefined}
        tabIndex={hydrated && !active ? -1 : undefined}
      >
        <span className={styles.visuallyHidden}>
          {say(language.bead, { date: step.date.label, heading: headingOf(step) })}
        </span>
        <span
          className={styles.date}
          data-label={step.date.label}
          data-short={step.date.short}
          data-brief={isCovered || step.date.short.length > BRIEF ? undefined : ''}
          data-heading={hydrated && active ? headingOf(step) : undefined}
          style={hydrated && place !== undefined ? { '--place': place } : undefined}
          aria-hidden="true"
        />
      </a>
    </li>
  )
})

function linkIn(list: HTMLOListElement | null, slot: number): HTMLAnchorElement | null | undefined {
  return list?.querySelectorAll('a')[slot]
}
