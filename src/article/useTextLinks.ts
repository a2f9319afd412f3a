import { type MouseEvent, useState } from 'react'
import type { Person } from '../story/story.ts'

/** A person whose card is open, and the name that was pressed. */
export interface OpenCard {
  person: Person
  link: HTMLElement
}

interface TextLinks {
  card: OpenCard | undefined
  closeCard: () => void
  /** Hears every press in the text */
  press: (event: MouseEvent) => void
}

/**
 * What the links in a text do beyond going somewhere: a name opens the card of the person, “Copy link” copies. Both are
 * links that work without the script, so a press with a modifier key, or one that fails, does what links do.
 * `told` is called with whether a link has been copied, and its address.
 */
export function useTextLinks(people: Person[], told: (copied: boolean, address: string) => void): TextLinks {
  const [card, setCard] = useState<OpenCard>()

  function press(event: MouseEvent) {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey || !(event.target instanceof Element)) return
    const link = event.target.closest<HTMLAnchorElement>('a')
    const person = people.find(({ id }) => id === link?.dataset['person'])
    if (link && person && 'showPopover' in link) {
      event.preventDefault()
      setCard({ person, link })
    } else if (link?.dataset['copy'] !== undefined && navigator.clipboard) {
      event.preventDefault()
      navigator.clipboard.writeText(link.href).then(
        () => told(true, link.href),
        () => {
          told(false, link.href)
          location.hash = link.hash
        },
      )
    }
  }

  return { card, closeCard: () => setCard(undefined), press }
}
