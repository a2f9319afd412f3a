/** The page that a test is given: to open the site in a browser context of its own costs twice as much as a visit. */
import { type Browser, type BrowserContextOptions, test as base, type CDPSession, type Page } from '@playwright/test'

/**
 * For tests that change their page beyond repair: a script that runs before the page's own, a clock, a function exposed to
 * the page, a setting of the browser changed over its protocol, a page saved for reading offline.
 */
export const FRESH = { tag: '@fresh' } as const

/** Does what a reader does first in every page that is opened: until then its script waits. */
function act() {
  addEventListener('DOMContentLoaded', () => dispatchEvent(new Event('wheel')))
}

interface Shared {
  page: Page
  session: CDPSession
}

/** What tests listen to. */
const EVENTS = ['console', 'pageerror', 'request', 'download']

/**
 * The tests of a worker share a page for each set of options. After each test it is as it was: blank, without history,
 * routes, listeners, storage and permissions.
 */
export const test = base.extend<object, { shared: Map<string, Shared> }>({
  shared: [
    async ({ browser: _ }, use) => {
      const shared = new Map<string, Shared>()
      await use(shared)
      for (const { page } of shared.values()) await page.context().close()
    },
    { scope: 'worker' },
  ],
  page: async (
    { browser, shared, baseURL, viewport, contextOptions, hasTouch, javaScriptEnabled, bypassCSP },
    use,
    { tags },
  ) => {
    if (tags.includes(FRESH.tag)) {
      const context = await browser.newContext()
      await context.addInitScript(act)
      await use(await context.newPage())
      return context.close()
    }
    const options = { baseURL, hasTouch, javaScriptEnabled, bypassCSP }
    const kind = JSON.stringify(options)
    const found = shared.get(kind)
    const page = found?.page ?? (await newPage(browser, options))
    const session = found?.session ?? (await page.context().newCDPSession(page))
    shared.set(kind, { page, session })
    if (viewport) await page.setViewportSize(viewport)
    const { reducedMotion = 'no-preference' } = contextOptions
    await page.emulateMedia({ reducedMotion, colorScheme: 'light', media: null, forcedColors: null })
    await use(page)
    await reset(page, session, new URL(baseURL ?? '').origin)
  },
  context: ({ page }, use) => use(page.context()),
})

async function newPage(browser: Browser, options: BrowserContextOptions): Promise<Page> {
  const context = await browser.newContext(options)
  await context.addInitScript(act)
  return context.newPage()
}

async function reset(page: Page, session: CDPSession, origin: string) {
  const context = page.context()
  for (const other of context.pages()) if (other !== page) await other.close()
  for (const event of EVENTS) page.removeAllListeners(event)
  await Promise.all([page.unrouteAll({ behavior: 'ignoreErrors' }), context.clearPermissions()])
  await page.goto('about:blank')
  await Promise.all([
    page.mouse.move(-1, -1),
    session.send('Page.resetNavigationHistory'),
    session.send('Storage.clearDataForOrigin', { origin, storageTypes: 'local_storage' }),
  ])
}
