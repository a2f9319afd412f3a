import type { OpenCard } from '../blocks/person/personCard.ts'
import { copyText, isModified, matches } from '../store/browser.ts'
import { canonicalAddress } from '../store/canonical.ts'
import type { Story } from '../story/story.ts'

interface TextLinksOptions {
  openCard: OpenCard
  /** Called after “Copy link” with the result and the address */
  onCopy: (copied: boolean, address: string) => void
  /** Text of the link when copying fails; without it `onCopy` reports the failure */
  notCopied?: string
}

/**
 * Gives links in the text their actions: a name opens the card of the person; “Copy link” copies, or shares on touch
 * devices that can, and shows the result. All are real links that work without the script, so clicks with a modifier key
 * are left to the browser. `text`: the element that holds all links.
 */
export function followTextLinks(
  { people, words }: Story,
  text: HTMLElement,
  { openCard, onCopy, notCopied }: TextLinksOptions,
) {
  /** Restores the text of the last link */
  let restoreText = () => {}

  async function copy(link: HTMLAnchorElement, address: string) {
    const copied = await copyText(address)
    restoreText()
    const label = link.textContent
    if (copied) link.textContent = words.linkCopied
    else if (notCopied) link.textContent = notCopied
    restoreText = () => link.replaceChildren(label)
    onCopy(copied, address)
  }

  async function share(link: HTMLAnchorElement, url: string) {
    try {
      await navigator.share({ title: document.title, url })
    } catch (error) {
      // AbortError: the reader closed the share sheet.
      if (!(error instanceof DOMException && error.name === 'AbortError')) await copy(link, url)
    }
  }

  function onClick(event: MouseEvent) {
    if (isModified(event) || event.shiftKey || !(event.target instanceof Element)) return
    const link = event.target.closest<HTMLAnchorElement>('a')
    const person = people.find(({ id }) => link?.hash === `#_person-${id}`)
    if (link && person && 'showPopover' in link) {
      event.preventDefault()
      openCard(person, link)
    } else if (link?.matches('.share')) {
      event.preventDefault()
      // Without tracking parameters in the address of this page (`?fbclid=…`).
      const address = canonicalAddress() + link.hash
      if (canShare(address)) share(link, address)
      else copy(link, address)
    }
  }

  if (canShare(location.href)) for (const link of text.querySelectorAll('.share')) link.textContent = words.share
  text.addEventListener('click', onClick)
}

/** True on a phone or tablet where this page may share. */
function canShare(url: string): boolean {
  return matches('(pointer: coarse)') && navigator.canShare?.({ url }) === true
}
