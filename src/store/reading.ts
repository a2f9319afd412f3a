/**
 * Where the reader is: the passage at the reading line, and how far the next one has come. Positions of the passages
 * are measured when the layout changes, not while scrolling, so a frame of scrolling reads the place of the page
 * and of one passage, however many there are.
 */

import { onResize } from './browser.ts'
import { bringIntoView, topsOf } from './passages.ts'

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
  return readingAt(topsOf(sections), { top, bottom: innerHeight - bottom })
}

/** What is measured of the page, in its own pixels, and of the window, in the window's. */
interface Layout {
  /** Where the passages begin, the last one ends, and the page ends */
  tops: number[]
  free: Free
  /** What lines break by: when it changes, every passage moves */
  lines: string
}

function layoutOf({ sections, covered }: Page): Layout {
  const root = document.documentElement
  const ends = [sections.at(-1), root].map((element) => element?.getBoundingClientRect().bottom ?? 0)
  const { top, bottom } = covered()
  return {
    tops: [...topsOf(sections), ...ends].map((top) => top + scrollY),
    free: { top, bottom: innerHeight - bottom },
    lines: `${root.clientWidth} ${getComputedStyle(root).fontSize}`,
  }
}

/**
 * Calls `onRead` when the reader has scrolled, and keeps the text in place when lines break anew: the phone is turned,
 * letters grow. Returns a function that ends it. Nothing runs while nothing moves.
 */
export function followReading(page: Page, onRead: (reading: Reading) => void): () => void {
  const { sections } = page
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
  /**
   * Whether something above the passage has changed its height since the last measuring: a browser that holds the text in
   * place scrolls the page by as much, and its scroll event comes before its resize observers are called.
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
    // First to its beginning: what is far away is not laid out in a long story.
    bringIntoView(passage)
    layout = layoutOf(page)
    if (passage && part === 0) return
    const [top = 0, next = top] = layout.tops.slice(index)
    scrollTo({ top: Math.ceil(top + part * (next - top) - lineIn(layout.free)), behavior: 'instant' })
  }
  function look() {
    frame = 0
    if (hasMoved(read())) remeasure()
    place = placeNow()
    onRead(read())
  }
  function onScroll() {
    if (frame === 0) frame = requestAnimationFrame(look)
  }

  const stopMeasuring = onResize([...sections, document.documentElement], remeasure)
  addEventListener('resize', remeasure)
  addEventListener('scroll', onScroll, { passive: true })
  return () => {
    stopMeasuring()
    removeEventListener('resize', remeasure)
    removeEventListener('scroll', onScroll)
    cancelAnimationFrame(frame)
  }
}
