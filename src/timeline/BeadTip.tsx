import { type RefObject, useEffect, useState } from 'react'
import { nameOf } from '../store/announcement.ts'
import { indexOfFragment } from '../store/store.ts'
import type { Step, Story } from '../story/story.ts'
import styles from './BeadTip.module.css'
import { isRightToLeft } from './direction.ts'

interface BeadTipProps {
  story: Story
  /** The element that scrolls the row of beads */
  scroller: RefObject<HTMLElement | null>
}

/** `at`: position of the bead in the visible part of its row, from 0 at the inline start to 1 at the end. */
interface Tip {
  step: Step
  at: number
}

/**
 * Tooltip with the full date and heading of the hovered or keyboard-focused bead. Shown above the row, so it does not
 * cover the date under the active bead. Escape closes it, and the mouse can move onto it. Hidden from screen readers:
 * the bead's accessible name has the same text.
 */
export function BeadTip({ story, scroller }: BeadTipProps) {
  const { steps, words: language } = story
  const [tip, setTip] = useState<Tip>()

  useEffect(
    function followPointerAndFocus() {
      const row = scroller.current
      const timeline = row?.closest('nav')
      if (!row || !timeline) return
      let bead: Element | null = null

      function show(next: Element | null) {
        bead = next
        position()
      }
      function position() {
        const step = steps[indexOfFragment(steps, bead?.getAttribute('href') ?? '') ?? -1]
        if (!row || !bead?.isConnected || !step) return setTip(undefined)
        const [visible, { left, width }] = [row.getBoundingClientRect(), bead.getBoundingClientRect()]
        const at = Math.min(1, Math.max(0, (left + width / 2 - visible.left) / visible.width))
        setTip({ step, at: isRightToLeft(row) ? 1 - at : at })
      }
      function hover({ target, pointerType }: PointerEvent) {
        if (pointerType === 'touch' || !(target instanceof Element) || target.closest('#_bead-tip')) return
        show(target.closest('#_beads a'))
      }
      function focus({ target }: FocusEvent) {
        if (target instanceof Element && target.matches('#_beads a:focus-visible')) show(target)
      }
      function hide() {
        show(null)
      }
      function dismiss({ key }: KeyboardEvent) {
        if (key === 'Escape') hide()
      }
      const listeners = new AbortController()
      const { signal } = listeners
      timeline.addEventListener('pointerover', hover, { signal })
      timeline.addEventListener('pointerleave', hide, { signal })
      timeline.addEventListener('focusin', focus, { signal })
      timeline.addEventListener('focusout', hide, { signal })
      row.addEventListener('scroll', position, { signal, passive: true })
      addEventListener('keydown', dismiss, { signal })
      return () => listeners.abort()
    },
    [steps, scroller],
  )

  if (!tip) return null
  const { step, at } = tip
  return (
    // Free space is split in the same ratio as the bead splits the row: the box is over its bead and never leaves the
    // row.
    <div
      id="_bead-tip"
      className={styles.place}
      style={{ gridTemplateColumns: `minmax(0, ${at}fr) auto minmax(0, ${1 - at}fr)` }}
      aria-hidden="true"
    >
      <p className={styles.tip}>{nameOf(step, language)}</p>
    </div>
  )
}
