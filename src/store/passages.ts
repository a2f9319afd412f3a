/** The article in the page: static HTML in which only the markers of the active passage change. */

/** The passages in `article`, in order. */
export function passagesIn(article: Element): HTMLElement[] {
  return [...article.querySelectorAll<HTMLElement>(':scope > section')]
}

/** Marks passage `index` as active. */
export function markActive(article: Element, index: number) {
  for (const previous of article.querySelectorAll('section[data-active]')) previous.removeAttribute('data-active')
  passagesIn(article)[index]?.setAttribute('data-active', '')
}

/** Scrolls the start of `passage` to the top of the uncovered area, instantly, so no other passage flashes by. */
export function bringIntoView(passage: Element | undefined) {
  passage?.scrollIntoView({ behavior: 'instant', block: 'start' })
}

/** Tops of `passages`, pixels from the top of the window. Forces layout, so not for every frame. */
export function topsOf(passages: Element[]): number[] {
  return passages.map((passage) => passage.getBoundingClientRect().top)
}
