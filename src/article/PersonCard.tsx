import { useEffect, useLayoutEffect, useRef } from 'react'
import type { Language } from '../language/language.ts'
import type { Person } from '../story/story.ts'
import styles from './PersonCard.module.css'

interface PersonCardProps {
  person: Person
  /** The name in the text that was clicked */
  link: HTMLElement
  language: Language
  onClose: () => void
}

/** Space kept between a card and its link, and between a card and the edge of the window, pixels. */
const [GAP, EDGE] = [6, 12]

/**
 * The card of a person, next to the name that opened it. A native popover: Escape or a click elsewhere closes it, and
 * the focus returns to the name.
 */
export function PersonCard({ person, link, language, onClose }: PersonCardProps) {
  const card = useRef<HTMLDivElement>(null)
  const content = useRef<HTMLDivElement>(null)

  useLayoutEffect(
    function openBesideName() {
      const element = card.current
      if (!element) return
      element.showPopover()
      // Copies the entry from the list of people, so the text is in the page once.
      const entry = document.getElementById(`_person-${person.id}`)
      content.current?.replaceChildren(...(entry?.cloneNode(true).childNodes ?? []))
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
    function handleClose() {
      const element = card.current
      function onToggle(event: Event) {
        if (!('newState' in event) || event.newState !== 'closed') return
        onClose()
        // An element clicked elsewhere keeps the focus.
        if (document.activeElement === document.body) link.focus({ preventScroll: true })
      }
      element?.addEventListener('toggle', onToggle)
      return () => element?.removeEventListener('toggle', onToggle)
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
      <div ref={content} />
      <button type="button" lang={language.code} onClick={() => card.current?.hidePopover()}>
        {language.close}
      </button>
    </div>
  )
}
