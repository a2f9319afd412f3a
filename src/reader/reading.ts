/**
 * Where the reader is: the passage at the reading line, and how far the next one has come. Positions of the passages
 * are measured when the layout changes, not while scrolling, so a frame of scrolling reads the place of the page
 * and of one passage, however many there are.
 */

import { onResize } from './browser.ts'
import { measure, stretchOf } from './passages.ts'

/** `step`: index of the passage at the reading line. `approach`: how far the next has come up to the line, 0 to 1. */
export interface Reading {
  step: number
  approach: number
}

/** Where in the free part of the window the eye reads, from its top. */
const LINE = 0.42

/** The next passage begins its approach at most this far down the free part of the window. */
const APPROACH_FROM = 0.98

/**
 * The passage at the line, from the tops of all passages on the page and the free part of the window (below what sticks
 * to its top, above what sticks to its bottom), all in pixels from the top of the page.
 */
export function readingAt(tops: number[], free: { top: number; bottom: number }): Reading {
  const height = free.bottom - free.top
  const line = free.top + height * LINE
  // How many have come to the line; the first counts as soon as there is one.
  const step = Math.max(0, tops.filter((top) => top <= line).length - 1)
  const next = tops[step + 1]
  if (next === undefined) return { step, approach: 0 }
  // Not before the passage at hand has come to the top: a reader who jumps to it sees it as it is, nothing ahead of it.
  const from = free.top + Math.min(height * APPROACH_FROM, next - (tops[step] ?? next))
  return { step, approach: from > line ? Math.min(1, Math.max(0, (from - next) / (from - line))) : 0 }
}

/** What the page must tell: its passages, and how many pixels of the window are covered at the top and the bottom. */
export interface Page {
  sections: HTMLElement[]
  covered: () => { top: number; bottom: number }
}

/** Where the reader is now: measured, so not for every frame. */
export function readingNow({ sections, covered }: Page): Reading {
  const { top, bottom } = covered()
  return readingAt(measure(sections).tops, { top, bottom: innerHeight - bottom })
}

/** What a browser says of a stretch that it lays out, or no longer does. */
const LAID_OUT = 'contentvisibilityautostatechange'

/** Calls `tell` when the reader has scrolled; gives back what ends it. Nothing runs while nothing moves. */
export function followReading({ sections, covered }: Page, tell: (reading: Reading) => void): () => void {
  const boxes = new Set(sections.map((section) => stretchOf(section) ?? section))
  let layout = { ...measure(sections), scrolled: scrollY, ...covered() }
  let frame = 0

  function remeasure() {
    layout = { ...measure(sections), scrolled: scrollY, ...covered() }
  }
  function read(): Reading {
    const { tops, scrolled, top, bottom } = layout
    const moved = scrollY - scrolled
    return readingAt(tops, { top: moved + top, bottom: moved + innerHeight - bottom })
  }
  /** Whether the reader has jumped to where nothing is laid out yet. */
  function isGuess({ step }: Reading): boolean {
    const stretch = stretchOf(sections[step])
    return stretch !== undefined && layout.guessed.has(stretch)
  }
  /**
   * Whether something above has been laid out since the last measuring, and the passage is elsewhere for it: a browser that
   * holds the text still scrolls the page by as much, and says so before it says what has changed.
   */
  function hasMoved({ step }: Reading): boolean {
    const passage = sections[step]
    if (!passage) return false
    const expected = (layout.tops[step] ?? 0) - (scrollY - layout.scrolled)
    return Math.abs(passage.getBoundingClientRect().top - expected) > 1
  }
  function look() {
    frame = 0
    const last = read()
    if (isGuess(last) || hasMoved(last)) remeasure()
    const reading = read()
    if (!isGuess(reading)) tell(reading)
  }
  function hasScrolled() {
    if (frame === 0) frame = requestAnimationFrame(look)
  }
  function hasLaidOut() {
    remeasure()
    hasScrolled()
  }

  const stopMeasuring = onResize([...boxes, document.documentElement], remeasure)
  for (const box of boxes) box.addEventListener(LAID_OUT, hasLaidOut)
  addEventListener('resize', remeasure)
  addEventListener('scroll', hasScrolled, { passive: true })
  return () => {
    stopMeasuring()
    for (const box of boxes) box.removeEventListener(LAID_OUT, hasLaidOut)
    removeEventListener('resize', remeasure)
    removeEventListener('scroll', hasScrolled)
    cancelAnimationFrame(frame)
  }
}
