import { type MouseEvent, type RefObject, useEffect, useRef, useState } from 'react'
import { say } from '../language/say.ts'
import { isModified, matches } from '../store/browser.ts'
import type { Person, Story } from '../story/story.ts'

/** A person whose card is open, and the name that was pressed. */
export interface OpenCard {
  person: Person
  link: HTMLElement
}

interface TextLinks {
  card: OpenCard | undefined
  closeCard: () => void
  /** Hears every press in the text */
  onTextClick: (event: MouseEvent) => void
}

/**
 * What the links in a text do beyond going somewhere: a name opens the card of the person, “Copy link” copies, or shares
 * where a finger is at home and the device can. All are links that work without the script, so a press with a modifier
 * key does what links do. `told` is called with whether a link has been copied, and its address; the link itself says it,
 * with `notCopied` where the clipboard refuses; without that word, saying so is left to the layout.
 */
export function useTextLinks(
  { people, steps, words }: Story,
  article: RefObject<HTMLElement | null>,
  told: (copied: boolean, address: string) => void,
  notCopied: string | undefined,
): TextLinks {
  const [card, setCard] = useState<OpenCard>()
  /** Takes back what the last link said */
  const unsay = useRef(() => {})

  useEffect(
    function callThemShare() {
      if (!canShare(location.href)) return
      for (const { id, heading } of steps) {
        const link = article.current?.querySelector(`#${CSS.escape(id)} [data-copy]`)
        if (!link) continue
        link.textContent = words.share
        link.setAttribute('aria-label', say(words.shareStep, { heading }))
      }
    },
    [steps, words, article],
  )

  async function copy(link: HTMLAnchorElement) {
    const address = addressOf(link)
    const copied = await write(address)
    const word = link.textContent
    unsay.current()
    if (copied) link.textContent = words.linkCopied
    else if (notCopied) link.textContent = notCopied
    unsay.current = () => {
      link.textContent = word
    }
    told(copied, address)
  }

  async function share(link: HTMLAnchorElement) {
    try {
      await navigator.share({ title: document.title, url: addressOf(link) })
    } catch (error) {
      // Who has closed the sheet knows it.
      if (!(error instanceof DOMException && error.name === 'AbortError')) await copy(link)
    }
  }

  function onTextClick(event: MouseEvent) {
    if (isModified(event) || event.shiftKey || !(event.target instanceof Element)) return
    const link = event.target.closest<HTMLAnchorElement>('a')
    const person = people.find(({ id }) => id === link?.dataset['person'])
    if (link && person && 'showPopover' in link) {
      event.preventDefault()
      setCard({ person, link })
    } else if (link?.dataset['copy'] !== undefined) {
      event.preventDefault()
      if (canShare(addressOf(link))) share(link)
      else copy(link)
    }
  }

  return { card, closeCard: () => setCard(undefined), onTextClick }
}

/** Where `link` leads, without what a newsletter or a network has hung on the address of this page (`?fbclid=…`). */
function addressOf(link: HTMLAnchorElement): string {
  const { href, hash } = link
  if (href.split('#')[0] !== location.href.split('#')[0]) return href
  const canonical = document.querySelector<HTMLLinkElement>('link[rel="canonical"]')?.href
  const address = new URL(canonical ?? href)
  if (!canonical) address.search = ''
  address.hash = hash
  return address.href
}

/** On a phone or tablet that lets this page share. */
function canShare(url: string): boolean {
  return matches('(pointer: coarse)') && navigator.canShare?.({ url }) === true
}

/** Whether `text` is in the clipboard now: a browser may have none, a frame may be forbidden it. */
async function write(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    return false
  }
}
