/**
 * Receipts are `<details>`, which open and close by themselves. When one opens, this fills in titles and addresses from
 * the list of sources, where the page has it; Escape closes it. The list itself is closed, so its links are no tab stops,
 * and opened on paper. `text`: the element that holds all receipts.
 */
export function followReceipts(text: HTMLElement) {
  closeList()
  // Opened before this script was there.
  for (const receipt of text.querySelectorAll<HTMLElement>('details[name="_receipt"][open]')) fillIn(receipt)
  text.addEventListener('click', ({ target }) => {
    const receipt = target instanceof Element ? target.closest('summary')?.parentElement : undefined
    if (receipt instanceof HTMLDetailsElement && receipt.name === '_receipt') fillIn(receipt)
  })
  text.addEventListener('keydown', (event) => {
    const { key, target } = event
    const receipt = target instanceof Element ? target.closest('details') : undefined
    if (key !== 'Escape' || receipt?.name !== '_receipt' || !receipt.open) return
    event.preventDefault()
    receipt.open = false
    receipt.querySelector('summary')?.focus({ preventScroll: true })
  })
}

function closeList() {
  const list = document.getElementById('_source-list')
  if (!(list instanceof HTMLDetailsElement)) return
  list.open = location.hash.startsWith('#_source-')
  let wasOpen = list.open
  addEventListener('beforeprint', () => {
    wasOpen = list.open
    list.open = true
  })
  addEventListener('afterprint', () => {
    list.open = wasOpen
  })
}

/**
 * Replaces each entry by a copy of that in the list of sources or of what is not known. In an embed these are in the full
 * explainer.
 */
function fillIn(receipt: HTMLElement) {
  for (const link of receipt.querySelectorAll<HTMLAnchorElement>(':scope > a')) {
    const listed = document.getElementById(link.hash.slice(1))?.cloneNode(true)
    if (!(listed instanceof HTMLElement)) continue
    // The entry's own receipt.
    listed.querySelector('details')?.remove()
    const number = Number.parseInt(link.text, 10)
    const entry = document.createElement('span')
    entry.append(number ? `${number} ` : `${link.text}: `, ...listed.childNodes)
    link.replaceWith(entry)
  }
}
