import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import { UNREGISTER } from '../../src/build/webApp.tsx'
import { explainer, interactive } from './host.ts'
import { expect, expectStep, open, test } from './page.ts'
import { type Server, sendSite, serve } from './serve.ts'
import { FRESH, test as plain } from './shared-page.ts'
import { TEST_SITE } from './sites.ts'

const keeping = (page: Page) => page.getByRole('button', { name: 'Save for offline reading' })

async function keep(page: Page) {
  // It stands at the end, where all that comes before must have its place.
  await keeping(page).click()
  await expect(page.getByText('Saved for offline reading.')).toBeVisible()
}

const stored = (page: Page) =>
  page.evaluate(async () => [await caches.keys(), (await navigator.serviceWorker.getRegistrations()).length].flat())

test('a kept page opens again without a network, with its map and all its steps', FRESH, async ({ page, context }) => {
  await open(page)
  expect(await stored(page), 'before the reader asks').toEqual([0])
  await keep(page)
  await context.setOffline(true)
  await page.goto('./lost-band/?from=elsewhere#fog')
  await expectStep(page, 'fog')
  await page.getByRole('button', { name: 'Next' }).click()
  await page.getByRole('button', { name: 'Move the map' }).click()
  await expect(page.getByRole('group', { name: /arrow keys/i })).toBeVisible()
  expect(await page.evaluate(() => document.fonts.check('700 20px "Source Serif 4"'))).toBe(true)
  await expect(page.getByText('Saved for offline reading.')).toBeAttached()
})

test('what is given up is gone, the worker with it', FRESH, async ({ page }) => {
  await open(page)
  await keep(page)
  await page.reload()
  await page.getByRole('button', { name: 'Remove the saved copy' }).click()
  await expect(keeping(page)).toBeVisible()
  expect(await stored(page)).toEqual([0])
})

test('where a kept page cannot be removed, the page says so, and that it is still kept', FRESH, async ({ page }) => {
  // The console has the reason.
  page.removeAllListeners('console')
  await open(page)
  await keep(page)
  await page.evaluate(() => {
    navigator.serviceWorker.getRegistration = async () => undefined
  })
  await page.getByRole('button', { name: 'Remove the saved copy' }).click()
  await expect(page.getByRole('alert')).toHaveText('Could not remove it. Try again.')
  await expect(page.getByRole('button', { name: 'Remove the saved copy' })).toBeVisible()
})

test('two kept pages share what they need; giving up one leaves the other whole', FRESH, async ({ page, context }) => {
  await open(page)
  await keep(page)
  await page.goto('./')
  await keep(page)
  await page.getByRole('button', { name: 'Remove the saved copy' }).click()
  await expect(keeping(page)).toBeVisible()
  await context.setOffline(true)
  await open(page, '#parting')
  await expectStep(page, 'parting')
})

test('an embed offers no keeping and is never kept', FRESH, async ({ page }) => {
  await page.goto('./lost-band/embed/')
  await page.getByRole('button', { name: 'Move the map' }).waitFor()
  await expect(keeping(page)).toHaveCount(0)
  await open(page)
  await keep(page)
  await page.goto('./demo/')
  await interactive(explainer(page))
  const kept = await page.evaluate(async () =>
    (await (await caches.open('datelines-kept')).keys()).map(({ url }) => new URL(url).pathname),
  )
  expect(kept.filter((path) => /embed|demo|frame/.test(path))).toEqual([])
})

plain.describe('on a server that changes', () => {
  let server: Server
  /** What the server does differently from now on */
  let change: { html?: (text: string) => string; list?: (text: string) => string; worker?: string } = {}

  plain.beforeEach(async () => {
    change = {}
    server = await serve(async (request, response) => {
      const { pathname } = new URL(request.url ?? '/', 'http://localhost')
      const file = (name: string) => readFile(new URL(name.slice(1), TEST_SITE), 'utf8')
      if (pathname.endsWith('offline.json') && change.list) response.end(change.list(await file(pathname)))
      else if (pathname === '/sw.js' && change.worker) {
        response.writeHead(200, { 'content-type': 'text/javascript' }).end(change.worker)
      } else await sendSite(request, response, change.html)
    })
  })
  plain.afterEach(() => server.close())
  plain('a page that was kept is renewed when it has changed', FRESH, async ({ page, context }) => {
    await page.goto(`${server.url}lost-band/`)
    await keep(page)
    change = {
      html: (text) => text.replace(/(?<=<h1[^>]*>).*?(?=<\/h1>)/s, 'Freed at last'),
      list: (text) => text.replace('"version":"', '"version":"2'),
    }
    await page.reload()
    await expect(page.getByRole('heading', { level: 1 }), 'at once').toContainText('Freed at last')
    await expect
      .poll(() => page.evaluate(async () => (await caches.match(location.pathname))?.text()))
      .toContain('Freed at last')
    await context.setOffline(true)
    await page.reload()
    await expect(page.getByRole('heading', { level: 1 })).toContainText('Freed at last')
  })

  plain('where a publisher has switched it off, everything goes with the next visit', FRESH, async ({ page }) => {
    await page.goto(`${server.url}lost-band/`)
    await keep(page)
    change = { html: (text) => text.replace('true-scale offline', 'true-scale'), worker: UNREGISTER }
    await page.reload()
    await expect(keeping(page)).toHaveCount(0)
    await expect.poll(() => stored(page)).toEqual([0])
  })
})
