/** The buttons over the map. */
import type { Language } from '../language/language.ts'
import styles from './RouteMap.module.css'
import type { Move } from './reach.ts'

interface MapControlsProps {
  language: Language
  /** Whether a drag moves the map */
  moving: boolean
  onToggle: () => void
  /** Shows the whole route */
  onWhole: () => void
}

export function MapControls({ language, moving, onToggle, onWhole }: MapControlsProps) {
  return (
    <div className={styles.controls}>
      <button type="button" title={language.wholeRoute} onClick={onWhole}>
        <Icon d="M3 7V3h4M11 3h4v4M15 11v4h-4M7 15H3v-4" />
        <span className="visually-hidden">{language.wholeRoute}</span>
      </button>
      <button type="button" title={language.moveMap} aria-pressed={moving} onClick={onToggle}>
        <Icon d="M9 2v14M2 9h14M7 4l2-2 2 2M7 14l2 2 2-2M4 7 2 9l2 2M14 7l2 2-2 2" />
        <span className="visually-hidden">{language.moveMap}</span>
      </button>
    </div>
  )
}

/** Icon of a button, for maps too narrow for its label. */
function Icon({ d }: { d: string }) {
  return (
    <svg width="18" height="18" viewBox="0 0 18 18" aria-hidden="true">
      <path d={d} fill="none" stroke="currentColor" strokeWidth="1.5" />
    </svg>
  )
}

const MOVES = [
  ['closer', '+', { closer: 1.5 }],
  ['farther', '−', { closer: 1 / 1.5 }],
  ['left', '←', { right: -0.25 }],
  ['up', '↑', { down: -0.25 }],
  ['down', '↓', { down: 0.25 }],
  ['right', '→', { right: 0.25 }],
] as const

/** Buttons that move the map without dragging: for a single finger, a switch or a keyboard (WCAG 2.5.7). */
export function MoveButtons({ language, onMove }: { language: Language; onMove: (step: Move) => void }) {
  return (
    <fieldset className={styles.pad} aria-label={language.moveMap}>
      {MOVES.map(([name, sign, step]) => (
        <button key={name} type="button" title={language.moves[name]} onClick={() => onMove(step)}>
          <span aria-hidden="true">{sign}</span>
          <span className="visually-hidden">{language.moves[name]}</span>
        </button>
      ))}
    </fieldset>
  )
}
