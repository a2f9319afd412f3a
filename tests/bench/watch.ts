/**
 * What is noted inside a page. `watch` is handed to the browser as text and runs before anything of the page does; it
 * only listens, so it costs every page the same.
 */

/** All times in ms since the navigation began. */
export interface Watched {
  /** The first frame in which the text has its place and nothing hides it: when it was begun, and when it was done */
  textFrame: number | undefined
  textPainted: number | undefined
  firstPaint: number | undefined
  largestPaint: number | undefined
  /** Sum of layout shifts without recent input */
  shift: number
  longTasks: { start: number; duration: number }[]
  /** For every press and every turn of the wheel, in order: from the event to the end of the frame that follows, ms */
  presses: number[]
  turns: number[]
  /** From the browser's own Event Timing: an interaction and the longest of its events until the next paint, ms */
  events: { interaction: number; duration: number }[]
}

declare global {
  interface Window {
    bench: Watched
  }
}

/** What the page says in the console when its text can be read: to ask it meanwhile would cost it script of the tool. */
export const READABLE = 'bench: readable'

/** `text`: CSS of the text that must be readable. `readable`: what to say when it is. */
export function watch({ text, readable }: { text: string; readable: string }) {
  const seen: Watched = {
    textFrame: undefined,
    textPainted: undefined,
    firstPaint: undefined,
    largestPaint: undefined,
    shift: 0,
    longTasks: [],
    presses: [],
    turns: [],
    events: [],
  }
  window.bench = seen

  observe('paint', (entry) => {
    if (entry.name === 'first-contentful-paint') seen.firstPaint = entry.startTime
  })
  observe('largest-contentful-paint', (entry) => {
    seen.largestPaint = entry.startTime
  })
  observe('layout-shift', (entry) => {
    if (!Reflect.get(entry, 'hadRecentInput')) seen.shift += Number(Reflect.get(entry, 'value'))
  })
  observe('longtask', ({ startTime, duration }) => {
    seen.longTasks.push({ start: startTime, duration })
  })
  observe('event', (entry) => {
    const interaction = Number(Reflect.get(entry, 'interactionId') ?? 0)
    if (interaction) seen.events.push({ interaction, duration: entry.duration })
  })

  function observe(type: string, note: (entry: PerformanceEntry) => void) {
    // 16 ms is the least the browser lets us ask for; other entries have no threshold.
    const options: PerformanceObserverInit & { durationThreshold: number } = {
      type,
      buffered: true,
      durationThreshold: 16,
    }
    new PerformanceObserver((list) => list.getEntries().forEach(note)).observe(options)
  }

  /**
   * Calls `tell` when the frame at hand is done, style, layout and paint included: a message waits its turn behind the
   * frame it is sent from. A second animation frame would also wait for the screen, up to 17 ms more.
   */
  function afterPaint(tell: () => void) {
    const { port1, port2 } = new MessageChannel()
    port1.onmessage = tell
    port2.postMessage(undefined)
  }

  function look() {
    const element = document.querySelector<HTMLElement>(text)
    const shown = element?.checkVisibility({ opacityProperty: true, visibilityProperty: true })
    if (!element || !shown || element.offsetWidth * element.offsetHeight === 0) return requestAnimationFrame(look)
    seen.textFrame = performance.now()
    afterPaint(() => {
      seen.textPainted = performance.now()
      console.info(readable)
    })
  }
  requestAnimationFrame(look)

  addEventListener(
    'click',
    ({ timeStamp }) => {
      requestAnimationFrame(() => afterPaint(() => seen.presses.push(performance.now() - timeStamp)))
    },
    { capture: true },
  )

  // A turn of the wheel is answered in the frame that tells the page it has scrolled.
  let turned: number | undefined
  addEventListener(
    'wheel',
    ({ timeStamp }) => {
      turned ??= timeStamp
    },
    { capture: true, passive: true },
  )
  addEventListener(
    'scroll',
    () => {
      if (turned === undefined) return
      const start = turned
      turned = undefined
      requestAnimationFrame(() => afterPaint(() => seen.turns.push(performance.now() - start)))
    },
    { capture: true, passive: true },
  )
}
