/** What a journey needs of a browser, whichever engine it has. */
import { setTimeout as pause } from 'node:timers/promises'

/** Keys that a journey presses, and their code points in WebDriver. */
export const KEYS = {
  End: '\uE010',
  Home: '\uE011',
  Escape: '\uE00C',
  ArrowRight: '\uE014',
} as const

export type Key = keyof typeof KEYS

/** Size of the window, CSS pixels. */
export const WINDOW = { width: 1280, height: 800 } as const

/** Time for a browser to start or to answer one command, ms: a loaded machine is slow, a broken one is not waited for forever. */
export const PATIENCE = 120_000

/** How long a journey waits for what a reader expects to see, ms. */
const LONGEST = 60_000
const BETWEEN_LOOKS = 50

/**
 * One window of one browser. Functions given to `read` run in the page, or in the frame that was entered: they are sent
 * as text, so they use nothing from around them but their arguments.
 */
export interface Driver {
  open(address: string): Promise<void>
  read<A extends unknown[], T>(inPage: (...args: A) => T, ...args: A): Promise<T>
  /** Clicks the first visible element that matches `css`, and has `name` in its name */
  click(css: string, name?: string): Promise<void>
  press(key: Key): Promise<void>
  /** Turns the wheel over the middle of the window, CSS pixels downwards */
  wheel(down: number): Promise<void>
  /** Goes into the frame that is in the shadow root of the element that matches `css` */
  enter(css: string): Promise<void>
  /** Goes back to the page around the frame */
  leave(): Promise<void>
  close(): Promise<void>
}

/** What calls `inPage` with `args` and gives the result as JSON: text is the same in every engine. */
export function asScript(inPage: { toString(): string }, args: unknown[]): string {
  return `JSON.stringify((${inPage})(...${JSON.stringify(args)}) ?? null)`
}

/** Runs in the page: the first visible element that matches `css`, and has `name` in its name. */
export function findVisible(css: string, name: string): Element | undefined {
  return [...document.querySelectorAll(css)].find(
    (element) =>
      element.checkVisibility({ visibilityProperty: true }) &&
      (element.getAttribute('aria-label') ?? element.textContent ?? '').includes(name),
  )
}

/** Runs in the page: the frame in the shadow root of the element that matches `css`. */
export function findFrame(css: string): Element | null | undefined {
  return document.querySelector(css)?.shadowRoot?.querySelector('iframe')
}

/** Looks again and again until `inPage` gives what `holds` accepts, and returns that. */
export async function waitFor<A extends unknown[], T>(
  driver: Driver,
  expectation: string,
  holds: (value: T) => boolean,
  inPage: (...args: A) => T,
  ...args: A
): Promise<T> {
  const end = Date.now() + LONGEST
  for (;;) {
    const value = await driver.read(inPage, ...args)
    if (holds(value)) return value
    if (Date.now() > end) throw new Error(`${expectation}: still ${JSON.stringify(value)}`)
    await pause(BETWEEN_LOOKS)
  }
}
