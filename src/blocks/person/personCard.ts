import type { Person, Story } from '../../story/story.ts'
import styles from './People.module.css'

/** Space kept between a card and its link, and between a card and the edge of the window, pixels. */
const [GAP, EDGE] = [6, 12]

/** Opens the card of a person beside `link`, the name in the text that was clicked. */
export type OpenCard = (person: Person, link: HTMLElement) => void

/**
 * The card of a person, next to the name that opened it. A native popover: Escape or a click elsewhere closes it, and
 * the focus returns to the name. It is added to `place` when first needed. `onChange`: called with the person whose card
 * is open, and without one when it closes.
 */
export function createPersonCard(
  { words }: Story,
  place: Element,
  onChange: (person: Person | undefined) => void,
): OpenCard {
  const card = document.createElement('div')
  const content = document.createElement('div')
  const button = document.createElement('button')
  let opener: HTMLElement | undefined
  card.className = styles.card ?? ''
  card.popover = 'auto'
  card.role = 'dialog'
  card.tabIndex = -1
  button.type = 'button'
  button.lang = words.code
  button.textContent = words.close
  button.addEventListener('click', () => card.hidePopover())
  card.append(content, button)
  card.addEventListener('toggle', function handleClose({ newState }) {
    if (newState !== 'closed') return
    onChange(undefined)
    // An element clicked elsewhere keeps the focus.
    if (document.activeElement === document.body) opener?.focus({ preventScroll: true })
  })

  return function openBesideName(person, link) {
    if (!card.isConnected) place.append(card)
    opener = link
    // Copies the entry from the list of people, so the text is in the page once.
    const entry = document.getElementById(`_person-${person.id}`)
    content.replaceChildren(...(entry?.cloneNode(true).childNodes ?? []))
    card.ariaLabel = link.textContent
    card.showPopover()
    onChange(person)
    const [name, { width, height }] = [link.getBoundingClientRect(), card.getBoundingClientRect()]
    const left = Math.min(Math.max(EDGE, name.left), innerWidth - width - EDGE)
    const below = name.bottom + GAP
    const top = below + height + EDGE <= innerHeight ? below : Math.max(EDGE, name.top - GAP - height)
    card.style.left = `${left}px`
    card.style.top = `${top}px`
    card.focus({ preventScroll: true })
  }
}
