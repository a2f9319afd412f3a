import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from '@playwright/test'

const require = createRequire(import.meta.url)
const READER = require.resolve('@guidepup/virtual-screen-reader/browser.js')

/**
 * What a screen reader says from the start of the page, a line each, until one matches `last`. The page must have been
 * opened without its policy, which allows no script but ours (`bypassCSP`).
 */
export async function heardUntil(page: Page, last: RegExp): Promise<string[]> {
  await page.route('**/_screen-reader.js', (route) =>
    route.fulfill({ contentType: 'text/javascript', body: readFileSync(READER, 'utf8') }),
  )
  return page.evaluate(async (last) => {
    // What browsers keep from screen readers, which this one does not know.
    for (const hidden of document.querySelectorAll('details:not([open]) > :not(summary)')) hidden.ariaHidden = 'true'
    for (const unused of document.querySelectorAll('noscript')) unused.remove()
    const { virtual } = await import(new URL('/_screen-reader.js', location.href).href)
    await virtual.start({ container: document.body })
    const end = new RegExp(last)
    for (let i = 0; i < 2000 && !end.test(await virtual.lastSpokenPhrase()); i += 1) await virtual.next()
    const heard: string[] = await virtual.spokenPhraseLog()
    await virtual.stop()
    return heard
  }, last.source)
}
