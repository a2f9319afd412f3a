import { type RefObject, useEffect, useState } from 'react'
import type { Language } from '../language/language.ts'
import { say } from '../language/say.ts'
import { headingOf } from '../store/announcement.ts'
import { indexOfFragment } from '../store/useActiveStep.ts'
import type { Step } from '../story/story.ts'
import styles from './BeadTip.module.css'
import { isRightToLeft } from './direction.ts'

interface BeadTipProps {
  steps: Step[]
  language: Language
  /** What scrolls the row of beads */
  scroller: RefObject<HTMLElement | null>
}

/** Where the bead stands in what is seen of its row, 0 at the start of a line to 1 at its end. */
interface Tip {
  step: Step
  at: number
}

/**
 * The full date and the heading of the bead under the mouse, or of the one that the keyboard has come to. It stands
 * above the row, so that the date under the active bead stays; Escape closes it, and a mouse may go over it. For the
 * eye: a bead's name has the same words.
 */
export function BeadTip({ steps, language, scroller }: BeadTipProps) {
  const [tip, setTip] = useState<Tip>()

  useEffect(
    function followPointerAndFocus() {
      const row = scroller.current
      const timeline = row?.closest('nav')
      if (!row || !timeline) return
      let bead: Element | null = null

      function show(next: Element | null) {
        bead = next
        place()
      }
      function place() {
        const step = steps[indexOfFragment(steps, bead?.getAttribute('href') ?? '') ?? -1]
        if (!row || !bead?.isConnected || !step) return setTip(undefined)
        const [seen, { left, width }] = [row.getBoundingClientRect(), bead.getBoundingClientRect()]
        const at = Math.min(1, Math.max(0, (left + width / 2 - seen.left) / seen.width))
        setTip({ step, at: isRightToLeft(row) ? 1 - at : at })
      }
      function hover({ target, pointerType }: PointerEvent) {
        if (pointerType === 'touch' || !(target instanceof Element) || target.closest('[data-tip]')) return
        show(target.closest('[data-scroller] a'))
      }
      function focus({ target }: FocusEvent) {
        if (target instanceof Element && target.matches('[data-scroller] a:focus-visible')) show(target)
      }
      function hide() {
        show(null)
      }
      function dismiss({ key }: KeyboardEvent) {
        if (key === 'Escape') hide()
      }
      timeline.addEventListener('pointerover', hover)
      timeline.addEventListener('pointerleave', hide)
      timeline.addEventListener('focusin', focus)
      timeline.addEventListener('focusout', hide)
      row.addEventListener('scroll', place, { passive: true })
      addEventListener('keydown', dismiss)
      return () => {
        timeline.removeEventListener('pointerover', hover)
        timeline.removeEventListener('pointerleave', hide)
        timeline.removeEventListener('focusin', focus)
        timeline.removeEventListener('focusout', hide)
        row.removeEventListener('scroll', place)
        removeEventListener('keydown', dismiss)
      }
    },
    [steps, scroller],
  )

  if (!tip) return null
  const { step, at } = tip
  return (
    // Free room is shared out as the bead divides its row: so the box lies over its bead and never beyond the row.
    <div
      className={styles.place}
      style={{ gridTemplateColumns: `minmax(0, ${at}fr) auto minmax(0, ${1 - at}fr)` }}
      aria-hidden="true"
      data-tip
    >
      <p className={styles.tip}>{say(language.bead, { date: step.date.label, heading: headingOf(step) })}</p>
    </div>
  )
}
