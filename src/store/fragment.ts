/** Delay before a step reached by scrolling is written to the address, ms. */
const SCROLL_DELAY = 250

/** The fragment of the page's address. Clicks write it at once; scrolling, which passes many steps, after a delay. */
export class Fragment {
  private pending: { fragment: string; timer: number } | undefined

  constructor(private readonly entries: 'push' | 'replace') {}

  write(fragment: string, cause: 'click' | 'scroll') {
    const previous = this.cancel()
    if (cause === 'scroll') {
      const timer = window.setTimeout(() => this.put(this.cancel() ?? fragment, 'replace'), SCROLL_DELAY)
      this.pending = { fragment, timer }
      return
    }
    // Back must return to the step the reader came from.
    if (previous !== undefined) this.put(previous, 'replace')
    this.put(fragment, this.entries)
  }

  /** Cancels the pending write and returns its fragment. */
  cancel(): string | undefined {
    const { fragment, timer } = this.pending ?? {}
    clearTimeout(timer)
    this.pending = undefined
    return fragment
  }

  private put(fragment: string, how: 'push' | 'replace') {
    if (location.hash === fragment) return
    try {
      if (how === 'push') history.pushState(null, '', fragment)
      else history.replaceState(null, '', fragment)
    } catch {
      // Safari allows 100 changes in 30 seconds, a sandboxed iframe none. The page works without.
    }
  }
}
