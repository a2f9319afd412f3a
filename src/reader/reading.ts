/**
 * Where the reader is: the passage at the reading line, and how far the next one has come. Positions of the passages
 * are measured when the layout changes, not while scrolling, so a frame of scrolling reads the place of the page
 * and of one passage, however many there are.
 */

import { onResize } from './browser.ts'
import { bringIntoView, type Measured, measure, stretchOf } from './passages.ts'

/** `step`: index of the passage at the reading line. `approach`: how far the next has come up to the line, 0 to 1. */
export interface Reading {
  step: number
  approach: number
}

/** Where in the free part of the window the eye reads, from its top. */
const LINE = 0.42

/** The next passage begins its approach at most this far down the free part of the window. */
const APPROACH_FROM = 0.98

/** The free part of a window: below what sticks to its top, above what sticks to its bottom. In pixels. */
interface Free {
  top: number
  bottom: number
}

/** Where the eye reads, in the pixels of `free`. */
function lineIn({ top, bottom }: Free): number {
  return top + (bottom - top) * LINE
}

/**
 * The passage at the line, from the tops of all passages on the page and the free part of the window, all in pixels from
 * the top of the page.
 */
export function readingAt(tops: number[], free: Free): Reading {
  const height = free.bottom - free.top
  const line = lineIn(free)
  // How many have come to the line; the first counts as soon as there is one.
  const step = Math.max(0, tops.filter((top) => top <= line).length - 1)
  const next = tops[step + 1]
  if (next === undefined) return { step, approach: 0 }
  // Not before the passage at hand has come to the top: a reader who jumps to it sees it as it is, nothing ahead of it.
  const from = free.top + Math.min(height * APPROACH_FROM, next - (tops[step] ?? next))
  return { step, approach: from > line ? Math.min(1, Math.max(0, (from - next) / (from - line))) : 0 }
}

/** A passage that begins so little above the free part, in pixels, still shows its heading: there is a space before it. */
const MARGIN = 24

/** What stands at the reading line. `part`: how much of it is above the line, 0 to 1; 0 while its beginning is in view. */
export interface Place {
  index: number
  part: number
}

/** The place at the line, from the tops of all that is read, the last one's end among them; none before the first. */
export function placeAt(tops: number[], free: Free): Place | undefined {
  const { step: index } = readingAt(tops, free)
  const [top = 0, next = top] = tops.slice(index)
  const above = lineIn(free) - top
  if (above < 0) return undefined
  const begins = top > free.top - MARGIN
  return { index, part: begins || next <= top ? 0 : above / (next - top) }
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

/** What is measured of the page, in its own pixels, and of the window, in the window's. */
interface Layout {
  /** Where the passages begin, the last one ends, and what follows them */
  tops: number[]
  guessed: Measured['guessed']
  free: Free
  /** What lines break by: where it is another, every passage is elsewhere */
  lines: string
}

function layoutOf({ sections, covered }: Page): Layout {
  const root = document.documentElement
  const { tops, guessed } = measure(sections)
  const last = sections.at(-1)
  const ends = [stretchOf(last) ?? last, root].map((element) => element?.getBoundingClientRect().bottom ?? 0)
  const { top, bottom } = covered()
  return {
    tops: [...tops, ...ends].map((top) => top + scrollY),
    guessed,
    free: { top, bottom: innerHeight - bottom },
    lines: `${root.clientWidth} ${getComputedStyle(root).fontSize}`,
  }
}

/**
 * Calls `tell` when the reader has scrolled, and keeps what they read where they read it when lines break anew: the phone
 * is turned, letters grow. Gives back what ends it. Nothing runs while nothing moves.
 */
export function followReading(page: Page, tell: (reading: Reading) => void): () => void {
  const { sections } = page
  const boxes = new Set(sections.map((section) => stretchOf(section) ?? section))
  let layout = layoutOf(page)
  let place = placeNow()
  let frame = 0

  function freeNow(): Free {
    const { top, bottom } = layout.free
    return { top: scrollY + top, bottom: scrollY + bottom }
  }
  function placeNow(): Place | undefined {
    return scrollY === 0 ? undefined : placeAt(layout.tops, freeNow())
  }
  function read(): Reading {
    return readingAt(layout.tops.slice(0, sections.length), freeNow())
  }
  /** Whether the reader has jumped to where nothing is laid out yet. */
  function isGuess({ step }: Reading): boolean {
    return layout.guessed.has(stretchOf(sections[step]))
  }
  /**
   * Whether something above has been laid out since the last measuring, and the passage is elsewhere for it: a browser that
   * holds the text still scrolls the page by as much, and says so before it says what has changed.
   */
  function hasMoved({ step }: Reading): boolean {
    const { top = 0 } = sections[step]?.getBoundingClientRect() ?? {}
    return Math.abs(top + scrollY - (layout.tops[step] ?? 0)) > 1
  }

  function remeasure() {
    const { lines } = layout
    layout = layoutOf(page)
    if (place && layout.lines !== lines) bringBack(place)
    else place = placeNow()
  }
  function bringBack({ index, part }: Place) {
    const passage = sections[index]
    // First to its beginning: what is far away has no place before it is laid out.
    bringIntoView(passage)
    layout = layoutOf(page)
    if (passage && part === 0) return
    const [top = 0, next = top] = layout.tops.slice(index)
    scrollTo({ top: Math.ceil(top + part * (next - top) - lineIn(layout.free)), behavior: 'instant' })
  }
  function look() {
    frame = 0
    const last = read()
    if (isGuess(last) || hasMoved(last)) remeasure()
    const reading = read()
    if (isGuess(reading)) return
    place = placeNow()
    tell(reading)
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
