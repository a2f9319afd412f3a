import type { ServerResponse } from 'node:http'
import { expect } from './page.ts'
import { sendSite, serve } from './serve.ts'
import { test as plain } from './shared-page.ts'
import { withPolicy } from './with-policy.ts'

const PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

plain('tiles a publisher has set are shown with their credit; those that fail leave the basemap', async ({ page }) => {
  const asked: string[] = []
  const hanging: ServerResponse[] = []
  const tileServer = await serve((request, response) => {
    asked.push(request.url ?? '')
    const kind = asked.length % 3
    if (kind === 0) hanging.push(response)
    else response.writeHead(kind === 1 ? 200 : 404, { 'content-type': 'image/png' }).end(kind === 1 ? PIXEL : '')
  })
  const tiles = { url: `${tileServer.url}{z}/{x}/{y}.png`, attribution: 'Tiles by the Test Office' }
  const site = await serve((request, response) =>
    sendSite(request, response, (html) =>
      withPolicy(html, {}, tiles)
        .replace('"route":{', `"route":{"tiles":${JSON.stringify(tiles)},`)
        .replace('GeoNames</small>', `GeoNames<!-- --> · ${tiles.attribution}</small>`),
    ),
  )
  const errors: string[] = []
  page.on('pageerror', (error) => errors.push(error.message))
  page.on('console', (message) => message.text().includes('Policy') && errors.push(message.text()))
  await page.goto(`${site.url}lost-band/#parting`)
  await expect(page.getByText('Natural Earth · GeoNames · Tiles by the Test Office').first()).toBeVisible()
  await expect(page.locator('img.leaflet-tile-loaded').first()).toBeVisible()
  await expect.poll(() => asked.length).toBeGreaterThan(3)
  for (const path of asked) expect(path).toMatch(/^\/\d+\/\d+\/\d+\.png$/)
  await expect(page.locator('#_ground-land')).toBeVisible()
  await page.locator('nav a[href="#fog"]').click()
  await expect(page.locator('nav [aria-current="step"]')).toHaveAttribute('href', '#fog')
  expect(errors).toEqual([])
  expect(hanging.length).toBeGreaterThan(0)
  site.close()
  tileServer.close()
})
