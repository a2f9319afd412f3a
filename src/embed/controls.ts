/** The controls of an embed that are no view: the link to the full explainer, “Copy link”, the hint that there is more. */
import { isModified, onResize } from '../store/browser.ts'
import { canonicalAddress } from '../store/canonical.ts'
import { type GoTo, indexOfFragment, type Store } from '../store/store.ts'
import type { Story } from '../story/story.ts'
import styles from './Embed.module.css'
import type { Host } from './host.ts'

/** Shows a hint under the scrolling `box` while there is more text below. In one-passage mode a new passage starts at its top. */
export function markMore(store: Store, box: HTMLElement, isOnePassage: () => boolean) {
  function update() {
    box.parentElement?.classList.toggle(`${styles.hasMore}`, box.scrollTop + box.clientHeight < box.scrollHeight - 4)
  }
  store.watchStep(({ cause }) => {
    if (cause === 'start') return
    // In the next frame, after the views have changed: to scroll forces layout. The host may have changed the mode by then.
    requestAnimationFrame(() => {
      if (isOnePassage()) box.scrollTop = 0
    })
  })
  // Another passage has another height. Measured after layout, since to ask before would force one more, and in a frame of
  // its own, since the hint makes the box smaller.
  onResize([box, ...box.children], () => requestAnimationFrame(update))
  box.addEventListener('scroll', update, { passive: true })
}

/** Links to steps choose them here too until the timeline is hydrated: followed, they would add to the host's history. */
export function followStepLinks({ steps }: Story, stage: HTMLElement, choose: GoTo) {
  stage.addEventListener('click', (event) => {
    if (event.defaultPrevented || isModified(event) || !(event.target instanceof Element)) return
    const index = indexOfFragment(steps, event.target.closest('a')?.getAttribute('href') ?? '')
    if (index === undefined) return
    event.preventDefault()
    choose(index, 'click')
  })
}

/** Makes the link to the full explainer lead to the active step, and lets the host open it where it can. */
export function followFullLink(story: Story, store: Store, host: Host, link: HTMLAnchorElement) {
  const [full] = link.href.split('#')
  store.watchStep(({ index, cause }) => {
    const fragment = cause === 'start' ? '' : `#${story.steps[index]?.id}`
    link.href = full + fragment
    // Printed in a framed embed.
    if (parent !== window) link.dataset['label'] = canonicalAddress() + fragment
  })
  link.addEventListener('click', (event) => {
    if (isModified(event) || event.shiftKey) return
    if (host.open(link.href)) event.preventDefault()
  })
}

/** Links in a sandbox may not open: then the host is asked to open them, or `showAddress` shows their address. */
export function followSandboxedLinks(
  { words }: Story,
  stage: HTMLElement,
  host: Host,
  showAddress: (address: string, reason: string) => void,
) {
  stage.addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('a[target]') : null
    if (event.defaultPrevented || window.origin !== 'null' || !link) return
    event.preventDefault()
    if (link.matches('.share')) showAddress(canonicalAddress() + link.hash, words.notCopiedHere)
    else if (!host.open(link.href) && !openWindow(link.href)) showAddress(link.href, words.addressToCopy)
  })
}

/** Opens a new window without an opener; false if the sandbox forbids it. */
function openWindow(address: string): boolean {
  const opened = open(address)
  if (opened) opened.opener = null
  return opened !== null
}

/**
 * Creates a function that shows an address which the host lets the frame neither open nor copy, selected for copying by
 * hand, with the reason.
 */
export function createAddressDialog({ words }: Story, stage: HTMLElement): (address: string, reason: string) => void {
  const dialog = document.createElement('div')
  const label = document.createElement('label')
  const field = document.createElement('input')
  const close = document.createElement('button')
  dialog.className = styles.address ?? ''
  dialog.role = 'dialog'
  field.readOnly = true
  close.type = 'button'
  close.textContent = words.close
  close.addEventListener('click', () => dialog.remove())
  dialog.addEventListener('keydown', ({ key }) => key === 'Escape' && dialog.remove())
  dialog.append(label, close)

  return function show(address, reason) {
    dialog.ariaLabel = reason
    field.value = address
    label.replaceChildren(reason, field)
    if (!dialog.isConnected) stage.append(dialog)
    field.focus({ preventScroll: true })
    field.select()
  }
}
