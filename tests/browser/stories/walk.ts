/** Steps of a walk through a story, each done in the page at once: a walk has hundreds. */

/** Presses a button where nothing covers it; names what does. */
export function press(button: Node | null): string[] {
  if (!(button instanceof HTMLElement)) return ['nothing: it is missing']
  const { left, right, top, bottom } = button.getBoundingClientRect()
  const hit = document.elementFromPoint((left + right) / 2, (top + bottom) / 2)
  if (!button.contains(hit)) return [hit?.outerHTML.slice(0, 80) ?? 'the edge of the window']
  button.click()
  return []
}

/**
 * Waits until timeline, article and address agree on the step `id`, its heading is in view and the map shows `view`; says
 * what still differs after five seconds.
 */
export async function unsettled({ id, view }: { id: string; view: number[] | undefined }): Promise<string[]> {
  const isInView = (element: Element) =>
    new Promise<boolean>((resolve) => {
      const observer = new IntersectionObserver(([entry]) => {
        observer.disconnect()
        resolve(entry?.isIntersecting === true)
      })
      observer.observe(element)
    })
  async function differences(): Promise<string[]> {
    const beads = [...document.querySelectorAll('nav [aria-current="step"]')].map((bead) => bead.getAttribute('href'))
    const passages = [...document.querySelectorAll('article section[data-active]')].map((passage) => passage.id)
    const shown = document.querySelector('#_ground')?.getAttribute('viewBox')
    const heading = document.querySelector(`[id="${id}"] h2`)
    return [
      ...(beads.join() === `#${id}` ? [] : [`the timeline is at ${beads}`]),
      ...(passages.join() === id ? [] : [`the article is at ${passages}`]),
      ...(location.hash === `#${id}` ? [] : [`the address is ${location.hash}`]),
      ...(view && shown !== view.join(' ') ? [`the map shows ${shown}, not ${view.join(' ')}`] : []),
      ...(heading && (await isInView(heading)) ? [] : ['its heading is out of sight']),
    ]
  }
  const end = performance.now() + 5000
  let left = await differences()
  while (left.length > 0 && performance.now() < end) {
    await new Promise(requestAnimationFrame)
    left = await differences()
  }
  return left.map((difference) => `${id}: ${difference}`)
}
