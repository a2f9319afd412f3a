/** The article in the page: finished HTML, in which only the marks of where the reader is ever change. */

const known = new WeakMap<Element, HTMLElement[]>()

/** The passages of the steps in `article`, in their order. They never change, so they are looked up once. */
export function passagesIn(article: Element): HTMLElement[] {
  const passages = known.get(article) ?? [...article.querySelectorAll<HTMLElement>(':scope > section')]
  known.set(article, passages)
  return passages
}

/** Marks the passage of the step at `index` as the active one, and the article where that is its first or its last. */
export function markActive(article: Element, index: number) {
  const passages = passagesIn(article)
  for (const before of article.querySelectorAll('section[data-active]')) before.removeAttribute('data-active')
  passages[index]?.setAttribute('data-active', '')
  article.toggleAttribute('data-first', index === 0)
  article.toggleAttribute('data-last', index === passages.length - 1)
}

/** Brings the beginning of `passage` to the top of what is free of the window, at once: no other passage flashes by. */
export function bringIntoView(passage: Element | undefined) {
  passage?.scrollIntoView({ behavior: 'instant', block: 'start' })
}

/** Where `passages` begin, pixels from the top of the window. It reads the layout, so not for every frame. */
export function topsOf(passages: Element[]): number[] {
  return passages.map((passage) => passage.getBoundingClientRect().top)
}
