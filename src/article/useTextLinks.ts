import { type MouseEvent, type RefObject, useEffect, useRef, useState } from 'react'
import { say } from '../language/say.ts'
import { isModified, matches } from '../store/browser.ts'
import type { Person, Story } from '../story/story.ts'

/** The person whose card is open, and the name that was clicked. */
export interface OpenCard {
  person: Person
  link: HTMLElement
}

interface TextLinks {
  card: OpenCard | undefined
  closeCard: () => void
  /** Handles clicks anywhere in the text */
  onTextClick: (event: MouseEvent) => void
}

/**
 * Actions of links in the text: a name opens the card of the person; “Copy link” copies, or shares on touch devices
 * that can. All are real links that work without the script, so clicks with a modifier key are left to the browser.
 * `onCopy` gets the result and the address. The link shows the result too; without `notCopied`, failures are left to
 * the layout.
 */
export function useTextLinks(
  { people, steps, words }: Story,
  article: RefObject<HTMLElement | null>,
  onCopy: (copied: boolean, address: string) => void,
  notCopied: string | undefined,
): TextLinks {
  const [card, setCard] = useState<OpenCard>()
  /** Restores the text of the last link */
  const restoreText = useRef(() => {})

  useEffect(
    function labelShareLinks() {
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
    const copied = await copyText(address)
    const label = link.textContent
    restoreText.current()
    if (copied) link.textContent = words.linkCopied
    else if (notCopied) link.textContent = notCopied
    restoreText.current = () => {
      link.textContent = label
    }
    onCopy(copied, address)
  }

  async function share(link: HTMLAnchorElement) {
    try {
      await navigator.share({ title: document.title, url: addressOf(link) })
    } catch (error) {
      // AbortError: the reader closed the share sheet.
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

/** Address of `link`, without tracking parameters in the address of this page (`?fbclid=…`). */
function addressOf(link: HTMLAnchorElement): string {
  const { href, hash } = link
  if (href.split('#')[0] !== location.href.split('#')[0]) return href
  const canonical = document.querySelector<HTMLLinkElement>('link[rel="canonical"]')?.href
  const address = new URL(canonical ?? href)
  if (!canonical) address.search = ''
  address.hash = hash
  return address.href
}

/** True on a phone or tablet where this page may share. */
function canShare(url: string): boolean {
  return matches('(pointer: coarse)') && navigator.canShare?.({ url }) === true
}

/** Copies `text`; false where the browser has no clipboard or the host of an iframe forbids it. */
async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    return false
  }
}
