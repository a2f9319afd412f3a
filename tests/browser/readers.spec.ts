import { expect, nextFrames, open, restingView, stepIds, storyOf, test } from './page.ts'

/** Pixels of the window in which the active passage can be read: under and beside what is pinned. */
const room = () => {
  const passage = document.querySelector('section[data-active]')?.getBoundingClientRect()
  const x = (passage?.left ?? 0) + 40
  let free = 0
  for (let y = 1; y < innerHeight; y += 2)
    if (!document.elementFromPoint(x, y)?.closest('nav, #_map > section')) free += 2
  return free
}

test('the text keeps its room and the controls stay, whatever the window and the letters', async ({ page }) => {
  await open(page)
  const next = page.getByRole('button', { name: 'Next' })
  for (const [width, height, letters, least] of [
    [390, 844, 100, 422],
    [320, 568, 100, 284],
    [640, 512, 100, 256],
    [844, 390, 100, 195],
    [320, 256, 100, 128],
    [1280, 800, 100, 400],
    // Eight lines of twice the size on a phone, five on a small one.
    [390, 844, 200, 440],
    [320, 568, 200, 279],
    [1280, 800, 200, 400],
  ] as const)
    await test.step(`${width} × ${height}, letters at ${letters} %`, async () => {
      await page.setViewportSize({ width, height })
      await page.evaluate((size) => {
        document.documentElement.style.fontSize = `${size}%`
      }, letters)
      await next.press('Enter')
      await expect(page.locator('section[data-active] h2')).toBeInViewport()
      await expect(next).toBeInViewport({ ratio: 1 })
      expect(await page.evaluate(room)).toBeGreaterThanOrEqual(least)
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width)
    })
})

/** HTML text that a box around it cuts off, and that no scroll brings back. */
const cut = () => {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  const found: string[] = []
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const text = node.textContent?.trim()
    const range = document.createRange()
    range.selectNodeContents(node)
    const { left, right, top, bottom, width } = range.getBoundingClientRect()
    if (!text || width === 0 || node.parentElement?.closest('svg')) continue
    if (!node.parentElement?.checkVisibility()) continue
    for (let box: HTMLElement | null = node.parentElement; box; box = box.parentElement) {
      const { overflowX, overflowY } = getComputedStyle(box)
      const bounds = box.getBoundingClientRect()
      // Of one pixel is what is only said.
      if (bounds.width <= 1 || [overflowX, overflowY].some((way) => way === 'auto' || way === 'scroll')) break
      const across = overflowX !== 'visible' && (left < bounds.left - 2 || right > bounds.right + 2)
      const down = overflowY !== 'visible' && (top < bounds.top - 4 || bottom > bounds.bottom + 4)
      if (across || down) found.push(text)
    }
  }
  return found
}

for (const [name, path] of [
  ['the page', ''],
  ['the embed', 'embed/'],
] as const)
  test(`letters, words and lines further apart cut nothing of ${name}`, async ({ page }) => {
    await page.goto(`./lost-band/${path}`)
    const next = page.getByRole('button', { name: 'Next' })
    await expect(next).toBeVisible()
    // As WCAG 2.2 states them in 1.4.12.
    await page.evaluate(() => {
      const sheet = new CSSStyleSheet()
      sheet.replaceSync(
        `* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }
         p { margin-block-end: 2em !important }`,
      )
      document.adoptedStyleSheets.push(sheet)
    })
    for (let i = 0; i < 3; i += 1) await next.press('Enter')
    for (const [width, height] of [
      [320, 800],
      [390, 844],
      [1280, 800],
    ] as const)
      await test.step(`${width} × ${height}`, async () => {
        await page.setViewportSize({ width, height })
        await nextFrames(page)
        await expect(next).toBeInViewport({ ratio: 1 })
        expect(await page.evaluate(cut)).toEqual([])
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width)
      })
  })

for (const [width, height] of [
  [390, 844],
  [1024, 600],
] as const)
  test(`what is focused is never under what is pinned, forwards and backwards, ${width} × ${height}`, async ({
    page,
  }) => {
    await page.setViewportSize({ width, height })
    await page.emulateMedia({ reducedMotion: 'reduce' })
    await open(page)
    for (const key of ['Tab', 'Shift+Tab']) {
      const hidden: string[] = []
      for (let stop = 0; stop < 120; stop += 1) {
        await page.keyboard.press(key)
        const under = await page.evaluate(() => {
          const focused = document.activeElement
          if (!focused || focused === document.body) return undefined
          const seen = [...focused.getClientRects()].some(({ x, y, width, height }) => {
            const top = document.elementFromPoint(x + width / 2, y + height / 2)
            // The mark of a place may lie on the middle of the map.
            const map = focused.closest('#_map > section')
            return top && (focused.contains(top) || top.contains(focused) || map?.contains(top))
          })
          return seen ? '' : (focused.getAttribute('aria-label') ?? focused.textContent ?? focused.tagName)
        })
        // Round once: the browser itself has the focus now.
        if (under === undefined && stop > 20) break
        if (under) hidden.push(under)
      }
      expect(hidden, key).toEqual([])
    }
  })

test('after a step is chosen by key, Tab leads into its passage and the step stays', async ({ page }) => {
  await open(page)
  for (const choose of [
    () => page.getByRole('button', { name: 'Next' }).press('Enter'),
    () => page.locator('nav a[aria-current]').press('ArrowRight'),
  ]) {
    await choose()
    const id = await page.locator('section[data-active]').getAttribute('id')
    await page.keyboard.press('Tab')
    expect(await page.evaluate(() => document.activeElement?.closest('article > section')?.id)).toBe(id)
    await expect(page.locator('section[data-active]')).toHaveAttribute('id', id ?? '')
  }
})

test('the map can be moved without dragging: buttons, and a double click', async ({ page }) => {
  await open(page)
  await expect(page.getByRole('button', { name: 'Zoom in' })).toHaveCount(0)
  await page.getByRole('button', { name: 'Move the map' }).click()
  let before = await restingView(page)
  for (const name of ['Zoom in', 'Move left', 'Move up', 'Move right', 'Move down', 'Zoom out']) {
    await page.getByRole('button', { name }).click()
    const now = await restingView(page)
    expect(now, name).not.toEqual(before)
    before = now
  }
  await page.getByRole('region', { name: 'Route map' }).dblclick({ position: { x: 200, y: 250 } })
  expect(await restingView(page)).not.toEqual(before)
})

test('paper has the whole route told to its end, whatever the step; then the step is there again', async ({ page }) => {
  await open(page, '#fog')
  const { route } = await storyOf(page)
  const legs = () => page.locator('[data-leg][data-grown="whole"]').count()
  expect(await legs()).toBe(0)
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')))
  expect(await legs()).toBe(route.legs.length)
  await page.evaluate(() => dispatchEvent(new Event('afterprint')))
  expect(await legs()).toBe(0)
})

test('to screen readers every phase is a list of its own, by its name', async ({ page }) => {
  await open(page)
  const { phases, steps } = await storyOf(page)
  for (const { label, first, last } of phases) {
    const list = page.getByRole('navigation', { name: 'Timeline' }).getByRole('list', { name: label, exact: true })
    const beads = await list.getByRole('link').evaluateAll((links) => links.map((link) => link.getAttribute('href')))
    expect(beads, label).toEqual(steps.slice(first, last + 1).map(({ id }) => `#${id}`))
  }
})

test('a long scroll is told to screen readers once, when it rests', async ({ page }) => {
  await open(page)
  const ids = await stepIds(page)
  await page.evaluate(() => {
    const status = document.querySelector('[role="status"]')
    const heard: string[] = []
    Object.assign(window, { heard })
    if (status)
      new MutationObserver(() => heard.push(status.textContent ?? '')).observe(status, {
        subtree: true,
        characterData: true,
        childList: true,
      })
  })
  await page.evaluate(async () => {
    for (const part of [0.1, 0.2, 0.3, 0.4]) {
      scrollTo(0, part * document.body.scrollHeight)
      await new Promise(requestAnimationFrame)
    }
  })
  await expect(page.getByRole('status')).toHaveText(new RegExp(`^Step \\d+ of ${ids.length}`))
  expect(await page.evaluate(() => Reflect.get(window, 'heard'))).toHaveLength(1)
})

test('the reader’s own colours win over a theme', async ({ page }) => {
  await page.emulateMedia({ forcedColors: 'active', colorScheme: 'dark' })
  await open(page)
  await page.getByLabel('Appearance').selectOption('light')
  const [paper, ink] = await page.evaluate(() => {
    const style = getComputedStyle(document.body)
    return [style.backgroundColor, style.color]
  })
  expect(paper).toBe('rgb(0, 0, 0)')
  expect(ink).toBe('rgb(255, 255, 255)')
})

test('at every width nothing sticks out sideways, no date breaks, and no mark of sources stands alone on a line', async ({
  page,
}) => {
  await open(page)
  for (const width of [320, 340, 390, 768, 1280, 1600])
    await test.step(`${width} px`, async () => {
      await page.setViewportSize({ width, height: 700 })
      expect.soft(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width)
      const broken = await page
        .locator('article > section > p:first-child > :not(a, [aria-hidden]), header time')
        .evaluateAll((dates) =>
          dates
            .filter(
              (date) =>
                date.getBoundingClientRect().height > 1.6 * Number.parseFloat(getComputedStyle(date).lineHeight),
            )
            .map((date) => date.textContent),
        )
      expect.soft(broken, 'dates').toEqual([])
      const alone = await page.locator('article section p + details > summary').evaluateAll((marks) =>
        marks.flatMap((mark) => {
          const words = mark.parentElement?.previousElementSibling
          const last = [...(words?.getClientRects() ?? [])].at(-1)
          const { top, bottom } = mark.getBoundingClientRect()
          return last && (top + bottom) / 2 > last.bottom ? [words?.textContent?.slice(-30)] : []
        }),
      )
      expect.soft(alone, 'marks').toEqual([])
    })
})
