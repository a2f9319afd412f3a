/** The article in the page: finished HTML, in which only the mark of the active passage ever changes. */

const known = new WeakMap<Element, HTMLElement[]>()

/** The passages of the steps in `article`, in their order. They never change, so they are looked up once. */
export function passagesIn(article: Element): HTMLElement[] {
  const passages = known.get(article) ?? [...article.querySelectorAll<HTMLElement>(':scope > section')]
  known.set(article, passages)
  return passages
}

/** Marks the passage of the step at `index` as the active one. */
export function markActive(article: Element, index: number) {
  article.querySelector(':scope > [data-active]')?.removeAttribute('data-active')
  passagesIn(article)[index]?.setAttribute('data-active', '')
}
