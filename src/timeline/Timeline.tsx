import { type KeyboardEvent, type MouseEvent, useEffect, useRef } from 'react'
import type { Language } from '../language/index.ts'
import type { GoTo } from '../reader/useActiveStep.ts'
import { useHydrated } from '../reader/useHydrated.ts'
import type { Story } from '../story/story.ts'
import styles from './Timeline.module.css'

interface TimelineProps {
  story: Story
  language: Language
  /** Index of the active step */
  active: number
  goTo: GoTo
}

/** Beads stand this many units apart in the drawing of the leader lines, which is stretched to the width it gets. */
const UNIT = 100
/** Height of the drawing of the leader lines, pixels; it is not stretched upwards. */
const LEADER_HEIGHT = 44

/**
 * The timeline: an even row of beads to click, and under it the true scale, so that five years look like five years and
 * five days can still be told apart. Beads are links to their passages, so they work before and without the script.
 */
export function Timeline({ story, language, active, goTo }: TimelineProps) {
  const { steps, phases, axis } = story
  const beads = useRef<HTMLOListElement>(null)
  const scroller = useRef<HTMLDivElement>(null)
  const hydrated = useHydrated()
  const last = steps.length - 1
  const middle = (index: number) => `${((index + 0.5) / steps.length) * 100}%`

  useEffect(
    function keepActiveBeadInView() {
      const [row, bead] = [scroller.current, beads.current?.children[active]]
      if (!row || !(bead instanceof HTMLElement)) return
      row.scrollLeft = bead.offsetLeft + bead.offsetWidth / 2 - row.clientWidth / 2
    },
    [active],
  )

  function choose(index: number, event: MouseEvent) {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return
    event.preventDefault()
    goTo(index, 'click')
  }

  function walk(event: KeyboardEvent) {
    const to = { ArrowLeft: active - 1, ArrowRight: active + 1, Home: 0, End: last }[event.key]
    if (to === undefined || event.metaKey || event.ctrlKey || event.altKey) return
    event.preventDefault()
    const index = Math.min(last, Math.max(0, to))
    goTo(index, 'click')
    beads.current?.children[index]?.querySelector('a')?.focus({ preventScroll: true })
  }

  return (
    <nav className={styles.timeline} aria-label={language.timeline}>
      {hydrated && (
        <button
          type="button"
          className={styles.previous}
          disabled={active === 0}
          onClick={() => goTo(active - 1, 'click')}
        >
          <span aria-hidden="true">‹ </span>
          <span className={styles.word}>{language.previous}</span>
        </button>
      )}
      <div className={styles.beads} ref={scroller}>
        <div className={styles.track}>
          <svg className={styles.phases} width="100%" height="26" aria-hidden="true">
            {phases.map((phase) => (
              <g key={phase.label}>
                <text x={middle(phase.first)} dx="-9" y="13">
                  {phase.label}
                </text>
                <line x1={middle(phase.first)} x2={middle(phase.last)} y1="22" y2="22" />
              </g>
            ))}
          </svg>
          <svg className={styles.thread} width="100%" height="44" aria-hidden="true">
            <line x1={middle(0)} x2={middle(last)} y1="22" y2="22" />
            <line className={styles.past} x1={middle(0)} x2={middle(active)} y1="22" y2="22" />
          </svg>
          <ol ref={beads} onKeyDown={walk}>
            {steps.map((step) => (
              <li key={step.id}>
                <a
                  href={`#${step.id}`}
                  className={styles.bead}
                  data-past={step.index <= active || undefined}
                  aria-current={step.index === active ? 'step' : undefined}
                  tabIndex={hydrated && step.index !== active ? -1 : undefined}
                  onClick={(event) => choose(step.index, event)}
                >
                  <span className={styles.name}>{language.bead(step.date.label, step.heading)}</span>
                  <span className={styles.date} aria-hidden="true">
                    {step.date.short}
                  </span>
                </a>
              </li>
            ))}
          </ol>
          <svg
            className={styles.leaders}
            width="100%"
            height={LEADER_HEIGHT}
            viewBox={`0 0 ${steps.length * UNIT} ${LEADER_HEIGHT}`}
            preserveAspectRatio="none"
            aria-hidden="true"
          >
            {steps.map((step) => (
              <path
                key={step.id}
                data-active={step.index === active || undefined}
                d={leader(step.index, step.at * steps.length)}
              />
            ))}
          </svg>
        </div>
      </div>
      <svg className={styles.axis} width="100%" height="30" aria-hidden="true">
        <line x1="0" x2="100%" y1="8" y2="8" />
        {axis.ticks.map((at) => (
          <line key={at} x1={percent(at)} x2={percent(at)} y1="8" y2="14" />
        ))}
        {axis.labels.map(({ at, text }) => (
          <text key={text} x={percent(at)} y="27">
            {text}
          </text>
        ))}
        {steps.map((step) => (
          <line key={step.id} className={styles.moment} x1={percent(step.at)} x2={percent(step.at)} y1="3" y2="8" />
        ))}
        <line
          className={styles.cursor}
          x1={percent(steps[active]?.at ?? 0)}
          x2={percent(steps[active]?.at ?? 0)}
          y1="0"
          y2="10"
        />
      </svg>
      {hydrated && (
        <button
          type="button"
          className={styles.next}
          disabled={active === last}
          onClick={() => goTo(active + 1, 'click')}
        >
          <span className={styles.word}>{language.next}</span>
          <span aria-hidden="true"> ›</span>
        </button>
      )}
    </nav>
  )
}

/** The line from a bead down to its moment: `at` is in beads from the left. */
function leader(index: number, at: number): string {
  const [x, to, bend] = [(index + 0.5) * UNIT, at * UNIT, LEADER_HEIGHT * 0.62]
  const round = (value: number) => Math.round(value * 10) / 10
  return `M${round(x)} 0C${round(x)} ${bend} ${round(to)} ${LEADER_HEIGHT - bend} ${round(to)} ${LEADER_HEIGHT}`
}

function percent(part: number): string {
  return `${Math.round(part * 10_000) / 100}%`
}
