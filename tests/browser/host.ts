/** Host pages on another origin, and what stands in them. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { FrameLocator, Page } from '@playwright/test'
import { sendSite, serve } from './serve.ts'
import { test as base } from './shared-page.ts'
import { BAND } from './sites.ts'

const require = createRequire(import.meta.url)
/** Scripts of others that a host page may load from its own server. */
const SCRIPTS: Record<string, string> = {
  '/pym.js': readFileSync(require.resolve('pym.js/dist/pym.v1.min.js'), 'utf8'),
  '/iframe-resizer.js': readFileSync(require.resolve('iframe-resizer/js/iframeResizer.min.js'), 'utf8'),
}

interface Asked {
  path: string
  referrer: string | undefined
}

interface Host {
  /** Address of the tests' site on a plain server, with a slash at its end: in every test no other origin may read it */
  site: string
  /** What that server was asked for, and what it was told of who asked */
  asked: Asked[]
  /** Opens a page of another origin with `body`; `{site}` in it is the address of the built site */
  open: (body: string, options?: { head?: string; policy?: string; headers?: Record<string, string> }) => Promise<void>
  heard: string[]
}

/** Both servers, for all tests of a worker. */
interface Servers {
  site: string
  asked: Asked[]
  host: string
  /** What the host answers with */
  shown: { html: string; headers: Record<string, string> }
}

/** A host page on another port, and what its console says. */
export const test = base.extend<{ host: Host }, { servers: Servers }>({
  servers: [
    async ({ browser: _ }, use) => {
      const asked: Asked[] = []
      const site = await serve((request, response) => {
        asked.push({ path: request.url ?? '', referrer: request.headers.referer })
        return sendSite(request, response)
      })
      const shown: Servers['shown'] = { html: '', headers: {} }
      const host = await serve((request, response) => {
        const script = SCRIPTS[request.url ?? '']
        if (script) return response.writeHead(200, { 'content-type': 'text/javascript' }).end(script)
        if (request.url === '/favicon.ico') return response.writeHead(204).end()
        response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', ...shown.headers }).end(shown.html)
      })
      await use({ site: site.url, asked, host: host.url, shown })
      site.close()
      host.close()
    },
    { scope: 'worker' },
  ],
  host: async ({ page, servers: { site, asked, host, shown } }, use) => {
    asked.length = 0
    const heard: string[] = []
    page.on('console', (message) => {
      if (/error|warning/.test(message.type())) heard.push(message.text())
    })
    page.on('pageerror', (error) => heard.push(error.message))
    const watching = await page.addInitScript(watchHost)
    await use({
      site,
      asked,
      heard,
      async open(body, { head = '', policy, headers } = {}) {
        const html = `<!doctype html><html lang="en"><head><meta name="viewport" content="width=device-width">${head}</head><body>${body}</body></html>`
        shown.html = html.replaceAll('{site}', site)
        shown.headers = { ...headers, ...(policy && { 'content-security-policy': policy.replaceAll('{site}', site) }) }
        // Not “load”: a frame that is held back may hold that back too.
        await page.goto(host, { waitUntil: 'domcontentloaded' })
      },
    })
    await watching.dispose()
  },
})

/** Runs in the host page: notes layout shifts, our events, and the globals there were before. */
export function watchHost() {
  const seen = { shifts: [] as string[], events: [] as unknown[], globals: Object.keys(window) }
  Object.assign(window, { seen })
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
      if (!('value' in entry) || Reflect.get(entry, 'hadRecentInput')) continue
      const sources: { node?: Node; previousRect: DOMRect; currentRect: DOMRect }[] = Reflect.get(entry, 'sources')
      // A blank at the end of a line has no place until the word after it has come: nothing to be seen moves.
      if (sources.every(({ node }) => node instanceof Text && !node.data.trim())) continue
      const moved = sources.map(
        ({ node, previousRect: from, currentRect: to }) =>
          `${node?.nodeName} ${from.x},${from.y} ${from.width}×${from.height} → ${to.x},${to.y} ${to.width}×${to.height}`,
      )
      seen.shifts.push(`${entry.value} ${moved.join('; ')}`)
    }
  }).observe({ type: 'layout-shift', buffered: true })
  for (const name of ['ready', 'step', 'error'])
    addEventListener(`datelines:${name}`, (event) => {
      seen.events.push([name, Reflect.get(event, 'detail')])
    })
}

export const seenBy = (
  page: Page,
): Promise<{ shifts: string[]; events: [string, Record<string, unknown>][]; globals: string[] }> =>
  page.evaluate(() => Reflect.get(window, 'seen'))

export const SCRIPT = '<script async src="{site}embed.js"></script>'
export const ROOM = 'style="display:block;min-height:680px"'
export const STORY = (attributes = '') => `<datelines-story src="{site}${BAND}/" lang="en" ${ROOM} ${attributes}>
  <a href="{site}${BAND}/"><img src="{site}${BAND}/poster.png" width="1200" height="630" alt="" style="max-width:100%;height:auto">The explainer</a>
</datelines-story>`
export const BEFORE = '<p><a href="#before">Before</a></p>'
export const AFTER = '<p><a href="#after">After</a></p>'

export const explainer = (page: Page, nth = 0) => page.locator('datelines-story').nth(nth).frameLocator('iframe')

export async function interactive(frame: FrameLocator) {
  await frame.getByRole('button', { name: 'Move the map' }).waitFor()
}

export const stepIn = (frame: FrameLocator) => frame.locator('nav [aria-current="step"]')
