import type { MouseEvent } from 'react'
import type { Phase, Step } from '../story/story.ts'
import styles from './PhaseStrip.module.css'
import { useCentredLink } from './useCentredLink.ts'

interface PhaseStripProps {
  phases: Phase[]
  steps: Step[]
  /** Index of the active phase; -1 for none */
  current: number
  /** Called for a click on any of the links */
  onLinkClick: (event: MouseEvent) => void
}

/** Number of names on either side of the current one. For longer jumps the axis is faster. */
const REACH = 12

/** The phases of a longer story as a strip of links to their first steps. */
export function PhaseStrip({ phases, steps, current, onLinkClick }: PhaseStripProps) {
  const idOf = (phase: Phase | undefined) => phase && steps[phase.first]?.id
  const list = useCentredLink<HTMLUListElement>(idOf(phases[current]))
  const from = Math.max(0, current - REACH)

  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the links are clicked, by keyboard too
    <ul ref={list} className={styles.phases} onClick={onLinkClick}>
      {phases.slice(from, current + REACH + 1).map((phase, i) => (
        <li key={phase.first}>
          <a href={`#${idOf(phase)}`} aria-current={from + i === current || undefined}>
            {phase.label}
          </a>
        </li>
      ))}
    </ul>
  )
}
