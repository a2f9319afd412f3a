/** The article in the page: finished HTML, in which only the mark of the active passage ever changes. */

/** The passages of the steps in `article`, in their order. */
export function passagesIn(article: Element): HTMLElement[] {
  return [...article.querySelectorAll<HTMLElement>(':scope > section')]
}

/** Marks the passage of the step at `index` as the active one. */
export function markActive(article: Element, index: number) {
  article.querySelector(':scope > [data-active]')?.removeAttribute('data-active')
  passagesIn(article)[index]?.setAttribute('data-active', '')
}
