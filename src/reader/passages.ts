/** The article in the page: finished HTML, in which only the marks of where the reader is ever change. */

const known = new WeakMap<Element, HTMLElement[]>()

/** The passages of the steps in `article`, in their order. They never change, so they are looked up once. */
export function passagesIn(article: Element): HTMLElement[] {
  const passages = known.get(article) ?? [
    ...article.querySelectorAll<HTMLElement>(':scope > section, :scope > [data-stretch] > section'),
  ]
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

/** Of a long story, the stretch of passages that `passage` is laid out with. */
export function stretchOf(passage: Element | undefined): Element | undefined {
  const parent = passage?.parentElement
  return parent?.hasAttribute('data-stretch') ? parent : undefined
}

/** Where passages begin, pixels from the top of the window. */
export interface Measured {
  tops: number[]
  /** Stretches that are not laid out: their passages are taken to be even, since measuring them would lay them out */
  guessed: Set<Element | undefined>
}

/** Measures `passages`, all those of an article in their order. It reads the layout, so not for every frame. */
export function measure(passages: Element[]): Measured {
  const measured: Measured = { tops: [], guessed: new Set() }
  for (const passage of passages) {
    const stretch = stretchOf(passage)
    const isFirst = stretch?.firstElementChild === passage
    if (stretch && isFirst && !isLaidOut(passage)) {
      measured.guessed.add(stretch)
      measured.tops.push(...evenTopsIn(stretch))
    }
    if (!measured.guessed.has(stretch)) measured.tops.push(passage.getBoundingClientRect().top)
  }
  return measured
}

function evenTopsIn(stretch: Element): number[] {
  const { top, height } = stretch.getBoundingClientRect()
  return [...stretch.children].map((_, i, { length }) => top + (i / length) * height)
}

/** Whether a browser that leaves out what is far away has laid out `passage`; older ones lay out everything. */
function isLaidOut(passage: Element): boolean {
  return passage.checkVisibility?.({ contentVisibilityAuto: true }) ?? true
}
