/**
 * The reading position: the passage at the reading line and the progress of the next one towards it. Passages are
 * measured when the layout changes, not while scrolling: a scroll frame reads the scroll offset and the position of one
 * passage.
 */

import { onResize } from './browser.ts'
import { bringIntoView, topsOf } from './passages.ts'

/** `step`: index of the passage at the reading line. `progress`: of the next passage towards the line, 0 to 1. */
export interface Reading {
  step: number
  progress: number
}

/**
 * Position of the reading line, as a fraction of the height of the uncovered area; as in Article.module.css, where passages
 * are at least that high. Lower, and the short ones would stand apart.
 */
export const OFFSET = 0.33

/** Lowest position at which progress of the next passage starts, likewise. */
const START = 0.98

/** The uncovered area: below what sticks to the top of the window, above what sticks to its bottom. Pixels. */
interface Area {
  top: number
  bottom: number
}

/** Position of the reading line, in the pixels of the area. */
function lineIn({ top, bottom }: Area): number {
  return top + (bottom - top) * OFFSET
}

/** The passage at the line. `tops` of all passages and `area` are in pixels from the top of the page. */
export function readingAt(tops: number[], area: Area): Reading {
  const height = area.bottom - area.top
  const line = lineIn(area)
  // The last passage whose top has reached the line, or the first passage.
  const step = Math.max(0, tops.filter((top) => top <= line).length - 1)
  const next = tops[step + 1]
  if (next === undefined) return { step, progress: 0 }
  // Starts when the current passage is at the top, so a reader who jumps to it sees no progress yet.
  const from = area.top + Math.min(height * START, next - (tops[step] ?? next))
  return { step, progress: from > line ? Math.min(1, Math.max(0, (from - next) / (from - line))) : 0 }
}

/**
 * A passage that starts up to this far above the uncovered area still shows its heading, which has a margin. Pixels.
 */
const MARGIN = 24

/** A position in the text. `part`: fraction of the passage above the line, 0 to 1; 0 while its start is in view. */
export interface Position {
  index: number
  part: number
}

/**
 * The position at the line; undefined above the first passage. `tops`: of all passages, and the end of the last one.
 */
export function positionAt(tops: number[], area: Area): Position | undefined {
  const { step: index } = readingAt(tops, area)
  const [top = 0, next = top] = tops.slice(index)
  const above = lineIn(area) - top
  if (above < 0) return undefined
  const startInView = top > area.top - MARGIN
  return { index, part: startInView || next <= top ? 0 : above / (next - top) }
}

/** The passages of a page, and how many pixels of the window are covered at the top and the bottom. */
export interface Page {
  sections: HTMLElement[]
  covered: () => { top: number; bottom: number }
}

/** The current reading position. Forces layout, so not for every frame. */
export function readingNow({ sections, covered }: Page): Reading {
  const { top, bottom } = covered()
  return readingAt(topsOf(sections), { top, bottom: innerHeight - bottom })
}

/** Measurements of the page and the window. */
interface Layout {
  /** Tops of the passages, end of the last one, end of the page; pixels from the top of the page */
  tops: number[]
  /** Pixels from the top of the window */
  area: Area
  /** Width and font size: when they change, lines break elsewhere and every passage moves */
  textSize: string
}

function layoutOf({ sections, covered }: Page): Layout {
  const root = document.documentElement
  const ends = [sections.at(-1), root].map((element) => element?.getBoundingClientRect().bottom ?? 0)
  const { top, bottom } = covered()
  return {
    tops: [...topsOf(sections), ...ends].map((top) => top + scrollY),
    area: { top, bottom: innerHeight - bottom },
    textSize: `${root.clientWidth} ${getComputedStyle(root).fontSize}`,
  }
}

/**
 * Calls `onRead` when the reader scrolls, and keeps the reading position when lines break elsewhere (rotated phone,
 * larger text). Nothing runs while nothing moves.
 */
export function followReading(page: Page, onRead: (reading: Reading) => void) {
  const { sections } = page
  let layout = layoutOf(page)
  let position = currentPosition()
  let frame = 0

  function visibleArea(): Area {
    const { top, bottom } = layout.area
    return { top: scrollY + top, bottom: scrollY + bottom }
  }
  function currentPosition(): Position | undefined {
    return scrollY === 0 ? undefined : positionAt(layout.tops, visibleArea())
  }
  function currentReading(): Reading {
    return readingAt(layout.tops.slice(0, sections.length), visibleArea())
  }
  /**
   * Whether something above the passage changed height since the last measurement: with scroll anchoring the browser
   * scrolls by as much, and the scroll event comes before the resize observers.
   */
  function hasMoved({ step }: Reading): boolean {
    const { top = 0 } = sections[step]?.getBoundingClientRect() ?? {}
    return Math.abs(top + scrollY - (layout.tops[step] ?? 0)) > 1
  }

  function remeasure() {
    const { textSize } = layout
    layout = layoutOf(page)
    if (position && layout.textSize !== textSize) restore(position)
    else position = currentPosition()
  }
  function restore({ index, part }: Position) {
    const passage = sections[index]
    // To its start first: in a long story, passages far away are not laid out.
    bringIntoView(passage)
    layout = layoutOf(page)
    if (passage && part === 0) return
    const [top = 0, next = top] = layout.tops.slice(index)
    scrollTo({ top: Math.ceil(top + part * (next - top) - lineIn(layout.area)), behavior: 'instant' })
  }
  function update() {
    frame = 0
    if (hasMoved(currentReading())) remeasure()
    position = currentPosition()
    onRead(currentReading())
  }
  function onScroll() {
    if (frame === 0) frame = requestAnimationFrame(update)
  }

  onResize([...sections, document.documentElement], remeasure)
  addEventListener('resize', remeasure)
  addEventListener('scroll', onScroll, { passive: true })
}
