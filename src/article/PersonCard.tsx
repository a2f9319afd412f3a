import { useEffect, useLayoutEffect, useRef } from 'react'
import type { Language } from '../language/language.ts'
import type { Person } from '../story/story.ts'
import styles from './PersonCard.module.css'

interface PersonCardProps {
  person: Person
  /** The name in the text that was pressed */
  link: HTMLElement
  language: Language
  onClose: () => void
}

/** Space kept between a card and its link, and between a card and the edge of the window, pixels. */
const [GAP, EDGE] = [6, 12]

/**
 * The card of a person, beside the name that opened it. A native popover: Escape and a press elsewhere close it, and
 * focus returns to the name.
 */
export function PersonCard({ person, link, language, onClose }: PersonCardProps) {
  const card = useRef<HTMLDivElement>(null)
  const words = useRef<HTMLDivElement>(null)

  useLayoutEffect(
    function openBesideName() {
      const element = card.current
      if (!element) return
      element.showPopover()
      // The same words as in the list at the end: they stand in the page once.
      const entry = document.getElementById(`_person-${person.id}`)
      words.current?.replaceChildren(...(entry?.cloneNode(true).childNodes ?? []))
      const [name, { width, height }] = [link.getBoundingClientRect(), element.getBoundingClientRect()]
      const left = Math.min(Math.max(EDGE, name.left), innerWidth - width - EDGE)
      const below = name.bottom + GAP
      const top = below + height + EDGE <= innerHeight ? below : Math.max(EDGE, name.top - GAP - height)
      element.style.left = `${left}px`
      element.style.top = `${top}px`
      element.focus({ preventScroll: true })
    },
    [link, person],
  )

  useEffect(
    function hearClosing() {
      const element = card.current
      function toggled(event: Event) {
        if (!('newState' in event) || event.newState !== 'closed') return
        onClose()
        // What was pressed elsewhere keeps the focus it has taken.
        if (document.activeElement === document.body) link.focus({ preventScroll: true })
      }
      element?.addEventListener('toggle', toggled)
      return () => element?.removeEventListener('toggle', toggled)
    },
    [link, onClose],
  )

  return (
    <div
      ref={card}
      className={styles.card}
      popover="auto"
      role="dialog"
      aria-label={link.textContent ?? ''}
      tabIndex={-1}
    >
      <div ref={words} />
      <button type="button" lang={language.code} onClick={() => card.current?.hidePopover()}>
        {language.close}
      </button>
    </div>
  )
}
