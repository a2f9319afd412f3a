/** Drawings as they were served: a browser that prints takes what it has, and waits for none. */
const forPaper = new Map<string, HTMLImageElement>()

/** Has drawings follow the reader's choice of colours: by themselves they follow the device, in older browsers nothing else. */
export function colourDrawings() {
  const root = document.documentElement
  const sources = [...document.querySelectorAll<HTMLSourceElement>('source[data-scheme]')]
  function choose() {
    for (const source of sources) {
      const chosen = source.dataset['scheme'] === root.dataset['theme']
      source.media = chosen ? 'screen' : 'not all'
      const served = source.parentElement?.querySelector('img')?.src
      if (!chosen || !served || forPaper.has(served)) continue
      const image = new Image()
      image.src = served
      forPaper.set(served, image)
    }
  }
  if (sources.length === 0) return
  new MutationObserver(choose).observe(root, { attributeFilter: ['data-theme'] })
  choose()
}
