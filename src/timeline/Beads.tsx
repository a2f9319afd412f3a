import { type KeyboardEvent, type MouseEvent, memo, useCallback, useEffect, useRef } from 'react'
import type { Language } from '../language/language.ts'
import { nameOf } from '../store/announcement.ts'
import type { GoTo } from '../store/store.ts'
import { useHydrated } from '../store/useHydrated.ts'
import { percent } from '../story/rounding.ts'
import type { Step, Story } from '../story/story.ts'
import { placeOf } from '../story/strip.ts'
import styles from './Beads.module.css'
import { stepOfKey } from './keys.ts'
import { runsOf, type Window } from './window.ts'

interface BeadsProps {
  story: Story
  /** Index of the active step */
  active: number
  /** The steps that have a bead */
  range: Window
  goTo: GoTo
  /** Called for a click on any of the links */
  onLinkClick: (event: MouseEvent) => void
}

/**
 * The beads: links to their passages, which work before and without the script, with one tab stop. An even row, or on a
 * wide timeline at true scale, where empty SVGs set their positions, since the content security policy forbids style
 * attributes. For screen readers each phase is a list.
 */
export function Beads({ story, active, range: { from, to }, goTo, onLinkClick }: BeadsProps) {
  const { steps, phases, axis, words: language } = story
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

  const beadsOf = (run: Window) =>
    steps
      .slice(run.from, run.to)
      .map((step) => (
        <Bead
          key={step.id}
          step={step}
          language={language}
          total={to - from < steps.length ? steps.length : undefined}
          at={axis?.levels ? placeOf(step, axis.lens) : undefined}
          active={step.index === active}
          hydrated={hydrated}
          trackRemoval={trackRemoval}
        />
      ))

  return (
    // Where phases are lists, a list of lists would only be more to hear.
    <ol
      ref={list}
      className={styles.beads}
      role={phases.length > 0 ? 'presentation' : undefined}
      onKeyDown={onKeyDown}
      onClick={onLinkClick}
    >
      {runsOf(phases, { from, to }).map(({ phase, ...run }) =>
        phase ? (
          <li
            key={phase.first}
            className={styles.phase}
            role="presentation"
            data-active={(run.from <= active && active < run.to) || undefined}
          >
            <span className="visually-hidden" aria-hidden="true">
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
  /** Number of all steps, when only part of them are in the row */
  total: number | undefined
  /** Position on the wide timeline, 0 to 1 */
  at: number | undefined
  active: boolean
  hydrated: boolean
  trackRemoval: (link: HTMLAnchorElement) => () => void
}

/** A bead. CSS styles past beads from the position of the active one, so a step change renders only those near it. */
const Bead = memo(function Bead({ step, language, total, at, active, hydrated, trackRemoval }: BeadProps) {
  const name = nameOf(step, language)
  return (
    <li
      data-active={active || undefined}
      data-level={step.level}
      aria-setsize={total}
      aria-posinset={total && step.index + 1}
    >
      {at !== undefined && <svg width={percent(at)} aria-hidden="true" />}
      {/* biome-ignore lint/a11y/useAnchorContent: the name is heard once; the text is for pages without style */}
      <a
        ref={trackRemoval}
        href={`#${step.id}`}
        className={step.uncertain ? `${styles.bead} ${styles.uncertain}` : styles.bead}
        aria-label={name}
        aria-current={active ? 'step' : undefined}
        tabIndex={hydrated && !active ? -1 : undefined}
      >
        <span className="visually-hidden" aria-hidden="true">
          {name}
        </span>
        <span
          className={step.dated ? `${styles.date} ${styles[step.dated]}` : styles.date}
          data-label={step.date ?? step.short}
          data-short={step.short}
          aria-hidden="true"
        />
      </a>
    </li>
  )
})

function linkIn(list: HTMLOListElement | null, slot: number): HTMLAnchorElement | null | undefined {
  return list?.querySelectorAll('a')[slot]
}
