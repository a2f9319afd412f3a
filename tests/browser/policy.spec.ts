import { explainer, interactive } from './host.ts'
import { expect, expectStep, open } from './page.ts'
import { test as base, FRESH } from './shared-page.ts'

/** A test that hears of everything a policy has refused, in the page and in every frame of it. */
const test = base.extend<{ refused: string[] }>({
  refused: [
    async ({ page }, use) => {
      const refused: string[] = []
      await page.exposeFunction('refuse', (what: string) => refused.push(what))
      await page.addInitScript(() => {
        addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI, sourceFile, lineNumber }) =>
          Reflect.get(window, 'refuse')(`${effectiveDirective}: ${blockedURI} at ${sourceFile}:${lineNumber}`),
        )
      })
      page.on('console', (message) => {
        if (message.type() === 'error' || message.type() === 'warning') refused.push(message.text())
      })
      page.on('pageerror', (error) => refused.push(`uncaught: ${error.message}`))
      await use(refused)
    },
    { auto: true },
  ],
})

test('a reader who tries everything in the page meets no refusal', FRESH, async ({ page, refused }) => {
  await open(page)
  await page.getByRole('button', { name: 'Next' }).click()
  await page.getByRole('button', { name: 'Move the map' }).click()
  const map = page.getByRole('group', { name: /arrow keys/i })
  await map.press('ArrowRight')
  await map.press('+')
  await page.getByRole('button', { name: 'Show whole route' }).click()
  await page.getByLabel('Appearance').selectOption('dark')
  await page.locator('nav a[href="#fog"]').click()
  await expectStep(page, 'fog')
  const saved = page.waitForEvent('download')
  await page.getByText('About this map').click()
  await page.getByRole('button', { name: 'Save picture' }).click()
  await saved
  await page.getByRole('link', { name: 'Tom Quill', exact: true }).click()
  await page.getByRole('button', { name: 'Close' }).click()
  await page.evaluate(() => scrollTo(0, document.body.scrollHeight))
  await page.getByRole('button', { name: 'Embed this' }).click()
  const dialog = page.getByRole('dialog', { name: 'Embed this explainer' })
  await interactive(dialog.frameLocator('iframe'))
  await dialog.frameLocator('iframe').getByRole('button', { name: 'Next' }).click()
  await dialog.getByRole('button', { name: 'Copy' }).click()
  await page.emulateMedia({ media: 'print' })
  expect(refused).toEqual([])
})

test('neither does one of the demonstration page and its two frames', FRESH, async ({ page, refused }) => {
  await page.goto('./demo/')
  await interactive(explainer(page))
  await explainer(page).getByRole('button', { name: 'Next' }).click()
  await explainer(page).getByRole('button', { name: 'Move the map' }).click()
  await page
    .locator('datelines-story')
    .nth(1)
    .evaluate((element) => element.scrollIntoView())
  await interactive(explainer(page, 1))
  await page.mouse.wheel(0, 1500)
  await expect(explainer(page, 1).locator('nav [aria-current="step"]')).toHaveCount(1)
  expect(refused).toEqual([])
})

test('every page has a policy without a gap, and the server sends the rest', FRESH, async ({ request, page }) => {
  for (const path of ['./', './lost-band/', './lost-band/embed/', './demo/']) {
    const response = await request.get(path)
    const html = await response.text()
    const [, inPage = ''] = /<meta http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(html) ?? []
    const sent = response.headers()['content-security-policy'] ?? ''
    for (const policy of [inPage.replaceAll('&#x27;', "'"), sent]) {
      expect(policy).toContain("script-src 'self';")
      expect(policy).toContain("object-src 'none'")
      expect(policy).toContain("require-trusted-types-for 'script'")
      expect(policy).not.toContain('unsafe')
    }
    expect(inPage).toContain('default-src &#x27;none&#x27;')
    expect(inPage).toContain('base-uri &#x27;none&#x27;')
    expect(sent).not.toContain('frame-ancestors')
    expect(response.headers()).toMatchObject({
      'permissions-policy': expect.stringContaining('camera=()'),
      'referrer-policy': 'same-origin',
      'x-content-type-options': 'nosniff',
    })
  }
  await page.goto('./lost-band/')
  // What somebody has smuggled in does not run, and does not paint.
  const smuggled = await page.evaluate(() => {
    const script = document.createElement('script')
    const style = document.createElement('style')
    style.textContent = 'main { display: none !important }'
    let markup = 'refused'
    try {
      script.text = 'document.body.dataset.smuggled = "yes"'
      document.body.append(script)
      markup = 'taken'
    } catch {}
    document.head.append(style)
    return [
      markup,
      document.body.dataset['smuggled'],
      getComputedStyle(document.querySelector('main') ?? style).display,
    ]
  })
  expect(smuggled).toEqual(['refused', undefined, 'grid'])
})

test(
  'after an uncaught error everything that was served stands there, and its links lead on',
  FRESH,
  async ({ page, refused }) => {
    await open(page)
    const words = () => page.locator('#_explainer article').evaluate((article) => article.textContent)
    const before = await words()
    // What every view needs is broken from now on.
    await page.evaluate(() => {
      Object.defineProperty(Array.prototype, 'map', {
        get() {
          throw new Error('broken')
        },
      })
    })
    await page.locator('nav a[href="#fog"]').click()
    await expect.poll(() => refused.join()).toContain('stays as it was served')
    expect(await words()).toBe(before)
    await expect(page.getByRole('img', { name: /^Map of the route/ })).toBeAttached()
    await page.locator('nav a[href="#rehearsal"]').click()
    await expect(page.locator('#rehearsal h2')).toBeInViewport()
    expect(refused.join()).not.toMatch(/trusted/i)
  },
)

test(
  'a map that another script has changed is made again with its ground, without markup from text',
  FRESH,
  async ({ page, refused }) => {
    await page.route('**/lost-band/', async (route) => {
      const response = await route.fetch()
      const html = await response.text()
      await route.fulfill({ response, body: html.replace(/(id="_map"[^>]*>)<section/, '$1<aside') })
    })
    await open(page)
    await page.locator('nav a[href="#fog"]').click()
    await expectStep(page, 'fog')
    await page.getByRole('button', { name: 'Move the map' }).waitFor()
    await expect(page.getByRole('region', { name: 'Route map' }).locator('#_ground-land')).toBeVisible()
    expect(refused.filter((text) => !/hydrat|Minified React error/.test(text))).toEqual([])
  },
)
