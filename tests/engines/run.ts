/**
 * Both journeys in three engines, over the built site. Prints a line for each, and `N passed, N failed` as the last one;
 * the same counts go to the file that the first argument names, as JSON. An engine that is not there and cannot be
 * installed fails in CI and is left out elsewhere.
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Engine, findBrowser, howToInstall } from '../browser/find-browser.ts'
import { sendShipped, serve } from '../browser/serve.ts'
import type { Driver } from './driver.ts'
import { hostPage, JOURNEYS } from './journeys.ts'
import { startPuppeteer } from './puppeteer.ts'
import { startWebKit } from './webkit.ts'

const DIST = fileURLToPath(new URL('../../dist/', import.meta.url))

const ENGINES: { engine: Engine; start: (path: string) => Promise<Driver> }[] = [
  { engine: 'chromium', start: (path) => startPuppeteer('chrome', path) },
  { engine: 'firefox', start: (path) => startPuppeteer('firefox', path) },
  { engine: 'webkit', start: startWebKit },
]

/** Runs first in every page of the site: what a console would show goes to the server, as the address of a picture. */
const REPORT = `for (const type of ['error', 'unhandledrejection', 'securitypolicyviolation'])
  addEventListener(type, (event) => {
    const what = event.message ?? event.reason ?? event.violatedDirective ?? event.target.src ?? event.target.href
    new Image().src = '/reported?' + encodeURIComponent(type + ': ' + what)
  }, true)`

const reported: string[] = []
const site = await serve((request, response) => {
  const { pathname, search } = new URL(request.url ?? '/', 'http://localhost')
  if (pathname === '/favicon.ico') return response.writeHead(204).end()
  if (pathname === '/report.js') return response.writeHead(200, { 'content-type': 'text/javascript' }).end(REPORT)
  if (pathname === '/reported') {
    reported.push(decodeURIComponent(search.slice(1)))
    return response.writeHead(204).end()
  }
  return sendShipped(request, response, (html) => html.replace('<head>', '<head><script src="/report.js"></script>'))
})
// Of those without a map Chromium sees enough.
const stories = readdirSync(DIST)
  .filter((name) => existsSync(join(DIST, name, 'embed/index.html')))
  .filter((name) => readFileSync(join(DIST, name, 'index.html'), 'utf8').includes('id="_map"'))
  .map((slug) => `${site.url}${slug}/`)
const host = await serve((request, response) => {
  if (request.url !== '/') return response.writeHead(204).end()
  response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' })
  response.end(hostPage(site.url, stories[0] ?? '', stories.at(-1) ?? ''))
})
const addresses = { site: site.url, stories, host: host.url }

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => process.exit(1))

const counts = { passed: 0, failed: 0 }
for (const { engine, start } of ENGINES) {
  const path = await findBrowser(engine)
  if (path) await travel(engine, () => start(path))
  else {
    const missing = `${engine} is not there and could not be installed: ${howToInstall(engine)}`
    if (process.env['CI']) count(false, missing)
    else console.log(`left out  ${missing}`)
  }
}
site.close()
host.close()
console.log(`${counts.passed} passed, ${counts.failed} failed`)
const [report] = process.argv.slice(2)
if (report) writeFileSync(report, JSON.stringify(counts))
process.exit(counts.failed === 0 ? 0 : 1)

/** Makes both journeys in one browser, and ends it. */
async function travel(engine: Engine, start: () => Promise<Driver>) {
  let driver: Driver | undefined
  try {
    driver = await start()
  } catch (error) {
    return count(false, `${engine} does not start`, error)
  }
  for (const { name, run } of JOURNEYS) {
    const began = Date.now()
    const title = () => `${engine}, ${name} (${((Date.now() - began) / 1000).toFixed(1)} s)`
    reported.length = 0
    try {
      await run(driver, addresses)
      count(reported.length === 0, title(), ...reported)
    } catch (error) {
      count(false, title(), error, ...reported)
    }
  }
  await driver.close().catch(console.error)
}

function count(passed: boolean, title: string, ...why: unknown[]) {
  counts[passed ? 'passed' : 'failed'] += 1
  console.log(`${passed ? 'passed' : 'failed'}  ${title}`)
  for (const line of why) console.error(line)
}
