import { type KeyboardEvent, type MouseEvent, useRef } from 'react'
import { formatCount, say } from '../language/say.ts'
import { headingOf } from '../store/announcement.ts'
import { clickedStep, type GoTo } from '../store/store.ts'
import { useHydrated } from '../store/useHydrated.ts'
import type { Story } from '../story/story.ts'
import { Axis } from './Axis.tsx'
import { Beads } from './Beads.tsx'
import { BeadTip } from './BeadTip.tsx'
import { Lens } from './Lens.tsx'
import { PhaseLines } from './PhaseLines.tsx'
import { PhaseStrip } from './PhaseStrip.tsx'
import { Phases } from './Phases.tsx'
import { Spans } from './Spans.tsx'
import { Thread } from './Thread.tsx'
import styles from './Timeline.module.css'
import { useCentredLink } from './useCentredLink.ts'
import { settingOf, windowAround } from './window.ts'

interface TimelineProps {
  story: Story
  /** Index of the active step */
  active: number
  goTo: GoTo
}

/**
 * The timeline. On wide screens with a mouse the true scale is the picture: beads where they happened, durations as bars, a lens
 * where steps crowd. Elsewhere an even row of beads to click has the axis below it. In a long story the row shows the
 * beads around the active one, phases become a strip of links, and the axis is a slider.
 */
export function Timeline({ story, active, goTo }: TimelineProps) {
  const { steps, phases, axis, spans, lanes, words: language } = story
  const range = windowAround(active, steps.length)
  const setting = settingOf(story)
  const hydrated = useHydrated()
  const last = steps.length - 1
  const step = steps[active]
  const scroller = useCentredLink<HTMLDivElement>(step?.id)

  /** True after a step was chosen here: then Tab moves into its passage, not to the next control. */
  const choseStep = useRef(false)

  function choose(index: number) {
    choseStep.current = true
    goTo(index, 'click')
  }

  function focusPassageOnTab(event: KeyboardEvent) {
    if (event.key !== 'Tab' || event.shiftKey || !choseStep.current) return
    choseStep.current = false
    const passage = document.getElementById(step?.id ?? '')
    passage?.setAttribute('tabindex', '-1')
    passage?.focus({ preventScroll: true })
  }

  function onLinkClick(event: MouseEvent) {
    const index = clickedStep(steps, event)
    if (index === undefined) return
    event.preventDefault()
    choose(index)
  }

  return (
    <nav
      className={[styles.timeline, axis?.lens && styles.withLens, (spans.length > 0 || lanes) && styles.withNames]
        .filter(Boolean)
        .join(' ')}
      data-setting={setting}
      aria-label={language.timeline}
      onKeyDown={focusPassageOnTab}
    >
      {setting === 'window' && phases.length > 0 && (
        <PhaseStrip
          phases={phases}
          steps={steps}
          current={phases.findIndex(({ first, last }) => first <= active && active <= last)}
          onLinkClick={onLinkClick}
        />
      )}
      {/* Not `disabled`, which would drop the focus when the reader reaches the end. */}
      <button
        type="button"
        className={styles.previous}
        aria-label={language.previous}
        aria-disabled={active === 0}
        onClick={() => active > 0 && choose(active - 1)}
      >
        <span aria-hidden="true">‹ </span>
        <span className={styles.word} aria-hidden="true">
          {language.previous}
        </span>
      </button>
      {setting === 'scale' && step && (
        <p className={styles.now} aria-hidden="true">
          <strong>{headingOf(step)}</strong> <span>{step.date}</span>
        </p>
      )}
      {spans.length > 0 && <Spans spans={spans} />}
      {setting === 'scale' && phases.length > 0 && <PhaseLines phases={phases} />}
      {setting === 'scale' && axis?.lens && <Lens lens={axis.lens} active={active} goTo={goTo} />}
      <div className={styles.scroller} id="_beads" ref={scroller}>
        <div className={styles.row}>
          {setting !== 'window' && <Phases phases={phases} beads={steps.length} />}
          <div className={styles.string}>
            <Thread active={active} range={range} count={steps.length} />
            <Beads story={story} active={active} range={range} goTo={choose} onLinkClick={onLinkClick} />
          </div>
        </div>
      </div>
      {hydrated && <BeadTip story={story} scroller={scroller} />}
      {axis && <Axis story={story} axis={axis} active={active} goTo={goTo} isSlider={setting === 'window'} />}
      {hydrated && (
        <p className={styles.position}>
          {say(language.position, {
            step: formatCount(active + 1, language),
            of: formatCount(steps.length, language),
          })}
        </p>
      )}
      <button
        type="button"
        className={styles.next}
        aria-label={language.next}
        aria-disabled={active === last}
        onClick={() => active < last && choose(active + 1)}
      >
        <span className={styles.word} aria-hidden="true">
          {language.next}
        </span>
        <span aria-hidden="true"> ›</span>
      </button>
    </nav>
  )
}
