import { expect, open, test } from './page.ts'

test('the frame a browser draws has the paper’s colour, by device and by choice', async ({ page }) => {
  const colours = () =>
    page.evaluate(() => [
      [...document.querySelectorAll<HTMLMetaElement>('meta[name="theme-color"]')].find(
        ({ media }) => matchMedia(media).matches,
      )?.content,
      getComputedStyle(document.body).backgroundColor,
    ])
  await page.emulateMedia({ colorScheme: 'light' })
  await open(page)
  expect(await colours()).toEqual(['#fffefb', 'rgb(255, 254, 251)'])
  await page.emulateMedia({ colorScheme: 'dark' })
  expect(await colours()).toEqual(['#14161a', 'rgb(20, 22, 26)'])
  await page.getByLabel('Appearance').selectOption('light')
  expect(await colours()).toEqual(['#fffefb', 'rgb(255, 254, 251)'])
  await page.getByLabel('Appearance').selectOption('auto')
  expect(await colours()).toEqual(['#14161a', 'rgb(20, 22, 26)'])
})

test('the manifest is found, and its pictures are', async ({ page, request }) => {
  await page.goto('./lost-band/')
  const href = await page.locator('link[rel="manifest"]').getAttribute('href')
  const address = new URL(href ?? '', page.url())
  const manifest = await (await request.get(address.href)).json()
  expect(manifest).toMatchObject({ name: 'Datelines', start_url: './' })
  for (const { src, type } of manifest.icons) {
    const icon = await request.get(new URL(src, address).href)
    expect(icon.headers()['content-type']).toBe(type)
  }
  expect((await request.get(new URL(manifest.start_url, address).href)).ok()).toBe(true)
})
