import { expect, expectStep, namesSeen, open, test } from './page.ts'
import { FRESH, test as plain } from './shared-page.ts'
import { builtStory } from './sites.ts'

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('the whole article, the timeline, the map and the sources are there', async ({ page }) => {
    await page.goto('./lost-band/')
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    await expect(page.locator('main')).toHaveCSS('display', 'grid')
    const beads = page.getByRole('navigation', { name: 'Timeline' }).getByRole('link')
    expect(await beads.count()).toBeGreaterThan(10)
    expect(await page.locator('article > section').count()).toBe(await beads.count())
    const map = page.getByRole('region', { name: 'Route map' })
    await expect(map.getByRole('img', { name: /^Map of the route/ })).toBeVisible()
    await expect(map.locator('[data-leg]')).toHaveCount(builtStory().route.legs.length)
    await expect(page.getByRole('region', { name: 'Sources' }).getByRole('listitem').first()).toBeVisible()
    await expect(page.getByRole('region', { name: 'Sources' })).toHaveCSS('font-family', /Source Sans/)
    expect(await page.locator('noscript').evaluate((note) => note.textContent)).toContain(
      'the timeline takes you to each section',
    )
    await expect(page.locator('noscript p')).toBeVisible()
    await beads.nth(5).click()
    await expect(page.locator('article > section').nth(5).getByRole('heading')).toBeInViewport()
  })
})

test('nothing moves while the page loads, until its fonts come', FRESH, async ({ page }) => {
  await page.route('**/*.woff2', () => {})
  await page.addInitScript(() => {
    const shifts: number[] = []
    Object.assign(window, { shifts })
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) if ('value' in entry) shifts.push(Number(entry.value))
    }).observe({ type: 'layout-shift', buffered: true })
  })
  for (const width of [390, 768, 1280]) {
    await page.setViewportSize({ width, height: 844 })
    await page.goto('./lost-band/', { waitUntil: 'domcontentloaded' })
    await page.getByRole('button', { name: 'Move the map' }).waitFor()
    const shifts: number[] = await page.evaluate(() => Reflect.get(window, 'shifts'))
    expect(shifts).toEqual([])
  }
})

test('no cookie and no storage before the reader asks', async ({ page, context }) => {
  await open(page)
  expect(await context.cookies()).toEqual([])
  expect(await page.evaluate(() => localStorage.length + sessionStorage.length)).toBe(0)
})

plain(
  'when the map chunk is missing, the drawn map follows the steps, says so once and can try again',
  async ({ page }) => {
    const warnings: string[] = []
    page.on('console', (message) => message.type() === 'warning' && warnings.push(message.text()))
    page.on('pageerror', (error) => warnings.push(error.message))
    await page.route(/MapGestures-/, (route) => route.abort())
    await page.goto('./lost-band/')
    await page.getByRole('button', { name: 'Move the map' }).focus()
    const again = page.getByRole('button', { name: 'Try again' })
    await expect(again).toBeVisible()
    const ground = page.locator('#_ground')
    const before = await ground.getAttribute('viewBox')
    await page.locator('nav a[href="#fog"]').click()
    await expect(ground).not.toHaveAttribute('viewBox', before ?? '')
    expect(warnings).toHaveLength(1)
    await page.unroute(/MapGestures-/)
    await again.click()
    await page.getByRole('button', { name: 'Move the map' }).waitFor()
  },
)

plain(
  'a map chunk that was cut off is fetched anew when asked for, and the reader keeps the step',
  async ({ page }) => {
    let fetched = 0
    await page.route(/MapGestures-/, async (route) => {
      fetched += 1
      if (fetched > 1) return route.continue()
      const response = await route.fetch()
      // No browser keeps what did not come whole.
      const headers = { ...response.headers(), 'cache-control': 'no-store' }
      return route.fulfill({ response, headers, body: (await response.text()).slice(0, 20_000) })
    })
    await page.goto('./lost-band/#fog')
    await page.getByRole('button', { name: 'Move the map' }).focus()
    await page.getByRole('button', { name: 'Try again' }).click()
    await page.getByRole('button', { name: 'Move the map' }).waitFor()
    await expect(page.locator('nav [aria-current="step"]')).toHaveAttribute('href', '#fog')
    await page.getByRole('button', { name: 'Move the map' }).focus()
    await expect.poll(() => fetched).toBe(2)
  },
)

plain(
  'when the dialog “Embed this” cannot be had, the page says so, stays where it is, and can ask again',
  async ({ page }) => {
    await page.route(/EmbedDialog-/, (route) => route.abort())
    await page.goto('./lost-band/#fog')
    const open = page.getByRole('button', { name: 'Embed this' })
    await open.click()
    await expect(page.getByText('That did not load.')).toBeVisible()
    await expect(open).toBeInViewport()
    await page.unroute(/EmbedDialog-/)
    await open.click()
    await expect(page.getByRole('dialog', { name: 'Embed this explainer' })).toBeVisible()
  },
)

plain('a picture that cannot be saved says so', async ({ page }) => {
  await page.route(/savePicture-/, (route) => route.abort())
  await page.goto('./lost-band/#fog')
  await page.getByText('About this map').click()
  await page.getByRole('button', { name: 'Save picture' }).click()
  await expect(page.getByText('That did not load.')).toBeVisible()
})

for (const view of ['map', 'timeline'])
  plain(`when the ${view} breaks it stays as it was served, and the rest goes on`, FRESH, async ({ page }) => {
    await page.addInitScript((view) => {
      // What only this view does: the map makes SVG elements, the timeline looks for the scroller of its row.
      const fail = () => {
        throw new Error('broken on purpose')
      }
      const { closest } = Element.prototype
      if (view === 'map') Document.prototype.createElementNS = fail
      else
        Element.prototype.closest = function (this: Element, selector: string) {
          return selector === '#_beads' ? fail() : closest.call(this, selector)
        }
    }, view)
    const warnings: string[] = []
    page.on('console', (message) => message.type() === 'warning' && warnings.push(message.text()))
    await page.goto('./lost-band/')
    await expect.poll(() => warnings.join()).toContain('stays as it was served')
    // Where it was, pinned, and no longer than it was.
    for (const pinned of ['#_map > section', '#_timeline > nav'])
      await expect(page.locator(pinned)).toBeInViewport({ ratio: 1 })
    await page.locator('nav a[href="#parting"]').click()
    await expect(page.locator('#parting h2')).toBeInViewport()
    await expect(page.locator('section[data-active]')).toHaveAttribute('id', 'parting')
    await expect.poll(async () => (await namesSeen(page)).filter((name) => name === 'Dublin')).toHaveLength(1)
    await expect(page.locator('nav a[href="#fog"]')).toBeVisible()
  })

plain('when fonts are missing and storage is blocked, everything still works', FRESH, async ({ page }) => {
  const errors: string[] = []
  page.on('pageerror', (error) => errors.push(error.message))
  await page.route(/\.woff2/, (route) => route.abort())
  await page.addInitScript(() => {
    Object.defineProperty(window, 'localStorage', {
      get() {
        throw new DOMException('blocked', 'SecurityError')
      },
    })
  })
  await page.goto('./lost-band/')
  await page.getByRole('button', { name: 'Next' }).click()
  await expect(page.locator('nav [aria-current="step"]')).toHaveAttribute('href', '#posters')
  expect(errors).toEqual([])
})

plain('without ResizeObserver the text is there and steps can be clicked', FRESH, async ({ page }) => {
  const errors: string[] = []
  page.on('pageerror', (error) => errors.push(error.message))
  await page.addInitScript(() => Reflect.deleteProperty(window, 'ResizeObserver'))
  await page.goto('./lost-band/')
  await page.locator('nav a[href="#fog"]').click()
  await expect(page.locator('#fog h2')).toBeInViewport()
  expect(errors).toEqual([])
})

plain(
  'until the script of the map has come, the map stays as it was served; then it is where the reader is',
  async ({ page }) => {
    let release = () => {}
    const held = new Promise<void>((resolve) => {
      release = resolve
    })
    await page.route(/assets\/map-/, async (route) => {
      await held
      await route.continue()
    })
    await page.goto('./lost-band/', { waitUntil: 'commit' })
    await page.getByRole('button', { name: 'Next' }).waitFor()
    const map = page.locator('#_map > section')
    const line = map.locator('[data-leg="dublin-cork"]')
    for (const step of ['parting', 'fog', 'plan']) {
      await page.locator(`nav a[href="#${step}"]`).click()
      await expect(page.locator('section[data-active]')).toHaveAttribute('id', step)
      await expect(map).toBeInViewport({ ratio: 1 })
      await expect(line).toBeVisible()
    }
    release()
    await page.getByRole('button', { name: 'Move the map' }).waitFor()
    // Nobody has moved yet when the deal is told: no line of it on the map.
    await expect(line).toHaveCount(0)
    expect(await namesSeen(page)).toContain('Dublin')
  },
)

plain(
  'when the script of the map cannot be had, the map stays as it was served, and the rest goes on',
  async ({ page }) => {
    await page.route(/assets\/map-/, (route) => route.abort())
    await page.goto('./lost-band/')
    await page.locator('nav a[href="#parting"]').click()
    await expect(page.locator('#parting h2')).toBeInViewport()
    await expect(page.locator('section[data-active]')).toHaveAttribute('id', 'parting')
    await expect(page.locator('#_map > section')).toBeInViewport({ ratio: 1 })
    await expect(page.locator('#_map > section [data-leg="dublin-cork"]')).toBeVisible()
    await page.getByRole('button', { name: 'Next' }).click()
    await expect(page.locator('section[data-active]')).not.toHaveAttribute('id', 'parting')
  },
)

plain('when the line breaks while the script of the map comes, it is asked for once more', async ({ page }) => {
  let broken = true
  await page.route(/assets\/map-/, (route) => (broken ? route.abort('connectionreset') : route.continue()))
  await page.goto('./lost-band/#parting')
  // There once the script of the page has run, which asks at its start.
  await page
    .locator('#_timeline')
    .getByText(/^Step \d+ of \d+$/)
    .waitFor()
  broken = false
  await expect(page.getByRole('button', { name: 'Move the map' })).toBeVisible({ timeout: 15_000 })
  await expect(page.locator('#_map > section [data-place="mullingar"]')).toBeVisible()
})

test('paper is light, also when the screen is dark by device or by choice', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'dark' })
  await open(page)
  await page.getByLabel('Appearance').selectOption('dark')
  const colours = () =>
    page.evaluate(() => [
      getComputedStyle(document.body).color,
      getComputedStyle(document.getElementById('_ground-land') as Element).fill,
    ])
  const screen = await colours()
  await page.emulateMedia({ colorScheme: 'dark', media: 'print' })
  const paper = await colours()
  await page.emulateMedia({ colorScheme: 'light', media: 'screen' })
  await page.getByLabel('Appearance').selectOption('light')
  expect(paper).toEqual(await colours())
  expect(paper).not.toEqual(screen)
})

test('letters of twice the size keep 45 of them in a line', FRESH, async ({ page }) => {
  const browser = await page.context().newCDPSession(page)
  await browser.send('Page.enable')
  await browser.send('Page.setFontSizes', { fontSizes: { standard: 32 } })
  await open(page, '#fog')
  const line = await page.evaluate(() => {
    const [heading, , paragraph] = document.querySelectorAll('#fog > h2, #fog p')
    const letters = document.createElement('canvas').getContext('2d')
    if (!heading || !paragraph || !letters) return 0
    letters.font = getComputedStyle(paragraph).font
    const text = paragraph.textContent
    return heading.clientWidth / (letters.measureText(text).width / text.length)
  })
  expect(line).toBeGreaterThan(45)
  await expectStep(page, 'fog')
})

test('letters of twice the size are as large on the map, and no two names meet', FRESH, async ({ page }) => {
  const browser = await page.context().newCDPSession(page)
  await browser.send('Page.enable')
  await page.setViewportSize({ width: 600, height: 1000 })
  const names = () =>
    page.locator('#_labels [data-kind="place"] text').evaluateAll((texts) =>
      texts.map((text) => {
        const { x, y, width, height } = text.getBoundingClientRect()
        return { x, y, width, height }
      }),
    )
  await open(page, '#parting')
  const [normal] = await names()
  await browser.send('Page.setFontSizes', { fontSizes: { standard: 32 } })
  await page.reload()
  await expect.poll(async () => ((await names())[0]?.height ?? 0) / (normal?.height ?? 1)).toBeGreaterThan(1.9)
  const large = await names()
  for (const [i, a] of large.entries())
    for (const b of large.slice(0, i)) {
      const apart = a.x + a.width <= b.x || b.x + b.width <= a.x || a.y + a.height <= b.y || b.y + b.height <= a.y
      expect(apart).toBe(true)
    }
})
