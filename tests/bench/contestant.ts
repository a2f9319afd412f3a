/** A page in the comparison, and where on it things are. */
export interface Contestant {
  name: string
  /** Its address on the server of the benchmark, without a slash at its start */
  path: string
  /** CSS: the running text a reader reads first */
  text: string
  /** CSS: the mark of the step the page is at. Another element, or the same one with another name, is another step. */
  current?: string
  /** Playwright selectors */
  beads?: string
  previous?: string
  next?: string
  /** CSS: the passage of a step; only for pages that a reader scrolls through */
  passage?: (step: { id: string; index: number }) => string
}
