/** The browser all pages are opened in, and the machines it pretends to be. */
import { type Browser, type BrowserContextOptions, chromium } from 'playwright'
import { findBrowser } from '../browser/find-browser.ts'

export interface Profile {
  name: string
  context: BrowserContextOptions
  /** How many times slower the processor is made */
  slowdown: number
  /** Bits a second, and ms before each answer; undefined: as fast as the machine */
  network?: { down: number; up: number; latency: number }
}

/**
 * The phone and the line Lighthouse takes for slow ones. It has no touch screen: on one, TimelineJS takes its buttons
 * away and wants to be swiped, and then there would be nothing to compare.
 */
export const PHONE: Profile = {
  name: 'phone',
  context: { viewport: { width: 412, height: 823 }, deviceScaleFactor: 1.75 },
  slowdown: 4,
  network: { down: 1.6e6, up: 0.75e6, latency: 150 },
}

export const DESKTOP: Profile = {
  name: 'desktop',
  context: { viewport: { width: 1280, height: 800 } },
  slowdown: 1,
}

export async function launch(): Promise<Browser> {
  return chromium.launch({
    executablePath: await findBrowser(),
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      // Nothing but our server can be reached.
      '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost',
    ],
  })
}
